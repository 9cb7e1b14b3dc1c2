"""Readers of the public corpora and their splits, shared by training and evals; not part of the wheel."""
