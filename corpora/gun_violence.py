"""Reports of shootings with the numbers of those killed and injured (the Gun Violence Database's counts)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Split = Literal["train", "dev"]
_FILES: dict[Split, tuple[str, str]] = {
    "train": ("data-train/X_train.json", "data-train/y_train.json"),
    "dev": ("data-dev/X_val.json", "data-dev/y_val.json"),
}


@dataclass(frozen=True, slots=True)
class ShootingReport:
    """One report. The counts are the database's: the text may not state them, or may tell of another shooting too."""

    id: str
    text: str
    published: str
    killed: int
    injured: int


def read(root: Path, split: Split) -> list[ShootingReport]:
    """The reports under `root/gun_violence_counts`, in the stored order."""
    folder = root / "gun_violence_counts"
    texts, counts = (json.loads((folder / name).read_text(encoding="utf-8")) for name in _FILES[split])
    return from_rows(texts, counts, split)


def from_rows(texts: list[dict[str, str]], counts: list[dict[str, int]], name: str) -> list[ShootingReport]:
    """The reports of two parallel lists, as the files hold them."""
    return [
        ShootingReport(
            id=f"{name}/{number}",
            text=text["text"],
            published=text["publish_date"],
            killed=int(count["n_killed"]),
            injured=int(count["n_injured"]),
        )
        for number, (text, count) in enumerate(zip(texts, counts, strict=True))
    ]
