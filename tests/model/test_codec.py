import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.model import codec, record
from readout.model.ids import content_id


def empty_record() -> record.Record:
    return record.Record(record.SCHEMA_VERSION, None, *[()] * 12)


def test_the_schema_is_a_schema_and_accepts_an_empty_record():
    schema = codec.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(codec.encode(empty_record())), schema)


def test_every_key_of_the_record_is_required():
    assert set(codec.schema()["$defs"]["Record"]["required"]) == set(record.Record.__dataclass_fields__)


def test_published_from_keeps_the_contracts_name():
    assert "from" in codec.schema()["$defs"]["Published"]["properties"]


def test_a_record_survives_the_round_trip():
    assert codec.decode(codec.encode(empty_record())) == empty_record()


def test_another_major_version_is_refused():
    data = codec.encode(empty_record()).replace(b'"1.0"', b'"9.0"')
    with pytest.raises(ValueError, match=r"9\.0"):
        codec.decode(data)


@given(st.lists(st.text() | st.none(), max_size=4), st.lists(st.text() | st.none(), max_size=4))
def test_ids_differ_when_their_parts_differ(left, right):
    assert (content_id("a", *left) == content_id("a", *right)) == (left == right)
