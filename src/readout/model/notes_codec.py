"""Notes to JSON: one article a line, as `readout annotate` prints them."""

import msgspec

from readout.model.notes import Notes
from readout.model.text import Article

_DIGITS = 4


def notes_to_json(notes: Notes, article: Article) -> bytes:
    """One line of UTF-8 JSON with the article's id, input and text, and its notes; ends with a line feed.

    Spans are `{"start": ..., "end": ...}` in code points of `text`. Vectors are rounded to four decimals.
    """
    found = msgspec.to_builtins(notes)
    for sentence in found["sentences"]:
        sentence["vector"] = [round(value, _DIGITS) for value in sentence["vector"]]
    return msgspec.json.encode({"id": article.id, "input": article.input, "text": article.text, "notes": found}) + b"\n"
