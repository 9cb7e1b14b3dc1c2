"""Why reports were given one origin, in words for a reader."""

from collections.abc import Mapping, Sequence

from readout.link.copying import Copying
from readout.model.record import Reason, Span
from readout.model.text import Article, Fact


def label(article: Article) -> str:
    """What to call a report: its outlet, else its title, else where it came from."""
    named = article.heading.outlet or article.heading.title
    return named.value if named is not None else article.input


def credit(name: str, articles: Sequence[Article]) -> Reason:
    """Articles that credit one newsroom."""
    told = [(article, fact) for article in articles for fact in _told(article)]
    spans = tuple(span for article, fact in told for span in _spans(article, fact))
    reprint = all(article.heading.reprint_of is not None for article in articles)
    verb = "reprinted from" if reprint else "credited to"
    if len(articles) == 1:
        text = f"{_named(articles[0])} is {verb} {name}."
    else:
        text = f"{'Both' if len(articles) == 2 else f'All {len(articles)}'} reports are {verb} {name}."
    return Reason("reprint" if reprint else "credit", text, spans)


def newsroom(article: Article, outlet: Fact) -> Reason:
    """An article on the pages of the newsroom that others credit."""
    text = f"It stands on the pages of {outlet.value}, which other reports name as their source."
    return Reason("own_newsroom", text, _spans(article, outlet))


def outlet(articles: Sequence[Article]) -> Reason:
    """Articles of one outlet that credit nobody else."""
    facts = [(article, article.heading.outlet) for article in articles]
    spans = tuple(span for article, fact in facts if fact for span in _spans(article, fact))
    return Reason("own_newsroom", f"{len(articles)} reports are {label(articles[0])}'s own.", spans)


def copying(
    shared: Copying, articles: Mapping[str, Article], credit_of: Mapping[str, Fact], overruled: Mapping[str, str]
) -> Reason:
    """Two articles that have text in common which is no quotation."""
    left, right = articles[shared.left], articles[shared.right]
    amount = f"{shared.words} words of a reporter's own text, {shared.share:.0%} of the shorter report"
    for one, other in ((left, right), (right, left)):
        if other.id in overruled:
            claim = f"{_named(other)} credits {credit_of[other.id].value}"
            return Reason(
                "same_text", f"{claim}, but is the same text as {_named(one)}: they share {amount}.", shared.spans
            )
        if one.id in credit_of and other.id not in credit_of:
            source = f"{_named(one)}, which credits {credit_of[one.id].value}"
            text = f"{_named(other)} credits no agency, but shares {amount}, with {source}."
            return Reason("uncredited_copy", text, shared.spans)
    return Reason("shared_text", f"{_named(left)} and {_named(right)} share {amount}.", shared.spans)


def _named(article: Article) -> str:
    """An outlet as it calls itself, a title in quotation marks."""
    heading = article.heading
    return f"“{heading.title.value}”" if heading.outlet is None and heading.title is not None else label(article)


def _told(article: Article) -> list[Fact]:
    heading = article.heading
    return [fact for fact in (heading.agency, heading.reprint_of) if fact is not None]


def _spans(article: Article, fact: Fact) -> tuple[Span, ...]:
    return tuple(Span(article.id, span.start, span.end) for span in fact.spans)
