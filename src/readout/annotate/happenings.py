"""Happenings of an article: what happened, will or should, from verbs and from nouns."""

from readout.model.notes import Notes
from readout.model.text import Article


def with_happenings(article: Article, notes: Notes) -> Notes:  # noqa: ARG001 - filled next
    """The notes with the happenings of the article's text."""
    return notes
