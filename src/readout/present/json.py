"""The record as JSON, the contract with everyone who reads it by machine."""

import msgspec

from readout.errors import RecordError
from readout.model import codec
from readout.model.record import Record


def to_json(record: Record) -> str:
    """The complete record, indented, keys in the contract's order."""
    return codec.encode(record).decode("utf-8")


def from_json(text: str | bytes) -> Record:
    """The record that `to_json` wrote.

    Raises:
        RecordError: no JSON, no record, or a record of another major version of the schema.
    """
    try:
        return codec.decode(text)
    except (msgspec.MsgspecError, ValueError) as error:
        raise RecordError(str(error)) from error
