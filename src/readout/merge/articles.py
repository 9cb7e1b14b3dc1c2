"""Articles as entries of the record."""

from collections.abc import Mapping, Sequence

from readout.model.links import Links, SharedOrigin
from readout.model.record import ArticleEntry, ArticleEvidence, Published, Span, TextBlock
from readout.model.text import Article, Dating, Fact, TextSpan


def article_entries(
    articles: Sequence[Article], links: Links, origin_ids: Mapping[str, str]
) -> tuple[ArticleEntry, ...]:
    """The articles' entries, oldest first, then by the input's name. `origin_ids`: article id to origin id."""
    entries = [_entry(article, links.datings[article.id], origin_ids[article.id]) for article in articles]
    return tuple(
        sorted(
            entries, key=lambda entry: (entry.published.date or "~", entry.published.time or "", entry.input, entry.id)
        )
    )


def origin_by_article(origins: Sequence[SharedOrigin], ids: Sequence[str]) -> dict[str, str]:
    """For each article the id of its origin; `ids` go with `origins`."""
    return {article: id_ for origin, id_ in zip(origins, ids, strict=True) for article in origin.articles}


def _entry(article: Article, dating: Dating, origin: str) -> ArticleEntry:
    heading = article.heading
    return ArticleEntry(
        id=article.id,
        input=article.input,
        url=_value(heading.url),
        title=_value(heading.title),
        outlet=_value(heading.outlet),
        agency=_value(heading.agency),
        byline=tuple(fact.value for fact in heading.byline),
        contributors=tuple(fact.value for fact in heading.contributors),
        dateline=_value(heading.dateline),
        published=_published(article.id, dating),
        language=heading.language,
        text=article.text,
        blocks=tuple(TextBlock(block.role.value, block.start, block.end) for block in article.blocks),
        origin=origin,
        evidence=_evidence(article),
    )


def _published(article: str, dating: Dating) -> Published:
    spans = tuple(_span(article, span) for span in dating.spans)
    return Published(dating.date.iso() if dating.date else None, dating.time, dating.source.value, spans)


def _evidence(article: Article) -> ArticleEvidence:
    heading = article.heading

    def first(fact: Fact | None) -> Span | None:
        return _span(article.id, fact.spans[0]) if fact and fact.spans else None

    def each(facts: tuple[Fact, ...]) -> tuple[Span, ...]:
        return tuple(_span(article.id, fact.spans[0]) for fact in facts if fact.spans)

    return ArticleEvidence(
        title=first(heading.title),
        outlet=first(heading.outlet),
        agency=first(heading.agency),
        byline=each(heading.byline),
        contributors=each(heading.contributors),
        dateline=first(heading.dateline),
        url=first(heading.url),
    )


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _span(article: str, span: TextSpan) -> Span:
    return Span(article, span.start, span.end)
