"""Origins of the record: who reported first-hand."""

from collections.abc import Sequence

from readout.model.ids import content_id
from readout.model.links import SharedOrigin
from readout.model.record import Origin


def origin_ids(origins: Sequence[SharedOrigin]) -> tuple[str, ...]:
    """An id for each origin.

    A credited origin's derives from its name, so that a further report of it renames nothing; where two origins bear
    one name (two reports whose outlets do not name themselves, say), from their first article too.
    """
    names = [origin.name for origin in origins]
    return tuple(
        content_id("o", origin.name)
        if names.count(origin.name) == 1
        else content_id("o", origin.name, min(origin.articles))
        for origin in origins
    )


def record_origins(origins: Sequence[SharedOrigin], ids: Sequence[str]) -> tuple[Origin, ...]:
    """The origins, the one with most reports first."""
    made = [
        Origin(id_, origin.name, tuple(sorted(origin.articles)), origin.because)
        for origin, id_ in zip(origins, ids, strict=True)
    ]
    return tuple(sorted(made, key=lambda origin: (-len(origin.articles), origin.name, origin.id)))
