"""A small record made by hand: three reports, two origins, hostile text, and every part of the record filled."""

import re
from dataclasses import replace

from readout.model.record import (
    SCHEMA_VERSION,
    ArticleEntry,
    ArticleEvidence,
    BriefSentence,
    Conflict,
    ConflictSide,
    Edit,
    Entity,
    EntityMention,
    EntityRole,
    Event,
    EventDate,
    Figure,
    Issue,
    Origin,
    Passage,
    Position,
    Problem,
    Published,
    Quote,
    QuoteReport,
    Reason,
    Record,
    Span,
    TextBlock,
    Variant,
)

# ruff: noqa: E501 - reports have long lines
FERRY = """Ferry runs aground off Port Amsel, 40 rescued

HARBOUR CITY (NNA) — Rescuers took 40 people off a ferry that ran aground near Port Amsel on Tuesday, the coast guard said. 🚢🌊

“We heard a bang and then nothing,” said Ola Brandt, who was on board. “Then the lights went out.” 😀

The Svala — File photo. <b>Credit: J. Holm/NNA, Tuesday, March 3, 2026</b>

The company that runs the line has promised a full inquiry into how the ship left its course."""

GAZETTE = """Passengers taken off stranded ferry

By Mira Solt

3 March 2026

Rescuers took 40 people off a ferry that ran aground near Port Amsel on Tuesday, the coast guard said.

<script>alert("owned")</script>

“We heard a bang and then nothing,” passenger Ola Brandt said. \u202eNot reversed\u202c

The company that runs the line has promised a full inquiry into how the ship left its course.

Sign up for our newsletter"""

ISLAND = (
    """“A bang and then nothing”: 42 saved at Amsel

Forty-two people were brought ashore, the mayor of Port Amsel said. A\ufeffvery"""
    + "long" * 60
    + """word.

“We heard a bang and then nothing,” Ola Brandt told this paper 👩‍👩‍👧."""
)


def spans_of(article: str, text: str, words: str) -> Span:
    """The first place of some words in an article."""
    start = text.index(words)
    return Span(article, start, start + len(words))


def _blocks(text: str, *roles: str) -> tuple[TextBlock, ...]:
    pieces = list(re.finditer(r"\S[^\n]*", text))
    assert len(pieces) == len(roles)
    return tuple(TextBlock(role, m.start(), m.end()) for role, m in zip(roles, pieces, strict=True))  # type: ignore[arg-type]


def _article(key: str, text: str, roles: str, **known: object) -> ArticleEntry:
    blank = ArticleEntry(
        id=key,
        input=f"reports/{key}.txt",
        url=None,
        title=None,
        outlet=None,
        agency=None,
        byline=(),
        contributors=(),
        dateline=None,
        published=Published(None, None, "unknown", ()),
        language="en",
        text=text,
        blocks=_blocks(text, *roles.split()),
        origin="o-none",
        evidence=ArticleEvidence(None, None, None, (), (), None, None),
    )
    return replace(blank, **known)


def sources() -> Record:
    """What needs no trained model: reports, origins, passages and problems; the later parts are empty."""
    ferry = _article(
        "a-ferry",
        FERRY,
        "headline paragraph paragraph caption paragraph",
        title="Ferry runs aground off Port Amsel, 40 rescued",
        outlet="The Harbour Herald",
        agency="NNA",
        dateline="HARBOUR CITY",
        published=Published("2026-03-03", None, "inferred", (spans_of("a-ferry", FERRY, "Tuesday, March 3, 2026"),)),
        origin="o-nna",
        evidence=ArticleEvidence(
            spans_of("a-ferry", FERRY, "Ferry runs aground off Port Amsel, 40 rescued"),
            None,
            spans_of("a-ferry", FERRY, "NNA"),
            (),
            (),
            spans_of("a-ferry", FERRY, "HARBOUR CITY"),
            None,
        ),
    )
    gazette = _article(
        "a-gazette",
        GAZETTE,
        "headline byline date paragraph paragraph paragraph paragraph promo",
        title="Passengers taken off stranded ferry",
        outlet="Gazette & Post",
        byline=("Mira Solt",),
        url="https://gazette.example/ferry?a=1&b=2",
        published=Published("2026-03-03", "18:05", "stated", (spans_of("a-gazette", GAZETTE, "3 March 2026"),)),
        origin="o-nna",
        evidence=ArticleEvidence(
            spans_of("a-gazette", GAZETTE, "Passengers taken off stranded ferry"),
            None,
            None,
            (spans_of("a-gazette", GAZETTE, "Mira Solt"),),
            (),
            None,
            None,
        ),
    )
    island = _article(
        "a-island",
        ISLAND,
        "headline paragraph paragraph",
        title="“A bang and then nothing”: 42 saved at Amsel",
        url="javascript:alert(1)",
        origin="o-island",
        evidence=ArticleEvidence(
            spans_of("a-island", ISLAND, "“A bang and then nothing”: 42 saved at Amsel"), None, None, (), (), None, None
        ),
    )
    texts = {"a-ferry": FERRY, "a-gazette": GAZETTE, "a-island": ISLAND}
    rescue = "Rescuers took 40 people off a ferry that ran aground near Port Amsel on Tuesday, the coast guard said."
    inquiry = "The company that runs the line has promised a full inquiry into how the ship left its course."
    bang = "We heard a bang and then nothing"
    passages = tuple(
        Passage(words, tuple(spans_of(key, texts[key], words) for key in keys), kind)
        for words, keys, kind in (
            (rescue, ("a-ferry", "a-gazette"), "copied"),
            (inquiry, ("a-ferry", "a-gazette"), "copied"),
            (bang, ("a-ferry", "a-gazette", "a-island"), "quoted"),
        )
    )
    origins = (
        Origin("o-island", "island.txt", ("a-island",), ()),
        Origin(
            "o-nna",
            "NNA",
            ("a-ferry", "a-gazette"),
            (
                Reason("agency", "One credits the agency NNA.", (spans_of("a-ferry", FERRY, "(NNA)"),)),
                Reason("copied", "They share two copied passages.", passages[0].spans + passages[1].spans),
            ),
        ),
    )
    problems = (Problem("reports/<empty>.txt", "read", "The file is empty."),)
    return Record(
        schema_version=SCHEMA_VERSION,
        title="Ferry runs aground off Port Amsel, 40 rescued",
        articles=(gazette, ferry, island),
        origins=origins,
        passages=passages,
        entities=(),
        quotes=(),
        events=(),
        figures=(),
        issues=(),
        positions=(),
        conflicts=(),
        brief=(),
        problems=problems,
    )


