"""The brief against neutral round-ups (NeuS), beside its baselines; and every sentence against its citations.

Each text is cut at the round-up's number of words. `val` is the development split; weights and thresholds were learnt
on `train` alone.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from evals.brief.baselines import cut, lead, leads_in_turn, lexrank_text, oracle
from evals.brief.rouge import MEASURES, rouge
from evals.brief.stories import Story, stories

_ROOM = 25  # words beyond the round-up's length that the brief is asked for, so that there is something to cut


def brief(story: Story) -> str:
    """The brief, asked for at about the round-up's length."""
    return " ".join(sentence.text for sentence in story.record(story.words + _ROOM).brief)


SYSTEMS: dict[str, Callable[[Story], str]] = {
    "lead": lead,
    "leads in turn": leads_in_turn,
    "LexRank": lexrank_text,
    "brief": brief,
    "oracle": oracle,
}


def score(root: Path) -> dict[str, dict[str, float]]:
    """Mean F, per cent, of each system and measure; and how far the brief goes from the lead to the oracle."""
    return table(stories(root, "val"))


def table(found: Iterable[Story]) -> dict[str, dict[str, float]]:
    """The scores on some stories."""
    sums = {name: dict.fromkeys(MEASURES, 0.0) for name in SYSTEMS}
    count = 0
    for story in found:
        count += 1
        for name, write in SYSTEMS.items():
            for measure, value in rouge(cut(write(story), story.words), story.round_up).items():
                sums[name][measure] += value
    means = {
        name: {key: round(100 * value / max(1, count), 2) for key, value in each.items()} for name, each in sums.items()
    }
    return means | {"of the oracle": _shares(means), "stories": {"count": float(count)}}


def _shares(means: dict[str, dict[str, float]]) -> dict[str, float]:
    """The brief's part of what the oracle reaches, per cent."""
    return {key: round(100 * means["brief"][key] / max(means["oracle"][key], 0.01), 1) for key in MEASURES}
