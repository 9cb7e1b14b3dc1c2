"""The outside world to pages: files, archives, JSON, HTML, standard input, polite fetching."""

from readout.read.fetch.fetcher import Fetched, Fetcher
from readout.read.inputs import Harvest, iter_inputs, read_inputs
from readout.read.limits import Limits

__all__ = ["Fetched", "Fetcher", "Harvest", "Limits", "iter_inputs", "read_inputs"]
