"""Articles and links to the record: each part made by its own file, in the contract's order."""

from collections.abc import Sequence

from readout.merge.articles import article_entries, origin_by_article
from readout.merge.origins import origin_ids, record_origins
from readout.merge.passages import record_passages
from readout.merge.title import record_title
from readout.model.links import Links
from readout.model.record import SCHEMA_VERSION, Problem, Record
from readout.model.text import Article


def merge(articles: Sequence[Article], links: Links, problems: Sequence[Problem]) -> Record:
    """The record of one story. The order of the articles does not matter; problems are sorted by input."""
    ids = origin_ids(links.origins)
    entries = article_entries(articles, links, origin_by_article(links.origins, ids))
    return Record(
        schema_version=SCHEMA_VERSION,
        title=record_title(entries),
        articles=entries,
        origins=record_origins(links.origins, ids),
        passages=record_passages(links.passages, {article.id: article for article in articles}),
        entities=(),
        quotes=(),
        events=(),
        figures=(),
        issues=(),
        positions=(),
        conflicts=(),
        brief=(),
        problems=tuple(sorted(problems, key=lambda problem: (problem.input, problem.stage, problem.message))),
    )
