"""Decoders that are learnt with the encoder: a linear-chain CRF, biaffine scores, and the reading of acts."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

FORBIDDEN = -10000.0


class ChainCRF(nn.Module):
    """Linear-chain conditional random field (Lafferty and others 2001) over BIO tags, in float32."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.start = nn.Parameter(torch.zeros(len(tags)))
        self.end = nn.Parameter(torch.zeros(len(tags)))
        barred, opening = _barred(tags)
        self.register_buffer("barred", barred, persistent=False)
        self.register_buffer("opening", opening, persistent=False)

    def matrices(self) -> tuple[Tensor, Tensor, Tensor]:
        """Transitions (from, to), start and end scores, with the forbidden ones filled in."""
        return (
            self.transitions.masked_fill(self.barred, FORBIDDEN),
            self.start.masked_fill(self.opening, FORBIDDEN),
            self.end,
        )

    def forward(self, emissions: Tensor, tags: Tensor, mask: Tensor, opens: Tensor) -> Tensor:
        """Summed negative log-likelihood of (batch, words, tags); each row has a word at least.

        `opens` is true of a paragraph's first word: no span runs over it, and what came before ends there.
        """
        emissions = emissions.float()
        transitions, start, end = self.matrices()
        moves = torch.stack((transitions, end[:, None] + start[None, :]))
        edges = opens.long()
        best = self._partition(emissions, mask, edges, moves)
        return (best - self._score(emissions, tags, mask, edges, moves)).sum()

    def _score(self, emissions: Tensor, tags: Tensor, mask: Tensor, edges: Tensor, moves: Tensor) -> Tensor:
        _, start, end = self.matrices()
        weights = mask.float()
        chosen = (emissions.gather(2, tags[..., None])[..., 0] * weights).sum(1)
        steps = (moves[edges[:, 1:], tags[:, :-1], tags[:, 1:]] * weights[:, 1:]).sum(1)
        last = tags.gather(1, (mask.long().sum(1) - 1)[:, None])[:, 0]
        return chosen + steps + start[tags[:, 0]] + end[last]

    def _partition(self, emissions: Tensor, mask: Tensor, edges: Tensor, moves: Tensor) -> Tensor:
        _, start, end = self.matrices()
        alpha = start + emissions[:, 0]
        for word in range(1, emissions.shape[1]):
            moved = torch.logsumexp(alpha[:, :, None] + moves[edges[:, word]], dim=1) + emissions[:, word]
            alpha = torch.where(mask[:, word, None], moved, alpha)
        return torch.logsumexp(alpha + end, dim=1)


def _barred(tags: tuple[str, ...]) -> tuple[Tensor, Tensor]:
    """Which moves BIO forbids: an I that does not follow its own B or I."""
    opening = torch.tensor([tag.startswith("I-") for tag in tags])
    moves = [[into.startswith("I-") and source[2:] != into[2:] for into in tags] for source in tags]
    return torch.tensor(moves), opening


class Biaffine(nn.Module):
    """Scores of pairs (Dozat and Manning 2017): [left; 1] W [right; 1], for each of `outputs` relations."""

    def __init__(self, width: int, outputs: int = 1) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        """(..., n, width) and (..., m, width) to (..., outputs, n, m)."""
        left = F.pad(left, (0, 1), value=1.0)
        right = F.pad(right, (0, 1), value=1.0)
        return (left.unsqueeze(-3) @ self.weight) @ right.unsqueeze(-3).transpose(-1, -2)


class ActReader(nn.Module):
    """What one actor does to another: attention over the sentence's words, asked by the two actors.

    Takes the projections of words (`actors`, `keys`, `values`, each `width` wide) and gives a score for each type.
    """

    def __init__(self, width: int, vector: int, inner: int, types: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.absent = nn.Parameter(torch.zeros(2, width))
        self.query = nn.Linear(2 * width, width)
        self.inner = nn.Linear(3 * width + vector, inner)
        self.outer = nn.Linear(inner, types)
        self.dropout = nn.Dropout(0.2)

    def forward(  # noqa: PLR0913, PLR0917 - two actors, three views of the sentence
        self, source: Tensor, target: Tensor, keys: Tensor, values: Tensor, mask: Tensor, vector: Tensor
    ) -> Tensor:
        """Actors (batch, width), keys and values (batch, words, width), mask (batch, words), vector (batch, vector)."""
        pair = torch.cat((source, target), -1)
        query = self.query(pair).unflatten(-1, (self.heads, -1))
        keys = keys.unflatten(-1, (self.heads, -1))
        values = values.unflatten(-1, (self.heads, -1))
        scores = torch.einsum("bhd,bwhd->bhw", query, keys) / math.sqrt(query.shape[-1])
        weights = scores.masked_fill(~mask[:, None, :], FORBIDDEN).softmax(-1)
        read = torch.einsum("bhw,bwhd->bhd", weights, values).flatten(1)
        joined = self.dropout(torch.cat((read, pair, vector), -1))
        return self.outer(self.dropout(F.gelu(self.inner(joined))))
