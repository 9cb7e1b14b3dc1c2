"""Sentences that a brief may be made of: those of the reports' running text, each with where it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from readout.grammar.quotation import find
from readout.merge.brief.syntax import Tree
from readout.merge.sources import Sources
from readout.model.notes import Notes, Sentence
from readout.model.text import Article, Role, TextSpan

_FEWEST, _MOST = 6, 70  # words; shorter ones tell nothing alone, longer ones are lists
_RUN_ON = re.compile(r"[a-z] (?:The|A|An|It|He|She|They) [a-z]")  # a headline or caption ran into the sentence
_STAMPED = re.compile(  # a picture's caption that cleaning took for the opening
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}\.\Z"
)
_SURE = 12  # words from which a verb that is not the first makes a sentence, whatever the parse says of its subject
_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}\Z")
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of a report's running text. `place` counts from the report's first; `paragraph` likewise.

    `quoted` are the stretches of the article between quotation marks that reach into the sentence, marks included.
    """

    article: str
    origin: str
    text: str  # the article's
    span: TextSpan
    tree: Tree
    vector: NDArray[np.float64]
    place: int
    paragraph: int
    first: bool  # in its paragraph
    quoted: tuple[TextSpan, ...]

    @property
    def key(self) -> tuple[str, int]:
        """What tells the sentence from all others, in the record's own order."""
        return self.article, self.span.start

    def words(self) -> str:
        """The sentence as printed."""
        return self.span.of(self.text)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a stretch of the article stands between quotation marks."""
        return any(one.start <= start and end <= one.end for one in self.quoted)


def tellings(sources: Sources) -> list[Telling]:
    """Every sentence of the reports' paragraphs, in the order of the reports and of their texts."""
    return [
        telling
        for name, article in sources.articles.items()
        if name in sources.notes
        for telling in _of_article(article, sources.notes[name], sources.origins)
    ]


def _of_article(article: Article, notes: Notes, origins: Mapping[str, str]) -> Iterator[Telling]:
    paragraphs = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
    quotations = [one.span for one in find(article.text, paragraphs) if not one.depth]
    place, before = 0, -1
    for home, sentence in _joined(article.text, paragraphs, quotations, notes.sentences):
        yield Telling(
            article=article.id,
            origin=origins[article.id],
            text=article.text,
            span=sentence.span,
            tree=Tree(article.text, sentence.words),
            vector=_vector(sentence),
            place=place,
            paragraph=home,
            first=home != before,
            quoted=tuple(one for one in quotations if one.overlaps(sentence.span)),
        )
        place, before = place + 1, home


def _joined(
    text: str, paragraphs: Sequence[TextSpan], quotations: Sequence[TextSpan], sentences: Sequence[Sentence]
) -> Iterator[tuple[int, Sentence]]:
    """The sentences with their paragraphs; what was parted inside a quotation or behind "U.S." is one again."""
    held: tuple[int, Sentence] | None = None
    for sentence in sorted(sentences, key=lambda one: one.span):
        home = next((n for n, block in enumerate(paragraphs) if _holds(block, sentence.span)), None)
        if home is None or not sentence.words:
            continue
        if held is not None and held[0] == home and _is_parted(text, quotations, held[1], sentence):
            held = home, _one(held[1], sentence)
            continue
        if held is not None:
            yield held
        held = home, sentence
    if held is not None:
        yield held


def _is_parted(text: str, quotations: Sequence[TextSpan], left: Sentence, right: Sentence) -> bool:
    if _ABBREVIATED.search(left.span.of(text)) and text[right.span.start].isupper():
        return right.words[0].tag in {"PROPN", "NOUN", "ADJ"}
    end, start = left.span.end, right.span.start
    return any(one.start < end and start < one.end and end < one.end - 1 for one in quotations)


