"""What the parts of a record refer to while it is merged."""

from collections.abc import Mapping
from dataclasses import dataclass

from readout.model.notes import Notes
from readout.model.text import Article, Dating


@dataclass(frozen=True, slots=True)
class Sources:
    """Articles and notes by article id, in the record's order; ids of entities by chain and of origins by article."""

    articles: Mapping[str, Article]
    notes: Mapping[str, Notes]
    datings: Mapping[str, Dating]
    entities: Mapping[tuple[str, int], str]
    origins: Mapping[str, str]
    newsrooms: Mapping[str, str]  # origins of what was said to newsrooms, by their names in small letters
