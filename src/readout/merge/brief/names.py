"""Who is who in a brief: the first time with post and full name, then by the last name."""

import re
from collections import Counter
from collections.abc import Iterator

from readout.merge.brief.context import Context, Named, is_name
from readout.merge.brief.lexicon import vocabulary
from readout.merge.brief.references import Reference
from readout.merge.brief.sentences import Telling
from readout.merge.brief.wording import Put, Wording
from readout.model.record import Entity, Span
from readout.model.text import TextSpan

_BARE_BEFORE = re.compile(r"(?:\A|[\s(\[“\"‘'—–-])\Z")
_MODIFIED = re.compile(r"(?:['’]s|[\w.’'-]*[A-Za-z]\.?)\s+\Z")
_PARTED = frozenset(',;:—–-(["“”‘')
_CAPITALS = re.compile(
    r"(?:(?:[A-Z][\w.'’-]*|[a-z]{1,3}|al-\w+)(?: |\Z))+"
)  # a name, and no verb that was taken with it
_EPITHET = re.compile(r"\w[\"”’]\Z")  # "Crooked" Jane Doe
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? \Z")


class Introductions:
    """Names as a reader needs them who begins at the brief's first sentence; to be asked sentence by sentence."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: set[str] = set()

    def named(self, telling: Telling, wording: Wording, references: tuple[Reference, ...]) -> Wording:
        """The sentence with names for its references, and each person told in full where he is new."""
        todo: list[tuple[TextSpan, Entity, Reference | Named]] = [
            (one.span, one.entity, one) for one in references if wording.keeps(one.span.start, one.span.end)
        ]
        todo += [
            (one.mention.span, one.entity, one)
            for one in self._context.within(telling.article, telling.span)
            if one.entity is not None
            and one.entity.kind == "person"
            and is_name(one)
            and wording.keeps(one.mention.span.start, one.mention.span.end)
            and not any(one.mention.span.overlaps(other.span) for other in references)
        ]
        for span, entity, one in sorted(todo, key=lambda each: each[0]):
            if telling.is_quoted(span.start, span.end):
                continue
            new = entity.id not in self._known
            self._known.add(entity.id)
            if isinstance(one, Reference):
                wording = wording.having(self._for_reference(one, telling, new=new))
            elif new:
                wording = self._introduced(telling, wording, span, entity)
            else:
                wording = self._shortened(telling, wording, span, entity)
        return wording

    def _for_reference(self, reference: Reference, telling: Telling, *, new: bool) -> Put:
        source = self._source(reference.entity, telling, short=not new)
        words = self._context.printed(source)
        if reference.possessive:
            words += "’" if words.endswith("s") and "’" in telling.words() else "’s"
        return Put(reference.span, words, source)

    def _source(self, entity: Entity, telling: Telling, *, short: bool) -> Span:
        """Where the words for an entity are printed: in the same report if it has them."""
        context = self._context
        names = [one for one in entity.mentions if one.form == "name"] or list(entity.mentions)
        spans = [Span(one.article, one.start, one.end) for one in names]
        wanted = _surname(entity, context) if short else None
        fitting = [one for one in spans if context.printed(one) == wanted] if wanted else []
        if short and fitting:
            return min(fitting, key=lambda one: (one.article != telling.article, one))
        titled = [] if short else list(self._titled(entity))
        if titled:
            count = Counter(context.printed(one).casefold() for one in titled)
            common = [one for one in titled if count[context.printed(one).casefold()] == max(count.values())]
            return min(common, key=lambda one: (one.article != telling.article, one.end - one.start, one))
        return self._name(entity, telling)

    def _name(self, entity: Entity, telling: Telling) -> Span:
        """Where the name is printed in full, without a post."""
        context = self._context
        every = [Span(one.article, one.start, one.end) for one in entity.mentions if one.form == "name"]
        spans = [one for one in every if _CAPITALS.fullmatch(context.printed(one))]
        spans = spans or every or [Span(one.article, one.start, one.end) for one in entity.mentions]
        best = max(len(context.printed(one).split()) for one in spans)
        full = [one for one in spans if len(context.printed(one).split()) == best]
        return min(full, key=lambda one: (one.article != telling.article, one))

    def _titled(self, entity: Entity) -> Iterator[Span]:
        """Where a post stands right before the full name."""
        starts = {(one.article, one.start): one for one in entity.mentions if one.form == "name"}
        for role in entity.roles:
            for span in role.spans:
                name = starts.get((span.article, span.end + 1))
                if name is None or len(self._context.printed(Span(name.article, name.start, name.end)).split()) < 2:
                    continue
                before = self._context.articles[span.article].text[: span.start]
                if _is_free(before):
                    yield Span(span.article, span.start, name.end)

    def _introduced(self, telling: Telling, wording: Wording, span: TextSpan, entity: Entity) -> Wording:
        """The name with the post before it, where the sentence tells neither."""
        courtesy = _COURTESY.search(telling.text[: span.start], telling.span.start)
        if courtesy is not None and wording.keeps(courtesy.start(), span.end):
            span = TextSpan(courtesy.start(), span.end)
        before, after = telling.text[telling.span.start : span.start], telling.text[span.end : span.end + 3]
        if not _is_free(before) or after.startswith(("’s", "'s")) or self._has_post(telling, span, entity):
            return wording
        if _is_part(telling, span):
            return wording
        explained = after.startswith((", ", " ("))
        source = self._name(entity, telling) if explained else self._source(entity, telling, short=False)
        words = self._context.printed(source)
        if not _tells_more(words, span.of(telling.text)):
            return wording
        return wording.having(Put(span, words, source))

    def _has_post(self, telling: Telling, span: TextSpan, entity: Entity) -> bool:
        near = [one for role in entity.roles for one in role.spans if one.article == telling.article]
        return any(one.end <= span.start <= one.end + 2 or span.end <= one.start <= span.end + 4 for one in near)

    def _shortened(self, telling: Telling, wording: Wording, span: TextSpan, entity: Entity) -> Wording:
        """The last name alone, where the post and the rest of the name can be cut."""
        name, short = span.of(telling.text), _surname(entity, self._context)
        if short is None or not name.endswith(f" {short}"):
            return wording
        start = span.start
        for role in entity.roles:
            for one in role.spans:
                if one.article == telling.article and one.end + 1 == span.start and one.start >= telling.span.start:
                    start = min(start, one.start)
        cut = TextSpan(start, span.end - len(short))
        if not _is_free(telling.text[telling.span.start : start]) or not wording.keeps(cut.start, cut.end):
            return wording
        return wording.without(cut)


def _tells_more(words: str, name: str) -> bool:
    """Whether one wording of a name has more than another, initials aside."""
    known = {part.strip(".").casefold() for part in name.split()}
    return any(len(part.strip(".")) > 1 and part.strip(".").casefold() not in known for part in words.split())


def _is_part(telling: Telling, span: TextSpan) -> bool:
    """Whether a name is part of another word's ("the Obama campaign")."""
    tree = telling.tree
    inside = tree.within(span.start, span.end)
    heads = {tree.words[place].head for place in inside} - set(inside)
    return any(
        head > max(inside) and tree.words[place].relation == "compound"
        for place in inside
        for head in heads
        if tree.words[place].head == head
    )


def _surname(entity: Entity, context: Context) -> str | None:
    """The last name by which reports call a person, if nobody else of the story has it."""
    last = entity.name.split()[-1]
    known = last in entity.aliases and context.surnames.get(last, 0) == 1
    return last if known and entity.kind == "person" else None


def _is_free(before: str) -> bool:
    """Whether a name that follows has nothing before it that belongs to it: no title, no possessive, no nationality."""
    if _BARE_BEFORE.search(before) is None:
        return False
    last = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    if not last or last[-1] in _PARTED:
        return not _EPITHET.search(last)
    return last.casefold() in vocabulary("names", "apart")
