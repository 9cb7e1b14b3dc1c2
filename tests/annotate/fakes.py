"""A stand-in for the weights: graphs that answer by what a word is, so that what is around them can be tested alone."""

from collections.abc import Callable

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from readout.annotate.weights import Floats, Integers, Weights
from readout.annotate.words import paragraphs, sentences
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan

NAMES = ["O", "B-Person", "I-Person", "B-Location", "I-Location"]
ATTRIBUTION = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
WIDTH = 4
_VOCABULARY = 5000


def article(text: str, roles: dict[int, Role] | None = None, name: str = "a-1") -> Article:
    """A plain article: the first line is the headline, every other line a paragraph, unless `roles` says otherwise."""
    blocks: list[Block] = []
    found: list[TextSpan] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        usual = Role.HEADLINE if number == 0 else Role.PARAGRAPH
        blocks.append(Block((roles or {}).get(number, usual), start, end))
        found += [TextSpan(*extent) for extent in sentences(text, start, end)]
    return Article(name, name, text, Medium.TEXT, tuple(blocks), tuple(found), Heading())


class FakeGraphs:
    """Scores by token id; remembers the shapes that it was asked for."""

    def __init__(self, tokenizer: Tokenizer, names: dict[str, str], attribution: Callable[[str], str]) -> None:
        self.by_id = {number: word for word, number in tokenizer.get_vocab().items()}
        self.tagged = names
        self.attribution = attribution
        self.shapes: list[tuple[int, int]] = []

    def sentences(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        assert ((ids > 0) == (mask > 0)).all()
        hidden = np.repeat(ids[..., None], WIDTH, axis=2).astype(np.float32)
        vectors = np.ones((len(ids), WIDTH), np.float32) * (ids * mask).sum(axis=1, keepdims=True)
        return hidden, vectors

    def names(self, hidden: Floats, features: Integers) -> dict[str, Floats]:
        self.shapes.append((hidden.shape[0], hidden.shape[1]))
        assert (hidden[..., 0] > 0).all()
        tag = {word: NAMES.index(label) for word, label in self.tagged.items()}
        return {"names": self._scores(hidden, len(NAMES), lambda word: tag.get(word, 0))}

    def statements(self, hidden: Floats, features: Integers) -> dict[str, Floats]:
        shape = (*hidden.shape[:2],)
        return {
            "attribution": self._scores(
                hidden, len(ATTRIBUTION), lambda word: ATTRIBUTION.index(self.attribution(word))
            ),
            "links": np.zeros((*shape, 6), np.float32),
            "arcs": np.zeros((*shape, 4), np.float32),
            "events": np.zeros((*shape, 9), np.float32),
            "pos": np.zeros((*shape, 2), np.float32),
            "actors": np.zeros((*shape, 12), np.float32),
        }

    def parser(self, arcs: Floats) -> tuple[Floats, Floats]:
        size = len(arcs)
        heads = np.full((size, size), -5.0, np.float32)
        heads[np.arange(size), np.maximum(np.arange(size) - 1, 0)] = 5.0  # each word hangs on the one before
        return heads, np.zeros((size, 1, 2), np.float32)

    def _scores(self, hidden: Floats, width: int, tag: Callable[[str], int]) -> Floats:
        scores = np.zeros((*hidden.shape[:2], width), np.float32)
        for row, column in np.ndindex(*hidden.shape[:2]):
            scores[row, column, tag(self.by_id.get(int(hidden[row, column, 0]), ""))] = 8.0
        return scores


def weights(
    text: str, names: dict[str, str] | None = None, attribution: Callable[[str], str] = lambda _word: "O"
) -> Weights:
    """Weights whose graphs tag the words of `text` as told; each word is one token."""
    splitter = pre_tokenizers.BertPreTokenizer()
    forms = sorted({form.lower() for form, _ in splitter.pre_tokenize_str(text)})
    vocabulary = {form: 200 + number for number, form in enumerate(forms)} | {"[CLS]": 101, "[SEP]": 102, "[UNK]": 1}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = splitter
    labels = {
        "names": NAMES,
        "attribution": ATTRIBUTION,
        "relations": ["dep", "punct", "root"],
        "parts": ["NOUN", "VERB"],
        "acts": ["CONSULT", "REJECT"],
        "widths": {"links": [1] * 6, "actors": [4] * 3, "events": [2, 2, 3, 2]},
        "window": {"longest": 40, "overlap": 12},
        "content_words": [],
        "content_slots": [1] * 30,
    }
    return Weights(FakeGraphs(tokenizer, names or {}, attribution), tokenizer, labels, _decoders())


def _decoders() -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for head, tags in (("names", NAMES), ("attribution", ATTRIBUTION)):
        barred = [[tag.startswith("I-") and before[2:] != tag[2:] for tag in tags] for before in tags]
        found[f"{head}_transitions"] = np.where(barred, -1e4, 0.0).astype(np.float32)
        found[f"{head}_start"] = np.array([-1e4 if tag.startswith("I-") else 0.0 for tag in tags], np.float32)
        found[f"{head}_end"] = np.zeros(len(tags), np.float32)
    nearest = np.concatenate([np.arange(0, -10, -1), np.arange(0, -10, -1)]).astype(np.float32)
    for part in ("source", "content"):
        found[f"{part}_link"] = np.zeros((2, 2), np.float32)
        found[f"{part}_distance"] = nearest
    found["source_none"] = np.array([0.0, -50.0], np.float32)
    measured = 14 + 4 * len(ATTRIBUTION) + 2
    return found | {
        "content_table": np.zeros((30, 3), np.float32),  # the rescorer believes the tags
        "content_mean": np.zeros(measured, np.float32),
        "content_scale": np.ones(measured, np.float32),
        "content_measures": np.eye(measured, 3, 2, dtype=np.float32),
        "content_bias": np.zeros(3, np.float32),
        "content_inner": np.zeros((3, 2), np.float32),
        "content_outer": np.zeros(3, np.float32),
        "acts_absent": np.zeros((2, 4), np.float32),
        "acts_query_weight": np.zeros((4, 8), np.float32),
        "acts_query_bias": np.zeros(4, np.float32),
        "acts_inner_weight": np.zeros((3, 12 + WIDTH), np.float32),
        "acts_inner_bias": np.zeros(3, np.float32),
        "acts_outer_weight": np.zeros((2, 3), np.float32),
        "acts_outer_bias": np.array([0.0, 3.0], np.float32),
    }
