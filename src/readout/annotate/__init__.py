"""Article to Notes, each article alone, batch in, batch out."""

from readout.annotate.annotator import annotate, each

__all__ = ["annotate", "each"]
