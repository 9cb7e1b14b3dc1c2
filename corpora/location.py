"""Where the public corpora lie on this machine; they are never part of the project."""

import os
from pathlib import Path

VARIABLE = "READOUT_CORPORA"
_BESIDE_THE_REPOSITORY = Path(__file__).resolve().parents[1].parent / "shared" / "corpora"


def corpora_root() -> Path | None:
    """The corpora's folder: `READOUT_CORPORA`, else `../shared/corpora` beside the repository; None if absent."""
    named = os.environ.get(VARIABLE)
    root = Path(named) if named else _BESIDE_THE_REPOSITORY
    return root if root.is_dir() else None
