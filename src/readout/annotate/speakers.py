"""Whom the source of each attribution means: names, pronouns, descriptions, and sources without a name.

Where the text leaves it open the chain stays None: a wrong name is worse than none.
"""

import re
from dataclasses import replace

from readout.annotate.descriptions import Descriptions
from readout.annotate.roles import head_noun, posts
from readout.annotate.scene import Appearance, Scene
from readout.grammar.people import PRONOUNS, gender_of, is_paper, is_role
from readout.model.notes import Attribution, Chain, Form, Mention, NameKind, Notes
from readout.model.text import Article, TextSpan

_PRONOUN = re.compile(r"\b(?:" + "|".join(PRONOUNS) + r")\b", re.IGNORECASE)
_SUBJECTS = frozenset({"he", "she"})
_RELATIVE = re.compile(r",?\s+(?:who|which|whose)\Z")
_SUBORDINATE = re.compile(r"\b(?:who|which|whose|that)\b")
_CORE = re.compile(r",|\s(?:who|at|in|of|with|for|from|on|familiar|close|speaking|briefed|to|by|and)\s")
_BEFORE_NAME = re.compile(r"\b(?:for|of|to|by|with|from|against|than|at|in|and)\s(?:the\s)?(?:[\w.’'-]+\s){0,3}\Z")
_PART = re.compile(r"(?:(?!\swho\s)[^,(])+")
_FOLLOWING = re.compile(r"\s([\w-]+)")
_AFTER_NAME = frozenset(
    ("who", "whose", "of", "in", "on", "at", "from", "with", "also", "both", "then", "later", "himself", "herself")
)
_NAME_ALONE = re.compile(r"(?:[Tt]he\s|[Bb]oth\s|[Aa]lso\s)?\Z")
_KIND = re.compile(
    r"(?:[Tt]he\s)?(?:[\w-]+\s){0,2}(?:agency|broadcaster|company|group|newspaper|firm|bank|union|party)\s",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:,\s(?:now\s|then\s|also\s|himself\s|herself\s)?(?:the|a|an|his|her|its)\s[^,.;:“”\"()]{3,80})?"
)
_WHO = {"who": NameKind.PERSON, "which": NameKind.ORGANIZATION}
_SIGNED = re.compile(r"signed by (?:[^.;“”\"]{0,40}, )?(?:[\w-]+ ){0,3}\Z")
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_DEFINITE = frozenset({"the", "this", "that"})


def with_speakers(article: Article, notes: Notes) -> Notes:
    """The notes with posts and parties of chains, pronouns and descriptions in them, and a chain for each source."""
    named = tuple(
        replace(chain, roles=post.roles, party=post.party)
        for chain, post in zip(notes.chains, posts(article, notes), strict=True)
    )
    return resolved(Scene(article, notes, named))


def resolved(scene: Scene) -> Notes:
    """The notes of a scene with all that was resolved."""
    return _Resolver(scene).resolved()


class _Resolver:
    """Goes through an article once, in order, so that each pronoun can rest on those before it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._descriptions = Descriptions(scene)
        self._text = scene.text
        self._notes = scene.notes
        self._mentions = list(scene.notes.mentions)
        self._places = {mention.span: place for place, mention in reversed(list(enumerate(self._mentions)))}
        self._sources: dict[int, int | None] = {}

    def resolved(self) -> Notes:
        """The notes with all that was resolved."""
        spans = {source.start: source for one in self._notes.attributions for source in one.source[:1]}
        pronouns = {found.start(): TextSpan(*found.span()) for found in _PRONOUN.finditer(self._text)}
        described = {span.start: span for span in self._scene.definite()}
        for start in sorted({*spans, *pronouns, *described}):
            if start in spans:
                self._sources[start] = self._source(spans[start])
            elif start in described:
                self._definite(described[start])
            elif not self._scene.in_speech(start) and not any(s.start <= start < s.end for s in spans.values()):
                self._pronoun(pronouns[start], speaks=False)
        told = tuple(self._attributed(one) for one in self._notes.attributions)
        return replace(self._notes, mentions=tuple(self._mentions), chains=tuple(self._scene.chains), attributions=told)

    def _attributed(self, one: Attribution) -> Attribution:
        if not one.source:
            return one
        chain = self._sources.get(one.source[0].start)
        signer = self._signer(one)
        return replace(one, chain=chain if signer is None else signer)

    def _signer(self, one: Attribution) -> int | None:
        """Who signed the statement of a body: “the company said in a statement signed by Ana Orlova”."""
        sentence = self._scene.sentence(one.cue[0].start) if one.cue else None
        if sentence is None or "signed" not in self._text[one.cue[0].end - len("signed") : sentence.span.end].lower():
            return None
        for place, chain in enumerate(self._scene.chains):
            for mention in (self._mentions[i] for i in chain.mentions):
                ahead = self._text[one.cue[0].end - len("signed") : mention.span.start]
                inside = one.cue[0].end <= mention.span.start < sentence.span.end
                if inside and mention.kind is NameKind.PERSON and _SIGNED.search(ahead):
                    return place
        return None

    def _source(self, span: TextSpan) -> int | None:
        words = span.of(self._text).split()
        first = words[0].casefold().strip(",") if words else ""
        if first in PRONOUNS and self._scene.in_speech(span.start):
            return None  # told by somebody who is quoted, of somebody the quotation may have named
        if first in PRONOUNS and len(words) <= (2 if first in _SUBJECTS else 1):
            return self._pronoun(TextSpan(span.start, span.start + len(first)), speaks=True)
        if first in _WHO:
            return self._relative(span, _WHO[first])
        if first == "it" and len(words) <= 2:
            return self._it(span)
        if (chain := self._by_name(span)) is not None:
            return self._appear(span, chain)
        return self._described(span)

    def _appear(self, span: TextSpan, chain: int | None, form: str = "name") -> int | None:
        scene = self._scene
        if scene.paragraph(span.start) is not None:
            gender = gender_of(span.of(self._text)) if chain is None else None
            scene.appear(Appearance(span.start, span.end, chain, subject=True, speaks=True, form=form, gender=gender))
        return chain

    def _mention(self, span: TextSpan, chain: int, form: Form) -> None:
        """A pronoun or description as a mention of its chain."""
        known = self._scene.chains[chain]
        kind = self._mentions[known.mentions[0]].kind if known.mentions else NameKind.PERSON
        place = self._places.setdefault(span, len(self._mentions))
        if place == len(self._mentions):
            self._mentions.append(Mention(span, kind, form, span, known.score))
        if place not in known.mentions:
            ordered = sorted({*known.mentions, place}, key=lambda i: self._mentions[i].span)
            self._scene.chains[chain] = replace(known, mentions=tuple(ordered))

    def _pronoun(self, span: TextSpan, *, speaks: bool) -> int | None:
        scene = self._scene
        gender = PRONOUNS[span.of(self._text).casefold()]
        if scene.paragraph(span.start) is None:
            return None
        chain = scene.antecedent(span, gender, speaks=speaks)
        if chain is not None:
            self._mention(span, chain, Form.PRONOUN)
            if scene.genders[chain] is None:
                scene.genders[chain] = gender
        subject = scene.is_subject(span) or speaks
        scene.appear(Appearance(span.start, span.end, chain, subject, speaks, "pronoun", gender))
        return chain

    def _relative(self, span: TextSpan, kind: NameKind) -> int | None:
        """Whom a "who" or "which" right after a name means, or after a name and its apposition."""
        end = len(self._text[: span.start].rstrip(", "))
        sentence = self._scene.sentence(span.start)
        first = sentence.span.start if sentence is not None else end
        named = [
            (mention.span.end, place)
            for place, chain in enumerate(self._scene.chains)
            for mention in (self._mentions[i] for i in chain.mentions)
            if chain.name and first <= mention.span.start < mention.span.end <= end and mention.kind is kind
        ]
        for after, place in sorted(named, reverse=True):
            if _APPOSED.fullmatch(self._text[after:end]):
                return self._appear(span, place)
        return None

    def _it(self, span: TextSpan) -> int | None:
        found = self._descriptions.it(span.start)
        return None if found is None else self._appear(span, found)

    def _by_name(self, span: TextSpan) -> int | None:
        """The one person whom a source names as its own, else the body or state that it is."""
        inside = [
            (self._mentions[i], place)
            for place, chain in enumerate(self._scene.chains)
            for i in chain.mentions
            if chain.name is not None and _within(self._mentions[i].span, span)
        ]
        named = [(mention, place) for mention, place in inside if self._is_named(mention, place, span)]
        first = _PART.match(self._text, span.start, span.end)  # who follows in an apposition only tells of the first
        ahead = [place for mention, place in named if first is not None and mention.span.end <= first.end()]
        people = set(ahead or [place for _, place in named])
        if people:
            return people.pop() if len(people) == 1 else None
        core = _RELATIVE.sub("", span.of(self._text)).rstrip(" ,")
        whole = [place for mention, place in inside if self._is_whole(mention, span, len(core))]
        return whole[0] if len(set(whole)) == 1 else None

    def _is_named(self, mention: Mention, place: int, span: TextSpan) -> bool:
        """Whether a source names a person as its own, not as the one it belongs to or speaks of."""
        if mention.kind is not NameKind.PERSON:
            return False
        following = _FOLLOWING.match(self._text, mention.span.end, span.end)
        if following is not None and following[1] not in _AFTER_NAME:  # “the Orlova campaign”
            return False
        posts = [role for role in self._scene.chains[place].roles if role.overlaps(span)]
        if any(role.start < mention.span.start <= role.end + 3 for role in posts):
            return True
        before = self._text[span.start : mention.span.start]
        after = self._text[mention.span.end : mention.span.end + 2]
        owned = after[:1] in {"'", "’"} and after[1:2] in {"s", " "}
        return not owned and not _BEFORE_NAME.search(before) and not _SUBORDINATE.search(before)

    def _is_whole(self, mention: Mention, span: TextSpan, length: int) -> bool:
        """Whether a source is a name and no more: “the State Department, which …”."""
        before = self._text[span.start : mention.span.start]
        after = self._text[mention.span.end : span.start + length]
        described = _NAME_ALONE.fullmatch(before) or (not after and _KIND.fullmatch(before))
        return described is not None and (not after or after.startswith((",", " in a statement")))

    def _described(self, span: TextSpan) -> int | None:
        """Whom a description means: somebody named who holds the post, or a source without a name."""
        printed = _RELATIVE.sub("", span.of(self._text)).strip(" ,")
        cut = _CORE.search(printed)
        words = (printed if cut is None else printed[: cut.start()]).split()
        if not words:
            return None
        head, opening = words[-1].casefold().strip(".,'’"), words[0].casefold()
        if is_paper(head):
            return self._paper(span, opening)
        if opening in _INDEFINITE:
            return self._unnamed(span, printed)
        if opening not in _DEFINITE:
            self._unclear(span)
            return None
        found = self._descriptions.holder(span, words)
        if found is None:
            self._unclear(span)
            return None
        self._mention(TextSpan(span.start, span.start + len(printed)), found, Form.NOMINAL)
        return self._appear(span, found, "nominal")

    def _definite(self, span: TextSpan) -> None:
        """“the senator” that is no source, where one named person alone is called so."""
        found = self._descriptions.holder(span, span.of(self._text).split())
        if found is not None and self._scene.chains[found].name is not None and not self._descriptions.is_body(found):
            self._mention(span, found, Form.NOMINAL)
            noun = TextSpan(span.end - len(span.of(self._text).split()[-1]), span.end)
            subject = self._scene.is_subject(noun)
            self._scene.appear(Appearance(noun.start, noun.end, found, subject, form="nominal"))

    def _unclear(self, span: TextSpan) -> None:
        """Somebody speaks, but it is not clear who: later pronouns may not pass over them."""
        head = head_noun(span.of(self._text)).casefold()
        if not head.endswith("s") or is_role(head):
            self._appear(span, None, "nominal")

    def _paper(self, span: TextSpan, opening: str) -> int | None:
        """“the statement said”: the body whose statement was told of right before."""
        last = self._scene.last_speaker(span.start) if opening in _DEFINITE else None
        if last is None or last.chain is None or not self._descriptions.is_body(last.chain):
            return None
        return self._appear(span, last.chain)

    def _unnamed(self, span: TextSpan, printed: str) -> int:
        """A new source that has no name in the text; it may return by its words."""
        core = TextSpan(span.start, span.start + len(printed))
        self._mentions.append(Mention(core, NameKind.PERSON, Form.NOMINAL, core, 1.0))
        chain = Chain((len(self._mentions) - 1,), None, (core,), (), 1.0)
        number = self._scene.add(chain, gender_of(printed))
        self._appear(span, number, "nominal")
        return number


def _within(span: TextSpan, other: TextSpan) -> bool:
    return other.start <= span.start and span.end <= other.end
