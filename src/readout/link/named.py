"""A name in one report: a chain with the forms that its mentions print, and how names are compared."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.grammar.people import PRONOUNS, Gender, gender_of_name
from readout.model.notes import Chain, Form, Mention, NameKind, Notes
from readout.model.record import Span
from readout.model.text import Article, TextSpan

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")  # "C.I.A."


@dataclass(frozen=True, slots=True)
class Named:
    """A chain of one article, with the forms that its mentions print."""

    article: Article
    notes: Notes
    chain: Chain
    place: int

    @property
    def name(self) -> str:
        """The name of the chain."""
        return self.chain.name or ""

    def spans(self) -> Iterable[TextSpan]:
        """Where it is named, in order."""
        return (each.span for each in self._names())

    def kinds(self) -> Counter[NameKind]:
        """How often it was read as a name of each kind."""
        return Counter(each.kind for each in self._names())

    def gender(self) -> Gender | None:
        """The gender that its pronouns, else its given name tell."""
        mentions = [self.notes.mentions[i] for i in self.chain.mentions]
        votes = Counter(
            PRONOUNS.get(each.span.of(self.article.text).casefold()) for each in mentions if each.form is Form.PRONOUN
        )
        parts = self.name.split()
        told = gender_of_name(parts[0]) if len(parts) > 1 else None
        return told or max(votes, key=lambda gender: votes[gender], default=None)

    def _names(self) -> list[Mention]:
        """The mentions by name; a pronoun or description tells nothing of it."""
        mentions = [self.notes.mentions[i] for i in self.chain.mentions]
        return [each for each in mentions if each.form in {Form.NAME, Form.METONYM}]


def is_person(each: Named, kinds: Mapping[str, NameKind]) -> bool:
    """Whether a name was mostly read as a person's; `kinds` by folded name."""
    return kinds[fold(each.name)] is NameKind.PERSON


def name_parts(name: str) -> list[str]:
    """The words of a name in small letters, initials left out where more is spelt."""
    spelt = [part.casefold().strip(".,") for part in name.split()]
    return [part for part in spelt if len(part) > 1] or spelt


def fold(name: str) -> str:
    """A name as it is compared: small letters, no article, no points in acronyms."""
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), name)
    return " ".join(plain.casefold().removeprefix("the ").replace("’", "'").split())


def first_span(each: Named) -> Span:
    """Where it is named first."""
    span = next(iter(each.spans()))
    return Span(each.article.id, span.start, span.end)
