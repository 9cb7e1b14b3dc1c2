"""Whom a pronoun or a description in PolNeAR means as a source: right, wrong, or left open where a name is due.

`given`: with the corpus's attributions given, so that only the resolving is judged. `found`: as an article is read,
where our attribution with a source there has the speaker; one that was not found leaves the speaker open.
"""

from collections import Counter
from pathlib import Path
from typing import Literal

from corpora.polnear import PolnearArticle, read, read_file
from evals.speakers.labels import Label, read_labels
from evals.speakers.resolved import Resolved, names, resolved, speaker
from readout.model.notes import Attribution, Chain, Notes
from readout.model.text import TextSpan

Verdict = Literal["right", "wrong", "open"]
_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})


def score(path: Path) -> dict[str, float]:
    """Per cent right, wrong and open of all labels and of each half; `named`: of those that have a name."""
    tally: dict[str, Counter[Verdict]] = {}
    for label, one in judged(path):
        for name, verdict in (("given", given(label, one)), ("found", found(label, one))):
            groups = [name] + [f"{name} named"] * (label.name is not None)
            for group in groups + [f"{name} he or she"] * _is_pronoun(label, one.gold):
                for half in ("all", label.split):
                    tally.setdefault(f"{half} {group}", Counter())[verdict] += 1
    return {f"{group} {name}": value for group in sorted(tally) for name, value in _shares(tally[group]).items()}


def judged(path: Path) -> list[tuple[Label, Resolved]]:
    """Each label with its article as we read it."""
    labels = list(read_labels())
    articles = {one.id: one for one in (read_file(path) if path.is_file() else read(path, "dev"))}
    wanted = [articles[name] for name in dict.fromkeys(label.article for label in labels) if name in articles]
    done = {one.gold.id: one for one in resolved(wanted)}
    return [(label, done[label.article]) for label in labels if label.article in done]


def given(label: Label, one: Resolved) -> Verdict:
    """The verdict where the attribution was given."""
    return _verdict(label, one, one.given, speaker(one.given, one.given.attributions[label.attribution]))


def found(label: Label, one: Resolved) -> Verdict:
    """The verdict on the attribution that we found at its source."""
    gold = one.gold.attributions[label.attribution]
    contents = [TextSpan(*extent) for extent in gold.content]
    ours = [each for each in one.found.attributions if _is_at(each, TextSpan(*label.source), contents)]
    return _verdict(label, one, one.found, speaker(one.found, ours[0]) if ours else None)


def _is_at(one: Attribution, source: TextSpan, contents: list[TextSpan]) -> bool:
    said = any(span.overlaps(content) for span in one.content for content in contents)
    return said and any(span.overlaps(source) for span in one.source)


def _verdict(label: Label, one: Resolved, notes: Notes, chain: Chain | None) -> Verdict:
    if chain is None:
        return "right" if label.name is None or label.none_too else "open"
    return "right" if label.name is not None and names(one.gold.text, notes, chain, label.name) else "wrong"


def _is_pronoun(label: Label, article: PolnearArticle) -> bool:
    return article.text[slice(*label.source)].casefold() in _PRONOUNS


def _shares(tally: Counter[Verdict]) -> dict[str, float]:
    total = sum(tally.values())
    verdicts: tuple[Verdict, ...] = ("right", "wrong", "open")
    return {name: round(100 * tally[name] / total, 1) for name in verdicts} | {"labels": float(total)}
