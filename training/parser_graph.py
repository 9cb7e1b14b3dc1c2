"""The parser's biaffine scores as a small graph: ONNX Runtime reads them on one thread, as NumPy would not."""

import numpy as np
import onnx
from onnx import TensorProto, helper

from training.forks import ARC, RELATION, Statements
from training.graph import Graph, array, half


def parser_graph(model: Statements) -> onnx.ModelProto:
    """One sentence's `arcs` (words, widths) to `heads` (words, words) and, for each pair, the best `relations`."""
    graph = Graph(quantised=False)
    dependent, head, below, above = graph.split("arcs", [ARC, ARC, RELATION, RELATION])
    arc, relation = array(model.arc.weight)[0], array(model.relation.weight)
    heads = _pairs(graph, "arc", dependent, arc[None], head)
    scores = _pairs(graph, "relation", below, relation, above)
    first = graph.constant("first_axis", np.array([0], dtype=np.int64))
    graph.nodes.append(helper.make_node("Squeeze", [heads, first], ["heads"]))
    graph.nodes.append(helper.make_node("ArgMax", [scores], ["relations"], axis=0, keepdims=0))
    made = helper.make_graph(
        graph.nodes,
        "parser",
        [helper.make_tensor_value_info("arcs", TensorProto.FLOAT, ["words", 2 * ARC + 2 * RELATION])],
        [
            helper.make_tensor_value_info("heads", TensorProto.FLOAT, ["words", "words"]),
            helper.make_tensor_value_info("relations", TensorProto.INT64, ["words", "words"]),
        ],
        list(graph.constants.values()),
    )
    finished = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)])
    finished.ir_version = 9
    return finished


def _pairs(graph: Graph, name: str, left: str, weight: np.ndarray, right: str) -> str:  # type: ignore[type-arg]
    """[left; 1] weight [right; 1] for every pair: (n, d), (outputs, d + 1, d + 1), (n, d) to (outputs, n, n)."""
    width = weight.shape[1] - 1
    widened = graph.add("MatMul", left, half(graph, f"{name}_weight", weight[:, :-1]))
    widened = graph.add("Add", widened, graph.constant(f"{name}_bias", weight[:, -1:].astype(np.float32)))
    sizes = graph.constant(f"{name}_sizes", np.array([width, 1], dtype=np.int64))
    names = [f"{name}_halfway", f"{name}_constant"]
    graph.nodes.append(helper.make_node("Split", [widened, sizes], names, axis=-1))
    turned = graph.add("Transpose", right, perm=[1, 0])
    return graph.add("Add", graph.add("MatMul", names[0], turned), names[1])
