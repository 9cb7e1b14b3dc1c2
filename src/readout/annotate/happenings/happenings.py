"""Happenings of an article: what happened, will or should, from verbs and from nouns, by the dependency parse."""

import re
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from readout.annotate.happenings.heads import find_heads, find_mentions
from readout.annotate.happenings.parts import Parts
from readout.annotate.happenings.tree import Tree
from readout.annotate.happenings.words import listed
from readout.grammar.quotation import Shape, find
from readout.model.notes import Happening, Notes, TimeMention
from readout.model.text import Article, Role


def with_happenings(article: Article, notes: Notes) -> Notes:
    """The notes with the happenings of the article's running text and headlines; statements are none."""
    parts = Parts(article, notes)
    found = tuple(_happenings(article, notes, parts))
    ahead = parts.ahead - parts.behind
    times = tuple(_ahead(time) if number in ahead else time for number, time in enumerate(notes.times))
    return replace(notes, happenings=found, times=times)


def _ahead(time: TimeMention) -> TimeMention:
    """A weekday or month of something planned lies ahead, whatever the tense of the sentence made of it."""
    return replace(time, value=_BEHIND.sub(r"DCT \1>\2", time.value)) if time.value else time


def _happenings(article: Article, notes: Notes, parts: Parts) -> Iterator[Happening]:
    body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
    read = [(block.span, block.role is Role.HEADLINE) for block in article.blocks if block.role in _READ]
    spoken = [each.span for each in find(article.text, body) if not each.depth and each.shape is not Shape.TITLE]
    labour = not listed("labour").isdisjoint(re.findall(r"[a-z]+", article.text))
    for sentence in notes.sentences:
        headline = next((told for span, told in read if span.start <= sentence.span.start < span.end), None)
        if headline is None or not sentence.words:
            continue
        tree = Tree(article.text, sentence)
        setting = parts.setting(tree, spoken)
        heads = find_heads(tree, setting, labour=labour, headline=headline)
        named = parts.named(tree, find_mentions(tree, heads, setting))
        yield from sorted([*parts.of(tree, heads, setting.quoted, headline=headline), *named], key=attrgetter("head"))


_BEHIND = re.compile(r"\ADCT (~?)<(XXXX-(?:WXX-\d|\d\d)\b)")
_READ = frozenset({Role.HEADLINE, Role.PARAGRAPH})
