"""Numbers that count what another word names: "12 had been hurt", "two of them officers", "210 of the 940 jobs"."""

import re
from collections.abc import Iterator, Sequence

from readout.annotate.figures.tree import SUBJECTS, Tree
from readout.grammar.figure_fates import fate_of
from readout.grammar.figures import Figure, counted_at
from readout.grammar.numbers import Form
from readout.grammar.units import STOPS, is_plural, singular, unit_after
from readout.model.text import TextSpan

_OF = re.compile(
    r"\sof\s(?P<those>the|its|his|her|their|those|these|our|them|us|whom|which|[A-Z][\w’'.-]+[’']s?)\b", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\sof\s(?:the|its|his|her|their|those|these|our)\s(?:[\w.-]+[’']s?\s)?(?:[\d,.]+\s(?:million\s)?)?"
)
_OTHERS = re.compile(r"\s(?:others|more|others’)\b(?!\s(?:than|of|like|or|and|time|thing))")
_MORE = re.compile(r"\s(?:others?|more)\s(?P<noun>[a-z]+)")
_ORDINAL = re.compile(r"[.)]\s|\s?[:/]")
_PERSON = "person"
_WHOLE_NUMBER = re.compile(r"[\d,.]+|[A-Za-z-]+")
_GLUED = re.compile(r"[-/.]\w")  # the number is part of an address or a file's name
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def bare_counts(tree: Tree, taken: Sequence[TextSpan]) -> Iterator[Figure]:
    """The counts of a sentence that stand without their noun; those that touch what is `taken` are left out."""
    for place, word in enumerate(tree.words):
        if word.tag != "NUM" or any(word.span.overlaps(span) for span in taken):
            continue
        if _GLUED.match(tree.text, word.span.end) or not _WHOLE_NUMBER.fullmatch(tree.form(place)):
            continue
        if _YEAR.fullmatch(tree.form(place)) or _ORDINAL.match(tree.text, word.span.end):
            continue
        counts, unit = _counts(tree, place)
        figure = counted_at(tree.text, word.span.start, unit) if counts else None
        if figure is not None and figure.form in {Form.DIGITS, Form.WORDS} and not _touches(figure, taken):
            yield figure


def _touches(figure: Figure, taken: Sequence[TextSpan]) -> bool:
    return any(figure.span.overlaps(span) for span in taken)


def _counts(tree: Tree, place: int) -> tuple[bool, str | None]:
    """Whether a number counts something that another word names, and the unit as far as it is told."""
    end = tree.words[place].span.end
    among = _OF.match(tree.text, end)
    if among is not None:
        return _among(tree, place, among)
    others = _OTHERS.match(tree.text, end)
    if others is not None:
        more = _MORE.match(tree.text, end)
        if more is not None and is_plural(more["noun"]) and more["noun"] not in STOPS:
            return True, singular(more["noun"])
        return True, _PERSON if _of_people(tree, place) else None
    if tree.form(place).lower() == "one" and not _of_people(tree, place):
        return False, None
    if tree.role(place) in {*SUBJECTS, "obj"} and _of_people(tree, place):
        return True, _PERSON
    return False, None


def _among(tree: Tree, place: int, among: re.Match[str]) -> tuple[bool, str | None]:
    """A number before "of the …": its unit is that of what it is a part of."""
    if tree.form(place).lower() == "one":
        return False, None
    below = [one for one in tree.children(place, "nmod", "obl") if one > place]
    whole = _WHOLE.match(tree.text, tree.words[place].span.end)
    unit = None if whole is None else unit_after(tree.text, whole.end() - 1)
    if unit is not None and (not below or unit.span.end >= tree.words[below[0]].span.start):
        return True, unit.name
    if below and tree.words[below[0]].tag in {"NOUN", "PROPN"} and is_plural(tree.form(below[0])):
        return True, singular(tree.form(below[0]))
    return True, _PERSON if among["those"].lower() == "whom" or _of_people(tree, place) else None


def _of_people(tree: Tree, place: int) -> bool:
    """Whether a word beside the number or above it tells what befell people."""
    above = tree.governor(place)
    if above is not None and tree.form(above).lower() in {"others", "other", "more"}:
        above = tree.governor(above)
    near = [one for one in (place - 1, place + 1, above) if one is not None and 0 <= one < len(tree.words)]
    return any(fate_of(tree.form(one)) is not None for one in near)
