"""Records to JSON and back, and the JSON Schema of the record."""

import functools
from typing import Any

import msgspec

from readout.model.record import SCHEMA_VERSION, Record


def encode(record: Record) -> bytes:
    """The record as indented UTF-8 JSON, keys in the contract's order; equal records give equal bytes."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def decode(data: bytes | str) -> Record:
    """The record that `encode` wrote.

    Raises:
        msgspec.DecodeError: not JSON, or (as `msgspec.ValidationError`) not a record.
        ValueError: a record of another major version of the schema.
    """
    record = msgspec.json.decode(data, type=Record)
    if record.schema_version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise ValueError(f"schema version {record.schema_version}; this Readout reads {SCHEMA_VERSION}")
    return record


@functools.cache
def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the record; every key is required."""
    document = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Readout record", **document}
