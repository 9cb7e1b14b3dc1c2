"""The record as JSON, the contract with everyone who reads it by machine."""

from readout.model import codec
from readout.model.record import Record


def to_json(record: Record) -> str:
    """The complete record, indented, keys in the contract's order."""
    return codec.encode(record).decode("utf-8")


def from_json(text: str | bytes) -> Record:
    """The record that `to_json` wrote; see `codec.decode` for the errors."""
    return codec.decode(text)
