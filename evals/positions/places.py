"""Which statements were drawn for labelling: their places, in the order in which they are read."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

SAMPLE = Path(__file__).parent / "labels" / "sample.jsonl"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One statement to be labelled, by its place."""

    corpus: str
    document: str
    start: int
    end: int
    split: str


def sample() -> list[Drawn]:
    """The statements drawn; the place in the list is a statement's number."""
    return [Drawn(**json.loads(line)) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]


def write(drawn: Iterable[Drawn]) -> None:
    """Store the places."""
    SAMPLE.parent.mkdir(exist_ok=True)
    SAMPLE.write_text("".join(json.dumps(asdict(one)) + "\n" for one in drawn), encoding="utf-8")
