"""Who reported first-hand: reports of one agency, reprints, and copies without a credit are one origin.

Credits come first: an agency's copy is that agency's, even where two texts differ. Then what copied text shows, the
greatest share first; then the outlets. Two agencies stay apart, whatever background their texts have in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readout.link import reasons
from readout.link.copying import Copying, find_copying
from readout.link.credits import find_credits, find_overruled, newsroom_key, newsroom_names
from readout.link.dates import settle
from readout.link.grouping import Grouping
from readout.model.links import SharedOrigin, SharedPassage
from readout.model.record import Reason
from readout.model.text import Article, Dating

COPIED_WORDS = 15
"""Copied words that make two reports one origin: about a sentence. Set on the development half of `evals/copies`."""

COPIED_SHARE = 0.04
"""The share of the shorter report that they must be, so that one sentence decides nothing about a long report."""


def find_origins(
    articles: Sequence[Article], passages: Iterable[SharedPassage], datings: Mapping[str, Dating] | None = None
) -> tuple[SharedOrigin, ...]:
    """The origins of the articles, ordered by name: each article is in exactly one, however they are ordered.

    `datings` tell which of two copies came first; without them the articles' own dates do.
    """
    by_id = {article.id: article for article in sorted(articles, key=lambda one: one.id)}
    tracing = _Tracing(by_id, find_copying(by_id, passages), settle(articles) if datings is None else datings)
    return tracing.origins()


@dataclass(frozen=True, slots=True, order=True)
class _Newsroom:
    """A member of the groups that stands for whoever is credited."""

    key: str


_Member = str | _Newsroom


class _Tracing:
    """Joins articles and the newsrooms that they credit, and keeps the reasons."""

    def __init__(
        self, articles: Mapping[str, Article], copying: Sequence[Copying], datings: Mapping[str, Dating]
    ) -> None:
        self._articles = articles
        self._copying = copying
        self._datings = datings
        self._called = reasons.names(articles)
        self._credits = find_credits(articles)
        self._newsrooms = newsroom_names(self._credits)
        self._overruled = find_overruled(self._credits, copying, self._when)
        self._groups: Grouping[_Member] = Grouping([*articles, *map(_Newsroom, self._newsrooms)])
        self._texts: Grouping[str] = Grouping(articles)
        self._because: list[tuple[str, Reason]] = []

    def origins(self) -> tuple[SharedOrigin, ...]:
        """Join in the order of certainty, then name the groups."""
        self._keep_newsrooms_apart()
        self._join_credited()
        self._join_named_outlets()
        self._join_copies()
        self._join_outlets()
        why = defaultdict[_Member, list[Reason]](list)
        for member, reason in self._because:
            why[self._groups.root(member)].append(reason)
        named = {self._groups.root(_Newsroom(key)): name for key, name in self._newsrooms.items()}
        origins = []
        for group in self._article_groups():
            root = self._groups.root(group[0])
            because = tuple(why[root]) or (reasons.alone(self._articles[group[0]], self._called),)
            origins.append(SharedOrigin(named.get(root) or self._name(group), tuple(group), because))
        return tuple(sorted(origins, key=lambda one: (one.name.casefold(), one.articles)))

    def _article_groups(self) -> list[list[str]]:
        groups = ([one for one in group if isinstance(one, str)] for group in self._groups.groups())
        return [sorted(group) for group in groups if group]

    def _keep_newsrooms_apart(self) -> None:
        members = [_Newsroom(key) for key in self._newsrooms]
        for at, one in enumerate(members):
            for other in members[at + 1 :]:
                self._groups.forbid(one, other)

    def _join_credited(self) -> None:
        members: dict[str, list[str]] = defaultdict(list)
        for name, credit in self._credits.items():
            if name not in self._overruled:
                members[newsroom_key(credit.value)].append(name)
        for key, found in sorted(members.items()):
            for name in found:
                self._groups.join(_Newsroom(key), name)
            articles = [self._articles[name] for name in found]
            self._because.append((found[0], reasons.credit(self._newsrooms[key], articles, self._called)))

    def _join_named_outlets(self) -> None:
        """An outlet's own report belongs with those that credit the outlet."""
        for name, article in self._articles.items():
            outlet = article.heading.outlet
            if outlet is None or name in self._credits or newsroom_key(outlet.value) not in self._newsrooms:
                continue
            if self._groups.join(_Newsroom(newsroom_key(outlet.value)), name):
                self._because.append((name, reasons.newsroom(article, outlet)))

    def _join_copies(self) -> None:
        for one in self._copying:
            if one.words < COPIED_WORDS or one.share < COPIED_SHARE or one.widespread:
                continue
            known = self._groups.together(one.left, one.right)
            if self._groups.join(one.left, one.right) and not self._texts.together(one.left, one.right):
                self._texts.join(one.left, one.right)
                if known:
                    reason = reasons.shared_text(one, self._called)
                else:
                    reason = reasons.copying(one, self._credits, self._overruled, self._called)
                self._because.append((one.left, reason))

    def _join_outlets(self) -> None:
        """Reports of one outlet that credit nobody, and share text with nobody else, are one newsroom's."""
        own: dict[str, list[str]] = defaultdict(list)
        for group in self._article_groups():
            outlets = {fact.value for name in group if (fact := self._articles[name].heading.outlet)}
            keys = {newsroom_key(outlet) for outlet in outlets}
            if len(keys) == 1 and not any(name in self._credits for name in group):
                own[keys.pop()] += [name for name in group if self._articles[name].heading.outlet]
        for _, found in sorted(own.items()):
            apart = any(not self._groups.together(found[0], name) for name in found)
            for name in found:
                self._groups.join(found[0], name)
            if apart:
                self._because.append((found[0], reasons.outlet([self._articles[name] for name in sorted(found)])))

    def _when(self, name: str) -> tuple[str, str, str]:
        """For ordering: the earliest first, those without a date last."""
        dating = self._datings[name]
        day = dating.date.iso() if dating.date is not None and dating.date.is_full else "9999"
        return day, dating.time or "99", name

    def _name(self, group: Sequence[str]) -> str:
        """After the earliest report whose outlet is known."""
        named = sorted(group, key=lambda name: (self._articles[name].heading.outlet is None, self._when(name)))
        return reasons.label(self._articles[named[0]])
