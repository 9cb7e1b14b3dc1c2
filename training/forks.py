"""The two forks that are trained: names, and statements (attributions, acts, events, parse)."""

import torch
from torch import Tensor, nn

from readout.annotate.features import COLUMNS
from training import labels
from training.bert import WIDTH, Top
from training.heads import ActReader, Biaffine, ChainCRF

LONGEST_WINDOW = 384
ARC, RELATION, LINK, ACT, DISTANCES = 256, 96, 96, 128, 10
EVENT_WIDTHS = (2, len(labels.POLARITIES), len(labels.CERTAINTIES), len(labels.TIMES))


class Fork(nn.Module):
    """Upper layers over a window of sentences, with features and places in the window added to their input."""

    def __init__(self, top: Top, dropout: float = 0.1) -> None:
        super().__init__()
        self.features = nn.ModuleList(nn.Embedding(codes, WIDTH) for codes in COLUMNS.values())
        self.places = nn.Embedding(LONGEST_WINDOW, WIDTH)
        self.top = top
        self.dropout = nn.Dropout(dropout)
        for table in (*self.features, self.places):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, hidden: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """(batch, length, width), (batch, length, columns), (batch, length) to (batch, length, width)."""
        hidden = hidden + self.places.weight[: hidden.shape[1]]
        for column, table in enumerate(self.features):
            hidden = hidden + table(features[..., column])
        return self.dropout(self.top(self.dropout(hidden), mask))


class Names(nn.Module):
    """Names: emissions of BIO tags, and the CRF that reads them."""

    def __init__(self, top: Top, dropout: float = 0.1) -> None:
        super().__init__()
        self.fork = Fork(top, dropout)
        self.names = nn.Linear(WIDTH, len(labels.NAMES))
        self.names_crf = ChainCRF(labels.NAMES)


class Statements(nn.Module):
    """Attributions with their links, acts, events, parts of speech and parse; names too, in a fork that reads all."""

    def __init__(self, top: Top, dropout: float = 0.1) -> None:
        super().__init__()
        self.fork = Fork(top, dropout)
        self.attribution = nn.Linear(WIDTH, len(labels.ATTRIBUTION))
        self.crf = ChainCRF(labels.ATTRIBUTION)
        self.names = nn.Linear(WIDTH, len(labels.NAMES))
        self.names_crf = ChainCRF(labels.NAMES)
        self.links = nn.Linear(WIDTH, 6 * LINK)  # cue for sources, cue for contents, their first and last words
        self.source_link = Biaffine(LINK)
        self.content_link = Biaffine(LINK)
        self.source_none = nn.Linear(LINK, 1)  # of a cue: that its source is nowhere named
        self.source_distance = nn.Parameter(torch.zeros(2 * DISTANCES))
        self.content_distance = nn.Parameter(torch.zeros(2 * DISTANCES))
        self.arcs = nn.Linear(WIDTH, 2 * ARC + 2 * RELATION)
        self.arc = Biaffine(ARC)
        self.relation = Biaffine(RELATION, len(labels.RELATIONS))
        self.events = nn.Linear(WIDTH, sum(EVENT_WIDTHS))
        self.pos = nn.Linear(WIDTH, len(labels.PARTS))
        self.actors = nn.Linear(WIDTH, 3 * ACT)
        self.acts = ActReader(ACT, WIDTH, 192, len(labels.ACTS))
        self.gelu = nn.GELU()
        self.spared = nn.Dropout(0.33)

    def arc_parts(self, hidden: Tensor) -> tuple[Tensor, ...]:
        """Dependent and head for arcs, dependent and head for relations."""
        return self.spared(self.gelu(self.arcs(hidden))).split((ARC, ARC, RELATION, RELATION), -1)

    def link_parts(self, hidden: Tensor) -> tuple[Tensor, ...]:
        """Six projections, `LINK` wide each."""
        return self.links(hidden).split(LINK, -1)


def words(states: Tensor, first: Tensor) -> Tensor:
    """States of the words' first subwords: (batch, length, width) and (batch, words) to (batch, words, width)."""
    return states.gather(1, first[..., None].expand(-1, -1, states.shape[-1]))


def masked_mean(states: Tensor, start: Tensor, stop: Tensor) -> Tensor:
    """Mean over words start..stop (both included) of (batch, words, width); zero where start is negative."""
    places = torch.arange(states.shape[1])
    inside = ((places >= start[:, None]) & (places <= stop[:, None]) & (start[:, None] >= 0)).float()
    return (states * inside[..., None]).sum(1) / inside.sum(1, keepdim=True).clamp(min=1.0)
