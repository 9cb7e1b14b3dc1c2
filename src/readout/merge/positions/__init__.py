"""Issues and positions of the record: what each party wants, on what, with the words that prove it."""

from readout.merge.positions.positions import record_positions

__all__ = ["record_positions"]