def _one(left: Sentence, right: Sentence) -> Sentence:
    """Two sentences as one: the main clause of the shorter hangs on the other's."""
    count = len(left.words)
    words = [*left.words, *(replace(word, head=word.head + count if word.head >= 0 else -1) for word in right.words)]
    roots = [place for place, word in enumerate(words) if word.head < 0]
    main = roots[0] if count >= len(right.words) else roots[-1]
    words = [
        replace(word, head=main, relation="parataxis") if word.head < 0 and place != main else word
        for place, word in enumerate(words)
    ]
    vector: NDArray[np.float64] = np.zeros(0)
    if left.vector and right.vector:
        vector = np.asarray(left.vector) * len(left.span) + np.asarray(right.vector) * len(right.span)
        vector /= max(float(np.linalg.norm(vector)), 1e-12)
    return Sentence(TextSpan(left.span.start, right.span.end), tuple(vector.tolist()), tuple(words))


def _holds(outer: TextSpan, inner: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _vector(sentence: Sentence) -> NDArray[np.float64]:
    return np.asarray(sentence.vector or [0.0], dtype=np.float64)


def is_whole(telling: Telling) -> bool:
    """Whether a sentence is one: with a finite verb and a stop, no question, no list, no line of a table."""
    words, tree = telling.words(), telling.tree
    if not _FEWEST <= len(words.split()) <= _MOST or "\n" in words.strip() or not _END.search(words):
        return False
    if words.rstrip("\"'”’»)] ").endswith(("?", "...", "…")) or "|" in words:
        return False
    places = range(len(tree.words))
    if _RUN_ON.search(words) and not telling.quoted:
        return False
    return _finite(tree) and not any(_is_command(tree, place) or _is_glued(tree, place) for place in places)


def _is_glued(tree: Tree, place: int) -> bool:
    """Whether a clause begins with a capital and nothing before it: a caption or headline ran into the sentence."""
    word = tree.words[place]
    verbal = word.tag in _VERBAL or tree.child(place, "cop") is not None
    if not verbal or not _has_subject(tree, place):
        return False
    if word.relation not in {"parataxis", "conj", "ccomp", "advcl", "root", "dep"}:
        return False
    subject = min(
        one for one in tree.children(place) if tree.words[one].relation.startswith(("nsubj", "csubj", "expl"))
    )
    first = min(tree.subtree(subject))
    if first == 0 or tree.forms[first] not in {"the", "a", "an", "it", "he", "she", "they", "this", tree.forms[0]}:
        return False
    return tree.form(first)[0].isupper() and tree.words[first - 1].tag in {"NOUN", "PROPN", "NUM", "ADV"}


def _is_command(tree: Tree, place: int) -> bool:
    """Whether a verb tells the reader what not to do ("but don't expect him to go")."""
    below = tree.children(place)
    forms = {tree.forms[child] for child in below}
    spoken = any(tree.words[child].relation.startswith(("nsubj", "expl", "csubj")) for child in below)
    shared = tree.words[place].relation == "conj" and tree.words[place].head >= 0 and "but" not in forms
    return tree.words[place].tag == "VERB" and forms >= {"do", "n't"} and not spoken and not shared


def _finite(tree: Tree) -> bool:
    """Whether the main clause has a subject and a verb: no caption, no headline, no command."""
    root = tree.root
    if root is None or _STAMPED.search(tree.text[tree.words[0].span.start : tree.words[-1].span.end]):
        return False
    if len(tree.words) >= _SURE and any(_tells(tree, place) for place in range(1, len(tree.words))):
        return True
    return any(
        _has_subject(tree, place)
        for place, word in enumerate(tree.words)
        if word.relation in {"root", "conj", "ccomp", "parataxis"}
    )


def _tells(tree: Tree, place: int) -> bool:
    """Whether a verb that is no participle of a noun stands behind something that could be its subject."""
    word = tree.words[place]
    aside = word.relation.startswith(("acl", "xcomp", "amod", "advcl"))
    return word.tag in _VERBAL and not aside and not tree.forms[place].endswith("ing")


def _has_subject(tree: Tree, place: int) -> bool:
    below = [tree.words[child].relation for child in tree.children(place)]
    verbal = tree.words[place].tag in _VERBAL or any(one.startswith(("cop", "aux")) for one in below)
    return verbal and any(one.startswith(("nsubj", "csubj", "expl")) for one in below)
