"""Task `timex`: TIMEX3 on TimeML documents.

Given the corpora's folder, the development documents of `tempeval3/tbaq` are meant; given any other folder of `.tml`
files, all of them.
"""

import json
import re
from datetime import date
from pathlib import Path

from corpora.timeml import TimemlArticle, Timex, development, read, read_file
from evals.timex.scorer import Tally
from readout.grammar.times import find_times, timex3
from readout.model.values import PartialDate

_OFFSET = re.compile(r"(?<=:\d\d)[+-]\d\d:\d\d\Z")


def predict(path: Path, out: Path) -> None:
    """Write TimeML documents, one for a file and a folder of them for a folder.

    To a name that ends in `.jsonl`: JSON lines with `id` and `timexes`, offsets into the TEXT element.
    """
    articles = _articles(path)
    if out.suffix == ".jsonl":
        out.write_text("".join(_line(article) for article in articles), encoding="utf-8")
    elif path.is_file() and not out.is_dir():
        out.write_text(_tml(articles[0]), encoding="utf-8")
    else:
        out.mkdir(parents=True, exist_ok=True)
        for article in articles:
            (out / f"{article.id}.tml").write_text(_tml(article), encoding="utf-8")


def _line(article: TimemlArticle) -> str:
    rows = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in predicted(article)]
    return json.dumps({"id": article.id, "timexes": rows}, ensure_ascii=False) + "\n"


def score(path: Path) -> dict[str, float]:
    """Relaxed, strict and value F1 in per cent."""
    tally = Tally()
    for article in _articles(path):
        tally.add(article.timexes, predicted(article))
    return tally.scores()


def predicted(article: TimemlArticle) -> list[Timex]:
    """The time expressions that the grammar finds, with their values on the day of creation."""
    created = PartialDate.of(date.fromisoformat(article.created[:10]))
    return [
        Timex(mention.span.start, mention.span.end, mention.kind.upper(), _local(timex3(mention.value, created) or ""))
        for mention in find_times(article.text)
    ]


def _local(value: str) -> str:
    """The value without its offset from UTC, which the corpus does not write."""
    return _OFFSET.sub("", value)


def _articles(path: Path) -> list[TimemlArticle]:
    if path.is_file():
        return [read_file(path)]
    corpus = next((folder for folder in (path / "tempeval3" / "tbaq", path / "tbaq") if folder.is_dir()), None)
    if corpus is None and path.name == "tbaq":
        corpus = path
    return read(path) if corpus is None else development(read(corpus))


def _tml(article: TimemlArticle) -> str:
    """The document with TIMEX3 tags, as the scorer of TempEval-3 reads it."""
    body, place = "", 0
    for number, timex in enumerate(predicted(article), start=1):
        body += _escaped(article.text[place : timex.start])
        words = _escaped(article.text[timex.start : timex.end])
        body += f'<TIMEX3 tid="t{number}" type="{timex.type}" value="{timex.value}">{words}</TIMEX3>'
        place = timex.end
    body += _escaped(article.text[place:])
    created = f'<TIMEX3 tid="t0" type="DATE" value="{article.created}" functionInDocument="CREATION_TIME">'
    return (
        f'<?xml version="1.0" ?>\n<TimeML>\n<DOCID>{article.id}</DOCID>\n\n'
        f"<DCT>{created}{article.created}</TIMEX3></DCT>\n\n<TEXT>{body}</TEXT>\n\n</TimeML>\n"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
