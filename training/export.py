"""Trained forks to the files that the package ships: three graphs, label lists, decoders' matrices, the tokenizer."""

import json
import logging
from pathlib import Path

import numpy as np
import onnx
import torch
from tokenizers import Tokenizer

from training import labels
from training.bert import WIDTH, load_bottom, load_top
from training.evaluate import chain
from training.forks import ACT, ARC, EVENT_WIDTHS, LINK, RELATION, Names, Statements
from training.graph import FORK_INPUTS, Floats, Graph, array, fork, sentences
from training.parser_graph import parser_graph
from training.windows import OVERLAP, READ

log = logging.getLogger(__name__)


def export(build: Path, minilm: Path, names_run: str, statements_run: str, target: Path) -> None:
    """Write every file of the weights into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    names, statements = Names(load_top(minilm)), Statements(load_top(minilm))
    averaged(names, build / "runs" / names_run)
    averaged(statements, build / "runs" / statements_run)
    reader = torch.load(build / "runs" / statements_run / "acts.pt", weights_only=True)
    missing = statements.load_state_dict(reader, strict=False).unexpected_keys
    if missing:
        raise ValueError(f"the reader of acts does not fit: {missing}")
    files = {
        "sentences.onnx": sentences(load_bottom(minilm), load_top(minilm)),
        "names.onnx": names_graph(names),
        "statements.onnx": statements_graph(statements),
        "parser.onnx": parser_graph(statements),
    }
    for name, model in files.items():
        onnx.save(model, str(target / name))
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(target / "tokenizer.json"), pretty=False)
    np.savez(target / "decoders.npz", **decoders(names, statements))  # type: ignore[arg-type]
    (target / "labels.json").write_text(json.dumps(_labels(), indent=1) + "\n", encoding="utf-8")
    for path in sorted(target.iterdir()):
        log.info("%s %.2f MB", path.name, path.stat().st_size / 1e6)


def averaged(model: torch.nn.Module, run: Path) -> None:
    """Load a run's averaged weights."""
    state = torch.load(run / "last.pt", weights_only=True)
    log.info("%s: step %d", run.name, state["step"])
    model.load_state_dict(state["average"])
    model.eval()


def names_graph(model: Names, *, quantised: bool = True) -> onnx.ModelProto:
    """States of a window to emissions of names."""
    graph = Graph(quantised=quantised)
    hidden = fork(graph, model.fork)
    names = graph.linear("emissions", hidden, array(model.names.weight), array(model.names.bias))
    return graph.model(FORK_INPUTS, {"names": names})


def statements_graph(model: Statements, *, quantised: bool = True) -> onnx.ModelProto:
    """States of a window to everything that statements are decoded from."""
    graph = Graph(quantised=quantised)
    hidden = fork(graph, model.fork)
    small = [model.attribution, model.events, model.pos]
    rows = graph.linear(
        "small", hidden,
        np.concatenate([array(part.weight) for part in small]), np.concatenate([array(part.bias) for part in small]),
    )  # fmt: skip
    attribution, events, pos = graph.split(rows, [part.out_features for part in small])
    large = [model.links, model.arcs, model.actors]
    weight: Floats = np.concatenate([array(part.weight).T for part in large], axis=1)
    product = graph.product("large", graph.rows(hidden), weight)
    bias = graph.constant("large.bias", np.concatenate([array(part.bias) for part in large]))
    links, arcs, actors = graph.split(graph.add("Add", product, bias), [part.out_features for part in large])
    arcs = graph.add("Gelu", arcs, domain="com.microsoft")
    outputs = {"attribution": attribution, "links": links, "arcs": arcs, "events": events, "pos": pos, "actors": actors}
    return graph.model(FORK_INPUTS, outputs)


def decoders(names: Names, statements: Statements) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """Matrices of the CRFs, of the biaffine scores and of the reader of acts; float16 where large."""
    found: dict[str, np.ndarray] = {}  # type: ignore[type-arg]
    for name, crf in (("names", names.names_crf), ("attribution", statements.crf)):
        scores = chain(crf)
        found |= {f"{name}_transitions": scores.transitions, f"{name}_start": scores.start, f"{name}_end": scores.end}
    found["source_link"] = array(statements.source_link.weight)[0].astype(np.float16)
    found["content_link"] = array(statements.content_link.weight)[0].astype(np.float16)
    none = statements.source_none
    found["source_none"] = np.concatenate([array(none.weight)[0], array(none.bias)])
    found["source_distance"] = array(statements.source_distance)
    found["content_distance"] = array(statements.content_distance)
    for name, tensor in statements.acts.state_dict().items():
        found[f"acts_{name.replace('.', '_')}"] = array(tensor).astype(np.float16)
    return found


def _labels() -> dict[str, object]:
    return {
        "names": labels.NAMES,
        "attribution": labels.ATTRIBUTION,
        "acts": labels.ACTS,
        "relations": list(labels.RELATIONS),
        "parts": list(labels.PARTS),
        "events": [["no", "event"], labels.POLARITIES, labels.CERTAINTIES, labels.TIMES],
        "window": {"longest": READ, "overlap": OVERLAP},
        "widths": {
            "hidden": WIDTH,
            "links": [LINK] * 6,
            "arcs": [ARC, ARC, RELATION, RELATION],
            "actors": [ACT] * 3,
            "events": list(EVENT_WIDTHS),
        },
    }
