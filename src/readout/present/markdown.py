"""The record as Markdown, for those who paste it elsewhere."""

from readout.model.record import BriefSentence, Conflict, Event, Figure, Position, Quote, Record, Span
from readout.present import words
from readout.present.citations import first_mentions
from readout.present.disputes import Disputes, version
from readout.present.labels import Labels
from readout.present.markdown_sources import origins, passages, reports
from readout.present.markup import because, behind, cites, escape, notes, table
from readout.present.parts import by_kind, by_subject, once, rests_on, said_in
from readout.present.people import Speaker, speakers, spoken_spans
from readout.present.stands import courses, holder, stand_table, verb
from readout.present.timeline import Day, chronicle, hour
from readout.present.wordings import differences


def to_markdown(record: Record) -> str:
    """The whole record but the reports' texts. `[2:120–180]` cites characters 120 to 180 of report 2."""
    labels = Labels(record)
    sections = (
        ("In brief", _brief(labels)),
        ("What happened, and when", _timeline(labels)),
        ("Who wants what", _positions(labels)),
        ("Who said what", _quotes(labels)),
        ("Where the reports disagree", _conflicts(labels)),
        ("Figures", _figures(labels)),
        ("People and places", _entities(labels)),
        ("Origins", origins(labels)),
        ("Shared passages", passages(labels)),
        ("Reports", reports(labels)),
        ("Not used", _problems(labels)),
    )
    parts = [_masthead(labels), *(f"## {heading}\n\n{body}" for heading, body in sections if body)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _masthead(labels: Labels) -> str:
    title = escape(labels.record.title) or "The record"
    text = f"# {title}\n\n{labels.standfirst()}"
    if labels.reports:
        text += f" In {words.listing(escape(name) for name in labels.outlets())}."
        text += "\n\nEach citation [report:start–end] names the report by its number below and the characters in it."
    return text


def _brief(labels: Labels) -> str:
    disputes = Disputes(labels.record)
    return "\n\n".join(_sentence(sentence, disputes, labels) for sentence in labels.record.brief)


def _sentence(sentence: BriefSentence, disputes: Disputes, labels: Labels) -> str:
    told = (
        behind(rests_on(sentence), sentence.origins, labels),
        "**in dispute**" if disputes.of(rests_on(sentence), said_in(sentence)) else None,
    )
    return f"{escape(sentence.text)}{notes(told)}{cites(sentence.cites, labels)}"


def _timeline(labels: Labels) -> str:
    story = chronicle(labels.record)
    blocks = [
        ("Background", story.background),
        (None, story.past),
        ("Still to come when the last report was written", story.coming),
        ("Lesser happenings", story.lesser),
        ("No date given", (Day(None, None, story.undated),) if story.undated else ()),
    ]
    return "\n\n".join(
        "\n\n".join([*([f"### {name}"] if name else []), *(_day(day, labels) for day in days)])
        for name, days in blocks
        if days
    )


def _day(day: Day, labels: Labels) -> str:
    head = f"**{' '.join(filter(None, (day.weekday, day.name)))}**\n\n" if day.name else ""
    return head + "\n".join(_event(event, labels) for event in day.events)


def _event(event: Event, labels: Labels) -> str:
    tags = (
        {"scheduled": "announced", "called_for": "called for"}.get(event.status or ""),
        "state" if event.kind == "state" else None,
        hour(event),
        escape(event.place),
        behind(event.spans, event.origins, labels),
    )
    return f"- {escape(event.text)}{notes(tags)}{cites(event.spans, labels)}"


def _positions(labels: Labels) -> str:
    blocks = []
    found = stand_table(labels.record)
    for row in found.rows:
        held = [position for _, cell in row.cells for position in cell] + list(row.other)
        lines = [f"**{escape(words.sentence(labels.issue(row.issue) or 'Other matters'))}**", ""]
        blocks.append("\n".join([*lines, *(_position(position, labels) for position in held)]))
    if found.alone:
        lone = [_position(position, labels) for _, positions in found.alone for position in positions]
        blocks.append("\n".join(["**Matters to which one side alone speaks**", "", *lone]))
    moved = [
        f"- {escape(labels.entity(course.party)) or 'Party not clear'} on {escape(labels.issue(course.issue))}: "
        + "; ".join(
            f"{words.date(day)} {words.listing(dict.fromkeys(verb(position) for position in positions))}"
            for day, positions in course.steps
        )
        for course in courses(labels.record)
    ]
    return "\n\n".join([*blocks, *(["**From one day to the next**\n\n" + "\n".join(moved)] if moved else [])])


def _position(held: Position, labels: Labels) -> str:
    who = escape(labels.entity(holder(held))) or "Party not clear"
    target = f" → {escape(labels.entity(held.target))}" if held.target else ""
    condition = f" (on condition: {escape(held.condition)})" if held.condition else ""
    speaker = escape(labels.entity(held.speaker)) if held.speaker != holder(held) else None
    told = (escape(labels.issue(held.issue)), speaker, words.date(held.date), behind(held.spans, held.origins, labels))
    return f"- {who} **{verb(held)}**{target}: {escape(held.text)}{condition}{notes(told)}{cites(held.spans, labels)}"


def _quotes(labels: Labels) -> str:
    return "\n\n".join(_speaker(speaker, labels) for speaker in speakers(labels.record, labels))


def _speaker(speaker: Speaker, labels: Labels) -> str:
    roles = [escape(role.text) for role in speaker.entity.roles[:3]] if speaker.entity else []
    party = f"for {escape(speaker.party)}" if speaker.party else None
    head = f"**{escape(speaker.name) or 'Speaker not clear'}**{notes((*roles, party))}"
    lines = [
        "".join(_quote(quote, labels) + "\n" for quote in statement.quotes).rstrip("\n")
        + because(statement.because, labels)
        for statement in speaker.statements
    ]
    return "\n".join([head, "", *lines])


def _quote(quote: Quote, labels: Labels) -> str:
    spans = spoken_spans(quote)
    text = f"“{escape(quote.text)}”" if quote.kind == "direct" else escape(quote.text)
    told = (
        escape(quote.channel),
        f"relayed by {escape(labels.entity(quote.via))}" if quote.via else None,
        words.date(quote.said_on),
        behind(spans, (row.origin for row in quote.reports), labels),
    )
    variants = "".join(
        f"\n  - Report {labels.report(variant.article).number} {escape(differences(variant))}"
        for variant in quote.variants
        if labels.knows(variant.article)
    )
    return f"- {text}{notes(told)}{cites(spans, labels)}{variants}"


def _conflicts(labels: Labels) -> str:
    return "\n\n".join(_conflict(conflict, labels) for conflict in labels.record.conflicts)


def _conflict(conflict: Conflict, labels: Labels) -> str:
    verdict = "contradict each other" if conflict.verdict == "contradicts" else "differ"
    lines = [f"**{escape(words.sentence(conflict.about))}** (the reports {verdict})", ""]
    for side in conflict.sides:
        holders = words.listing(escape(labels.entity(holder)) for holder in side.holders)
        told = notes((holders, behind(side.spans, side.origins, labels)))
        lines.append(f"- {escape(version(conflict, side))}{told}{cites(side.spans, labels)}")
    return "\n".join(lines) + because(once(conflict.because), labels).replace("\n  -", "\n-")


def _figures(labels: Labels) -> str:
    rows = (
        _figure(figure, subject, labels) for subject, figures in by_subject(labels.record.figures) for figure in figures
    )
    return table(("Of what", "Figure", "Who says so", "Behind it"), rows)


def _figure(figure: Figure, subject: str | None, labels: Labels) -> tuple[str, ...]:
    as_of = f" ({words.date(figure.as_of)})" if figure.as_of else ""
    return (
        escape(subject or figure.unit_text),
        escape(figure.text) + as_of,
        escape(labels.entity(figure.holder)) or "the report",
        behind(figure.spans, figure.origins, labels) + cites(figure.spans, labels),
    )


def _entities(labels: Labels) -> str:
    blocks = []
    for heading, members in by_kind(labels.record.entities):
        lines = [f"**{heading}**", ""]
        for entity in members:
            roles = [f"{escape(role.text)}{cites(role.spans, labels)}" for role in entity.roles]
            party = f"for {escape(labels.entity(entity.party))}" if entity.party else None
            firsts: tuple[Span, ...] = first_mentions(entity)
            told = notes((*roles, party))
            lines.append(f"- {escape(entity.name)}{told}{cites(firsts, labels)}{because(entity.because, labels)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _problems(labels: Labels) -> str:
    return "\n".join(f"- {escape(problem.input)}: {escape(problem.message)}" for problem in labels.record.problems)
