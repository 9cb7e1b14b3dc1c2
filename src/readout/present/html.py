"""The record as one page that opens anywhere: styles and script inside, no network, readable without script."""

import base64
import functools
import hashlib
import re
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from readout.compare.records import Difference
from readout.compare.reports import Comparison, compare_reports, nearest, plain, told, worded
from readout.model.record import Event, Quote, Record, Span
from readout.present import people, stands, timeline, wordings, words
from readout.present.citations import anchor, cited, first_mentions
from readout.present.difference import sections
from readout.present.disputes import Disputes, version
from readout.present.facts import fact_rows, unknown_facts, web_address
from readout.present.labels import Labels, known_as
from readout.present.marks import marked_blocks
from readout.present.matrix import matrix
from readout.present.parts import (
    MOST_FIGURES,
    borrowed,
    brief_lines,
    by_kind,
    by_subject,
    contents,
    once,
    rests_on,
    said_in,
)
from readout.present.places import citation_groups, place_of, with_sources
from readout.present.sharing import highlights, passage_groups
from readout.present.strip import strip

# HTML cannot hold these: a parser drops or replaces them, and lone surrogates have no UTF-8 form.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_STYLES = (
    "type",
    "evidence",
    "masthead",
    "rows",
    "timeline",
    "positions",
    "people",
    "figures",
    "sources",
    "compare",
    "difference",
)
_LAYOUT = ("reading", "desk", "phone", "print")  # in this order: later rules override earlier ones
_SCRIPTS = ("reading", "search", "filters", "compare", "copy")
_EARLY = "document.documentElement.classList.add('js')"


def to_html(record: Record, since: Difference | None = None) -> str:
    """One self-contained HTML file. Text of the reports is escaped; equal records give equal pages.

    `since`: what differs from an earlier record, to be told on the page.
    """
    style = "".join(_asset(f"{name}.css") for name in (*_STYLES, *_LAYOUT))
    script = "".join(_asset(f"{name}.js") for name in _SCRIPTS)
    page = _environment().get_template("page.html.j2")
    text = page.render(
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        early=Markup(_EARLY),  # noqa: S704 - our own words
        policy=_policy(style, script, _EARLY),
        **content(record, since),
    )
    return _UNPRINTABLE.sub("\ufffd", text)


def content(record: Record, since: Difference | None = None) -> dict[str, Any]:
    """What the templates of the sections are rendered with, on this page or on a server's."""
    labels = Labels(record)
    groups = passage_groups(labels)
    story = timeline.chronicle(record)
    return {
        "record": record,
        "labels": labels,
        "disputes": Disputes(record),
        "contents": contents(record, difference=since),
        "difference": sections(since) if since else (),
        "chronicle": story,
        "strip": strip(story, labels),
        "stand_table": (table := stands.stand_table(record)),
        "sides": dict.fromkeys((*table.parties, *table.others, *(party for party, _ in table.alone))),
        "stand_dates": stands.dates(record),
        "courses": stands.courses(record),
        "speakers": people.speakers(record, labels),
        "silent": people.silent(record),
        "groups": groups,
        "matrix": matrix(labels, groups),
        "panes": _panes(labels, highlights(groups, labels)),
        "brief_with_sources": "\n\n".join(with_sources(s.text, rests_on(s), labels) for s in record.brief),
        **_pair(record, labels),
        **_vocabulary(labels),
    }


def _pair(record: Record, labels: Labels) -> dict[str, Any]:
    """The two reports that are compared to begin with, and what stands ready for any others."""
    pair = nearest(record)
    if pair is None:
        return {"comparison": None, "worded": (), "neither": (), "told_order": {}}
    left, right = sorted(pair, key=lambda article: labels.report(article).number)
    first: Comparison = compare_reports(record, left, right)
    shown = {thing.id for things in (first.both, first.left_only, first.right_only) for thing in things}
    things = told(record)
    return {
        "comparison": first,
        "worded": worded(record),
        "neither": tuple(thing for thing in things if thing.id not in shown),
        "told_order": {thing.id: place for place, thing in enumerate(things)},
    }


def _panes(labels: Labels, marks: dict[str, Any]) -> list[tuple[Any, Any, Any, Any]]:
    """(label, facts, unknown facts, blocks) for each report."""
    spans: dict[str, list[Span]] = {}
    for span in cited(labels.record):
        spans.setdefault(span.article, []).append(span)
    return [
        (
            report,
            fact_rows(report.article, labels),
            unknown_facts(report.article),
            marked_blocks(report.article, spans.get(report.article.id, ()), marks.get(report.article.id, ())),
        )
        for report in labels.reports
    ]


def _vocabulary(labels: Labels) -> dict[str, Any]:
    """What the templates may say: names of functions that lay out, none that decides."""
    return {
        "anchor": anchor,
        "borrowed": borrowed,
        "brief_lines": brief_lines,
        "by_kind": by_kind,
        "by_number": lambda forms: sorted(
            (form for form in forms if labels.knows(form[0].article)),
            key=lambda form: labels.report(form[0].article).number,
        ),
        "by_subject": by_subject,
        "citation_groups": lambda spans, origins=None: citation_groups(spans, labels, origins),
        "differences": wordings.differences,
        "event_facts": functools.partial(event_facts, labels),
        "first_mentions": first_mentions,
        "holder": stands.holder,
        "known_as": functools.partial(known_as, labels=labels),
        "marked": wordings.marked,
        "most_alone": stands.MOST_ALONE,
        "most_figures": MOST_FIGURES,
        "most_in_cell": stands.MOST_IN_CELL,
        "open_quotes": people.OPEN_QUOTES,
        "origins_of": people.origins_of,
        "place_of": functools.partial(place_of, labels),
        "quote_facts": functools.partial(quote_facts, labels),
        "report_number": lambda article: labels.report(article).number,
        "once": once,
        "rests_on": rests_on,
        "said_in": said_in,
        "spoken_spans": people.spoken_spans,
        "tone": stands.tone,
        "verb": stands.verb,
        "version": version,
        "web_address": web_address,
        "when": timeline.when,
        "with_sources": functools.partial(with_sources, labels=labels),
        "wordings": lambda quote: tuple(w for w in wordings.wordings(quote) if labels.ordered(w.spans)),
        "words": words,
    }


def event_facts(labels: Labels, event: Event) -> tuple[str, ...]:
    """Hour, place and who took part, as far as told."""
    who = words.listing(filter(None, map(labels.entity, event.participants[:6])))
    return tuple(filter(None, (timeline.hour(event), event.place, who)))


def quote_facts(labels: Labels, quote: Quote, speaker: people.Speaker) -> tuple[str, ...]:
    """How and when it was said: the source's words, the day, the cue, the channel, to whom, through whom."""
    source = quote.speaker_text if quote.speaker_text and quote.speaker_text != speaker.name else None
    to = labels.entity(quote.addressee)
    via = labels.entity(quote.via)
    facts = (
        words.date(quote.said_on),
        f"{source} {quote.cue}" if source and quote.cue else source or quote.cue,
        quote.channel,
        f"to {to}" if to else None,
        f"relayed by {via}" if via else None,
    )
    return tuple(filter(None, facts))


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("readout.present"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["anchor"] = anchor
    environment.filters["plain"] = plain
    return environment


@functools.cache
def _asset(name: str) -> str:
    return resources.files("readout.present").joinpath("assets", name).read_text(encoding="utf-8")


def _policy(style: str, *scripts: str) -> str:
    """A content security policy that lets the page's own style and scripts run, and nothing else, and no network."""
    allowed = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {allowed}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
