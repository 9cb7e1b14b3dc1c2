"""The record as JSON-LD in the vocabulary of schema.org, for knowledge graphs and search engines.

Reports are `NewsArticle`, quotations `Quotation`, happenings `Event`; figures and positions are `Claim`, without
ratings: the record says who claims what and judges nobody. Evidence is a part of a report named as RFC 5147 names the
characters of a plain text (`#char=120,180`: code points from 120 up to 180).
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from readout.model.record import ArticleEntry, Entity, Event, Figure, Position, Quote, Record, Span

Node = dict[str, Any]

_ENTITY_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "country": "Country",
    "group": "Organization",
}


def to_jsonld(record: Record) -> str:
    """One `@graph`. Ids of the record are local names (`#q-12ab`); unknown values are left out, never null."""
    graph = {"@context": "https://schema.org", "@graph": [_bare(node) for node in _nodes(record)]}
    return json.dumps(graph, ensure_ascii=False, indent=2) + "\n"


def _nodes(record: Record) -> Iterator[Node]:
    known = {entity.id for entity in record.entities}
    yield from (_article(each) for each in record.articles)
    yield from (_entity(each) for each in record.entities)
    yield from (_quote(each) for each in record.quotes)
    yield from (_event(each) for each in record.events)
    yield from (_figure(each, known) for each in record.figures)
    yield from (_position(each) for each in record.positions)


def _bare(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [], "")}


def _link(name: str | None) -> Node | None:
    return {"@id": f"#{name}"} if name else None


def _links(names: Iterable[str]) -> list[Node]:
    return [{"@id": f"#{name}"} for name in names]


def _evidence(spans: Iterable[Span]) -> list[Node]:
    return [
        {
            "@type": "CreativeWork",
            "@id": f"#{span.article}#char={span.start},{span.end}",
            "isPartOf": {"@id": f"#{span.article}"},
        }
        for span in spans
    ]


def _article(one: ArticleEntry) -> Node:
    publisher = one.outlet and {"@type": "Organization", "name": one.outlet}
    source = one.agency and {"@type": "Organization", "name": one.agency}
    return {
        "@type": "NewsArticle",
        "@id": f"#{one.id}",
        "headline": one.title,
        "url": one.url,
        "author": [{"@type": "Person", "name": name} for name in one.byline],
        "contributor": [{"@type": "Person", "name": name} for name in one.contributors],
        "publisher": publisher,
        "sourceOrganization": source,
        "dateline": one.dateline,
        "datePublished": one.published.date if one.published.date and one.published.date[0].isdigit() else None,
        "inLanguage": one.language,
    }


def _entity(one: Entity) -> Node:
    roles = [role.text for role in one.roles]
    node = {
        "@type": _ENTITY_TYPES[one.kind],
        "@id": f"#{one.id}",
        "name": one.name,
        "alternateName": list(one.aliases),
    }
    if one.kind == "person":
        return {**node, "jobTitle": roles, "affiliation": _link(one.party)}
    belongs = _link(one.party) if _ENTITY_TYPES[one.kind] == "Organization" else None
    return {**node, "description": roles, "parentOrganization": belongs}


def _quote(one: Quote) -> Node:
    return {
        "@type": "Quotation",
        "@id": f"#{one.id}",
        "text": one.text,
        "creator": _link(one.speaker),
        "creditText": one.speaker_text,
        "dateCreated": one.said_on,
        "citation": _evidence(span for row in one.reports for span in row.spans),
    }


def _event(one: Event) -> Node:
    scheduled = "https://schema.org/EventScheduled" if one.status == "scheduled" else None
    return {
        "@type": "Event",
        "@id": f"#{one.id}",
        "name": one.text,
        "startDate": one.date.start,
        "endDate": one.date.end,
        "eventStatus": scheduled,
        "location": one.place and {"@type": "Place", "name": one.place},
        "about": _links(one.participants),
        "subjectOf": _evidence(one.spans),
    }


def _figure(one: Figure, known: set[str]) -> Node:
    holder = one.holder and (_link(one.holder) if one.holder in known else {"@type": "Thing", "name": one.holder})
    value = {
        "@type": "QuantitativeValue",
        "value": one.value,
        "minValue": one.low,
        "maxValue": one.high,
        "unitText": one.unit,
    }
    return {
        "@type": "Claim",
        "@id": f"#{one.id}",
        "text": one.text,
        "about": {**_bare(value), **_bare({"name": one.measures, "description": one.qualifier})},
        "creator": holder,
        "temporal": one.as_of,
        "appearance": _evidence(one.spans),
    }


def _position(one: Position) -> Node:
    return {
        "@type": "Claim",
        "@id": f"#{one.id}",
        "name": f"no {one.act}" if one.polarity == "negated" else one.act,
        "text": one.text,
        "creator": _link(one.party),
        "about": [node for node in (_link(one.target),) if node],
        "dateCreated": one.date,
        "appearance": _evidence(one.spans),
    }
