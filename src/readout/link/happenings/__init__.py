"""Happenings that several reports tell, each once."""

from readout.link.happenings.happenings import find_happenings

__all__ = ["find_happenings"]
