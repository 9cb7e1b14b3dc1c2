"""Why tellings were taken for one happening, in words for a reader."""

import calendar
from collections.abc import Mapping, Sequence

from readout.link.happenings.telling import Telling
from readout.model.record import Reason, Span
from readout.model.values import When

_MONTHS = tuple(calendar.month_name)[1:]


def reason(rule: str, told: Sequence[Telling], called: Mapping[str, str]) -> Reason:
    """The reason for what one rule joined; `called`: what to call each report in a sentence."""
    spans = {Span(each.article.id, each.happening.head.start, each.happening.head.end) for each in told}
    return Reason(rule, _text(rule, told, called), tuple(sorted(spans)))


def _text(rule: str, told: Sequence[Telling], called: Mapping[str, str]) -> str:
    reports = list(dict.fromkeys(called[each.article.id] for each in told))
    who = f"{_listed(reports)} {'tells' if len(reports) == 1 else 'tell'}"
    words = _listed(list(dict.fromkeys(f"“{each.happening.head.of(each.article.text)}”" for each in told)))
    when = next((dated for each in told if each.when is not None and (dated := day(each.when))), None)
    on = f" on {when}" if when is not None and when[0].isdigit() and " " in when else f" in {when}" if when else ""
    place = next((each.happening.place.of(each.article.text) for each in told if each.happening.place), None)
    there = f" in {place}" if place else ""
    match rule:
        case "same_words":
            return f"{who} it in the same words ({words})."
        case "same_day_place":
            return f"{who} of {words}{there}{on}."
        case "same_day_parties":
            return f"{who} of {words} with the same parties{on}."
        case "same_day" | "same_time":
            return f"{who} of {words}{on}."
        case "same_place":
            return f"{who} of {words}{there}, not always with the day."
        case "same_parties":
            return f"{who} of {words} with the same parties, not always with the day."
        case "same_thing":
            return f"{who} of {words} in much the same words."
        case _:
            return f"{who} of {words} alike but for the day."


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def day(when: When) -> str | None:
    """A date as a reader writes it: "10 January 2022", "January 2022", "2022"."""
    if when.start is None:
        return None
    parts = when.start[:10].split("-")
    named = [str(int(parts[2]))] if len(parts) > 2 else []
    named += [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*named, parts[0]])
