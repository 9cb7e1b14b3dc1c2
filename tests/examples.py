"""The example reports, read and built once for all the tests that ask about them."""

from functools import cache
from pathlib import Path

import readout
from readout.model.record import Problem, Record
from readout.model.text import Article

FOLDER = Path(__file__).parent.parent / "examples"


@cache
def reports() -> tuple[list[Article], list[Problem]]:
    """The articles of `examples/` and what could not be read."""
    return readout.read([str(FOLDER)])


@cache
def record() -> Record:
    """The record of all seven."""
    return readout.build(*reports())
