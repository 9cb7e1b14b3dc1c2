"""Quotations in the JSON form of BBC Citron, so that its users can change over.

The form is that of docs/data_format.md and of `Quote.to_json` in https://github.com/bbc/citron. Each report is a line
of JSON: `text`, `quotes` with `sources`, `coreferences`, `cue` and `contents`, and `coreference_groups`. As Citron
puts it out, `sources` hold the speaker's name and `coreferences` the words that stood for it ("she"); where the source
names its speaker itself, or nobody in the report does, `sources` hold the source. Offsets are code points.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from importlib.metadata import version
from typing import TypeAlias

from readout.model.record import ArticleEntry, Entity, Quote, Record, Span

_MARKS = frozenset("\"“”„«»'‘’")
_Extent: TypeAlias = tuple[int, int]
_Said: TypeAlias = tuple[_Extent | None, _Extent | None, str | None]  # cue, source, speaker


def to_citron(record: Record, quotes: Sequence[Quote] | None = None) -> str:
    """Each report as a line of JSON with what it quotes; `quotes`: only these of the record's."""
    chosen = record.quotes if quotes is None else quotes
    entities = {entity.id: entity for entity in record.entities}
    lines = (json.dumps(_document(each, chosen, entities), ensure_ascii=False) for each in record.articles)
    return "".join(f"{line}\n" for line in lines)


def _document(article: ArticleEntry, quotes: Sequence[Quote], entities: dict[str, Entity]) -> dict[str, object]:
    """One report. Sentences said with one cue are one quote with several contents, as Citron has them."""
    contents: dict[_Said, list[_Extent]] = defaultdict(list)
    for quote in quotes:
        for row in quote.reports:
            if row.spans[0].article == article.id:
                said = (_extent(row.cue), _extent(row.source), quote.speaker)
                contents[said] += [_marked(article.text, (span.start, span.end)) for span in row.spans]
    ordered = sorted(((sorted(set(spans)), said) for said, spans in contents.items()), key=lambda pair: pair[0])
    made = [_quote(article, said, spans, entities) for spans, said in ordered]
    groups = [_spans(article.text, _mentions(entity, article.id)) for entity in entities.values()]
    return {
        "text": article.text,
        "quotes": made,
        "coreference_groups": [group for group in groups if len(group) > 1],
        "source": {"application": "readout", "version": version("readout"), "input": article.input},
    }


def _quote(
    article: ArticleEntry, said: _Said, contents: Sequence[_Extent], entities: dict[str, Entity]
) -> dict[str, object]:
    cue, source, speaker = said
    name = _name(article, source, entities.get(speaker or ""))
    sources = [name or source] if source else [name] if name else []
    at = cue or (contents[0][0], contents[0][0])  # words in print alone have no cue: it is empty
    return {
        "sources": _spans(article.text, sources),
        "coreferences": _spans(article.text, [source] if source and name else []),
        "cue": _spans(article.text, [at])[0],
        "contents": _spans(article.text, contents),
    }


def _name(article: ArticleEntry, source: _Extent | None, speaker: Entity | None) -> _Extent | None:
    """The speaker's name nearest before a source that does not hold it, else the first in the report."""
    if speaker is None:
        return None
    named = [(one.start, one.end) for one in speaker.mentions if one.article == article.id and one.form == "name"]
    if not named or (source is not None and any(source[0] <= start < source[1] for start, _ in named)):
        return None
    before = [extent for extent in named if source is not None and extent[1] <= source[0]]
    return before[-1] if before else named[0]


def _mentions(entity: Entity, article: str) -> list[_Extent]:
    return [(one.start, one.end) for one in entity.mentions if one.article == article]


def _marked(text: str, extent: _Extent) -> _Extent:
    """A content with the quotation marks beside it, which Citron counts in."""
    start, end = extent
    start -= text[start - 1 : start] in _MARKS and start > 0
    end += text[end : end + 1] in _MARKS
    return start, end


def _extent(span: Span | None) -> _Extent | None:
    return None if span is None else (span.start, span.end)


def _spans(text: str, extents: Sequence[_Extent]) -> list[dict[str, int | str]]:
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in extents]
