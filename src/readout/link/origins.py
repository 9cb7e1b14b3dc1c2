"""Who reported first-hand: reports of one agency, reprints, and copies without a credit are one origin.

Credits come first: an agency's copy is that agency's, even where two texts differ. Then what copied text shows, the
greatest share first; then the outlets. Two agencies stay apart, whatever background their texts have in common.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readout.clean.agencies import credited
from readout.link import reasons
from readout.link.copying import Copying, find_copying
from readout.link.dates import settle
from readout.link.grouping import Grouping
from readout.model.links import SharedOrigin, SharedPassage
from readout.model.record import Reason
from readout.model.text import Article, Dating, Fact

COPIED_WORDS = 20
"""Words of a reporter's own text that make two reports one origin."""

COPIED_SHARE = 0.04
"""The share of the shorter report that they must be."""

SAME_TEXT = 0.8
"""The share from which two reports are one text, whatever they are credited to."""


def find_origins(
    articles: Sequence[Article], passages: Iterable[SharedPassage], datings: Mapping[str, Dating] | None = None
) -> tuple[SharedOrigin, ...]:
    """The origins of the articles, ordered by name: each article is in exactly one, however they are ordered.

    `datings` tell which of two copies came first; without them the articles' own dates do.
    """
    by_id = {article.id: article for article in sorted(articles, key=lambda one: one.id, reverse=True)}
    ordered = dict(sorted(by_id.items()))
    tracing = _Tracing(ordered, find_copying(ordered, passages), settle(articles) if datings is None else datings)
    return tracing.origins()


@dataclass(frozen=True, slots=True, order=True)
class _Newsroom:
    """A member of the groups that stands for whoever is credited. `key` is its name without case and dressing."""

    key: str


_Member = str | _Newsroom


class _Tracing:
    """Joins articles and the newsrooms that they credit, and keeps the reasons."""

    def __init__(
        self, articles: Mapping[str, Article], copying: Sequence[Copying], datings: Mapping[str, Dating]
    ) -> None:
        self.articles = articles
        self.copying = copying
        self.datings = datings
        self.credits = {name: credit for name, article in articles.items() if (credit := _credit(article))}
        self.overruled = self._overruled()
        self.names = self._names()
        newsrooms = [_Newsroom(key) for key in sorted(self.names)]
        self.groups: Grouping[_Member] = Grouping([*articles, *newsrooms])
        for at, one in enumerate(newsrooms):
            for other in newsrooms[at + 1 :]:
                self.groups.forbid(one, other)
        self.texts: Grouping[str] = Grouping(articles)
        self.reasons: list[tuple[str, Reason]] = []

    def origins(self) -> tuple[SharedOrigin, ...]:
        """Join in the order of certainty, then name the groups."""
        self._join_credited()
        self._join_named_outlets()
        self._join_copies()
        self._join_outlets()
        groups = [[one for one in group if isinstance(one, str)] for group in self.groups.groups()]
        origins = [self._origin(sorted(group)) for group in groups if group]
        return tuple(sorted(origins, key=lambda one: (one.name.casefold(), one.articles)))

    def _overruled(self) -> dict[str, str]:
        """Articles whose credit another one's contradicts for the very same text, with the article that is believed."""
        same: Grouping[str] = Grouping(self.articles)
        for one in self.copying:
            if one.share >= SAME_TEXT:
                same.join(one.left, one.right)
        overruled: dict[str, str] = {}
        for group in same.groups():
            credited_ones = [name for name in group if name in self.credits]
            keys = Counter(_key(self.credits[name].value) for name in credited_ones)
            if len(keys) > 1:
                believed = min(
                    credited_ones, key=lambda name: (-keys[_key(self.credits[name].value)], self._when(name))
                )
                key = _key(self.credits[believed].value)
                overruled |= {name: believed for name in credited_ones if _key(self.credits[name].value) != key}
        return overruled

    def _names(self) -> dict[str, str]:
        """The newsrooms credited, and how each is printed most often."""
        printed: dict[str, Counter[str]] = {}
        for credit in self.credits.values():
            printed.setdefault(_key(credit.value), Counter())[credit.value] += 1
        return {key: min(forms, key=lambda form: (-forms[form], form)) for key, forms in printed.items()}

    def _join_credited(self) -> None:
        for key, name in sorted(self.names.items()):
            members = [
                one for one, fact in self.credits.items() if _key(fact.value) == key and one not in self.overruled
            ]
            for member in members:
                self.groups.join(_Newsroom(key), member)
            if members:
                self._because(members[0], reasons.credit(name, [self.articles[one] for one in members]))

    def _join_named_outlets(self) -> None:
        """An outlet's own report belongs with those that credit the outlet."""
        for name, article in self.articles.items():
            outlet = article.heading.outlet
            if outlet is None or name in self.credits or _key(outlet.value) not in self.names:
                continue
            if self.groups.join(_Newsroom(_key(outlet.value)), name):
                self._because(name, reasons.newsroom(article, outlet))

    def _join_copies(self) -> None:
        for one in self.copying:
            if one.words < COPIED_WORDS or one.share < COPIED_SHARE:
                continue
            if self.groups.join(one.left, one.right) and not self.texts.together(one.left, one.right):
                self.texts.join(one.left, one.right)
                self._because(one.left, reasons.copying(one, self.articles, self.credits, self.overruled))

    def _join_outlets(self) -> None:
        """Two reports of one outlet's own are one newsroom's."""
        sizes = Counter(self.groups.root(name) for name in self.articles)
        free: dict[str, list[str]] = {}
        for name, article in self.articles.items():
            outlet = article.heading.outlet
            if outlet and sizes[self.groups.root(name)] == 1 and name not in self.credits:
                free.setdefault(_key(outlet.value), []).append(name)
        for names in free.values():
            for other in names[1:]:
                self.groups.join(names[0], other)
            if len(names) > 1:
                self._because(names[0], reasons.outlet([self.articles[name] for name in names]))

    def _because(self, member: str, reason: Reason) -> None:
        self.reasons.append((member, reason))

    def _when(self, name: str) -> tuple[str, str, str]:
        """For ordering: the earliest first, those without a date last."""
        dating = self.datings[name]
        day = dating.date.iso() if dating.date is not None and dating.date.is_full else "9999"
        return day, dating.time or "99", name

    def _origin(self, group: Sequence[str]) -> SharedOrigin:
        reasons = tuple(reason for member, reason in self.reasons if self.groups.together(member, group[0]))
        return SharedOrigin(self._name(group), tuple(group), reasons)

    def _name(self, group: Sequence[str]) -> str:
        for key, name in self.names.items():
            if self.groups.together(_Newsroom(key), group[0]):
                return name
        named = sorted(group, key=lambda name: (self.articles[name].heading.outlet is None, *self._when(name)))
        return reasons.label(self.articles[named[0]])


def _credit(article: Article) -> Fact | None:
    """Whose copy an article says it is."""
    heading = article.heading
    if heading.agency is not None:
        return heading.agency
    if heading.reprint_of is not None:
        short = credited(heading.reprint_of.value)
        return Fact(short, heading.reprint_of.spans) if short else heading.reprint_of
    short = credited(heading.outlet.value) if heading.outlet is not None else None
    return Fact(short, heading.outlet.spans) if short and heading.outlet else None


def _key(name: str) -> str:
    bare = name.casefold().strip().removeprefix("www.").removeprefix("the ")
    return " ".join(bare.split())
