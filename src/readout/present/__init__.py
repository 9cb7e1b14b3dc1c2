"""Record → what a person looks at: JSON, a page, Markdown, Word, tables, ... No fact is computed here."""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.present.bibliography import to_bibtex, to_csl
    from readout.present.calendar import to_ics
    from readout.present.citron import to_citron
    from readout.present.docx import to_docx
    from readout.present.html import to_html
    from readout.present.json import from_json, to_json
    from readout.present.jsonld import to_jsonld
    from readout.present.markdown import to_markdown
    from readout.present.plover import to_cameo, to_plover
    from readout.present.tables import to_csv, to_jsonl
    from readout.present.terminal import summary

__all__ = [
    "from_json",
    "summary",
    "to_bibtex",
    "to_cameo",
    "to_citron",
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
    "from_json": "json",
    "summary": "terminal",
    "to_bibtex": "bibliography",
    "to_cameo": "plover",
    "to_citron": "citron",
    "to_plover": "plover",
    "to_csl": "bibliography",
    "to_csv": "tables",
    "to_docx": "docx",
    "to_html": "html",
    "to_ics": "calendar",
    "to_json": "json",
    "to_jsonl": "tables",
    "to_jsonld": "jsonld",
    "to_markdown": "markdown",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    """Loads a format's module when it is first asked for, so that importing this room costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
