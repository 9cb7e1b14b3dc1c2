"""Articles and links to the record: each part made by its own file, in the contract's order."""

from collections.abc import Sequence
from dataclasses import replace

from readout.merge.articles import article_entries, origin_by_article
from readout.merge.brief import BRIEF_WORDS, record_brief
from readout.merge.conflicts import in_order, quote_conflicts
from readout.merge.entities import entity_id, record_entities
from readout.merge.events import date_conflicts, record_events
from readout.merge.figures import figure_conflicts, record_figures
from readout.merge.origins import origin_ids, record_origins
from readout.merge.passages import record_passages
from readout.merge.positions import record_positions
from readout.merge.quotes import newsroom_origins, record_quotes
from readout.merge.sources import Sources
from readout.merge.title import record_title
from readout.model.links import Links
from readout.model.notes import Notes
from readout.model.record import SCHEMA_VERSION, Problem, Record
from readout.model.text import Article


def merge(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    links: Links,
    problems: Sequence[Problem],
    *,
    brief_words: int = BRIEF_WORDS,
) -> Record:
    """The record of one story; `notes` go with `articles`, whose order does not matter."""
    record, sources = before_brief(articles, notes, links, problems)
    return replace(record, brief=record_brief(record, sources, brief_words))


def before_brief(
    articles: Sequence[Article], notes: Sequence[Notes], links: Links, problems: Sequence[Problem]
) -> tuple[Record, Sources]:
    """The record with no brief yet, and what it was made from."""
    by_id = {article.id: article for article in articles}
    ids = origin_ids(links.origins)
    origin_of = origin_by_article(links.origins, ids)
    entries = article_entries(articles, links, origin_of)
    notes_by_id = {each.article: each for each in notes}
    sources = Sources(
        articles={entry.id: by_id[entry.id] for entry in entries},
        notes={entry.id: notes_by_id[entry.id] for entry in entries if entry.id in notes_by_id},
        datings=links.datings,
        entities={chain: entity_id(each) for each in links.entities for chain in each.chains},
        origins=origin_of,
        newsrooms=newsroom_origins(links.utterances, by_id, links.origins, ids),
    )
    quotes = record_quotes(links.utterances, sources)
    entities = record_entities(links.entities, by_id, notes_by_id, links.datings)
    issues, positions = record_positions(links.issues, quotes, sources, entities)
    conflicts = [
        *quote_conflicts(quotes),
        *figure_conflicts(links.figures, sources),
        *date_conflicts(links.happenings, sources),
    ]
    record = Record(
        schema_version=SCHEMA_VERSION,
        title=record_title(entries),
        articles=entries,
        origins=record_origins(links.origins, ids),
        passages=record_passages(links.passages, by_id),
        entities=entities,
        quotes=quotes,
        events=record_events(links.happenings, sources),
        figures=record_figures(links.figures, sources),
        issues=issues,
        positions=positions,
        conflicts=in_order(conflicts),
        brief=(),
        problems=tuple(sorted(problems, key=lambda problem: (problem.input, problem.stage, problem.message))),
    )
    return record, sources
