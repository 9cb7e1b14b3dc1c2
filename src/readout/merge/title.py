"""The record's title: the most telling headline of the reports."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from readout.model.record import ArticleEntry

_WORD = re.compile(r"[^\W_]{3,}")
_LENGTHS = range(5, 16)  # words; shorter ones name no event, longer ones are sentences


def record_title(articles: Sequence[ArticleEntry]) -> str | None:
    """The headline whose words most reports' texts hold, among those of a headline's usual length.

    Each word counts by the share of the reports that use it, common English words aside (they stand in every
    report many times over, so words are damped by how often one report repeats them).
    """
    titles = [article.title for article in articles if article.title]
    if not titles:
        return None
    texts = [Counter(word.lower() for word in _WORD.findall(article.text)) for article in articles]
    return max(titles, key=lambda title: (_telling(title, texts), -len(title), title))


def _telling(title: str, texts: Sequence[Counter[str]]) -> float:
    words = {word.lower() for word in _WORD.findall(title)}
    if not words:
        return 0.0
    shares = [sum(word in text for text in texts) / len(texts) for word in words]
    usual = 1.0 if len(title.split()) in _LENGTHS else 0.7
    quoted = 0.9 if re.search(r"[“\"‘]", title) else 1.0  # another's words are no title
    return usual * quoted * sum(shares) / math.sqrt(len(words) * max(len(words), _LENGTHS.start))
