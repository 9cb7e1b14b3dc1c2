"""News agencies by name and code, and the places where their credit shows whose copy a report is."""

import functools
import re

from readout.clean.lexicon import agencies


@functools.cache
def _forms() -> dict[str, str]:
    """Every form in which an agency may be credited, to its short name."""
    return {form: agency.short for agency in agencies() for form in (*agency.names, *agency.codes)}


@functools.cache
def _any_name() -> re.Pattern[str]:
    return _alternatives([name for agency in agencies() for name in agency.names])


@functools.cache
def any_credit() -> re.Pattern[str]:
    """A name or code of any agency, as a whole word. Codes count only where a credit stands, which the caller knows."""
    return _alternatives(list(_forms()))


def credited(text: str) -> str | None:
    """The agency whose name or code a text is, and nothing else but dressing ("(AP)", "-- AFP", "Reuters staff")."""
    bare = re.sub(
        r"^(?:the|source:?|by|via)\s+|\s+(?:news agency|staff|news|agency|report)$",
        "",
        text.strip(" -–—()[].,:|"),
        flags=re.IGNORECASE,
    )
    forms = _forms()
    return forms.get(bare) or forms.get(f"The {bare}")


def named(text: str) -> re.Match[str] | None:
    """The first unmistakable name of an agency in a text."""
    return _any_name().search(text)


def short_name(form: str) -> str:
    """The short name for a form that `any_credit` or `named` matched."""
    return _forms()[form]


def _alternatives(forms: list[str]) -> re.Pattern[str]:
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, ordered))})(?!\w)")
