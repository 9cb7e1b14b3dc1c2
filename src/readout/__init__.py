"""Readout reads many news reports of one unfolding event and writes the one sourced record of it."""

__version__ = "0.1.0"
