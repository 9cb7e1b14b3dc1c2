"""What time expressions count from: the tense of their sentence, and what the text has told before them."""

import re
from dataclasses import replace

from readout.grammar.tense import Tense, sentence_around, tense_at, tense_beside
from readout.grammar.timex import Expression
from readout.grammar.timex_expression import ANCHOR
from readout.model.notes import TimeKind, TimeMention

_SIDES = {Tense.PAST: "<", Tense.FUTURE: ">"}
_OPENING = re.compile(r"\b(?:(since)|(until|till))\s(?:at\sleast\s|about\s)?(?:the\s)?\Z", re.IGNORECASE)
_CALENDAR = re.compile(r"DCT \?XXXX-\d\d")
_MONTH = re.compile(r"XXXX-\d\d")
_THROUGH = re.compile(r"\s(?:to|through|until|till)\s|\s?[-–]\s?")
_BOUND = re.compile(r"\b(?:since|ended)\s\Z", re.IGNORECASE)
_CLOCK_REACH = 250  # characters back within which a clock time belongs to the day told last
_LONGEST_CHAIN = 8  # steps of a value that later ones may count from
_QUARTER_REACH = 1500  # characters back within which a report's quarter stays the one that is spoken of


_COUNTED = re.compile(r"REF (?:[+-]\d+([DWMQYE])|\S+(WXX-\d))")
_FINENESS = {**dict.fromkeys("D1234567", 0), "W": 1, "M": 2, "Q": 3, "Y": 4, "E": 5}


def _fineness(value: str) -> int:
    """How fine a value is: 0 a day, 1 a week, 2 a month, 3 a quarter or season, 4 a year or more."""
    last = re.sub(r" (?::|/|since|until).*", "", value).split()[-1]
    for form, fineness in _FORMS:
        if form.search(last):
            return fineness
    return 4


_FORMS = (
    (re.compile(r"WXX-\d$|\d\d-\d\d$|\dD$|^DCT$|\d\d-\d\dT|-[a-z]"), 0),
    (re.compile(r"-W\d\d|WE$|\dW$|=W$"), 1),
    (re.compile(r"-\d\d$|\dM$"), 2),
    (re.compile(r"-Q\d|-H\d|-(?:SP|SU|FA|WI)$|\dQ$"), 3),
)


