"""Figures of an article: every quantity that it states, with its unit, what it measures and who gives it."""

from readout.annotate.figures.figures import with_figures

__all__ = ["with_figures"]
