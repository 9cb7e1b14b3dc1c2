"""The role of each line by a linear-chain conditional random field (Lafferty and others 2001).

Trained by `python -m training roles` on lines that were labelled by hand; see docs/model-card.md. The weights lie in
`words/roles.npz`: `features` (names, one a line), `weights` int8 [features, roles] with one scale a role, `scale`
float32 [roles], `transitions` float32 [roles, roles], `start` and `end` float32 [roles].
"""

import functools
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np
import numpy.typing as npt

from readout.model.text import Role

ROLES: tuple[Role, ...] = tuple(Role)


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: the row of each feature, and scores [roles] or [roles, roles]."""

    rows: Mapping[str, int]
    emissions: npt.NDArray[np.float32]
    transitions: npt.NDArray[np.float32]
    start: npt.NDArray[np.float32]
    end: npt.NDArray[np.float32]


def tag(features: Sequence[Sequence[str]]) -> list[Role]:
    """The most likely roles of the lines, given the features of each."""
    if not features:
        return []
    weights = _weights()
    scores = np.stack([_emission(each, weights) for each in features])
    return [ROLES[index] for index in _viterbi(scores, weights)]


def _emission(features: Sequence[str], weights: Weights) -> npt.NDArray[np.float32]:
    rows = [weights.rows[feature] for feature in features if feature in weights.rows]
    total: npt.NDArray[np.float32] = weights.emissions[rows].sum(axis=0)
    return total


def _viterbi(scores: npt.NDArray[np.float32], weights: Weights) -> list[int]:
    best = weights.start + scores[0]
    back = []
    for row in scores[1:]:
        paths = best[:, None] + weights.transitions
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    last = int((best + weights.end).argmax())
    path = [last]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


@functools.cache
def _weights() -> Weights:
    data = resources.files("readout.clean.words").joinpath("roles.npz").read_bytes()
    stored = np.load(io.BytesIO(data), allow_pickle=False)
    names = bytes(stored["features"]).decode("utf-8").split("\n")
    emissions = stored["weights"].astype(np.float32) * stored["scale"]
    return Weights(
        {name: row for row, name in enumerate(names)}, emissions, stored["transitions"], stored["start"], stored["end"]
    )
