"""Figures of the record, and where reports disagree on one."""

from readout.merge.figures.figures import figure_conflicts, record_figures

__all__ = ["figure_conflicts", "record_figures"]
