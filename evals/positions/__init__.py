"""Positions: labelled statements of five corpora, how they were drawn and read, and the scorer."""
