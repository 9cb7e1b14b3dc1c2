"""Why reports were given one origin, in words for a reader."""

from collections import Counter
from collections.abc import Mapping, Sequence

from readout.link.copying import Copying
from readout.model.record import Reason, Span
from readout.model.text import Article, Fact


def label(article: Article) -> str:
    """What to call a report's newsroom: its outlet, else the report's title, else where it came from."""
    named = article.heading.outlet or article.heading.title
    return named.value if named is not None else article.input


def names(articles: Mapping[str, Article]) -> dict[str, str]:
    """What to call each report in a sentence: its outlet where it has no other report, else its title too."""
    reports = Counter(article.heading.outlet.value for article in articles.values() if article.heading.outlet)
    return {one: _name(article, reports) for one, article in articles.items()}


def _name(article: Article, reports: Counter[str]) -> str:
    outlet, title = article.heading.outlet, article.heading.title
    quoted = None if title is None else f"“{title.value}”"
    if outlet is None:
        return quoted or article.input
    return outlet.value if quoted is None or reports[outlet.value] == 1 else f"{quoted} ({outlet.value})"


def alone(article: Article, called: Mapping[str, str]) -> Reason:
    """An article that nothing ties to another newsroom."""
    text = f"{called[article.id]} credits no other newsroom, and no other report holds its text."
    return Reason("own", text, ())


def credit(newsroom: str, articles: Sequence[Article], called: Mapping[str, str]) -> Reason:
    """Articles that credit one newsroom."""
    told = [(article, fact) for article in articles for fact in _told(article)]
    spans = tuple(dict.fromkeys(span for article, fact in told for span in _spans(article, fact)))
    reprint = all(article.heading.reprint_of is not None for article in articles)
    if len(articles) == 1:
        how = "says that it reprints" if reprint else "is credited to"
        text = f"{called[articles[0].id]} {how} {newsroom}."
    else:
        how = "say that they reprint" if reprint else "are credited to"
        text = f"{'Both' if len(articles) == 2 else f'All {len(articles)}'} reports {how} {newsroom}."
    return Reason("reprint" if reprint else "credit", text, spans)


def newsroom(article: Article, outlet: Fact) -> Reason:
    """An article on the pages of the newsroom that others credit."""
    text = f"This report stands on the pages of {outlet.value} itself, which another report names as its source."
    return Reason("own_newsroom", text, _spans(article, outlet))


def outlet(articles: Sequence[Article]) -> Reason:
    """Articles of one outlet that credit nobody else."""
    facts = [(article, article.heading.outlet) for article in articles]
    spans = tuple(span for article, fact in facts if fact for span in _spans(article, fact))
    return Reason("own_newsroom", f"{len(articles)} reports are {label(articles[0])}'s own.", spans)


def shared_text(shared: Copying, called: Mapping[str, str]) -> Reason:
    """Two articles that have text in common which is no quotation of a third."""
    text = f"{called[shared.left]} and {called[shared.right]} share {_amount(shared)}."
    return Reason("shared_text", text, shared.spans)


def copying(
    shared: Copying, credit_of: Mapping[str, Fact], overruled: Mapping[str, str], called: Mapping[str, str]
) -> Reason:
    """Two articles that only their text joins: a credit is not believed, or one of them gives none."""
    for one, other in ((shared.left, shared.right), (shared.right, shared.left)):
        if other in overruled:
            claim = f"{called[other]} credits {credit_of[other].value}"
            text = f"{claim}, but is the same text as {called[one]}: they share {_amount(shared)}."
            return Reason("same_text", text, shared.spans)
        if one in credit_of and other not in credit_of:
            source = f"{called[one]}, credited to {credit_of[one].value}"
            text = f"{called[other]} and {source}, share {_amount(shared)}."
            return Reason("uncredited_copy", text, shared.spans)
    return shared_text(shared, called)


def _amount(shared: Copying) -> str:
    return f"{shared.words} words that are no quotation of a third, {shared.share:.0%} of the shorter report"


def _told(article: Article) -> list[Fact]:
    heading = article.heading
    return [fact for fact in (heading.agency, heading.reprint_of) if fact is not None]


def _spans(article: Article, fact: Fact) -> tuple[Span, ...]:
    return tuple(Span(article.id, span.start, span.end) for span in fact.spans)
