"""Whose copy the reports say they are, and which of two credits for the same text is believed."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from readout.clean.agencies import credited
from readout.link.copying import Copying
from readout.link.grouping import Grouping
from readout.model.text import Article, Fact

SAME_TEXT = 0.8
"""The share from which two reports are one text, whatever they are credited to."""


def find_credits(articles: Mapping[str, Article]) -> dict[str, Fact]:
    """The newsroom that each article credits, by the article's id; articles that credit nobody are left out."""
    return {name: credit for name, article in articles.items() if (credit := _credit(article)) is not None}


def _credit(article: Article) -> Fact | None:
    """An agency, else the source of a reprint, else the outlet where it is an agency itself."""
    heading = article.heading
    if heading.agency is not None:
        return heading.agency
    if heading.reprint_of is not None:
        return _as_agency(heading.reprint_of) or heading.reprint_of
    return None if heading.outlet is None else _as_agency(heading.outlet)


def _as_agency(fact: Fact) -> Fact | None:
    short = credited(fact.value)
    return None if short is None else Fact(short, fact.spans)


def newsroom_key(name: str) -> str:
    """A newsroom's name without case and dressing, for comparing."""
    return " ".join(name.casefold().strip().removeprefix("www.").removeprefix("the ").split())


def newsroom_names(credit_of: Mapping[str, Fact]) -> dict[str, str]:
    """The newsrooms credited, by key, as each is printed most often; in the order of the keys."""
    printed: dict[str, Counter[str]] = {}
    for credit in credit_of.values():
        printed.setdefault(newsroom_key(credit.value), Counter())[credit.value] += 1
    return {key: min(forms, key=lambda form: (-forms[form], form)) for key, forms in sorted(printed.items())}


def find_overruled(
    credit_of: Mapping[str, Fact], copying: Sequence[Copying], when: Callable[[str], Any]
) -> dict[str, str]:
    """Articles that credit one newsroom for the very same text as others credit another, with one that is believed.

    The credit that most copies give is believed, then the one of the earliest copy, by the sort key `when`.
    """
    same: Grouping[str] = Grouping({name for one in copying for name in (one.left, one.right)})
    for one in copying:
        if one.share >= SAME_TEXT:
            same.join(one.left, one.right)
    overruled: dict[str, str] = {}
    for group in same.groups():
        keys = {name: newsroom_key(credit_of[name].value) for name in group if name in credit_of}
        count = Counter(keys.values())
        if len(count) > 1:
            believed = min(keys, key=lambda name: (-count[keys[name]], when(name)))
            overruled |= {name: believed for name, key in keys.items() if key != keys[believed]}
    return overruled