def nothing() -> Record:
    """A record of no report at all."""
    return Record(SCHEMA_VERSION, None, *[()] * 12)


def full() -> Record:
    """Every part of the record filled."""
    brandt = spans_of("a-ferry", FERRY, "Ola Brandt")
    bang = "“We heard a bang and then nothing,”"
    lights = "“Then the lights went out.”"
    said = (spans_of("a-ferry", FERRY, bang), spans_of("a-ferry", FERRY, lights))
    forty = (spans_of("a-ferry", FERRY, "40 people"), spans_of("a-gazette", GAZETTE, "40 people"))
    more = (spans_of("a-island", ISLAND, "Forty-two people"),)
    inquiry = (spans_of("a-ferry", FERRY, "a full inquiry"),)
    rescue = (spans_of("a-ferry", FERRY, "Rescuers took 40 people off a ferry"),)
    sentence = "Rescuers took 40 people off a ferry on 3 March."
    return replace(
        sources(),
        entities=(
            Entity(
                "e-brandt",
                "person",
                "Ola Brandt",
                ("Brandt",),
                (EntityRole("passenger", None, (spans_of("a-gazette", GAZETTE, "passenger"),)),),
                None,
                (
                    EntityMention("a-ferry", brandt.start, brandt.end, "name"),
                    EntityMention("a-ferry", brandt.start - 5, brandt.start - 1, "pronoun"),
                ),
                (Reason("name", "The same name in three reports.", (brandt,)),),
            ),
            Entity("e-line", "organization", "The line", (), (), "e-brandt", (), ()),
        ),
        quotes=(
            Quote(
                "q-bang",
                "direct",
                "We heard a bang and then nothing. Then the lights went out.",
                "e-brandt",
                "Ola Brandt",
                "e-line",
                "said",
                "interview",
                "reporters",
                "2026-03-03",
                None,
                (Variant("a-gazette", "We heard a bang and nothing", (("and then nothing", "and nothing"),)),),
                (QuoteReport(said, brandt, None, "We heard", "o-nna"),),
                (),
            ),
            Quote(
                "q-who", "indirect", "a full inquiry would be held", None, None, None, None, None, None, None, None,
                (), (QuoteReport(inquiry, None, None, "a full inquiry", "o-nna"),), (),
            ),
        ),
        events=(
            Event(
                "v-rescue", "happening", EventDate("2026-03-03", "2026-03-03", "day"), "past", False, 1.0,
                "Rescuers took 40 people off a ferry", "near Port Amsel", ("e-line",), rescue, ("a-ferry",), ("o-nna",), (),
            ),
            Event(
                "v-inquiry", "happening", EventDate(None, None, None), "called_for", True, 0.2, "a full inquiry", None,
                (), inquiry, ("a-ferry",), ("o-nna",), (),
            ),
        ),
        figures=(
            Figure(
                "f-forty", "40 people", 40, None, None, "exactly", "person", "people", "rescued", "the coast guard",
                "2026-03", forty, ("o-nna",), (),
            ),
        ),
        issues=(Issue("i-inquiry", "the inquiry", ("inquiry",)),),
        positions=(
            Position(
                "p-inquiry", "e-line", "e-brandt", "promise", "e-brandt", "i-inquiry", "a full inquiry",
                "the ship can be raised", "2026-03-03", "CONSULT", "verbal cooperation", "affirmed", inquiry, (), ("o-nna",),
            ),
            Position(
                "p-other", None, None, "denial", None, None, "off its course", None, None, None, None, "negated", inquiry,
                (), ("o-nna",),
            ),
        ),
        conflicts=(
            Conflict(
                "c-rescued", "figure", "contradicts", "people rescued",
                (
                    ConflictSide("40", ("o-nna",), ("the coast guard",), forty),
                    ConflictSide("42", ("o-island",), ("the mayor of Port Amsel",), more),
                ),
                (Reason("figure", "Both count the people taken off the same ferry.", forty + more),),
            ),
        ),
        brief=(
            BriefSentence(sentence, rescue, (Edit(35, 46, "on Tuesday", rescue[0]),), ("o-nna",)),
        ),
    )  # fmt: skip


