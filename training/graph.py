"""ONNX graphs of the encoder's parts, written node by node so that quantisation is exactly ours.

Matrix products are int8: weights with a scale for each output channel, activations with a scale for each token's
row. So a token's result depends on nothing else in its batch, unlike with one dynamic scale for a whole tensor.
Weights keep to 7 bits, so that processors without VNNI, which add pairs of products in 16 bits, do not saturate.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.bert import HEADS, LAYERS, SHARED, WIDTH, Bottom, Layer, Top

Floats = NDArray[np.float32]
_CONTRIB: Final = "com.microsoft"
_EPSILON: Final = 1e-12
_OPSET: Final = 17
WEIGHT_LEVELS: Final = 63


@dataclass(slots=True)
class Graph:
    """Nodes and constants gathered one by one; each method returns the name of its result."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)
    quantised: bool = True

    def constant(self, name: str, array: np.ndarray) -> str:  # type: ignore[type-arg]
        """A named constant."""
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def number(self, value: float) -> str:
        """A scalar constant."""
        return self.constant(f"number_{value!r}", np.array(value, dtype=np.float32))

    def add(self, operator: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: object) -> str:
        """A node; the name of its first result."""
        names = [f"{operator}_{len(self.nodes)}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, domain=domain, **attributes))
        return names[0]

    def split(self, value: str, widths: list[int]) -> list[str]:
        """Parts of the last axis."""
        sizes = self.constant(f"widths_{'_'.join(map(str, widths))}", np.array(widths, dtype=np.int64))
        names = [f"Split_{len(self.nodes)}_{number}" for number in range(len(widths))]
        self.nodes.append(helper.make_node("Split", [value, sizes], names, axis=-1))
        return names

    def rows(self, value: str) -> tuple[str, str]:
        """Each row as unsigned bytes around 128, and what one step of it is worth."""
        if not self.quantised:
            return value, ""
        largest = self.add("ReduceMax", self.add("Abs", value), axes=[-1], keepdims=1)
        largest = self.add("Max", largest, self.number(1e-6))
        scaled = self.add("Mul", value, self.add("Div", self.number(127.0), largest))
        middle = self.constant("middle", np.array(128, dtype=np.uint8))
        bytes_ = self.add("QuantizeLinear", scaled, self.number(1.0), middle)
        return bytes_, self.add("Mul", largest, self.number(1 / 127))

    def product(self, name: str, rows: tuple[str, str], weight: Floats) -> str:
        """Rows times `weight` (inputs, outputs), without a bias."""
        value, step = rows
        if not self.quantised:
            return self.add("MatMul", value, self.constant(name, weight))
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-12) / WEIGHT_LEVELS
        whole = np.clip(np.round(weight / scale), -WEIGHT_LEVELS, WEIGHT_LEVELS).astype(np.int8)
        result = self.add(
            "MatMulIntegerToFloat", value, self.constant(name, whole), self.number(1.0),
            self.constant(f"{name}.scale", scale.astype(np.float32)), "middle", domain=_CONTRIB,
        )  # fmt: skip
        return self.add("Mul", result, step)

    def normalised(self, name: str, norm: nn.LayerNorm, value: str, other: str, bias: Floats) -> str:
        """Layer normalisation of value + other + bias; the fused operator takes six times as long."""
        total = self.add("Add", self.add("Add", value, other), self.constant(f"{name}.bias", bias))
        gamma = self.constant(f"{name}.gamma", array(norm.weight))
        beta = self.constant(f"{name}.beta", array(norm.bias))
        return self.add("LayerNormalization", total, gamma, beta, epsilon=_EPSILON)

    def split_columns(self, value: str, count: int) -> list[str]:
        """The columns of a table of codes."""
        last = self.constant("last", np.array([2], dtype=np.int64))
        return [self.add("Squeeze", column, last) for column in self.split(value, [1] * count)]

    def layer(self, name: str, layer: Layer, hidden: str, mask: str) -> str:
        """One transformer layer; `mask` is int32 (batch, length), or empty where nothing is padding."""
        parts = (layer.query, layer.key, layer.value)
        weight = np.concatenate([array(part.weight).T for part in parts], axis=1)
        queries, keys, values = self.split(self.product(f"{name}.qkv", self.rows(hidden), weight), [WIDTH] * 3)
        bias = self.constant(f"{name}.qkv.bias", np.concatenate([array(part.bias) for part in parts]))
        inputs = [queries, keys, values, bias, *([mask] if mask else [])]
        mixed = self.add("MultiHeadAttention", *inputs, domain=_CONTRIB, num_heads=HEADS, mask_filter_value=-10000.0)
        mixed = self.product(f"{name}.output", self.rows(mixed), array(layer.output.weight).T)
        hidden = self.normalised(f"{name}.output_norm", layer.output_norm, mixed, hidden, array(layer.output.bias))
        inner = self.product(f"{name}.inner", self.rows(hidden), array(layer.inner.weight).T)
        inner = self.add(
            "BiasGelu", inner, self.constant(f"{name}.inner.bias", array(layer.inner.bias)), domain=_CONTRIB
        )
        outer = self.product(f"{name}.outer", self.rows(inner), array(layer.outer.weight).T)
        return self.normalised(f"{name}.outer_norm", layer.outer_norm, outer, hidden, array(layer.outer.bias))

    def linear(self, name: str, value: str, weight: Floats, bias: Floats) -> str:
        """A small layer kept in float32."""
        product = self.add("MatMul", value, self.constant(name, weight.T))
        return self.add("Add", product, self.constant(f"{name}.bias", bias))

    def model(self, inputs: dict[str, tuple[int, list[str | int]]], outputs: dict[str, str]) -> onnx.ModelProto:
        """The finished model; `outputs` maps public names to the results they are."""
        for public, result in outputs.items():
            self.nodes.append(helper.make_node("Identity", [result], [public]))
        graph = helper.make_graph(
            self.nodes,
            "readout",
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
            list(self.constants.values()),
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIB, 1)]
        )
        model.ir_version = 9
        return model