class Narrative:
    """Reads expressions in order and remembers what later ones count from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.date: str | None = None
        self.day: str | None = None
        self.day_end = 0
        self.calendar: str | None = None
        self.calendar_end = 0
        self.quarter: tuple[int, str] | None = None

    def mention(self, expression: Expression) -> TimeMention | None:
        """The mention with a value that depends on nothing but the day of publication.

        None for "the period" where no quarter is being reported on.
        """
        if expression.meaning.startswith("QREF") and self._quarter_before(expression) is None:
            if expression.span.of(self.text).lower().endswith("period"):
                return None
            expression = replace(expression, meaning=expression.meaning.replace("QREF -1y", f"{ANCHOR} -1Y"))
        if expression.meaning.startswith("REF ") and self._is_too_coarse(expression.meaning):
            return TimeMention(expression.span, expression.kind, None)
        value = self._settle(expression)
        self._remember(expression, value)
        return TimeMention(expression.span, expression.kind, value + self._openness(expression))

    def _is_too_coarse(self, meaning: str) -> bool:
        """Whether the date told last is no such stretch as the words count in: "that day" after "in 2018"."""
        counted = _COUNTED.match(meaning)
        return (
            self.date is not None
            and counted is not None
            and _FINENESS[(counted[1] or counted[2])[-1]] < _fineness(self.date)
        )

    def _openness(self, expression: Expression) -> str:
        """The last step, " since" or " until", where the words before say so."""
        if expression.kind not in {TimeKind.DATE, TimeKind.TIME} or "REF" in expression.meaning:
            return ""
        found = _OPENING.search(self.text, max(0, expression.span.start - 22), expression.span.start)
        if found is None:
            return ""
        return " until" if found[2] else " since"

    def _settle(self, expression: Expression) -> str:
        steps = expression.meaning.split()
        if _CALENDAR.match(expression.meaning) and self._same_sentence(expression):
            steps[:2] = [*(self.calendar or "").split(), f"~{steps[1][1:]}"]
        elif self._is_last_of_stretch(expression):
            steps[:2] = [*(self.day or "").split(), f">{steps[1][1:]}"]
        else:
            steps[:1] = self._base(steps[0], expression).split()
        return " ".join(self._side(step, expression) if step.startswith("?") else step for step in steps)

    def _base(self, base: str, expression: Expression) -> str:
        """What the chain counts from: an earlier expression of the text, else the day of publication."""
        match base:
            case "REF":
                return self.date or ANCHOR
            case "DAYREF":
                return self.day if self.day and self._near_day(expression) else f"{ANCHOR} +0D"
            case "QREF":
                return self._quarter_before(expression) or f"{ANCHOR} -1Q"
            case "YREF" | "YDCT":
                quarter = self._quarter_before(expression)
                if quarter is not None:
                    return f"{quarter} -1y"
                return (
                    f"{(self.date if base == 'YREF' and '1y' not in (self.date or '').lower() else None) or ANCHOR} -1Y"
                )
            case _:
                return base

    def _is_last_of_stretch(self, expression: Expression) -> bool:
        """Whether a weekday ends a stretch that the weekday before it began: "Monday through Wednesday"."""
        if self.day is None or not expression.meaning.startswith("DCT ?XXXX-WXX-"):
            return False
        return _THROUGH.fullmatch(self.text, self.day_end, expression.span.start) is not None

    def _same_sentence(self, expression: Expression) -> bool:
        """Whether the sentence has already told a date of the calendar: "on Dec. 7 and Jan. 30" are near each other."""
        return self.calendar is not None and self.calendar_end >= sentence_around(self.text, expression.span).start

    def _quarter_before(self, expression: Expression) -> str | None:
        if self.quarter is None or expression.span.start - self.quarter[0] > _QUARTER_REACH:
            return None
        return self.quarter[1]

    def _near_day(self, expression: Expression) -> bool:
        """Whether the last day told is near enough for a clock time to belong to it."""
        return expression.span.start - self.day_end <= _CLOCK_REACH

    def _side(self, step: str, expression: Expression) -> str:
        """A recurring kind with its side of the day of publication, as the tense of the sentence says."""
        kind = step[1:]
        tense = tense_at(self.text, expression.span)
        if kind.startswith("XXXX-WXX"):
            return f"{'>' if tense is Tense.FUTURE else '<'}{kind}"
        if kind[5] in "QH" or tense is Tense.OPEN:
            return f"~{kind}"
        beside = tense_beside(self.text, expression.span) if _MONTH.fullmatch(kind) else None
        if beside is not None and beside is not Tense.OPEN:
            return f"{_SIDES[beside]}{kind}"
        bound = _BOUND.search(self.text, max(0, expression.span.start - 10), expression.span.start)
        return f"{'' if bound else '~'}{_SIDES[tense]}{kind}"

    def _remember(self, expression: Expression, value: str) -> None:
        if expression.kind not in {TimeKind.DATE, TimeKind.TIME} or value.endswith("_REF"):
            return
        if len(value.split()) > _LONGEST_CHAIN:
            return  # a list of dates: what follows counts from its beginning
        self.date = value
        if _CALENDAR.match(expression.meaning) or re.match(r"\d{4}-\d\d", value):
            self.calendar, self.calendar_end = re.sub(r" (?::T|/)\S+", "", value), expression.span.end
        if (
            expression.kind is TimeKind.DATE
            and re.search(r"XXXX-Q\d|-Q\d| [+-]\d+Q", value)
            and "1y" not in value
            and "y=" not in value
        ):
            self.quarter = (expression.span.end, value)
        if re.search(r"WXX-\d|\d\d-\d\d\b|[+-]\d+D", value):
            self.day = re.sub(r" :T\S+", "", value)
            self.day_end = expression.span.end
