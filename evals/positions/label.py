"""Read and label statements: `python -m evals.positions.label print 0 40`, then `... parse FILE`.

A reader writes shorthand, one line a statement, more lines beginning with `+` for more positions in it:

    17 court refusal | the board > council | the union | reopen the mine | until the inquiry ends
    + -threat | he = Ann Lee | | sue
    18 labour

that is: number, kind of dispute, then act, party, target, matter, condition. A `-` before the act: negated; `a = b`:
party and its alias; `> c`: who they act for. Words are looked up in the statement, else in the text before it (the
nearest), else after; `from .. to` is a stretch; `words~2` their second place in the statement.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpora.location import corpora_root
from evals.positions.documents import texts
from evals.positions.labels import ACTS, DISPUTES, LABELS, Extent, Label, Statement, read, write
from evals.positions.places import Drawn, sample

BEFORE, AFTER = 300, 100  # characters of context shown

_HEAD = re.compile(r"(\d+)\s+(\w+)\s*(.*)")
_SECOND = re.compile(r"(.*)~(\d)$")

Texts = Mapping[tuple[str, str], str]


class ShorthandError(Exception):
    """A line of shorthand that can't be read; the message says which and why."""


def main(arguments: list[str]) -> None:
    """Print a stretch of the sample, or parse a reader's shorthand into the files of labels."""
    root = corpora_root()
    if root is None:
        sys.exit("No folder of corpora here; name one with READOUT_CORPORA.")
    match arguments:
        case ["print", *numbers]:
            chosen = _numbers(numbers)
            print("\n".join(shown(number, sample()[number], texts(root)) for number in chosen))
        case ["parse", file]:
            found = list(parsed(Path(file).read_text(encoding="utf-8"), "a", texts(root)))
            for split in ("train", "test"):
                _add(LABELS / f"{split}.jsonl", [one for one, of in found if of == split])
        case ["parse", file, annotator]:
            found = list(parsed(Path(file).read_text(encoding="utf-8"), annotator, texts(root)))
            _add(LABELS / "second.jsonl", [one for one, _ in found])
        case _:
            sys.exit(__doc__)


def _numbers(words: list[str]) -> list[int]:
    """`40 80` is a stretch, the second not included; a file name holds numbers, one a line."""
    if len(words) == 1:
        return [int(line) for line in Path(words[0]).read_text(encoding="utf-8").split()]
    return list(range(int(words[0]), min(int(words[1]), len(sample()))))


def shown(number: int, drawn: Drawn, by_id: Texts) -> str:
    """One statement in its context, for a reader."""
    text = by_id[drawn.corpus, drawn.document]
    before = text[max(0, drawn.start - BEFORE) : drawn.start].replace("\n", " / ")
    after = text[drawn.end : drawn.end + AFTER].replace("\n", " / ")
    statement = text[drawn.start : drawn.end]
    return f"[{number}] {drawn.corpus} {drawn.document[:40]}\n  {before}\n>>> {statement}\n  {after}"


def parsed(shorthand: str, annotator: str, by_id: Texts) -> Iterator[tuple[Statement, str]]:
    """The statements of a reader's shorthand, and the split of each.

    Raises:
        ShorthandError: a line is of no known form, or its words are not in the text.
    """
    drawn = sample()
    problems: list[str] = []
    for number, dispute, lines in _entries(shorthand):
        place = drawn[number]
        text = by_id[place.corpus, place.document]
        labels = []
        for line in lines:
            try:
                labels.append(_label(line, text, place))
            except ShorthandError as error:
                problems.append(f"{number}: {error}")
        if dispute not in DISPUTES:
            problems.append(f"{number}: no kind of dispute {dispute!r}")
        found = Statement(place.corpus, place.document, place.start, place.end, dispute, annotator, tuple(labels))
        yield found, place.split
    if problems:
        raise ShorthandError("\n".join(problems))


def _entries(shorthand: str) -> Iterator[tuple[int, str, list[str]]]:
    entries: list[tuple[int, str, list[str]]] = []
    for line in filter(None, map(str.strip, shorthand.splitlines())):
        if line.startswith("+") and entries:
            entries[-1][2].append(line[1:].strip())
        elif head := _HEAD.fullmatch(line):
            number, dispute, rest = head.groups()
            entries.append((int(number), dispute, [rest] if rest else []))
        else:
            raise ShorthandError(f"not of the form: {line}")
    yield from entries


def _label(line: str, text: str, place: Drawn) -> Label:
    fields = [field.strip() for field in line.split("|")]
    fields += [""] * (5 - len(fields))
    act, who, target, matter, condition = fields[:5]
    if act.removeprefix("-") not in ACTS or len(fields) > 5:
        raise ShorthandError(f"not a label: {line}")
    who, _, acts_for = who.partition(">")
    party, _, alias = who.partition("=")
    return Label(
        act=act.removeprefix("-"),
        party=_place(party, text, place),
        alias=_place(alias, text, place),
        acts_for=_place(acts_for, text, place),
        target=_place(target, text, place),
        matter=_place(matter, text, place),
        condition=_place(condition, text, place),
        polarity="negated" if act.startswith("-") else "affirmed",
    )


def _place(words: str, text: str, place: Drawn) -> Extent | None:
    """Where words stand: in the statement, else the nearest before it, else after it."""
    words = words.strip()
    if not words:
        return None
    if " .. " in words:
        first, last = words.split(" .. ")
        start = _found(first, text, place)
        end = re.compile(_bounded(last)).search(text, start[1])
        if end is None or end.end() > max(place.end, start[1] + 400):
            raise ShorthandError(f"not in the text: {words}")
        return start[0], end.end()
    return _found(words, text, place)


def _found(words: str, text: str, place: Drawn) -> Extent:
    count = 1
    if second := _SECOND.fullmatch(words):
        words, count = second[1], int(second[2])
    pattern = re.compile(_bounded(words))
    inside = [one.span() for one in pattern.finditer(text, place.start, place.end)]
    if len(inside) >= count:
        return inside[count - 1]
    around = [*reversed([one.span() for one in pattern.finditer(text, 0, place.start)])]
    around += [one.span() for one in pattern.finditer(text, place.end)]
    if not around:
        raise ShorthandError(f"not in the text: {words}")
    return around[0]


def _bounded(words: str) -> str:
    """The words as a pattern: any white space, any shape of quotation mark, any case."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    for quotation in ("['’‘]", '["“”]'):
        pattern = re.sub(quotation, quotation, pattern)
    return rf"(?i:(?<!\w){pattern}(?!\w))"


def _add(path: Path, statements: list[Statement]) -> None:
    """Put statements into a file of labels, in place of earlier labels of the same ones."""
    old = read(path) if path.is_file() else []
    merged = {(one.corpus, one.document, one.start): one for one in [*old, *statements]}
    write(merged.values(), path)
    counts = Counter(label.act for one in merged.values() for label in one.labels)
    none = sum(not one.labels for one in merged.values())
    print(f"{path.name}: {len(merged)} statements, {none} without a position; {dict(counts.most_common())}")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except ShorthandError as problem:
        sys.exit(str(problem))
