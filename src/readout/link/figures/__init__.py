"""Figures that measure the same thing, joined within a report and across reports."""

from readout.link.figures.figures import find_figures

__all__ = ["find_figures"]
