"""A small BERT (Devlin and others 2019) in plain torch, cut between layers: a shared bottom and forks on top.

State dictionaries use the names of `sentence-transformers/all-MiniLM-L6-v2`, so its weights load as they are.
"""

from pathlib import Path

import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH = 384
HEADS = 12
INNER = 1536
LAYERS = 6
SHARED = 3
POSITIONS = 512
VOCABULARY = 30522
_EPSILON = 1e-12


class Embeddings(nn.Module):
    """Token ids to vectors: (batch, length) to (batch, length, width)."""

    def __init__(self) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(VOCABULARY, WIDTH)
        self.position_embeddings = nn.Embedding(POSITIONS, WIDTH)
        self.token_type_embeddings = nn.Embedding(2, WIDTH)
        self.LayerNorm = nn.LayerNorm(WIDTH, eps=_EPSILON)

    def forward(self, ids: Tensor) -> Tensor:
        """Normalised sums of word, place and kind."""
        positions = self.position_embeddings.weight[: ids.shape[1]]
        return self.LayerNorm(self.word_embeddings(ids) + positions + self.token_type_embeddings.weight[0])


class Layer(nn.Module):
    """One transformer layer. `bias`: (batch, 1, 1, length), 0 where attended and a large negative number where not."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """(batch, length, width) to the same."""
        query, key, value = (self._split(part(hidden)) for part in (self.query, self.key, self.value))
        # plain products: torch's fused attention takes twice as long backwards on a processor
        scores = (query * (WIDTH // HEADS) ** -0.5) @ key.transpose(-1, -2) + bias.to(query.dtype)
        mixed = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2).flatten(2)
        hidden = self.output_norm(hidden + self.output(mixed))
        return self.outer_norm(hidden + self.dropout(self.outer(F.gelu(self.inner(hidden)))))

    @staticmethod
    def _split(states: Tensor) -> Tensor:
        return states.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(1, 2)


_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "output_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


class Bottom(nn.Module):
    """Embeddings and the shared, frozen layers."""

    def __init__(self) -> None:
        super().__init__()
        self.embeddings = Embeddings()
        self.layers = nn.ModuleList(Layer() for _ in range(SHARED))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(batch, length) to (batch, length, width)."""
        hidden = self.embeddings(ids)
        for layer in self.layers:
            hidden = layer(hidden, attention_bias(mask))
        return hidden


class Top(nn.Module):
    """The upper layers, forked for each family of tasks."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - SHARED))

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """(batch, length, width) to the same."""
        bias = attention_bias(mask)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def attention_bias(mask: Tensor) -> Tensor:
    """(batch, length) of ones and zeros to (batch, 1, 1, length) of 0 and -10000."""
    return (1.0 - mask[:, None, None, :].float()) * -10000.0


def pooled(hidden: Tensor, mask: Tensor) -> Tensor:
    """Sentence vectors, as all-MiniLM-L6-v2 makes them: mean over tokens, length one."""
    weights = mask[..., None].float()
    return F.normalize((hidden * weights).sum(1) / weights.sum(1).clamp(min=1e-9), dim=-1)


def load_bottom(folder: Path) -> Bottom:
    """The bottom with the published weights of `folder/model.safetensors`, frozen."""
    bottom = Bottom()
    state = load_file(folder / "model.safetensors")
    bottom.embeddings.load_state_dict(
        {
            name.removeprefix("embeddings."): tensor
            for name, tensor in state.items()
            if name.startswith("embeddings.") and "position_ids" not in name
        }
    )
    _load_layers(bottom.layers, state, 0)
    return bottom.requires_grad_(requires_grad=False).eval()


def load_top(folder: Path, dropout: float = 0.0) -> Top:
    """A fork that starts from the published weights."""
    top = Top(dropout)
    _load_layers(top.layers, load_file(folder / "model.safetensors"), SHARED)
    return top


def _load_layers(layers: nn.ModuleList, state: dict[str, Tensor], first: int) -> None:
    for index, layer in enumerate(layers, first):
        layer.load_state_dict(
            {
                f"{ours}.{kind}": state[f"encoder.layer.{index}.{theirs}.{kind}"]
                for ours, theirs in _PARTS.items()
                for kind in ("weight", "bias")
            }
        )
