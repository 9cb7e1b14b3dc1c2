"""The outside world to pages: files, archives, JSON, HTML, standard input, polite fetching."""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.read.fetch.fetcher import Fetched, Fetcher
    from readout.read.inputs import Harvest, iter_inputs, read_inputs
    from readout.read.limits import Limits

__all__ = ["Fetched", "Fetcher", "Harvest", "Limits", "iter_inputs", "read_inputs"]

_HOMES = {
    "Fetched": "fetch.fetcher",
    "Fetcher": "fetch.fetcher",
    "Harvest": "inputs",
    "Limits": "limits",
    "iter_inputs": "inputs",
    "read_inputs": "inputs",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    """Loads a module when one of its names is first asked for, so that importing this room costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
