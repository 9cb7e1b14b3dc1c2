"""Articles, notes and links to the Record, one file for each part of it."""

from readout.merge.brief import BRIEF_WORDS
from readout.merge.record import merge

__all__ = ["BRIEF_WORDS", "merge"]