def array(tensor: Tensor) -> Floats:
    """A parameter as a float32 array."""
    return np.asarray(tensor.detach().float().numpy(), dtype=np.float32)


def half(graph: Graph, name: str, table: Floats) -> str:
    """A table kept as float16 and widened when the model loads."""
    return graph.add("Cast", graph.constant(name, table.astype(np.float16)), to=TensorProto.FLOAT)


_TOKENS: list[str | int] = ["batch", "length"]


def sentences(bottom: Bottom, top: Top, *, quantised: bool = True) -> onnx.ModelProto:
    """Ids and mask to the shared layers' states and the unchanged encoder's sentence vectors."""
    graph = Graph(quantised=quantised)
    hidden = _embedded(graph, bottom)
    mask = graph.add("Cast", "mask", to=TensorProto.INT32)
    for number, layer in enumerate(bottom.layers):
        hidden = graph.layer(f"layer{number}", layer, hidden, mask)  # type: ignore[arg-type]
    shared = hidden
    for number, layer in enumerate(top.layers, SHARED):
        hidden = graph.layer(f"layer{number}", layer, hidden, mask)  # type: ignore[arg-type]
    if len(top.layers) != LAYERS - SHARED:
        raise ValueError("the unchanged encoder has six layers")
    vector = _pooled(graph, hidden)
    inputs = {"ids": (TensorProto.INT64, _TOKENS), "mask": (TensorProto.INT64, _TOKENS)}
    return graph.model(inputs, {"hidden": shared, "vector": vector})


def _embedded(graph: Graph, bottom: Bottom) -> str:
    tables = bottom.embeddings
    weight = array(tables.word_embeddings.weight)
    if graph.quantised:
        scale = np.maximum(np.abs(weight).max(axis=1, keepdims=True), 1e-12) / 127
        table = graph.constant("words", np.round(weight / scale).astype(np.int8))
        words = graph.add("Cast", graph.add("Gather", table, "ids"), to=TensorProto.FLOAT)
        words = graph.add(
            "Mul", words, graph.add("Gather", graph.constant("words.scale", scale.astype(np.float32)), "ids")
        )
    else:
        words = graph.add("Gather", graph.constant("words", weight), "ids")
    places = half(graph, "places", array(tables.position_embeddings.weight))
    kind = array(tables.token_type_embeddings.weight)[0]
    return graph.normalised("embeddings", tables.LayerNorm, words, _leading(graph, places, "mask"), kind)


def _leading(graph: Graph, table: str, like: str) -> str:
    """The first rows of a table, as many as `like` has in its second dimension."""
    length = graph.add("Shape", like, start=1, end=2)
    zero = graph.constant("zero", np.array([0], dtype=np.int64))
    return graph.add("Slice", table, zero, length, zero)


def _pooled(graph: Graph, hidden: str) -> str:
    last = graph.constant("last", np.array([2], dtype=np.int64))
    second = graph.constant("second", np.array([1], dtype=np.int64))
    weights = graph.add("Unsqueeze", graph.add("Cast", "mask", to=TensorProto.FLOAT), last)
    total = graph.add("ReduceSum", graph.add("Mul", hidden, weights), second, keepdims=0)
    mean = graph.add("Div", total, graph.add("ReduceSum", weights, second, keepdims=0))
    return graph.add("Div", mean, graph.add("ReduceL2", mean, axes=[-1], keepdims=1))


def fork(graph: Graph, module: nn.Module) -> str:
    """A fork's states from `hidden` and `features`; its windows are never padded, and attention is faster so."""
    hidden = graph.add("Add", "hidden", _leading(graph, half(graph, "places", array(module.places.weight)), "hidden"))  # type: ignore[union-attr,arg-type]
    columns = graph.split_columns("features", len(module.features))  # type: ignore[arg-type]
    for number, (table, codes) in enumerate(zip(module.features, columns, strict=True)):  # type: ignore[arg-type]
        hidden = graph.add(
            "Add", hidden, graph.add("Gather", graph.constant(f"feature{number}", array(table.weight)), codes)
        )
    for number, layer in enumerate(module.top.layers):  # type: ignore[union-attr]
        hidden = graph.layer(f"layer{number}", layer, hidden, "")
    return hidden


FORK_INPUTS: Final[dict[str, tuple[int, list[str | int]]]] = {
    "hidden": (TensorProto.FLOAT, ["batch", "length", WIDTH]),
    "features": (TensorProto.INT64, ["batch", "length", "columns"]),
}
