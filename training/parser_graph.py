"""The parser's biaffine scores as a small graph: ONNX Runtime reads them on one thread, as NumPy would not."""

import numpy as np
import onnx
from onnx import TensorProto, helper

from training.forks import ARC, RELATION, Statements
from training.graph import Graph, array, half


def parser_graph(model: Statements) -> onnx.ModelProto:
    """One sentence's `arcs` (words, widths) to `heads` (words, words) and `halfway` (words, relations, width + 1).

    `halfway` is [dependent; 1] weight for each relation; with [head; 1] of the head that is chosen it gives the scores.
    """
    arc, relation = array(model.arc.weight)[0], array(model.relation.weight)
    graph = Graph(quantised=False)
    dependent, head, below, _ = graph.split("arcs", [ARC, ARC, RELATION, RELATION])
    _arcs(graph, dependent, arc, head)
    _relations(graph, below, relation)
    made = helper.make_graph(
        graph.nodes,
        "parser",
        [helper.make_tensor_value_info("arcs", TensorProto.FLOAT, ["words", 2 * ARC + 2 * RELATION])],
        [
            helper.make_tensor_value_info("heads", TensorProto.FLOAT, ["words", "words"]),
            helper.make_tensor_value_info("halfway", TensorProto.FLOAT, ["words", len(relation), RELATION + 1]),
        ],
        list(graph.constants.values()),
    )
    finished = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)])
    finished.ir_version = 9
    return finished


def _widened(graph: Graph, name: str, left: str, weight: np.ndarray) -> str:  # type: ignore[type-arg]
    """[left; 1] weight: (n, d), (d + 1, outputs) to (n, outputs)."""
    product = graph.add("MatMul", left, half(graph, f"{name}_weight", weight[:-1]))
    return graph.add("Add", product, graph.constant(f"{name}_bias", weight[-1:].astype(np.float32)))


def _halves(graph: Graph, name: str, value: str, width: int) -> tuple[str, str]:
    """The last axis without its last place, and that place."""
    sizes = graph.constant(f"{name}_sizes", np.array([width, 1], dtype=np.int64))
    names = f"{name}_halfway", f"{name}_constant"
    graph.nodes.append(helper.make_node("Split", [value, sizes], list(names), axis=-1))
    return names


def _arcs(graph: Graph, dependent: str, weight: np.ndarray, head: str) -> None:  # type: ignore[type-arg]
    """`heads`: [dependent; 1] weight [head; 1] for every pair of words."""
    halfway, constant = _halves(graph, "arc", _widened(graph, "arc", dependent, weight), ARC)
    product = graph.add("MatMul", halfway, graph.add("Transpose", head, perm=[1, 0]))
    graph.nodes.append(helper.make_node("Add", [product, constant], ["heads"]))


def _relations(graph: Graph, below: str, weight: np.ndarray) -> None:  # type: ignore[type-arg]
    """`halfway`: [below; 1] weight for each word and relation."""
    count, width = weight.shape[0], RELATION
    flat = weight.transpose(1, 0, 2).reshape(width + 1, count * (width + 1))
    shape = graph.constant("relation_shape", np.array([0, count, width + 1], dtype=np.int64))
    graph.nodes.append(helper.make_node("Reshape", [_widened(graph, "relation", below, flat), shape], ["halfway"]))
