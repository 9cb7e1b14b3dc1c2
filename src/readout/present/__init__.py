"""Record → what a person looks at: JSON, a page, Markdown, a summary in the terminal. No fact is computed here."""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.present.html import to_html
    from readout.present.json import from_json, to_json
    from readout.present.markdown import to_markdown
    from readout.present.terminal import summary

__all__ = ["from_json", "summary", "to_html", "to_json", "to_markdown"]

_HOMES = {
    "from_json": "json",
    "summary": "terminal",
    "to_html": "html",
    "to_json": "json",
    "to_markdown": "markdown",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    """Loads a format's module when it is first asked for, so that importing this room costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
