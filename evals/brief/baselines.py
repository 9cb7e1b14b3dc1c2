"""What the brief is compared with: the openings of the reports, LexRank, and the best that sentences can do."""

from collections.abc import Sequence
from itertools import zip_longest

from evals.brief.lexrank import lexrank
from evals.brief.rouge import rouge
from evals.brief.stories import Story


def cut(text: str, words: int) -> str:
    """The first so many words of a text."""
    return " ".join(text.split()[:words])


def lead(story: Story) -> str:
    """The opening of the first report, then of the second: the order of the corpus, which tells nothing."""
    return " ".join(sentence for report in story.reports for sentence in report)


def leads_in_turn(story: Story) -> str:
    """The first sentence of each report, then the second of each."""
    return " ".join(sentence for row in zip_longest(*story.reports) for sentence in row if sentence is not None)


def lexrank_text(story: Story) -> str:
    """The sentences that LexRank takes for the length, in the order of the reports."""
    every = [sentence for report in story.reports for sentence in report]
    taken = list[int]()
    for number in lexrank(every):
        if sum(len(every[one].split()) for one in taken) >= story.words:
            break
        taken.append(number)
    return " ".join(every[number] for number in sorted(taken))


def oracle(story: Story) -> str:
    """Sentences taken one by one, each the one that raises the sum of the three measures most."""
    every = [sentence for report in story.reports for sentence in report]
    taken: list[int] = []
    best = 0.0
    while sum(len(every[one].split()) for one in taken) < story.words:
        scored = [(_sum([*taken, number], every, story), number) for number in range(len(every)) if number not in taken]
        if not scored or max(scored)[0] <= best:
            break
        best, number = max(scored, key=lambda pair: (pair[0], -pair[1]))
        taken.append(number)
    return " ".join(every[number] for number in taken)


def _sum(taken: Sequence[int], every: Sequence[str], story: Story) -> float:
    return sum(rouge(cut(" ".join(every[one] for one in taken), story.words), story.round_up).values())
