"""Tokens back to running text, near enough for segmentation and quotation marks to see what they would in print."""

from collections.abc import Sequence

_NO_SPACE_BEFORE = frozenset([*",.;:!?%)]}”’", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m", "...", "''"])
_NO_SPACE_AFTER = frozenset([*"([{$£€“‘#", "``"])


def detokenise(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a paragraph's tokens, and where each token stands in it."""
    text = ""
    extents: list[tuple[int, int]] = []
    glued, quoted = True, False
    for index, token in enumerate(tokens):
        closing = token == '"' and quoted
        hyphen = token in {"-", "/"} and _tight(tokens, index)
        if not (glued or closing or hyphen or token in _NO_SPACE_BEFORE):
            text += " "
        extents.append((len(text), len(text) + len(token)))
        text += token
        glued = token in _NO_SPACE_AFTER or hyphen or (token == '"' and not quoted)
        quoted ^= token == '"'
    return text, extents


def _tight(tokens: Sequence[str], index: int) -> bool:
    around = tokens[max(index - 1, 0) : index] + tokens[index + 1 : index + 2]
    return len(around) == 2 and all(token[0].isalnum() for token in around)
