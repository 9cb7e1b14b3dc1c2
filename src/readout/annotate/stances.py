"""Stances of an article: what parties demand, offer, refuse, threaten, by what they say and do."""

from readout.model.notes import Notes
from readout.model.text import Article


def with_stances(article: Article, notes: Notes) -> Notes:  # noqa: ARG001 - filled next
    """The notes with the stances of the article's text."""
    return notes
