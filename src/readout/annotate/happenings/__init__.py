"""Happenings of an article: what happened, will or should, from verbs and from nouns, by the dependency parse."""

from readout.annotate.happenings.happenings import with_happenings

__all__ = ["with_happenings"]
