"""Stances of an article: what parties demand, offer, refuse, threaten, by what they say and do."""

from readout.annotate.stances.stances import with_stances

__all__ = ["with_stances"]
