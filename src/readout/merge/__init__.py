"""Articles, notes and links to the Record, one file for each part of it."""

from readout.merge.record import merge

__all__ = ["merge"]