def story() -> Record:
    """The full record with more to show: days before and to come, two sides, a quotation in three wordings."""
    record = full()
    bang, event, figure = record.quotes[0], record.events[0], record.figures[0]
    reason = Reason("same_words", "The reports give the same words.", (spans_of("a-ferry", FERRY, "a bang"),))
    ferry = spans_of("a-ferry", FERRY, "“We heard a bang and then nothing,”")
    gazette = spans_of("a-gazette", GAZETTE, "“We heard a bang and then nothing,”")
    island = spans_of("a-island", ISLAND, "“We heard a bang and then nothing,”")
    lights = spans_of("a-ferry", FERRY, "“Then the lights went out.”")
    said = replace(
        bang,
        text="We heard a bang and then nothing,",
        statement="s-1",
        variants=(
            Variant("a-gazette", "We heard a bang and nothing,", (("then", ""),)),
            Variant("a-island", "We heard a loud bang and then nothing,", (("", "loud"),)),
        ),
        reports=tuple(
            QuoteReport((span,), None, None, text, origin)
            for span, text, origin in (
                (ferry, "We heard a bang and then nothing,", "o-nna"),
                (gazette, "We heard a bang and nothing,", "o-nna"),
                (island, "We heard a loud bang and then nothing,", "o-island"),
            )
        ),
        because=(reason,),
    )
    dark = replace(
        bang, id="q-dark", text="Then the lights went out.", statement="s-1", variants=(), because=(reason,),
        reports=(QuoteReport((lights,), None, None, "Then the lights went out.", "o-nna"),),
    )  # fmt: skip
    ashore = spans_of("a-island", ISLAND, "Forty-two people were brought ashore")
    ship = (spans_of("a-ferry", FERRY, "The Svala"),)
    inquiry = (spans_of("a-ferry", FERRY, "a full inquiry"), spans_of("a-gazette", GAZETTE, "a full inquiry"))
    events = (
        replace(event, spans=(*event.spans, ashore), articles=("a-ferry", "a-island"), origins=("o-nna", "o-island")),
        replace(event, id="v-bang", text="a bang", date=EventDate("2026-03-03T06:40", "2026-03-03T06:40", "minute"),
                spans=(spans_of("a-ferry", FERRY, "a bang"),), salience=0.4),
        replace(event, id="v-board", text="the board meets", date=EventDate("2026-03-09", "2026-03-09", "day"),
                status="scheduled", spans=inquiry[:1], salience=0.5),
        replace(event, id="v-launch", text="The Svala is launched", date=EventDate("1998", "1998", "year"),
                background=True, spans=ship, salience=0.1, place=None),
        record.events[1],
    )  # fmt: skip
    promise = record.positions[0]
    blame = replace(
        promise, id="p-blame", party="e-brandt", speaker="e-brandt", act="accusation", target="e-line",
        text="how the ship left its course", condition=None, date="2026-03-04",
        spans=(spans_of("a-ferry", FERRY, "how the ship left its course"),),
    )  # fmt: skip
    denial = replace(promise, id="p-denial", act="denial", condition=None, date="2026-03-05", spans=inquiry[1:])
    names = replace(record.entities[0], party="e-line")
    more = replace(
        figure, id="f-more", text="Forty-two people", value=42, holder="the mayor of Port Amsel",
        spans=(spans_of("a-island", ISLAND, "Forty-two people"),), origins=("o-island",),
    )  # fmt: skip
    return replace(
        record,
        entities=(names, record.entities[1]),
        quotes=(said, dark, record.quotes[1]),
        events=events,
        figures=(figure, more),
        positions=(promise, blame, denial, record.positions[1]),
        brief=(
            *record.brief,
            BriefSentence(
                "Forty-two people were brought ashore, the mayor of Port Amsel said.", (ashore,), (), ("o-island",)
            ),
        ),
    )
