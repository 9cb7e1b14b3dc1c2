"""Readout reads many news reports of one unfolding event and writes the one sourced record of it.

    articles, problems = readout.read(["reports/"])
    record = readout.build(articles, problems)
    print(readout.to_markdown(record))

The names below are the whole public API. Each is loaded when it is first used, so that importing costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

import readout.read  # noqa: F401 - see below

if TYPE_CHECKING:
    from readout.compare.records import diff
    from readout.errors import InputError, NotAnArticle, ReadoutError, RecordError, Unreadable, UsageError
    from readout.model.codec import schema
    from readout.model.record import Record
    from readout.model.text import Article
    from readout.pipeline import build, read
    from readout.present import (
        from_json,
        to_bibtex,
        to_cameo,
        to_csl,
        to_csv,
        to_docx,
        to_html,
        to_ics,
        to_json,
        to_jsonl,
        to_jsonld,
        to_markdown,
        to_plover,
    )
    from readout.read import Limits

# Importing the room `readout.read` sets an attribute of the same name as the function. It is loaded here and its
# attribute taken away, so that `readout.read` is the function, loaded like the other names when it is first used.
del globals()["read"]

__version__ = "0.1.0"

__all__ = [
    "Article",
    "InputError",
    "Limits",
    "NotAnArticle",
    "ReadoutError",
    "Record",
    "RecordError",
    "Unreadable",
    "UsageError",
    "build",
    "diff",
    "from_json",
    "read",
    "schema",
    "to_bibtex",
    "to_cameo",
    "to_csl",
    "to_csv",
    "to_docx",
    "to_html",
    "to_ics",
    "to_json",
    "to_jsonl",
    "to_jsonld",
    "to_markdown",
    "to_plover",
]

_HOMES = {
    "Article": "readout.model.text",
    "Limits": "readout.read",
    "Record": "readout.model.record",
    "build": "readout.pipeline",
    "diff": "readout.compare.records",
    "read": "readout.pipeline",
    "schema": "readout.model.codec",
    "from_json": "readout.present",
    "to_html": "readout.present",
    "to_ics": "readout.present",
    "to_jsonld": "readout.present",
    "to_jsonl": "readout.present",
    "to_docx": "readout.present",
    "to_csv": "readout.present",
    "to_csl": "readout.present",
    "to_bibtex": "readout.present",
    "to_json": "readout.present",
    "to_markdown": "readout.present",
    "to_plover": "readout.present",
    "to_cameo": "readout.present",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    if name not in __all__:
        raise AttributeError(f"module 'readout' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES.get(name, "readout.errors")), name)
