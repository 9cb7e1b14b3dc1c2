"""The encoder's weights: read from the package once, never downloaded."""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Protocol, TypeAlias, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from readout.errors import ReadoutError

Floats: TypeAlias = NDArray[np.float32]
Integers: TypeAlias = NDArray[np.int64]

_GRAPHS = ("sentences.onnx", "names.onnx", "statements.onnx", "parser.onnx")
_FILES = (*_GRAPHS, "tokenizer.json", "labels.json", "decoders.npz")


class Graphs(Protocol):
    """The encoder's graphs. Sentences are padded on the right, `mask` is 1 where a token is; windows are whole."""

    def sentences(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        """(batch, length) to the shared states (batch, length, width) and the sentence vectors (batch, width)."""

    def names(self, hidden: Floats, features: Integers) -> dict[str, Floats]:
        """States and features of windows to scores, each (batch, length, its width)."""

    def statements(self, hidden: Floats, features: Integers) -> dict[str, Floats]:
        """States and features of windows to scores, each (batch, length, its width)."""

    def parser(self, arcs: Floats) -> tuple[Floats, Floats]:
        """One sentence's `arcs` scores to (words, words), how well the column's word heads the row's, and `halfway`.

        `halfway` (words, relations, width + 1) times [head; 1] scores each relation of a word to its head.
        """


@dataclass(frozen=True, slots=True)
class Weights:
    """All that reading needs: graphs, tokenizer, label lists (`labels.json`) and decoders (`decoders.npz`)."""

    graphs: Graphs
    tokenizer: Tokenizer
    labels: Mapping[str, Any]
    decoders: Mapping[str, Floats]


@functools.cache
def shipped() -> Weights:
    """The weights that come with the package.

    Raises:
        ReadoutError: the package was built without them.
    """
    return read(resources.files("readout.annotate") / "weights")


def read(folder: Traversable) -> Weights:
    """The weights in a folder.

    Raises:
        ReadoutError: one of its files is not there.
    """
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        names = ", ".join(missing)
        raise ReadoutError(f"This copy of Readout lacks the encoder's weights ({names}): install it again.")
    with resources.as_file(folder / "decoders.npz") as path, np.load(path) as arrays:
        decoders = {name: arrays[name].astype(np.float32) for name in arrays.files}
    return Weights(
        graphs=_Sessions(folder),
        tokenizer=Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8")),
        labels=json.loads((folder / "labels.json").read_text("utf-8")),
        decoders=decoders,
    )


class _Sessions:
    """ONNX Runtime sessions of one thread each: articles run side by side, so no thread ever divides a sum."""

    def __init__(self, folder: Traversable) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # The graphs are written as they run best: fused further, layer normalisation takes six times as long.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False  # the arena keeps the largest window for ever
        self._sentences, self._names, self._statements, self._parser = (
            onnxruntime.InferenceSession((folder / name).read_bytes(), options, providers=["CPUExecutionProvider"])
            for name in _GRAPHS
        )

    def sentences(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        hidden, vectors = self._sentences.run(["hidden", "vector"], {"ids": ids, "mask": mask})
        return cast("Floats", hidden), cast("Floats", vectors)

    def names(self, hidden: Floats, features: Integers) -> dict[str, Floats]:
        return _run(self._names, hidden, features)

    def statements(self, hidden: Floats, features: Integers) -> dict[str, Floats]:
        return _run(self._statements, hidden, features)

    def parser(self, arcs: Floats) -> tuple[Floats, Floats]:
        heads, halfway = self._parser.run(["heads", "halfway"], {"arcs": arcs})
        return cast("Floats", heads), cast("Floats", halfway)


def _run(session: onnxruntime.InferenceSession, hidden: Floats, features: Integers) -> dict[str, Floats]:
    outputs = [output.name for output in session.get_outputs()]
    given = {"hidden": hidden, "features": features}
    if any(value.name == "mask" for value in session.get_inputs()):
        given["mask"] = np.ones(hidden.shape[:2], dtype=np.int64)
    return dict(zip(outputs, session.run(outputs, given), strict=True))
