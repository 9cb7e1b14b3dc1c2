"""The record as one page that opens anywhere: styles and script inside, no network, readable without script."""

import base64
import functools
import hashlib
import re
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from readout.model.record import Record, Span
from readout.present import words
from readout.present.citations import anchor, cited, first_mentions
from readout.present.facts import fact_rows, unknown_facts, web_address
from readout.present.labels import Labels, known_as
from readout.present.marks import marked_blocks, paragraph_number
from readout.present.matrix import matrix
from readout.present.parts import brief_lines, by_kind, by_speaker, contents, dated_events, position_table
from readout.present.sharing import highlights, passage_groups

# HTML cannot hold these: a parser drops or replaces them, and lone surrogates have no UTF-8 form.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def to_html(record: Record) -> str:
    """One self-contained HTML file. Text of the reports is escaped; equal records give equal pages."""
    labels = Labels(record)
    groups = passage_groups(labels)
    style, script, early = _asset("page.css"), _asset("page.js"), "document.documentElement.classList.add('js')"
    page = _environment().get_template("page.html.j2")
    text = page.render(
        record=record,
        labels=labels,
        groups=groups,
        matrix=matrix(labels, groups),
        contents=contents(record, groups),
        panes=_panes(labels, highlights(groups, labels)),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        early=Markup(early),  # noqa: S704 - our own words
        policy=_policy(style, script, early),
        **_vocabulary(labels),
    )
    return _UNPRINTABLE.sub("\ufffd", text)


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
        "brief_lines": brief_lines,
        "by_kind": by_kind,
        "by_speaker": by_speaker,
        "dated_events": dated_events,
        "first_mentions": first_mentions,
        "known_as": functools.partial(known_as, labels=labels),
        "place_of": functools.partial(place_of, labels),
        "position_table": position_table,
        "web_address": web_address,
        "words": words,
    }


def place_of(labels: Labels, span: Span) -> str:
    """Where in its report a span stands, as the margin there says: `¶ 3`, `caption`."""
    article = labels.report(span.article).article
    paragraph = paragraph_number(article, span.start)
    if paragraph is not None:
        return f"¶{paragraph}"
    role = next((block.role for block in article.blocks if block.start <= span.start < block.end), "text")
    return role.replace("_", "-")


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
    return environment


@functools.cache
def _asset(name: str) -> str:
    return resources.files("readout.present").joinpath("templates", name).read_text(encoding="utf-8")


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
