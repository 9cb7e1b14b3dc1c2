"""Quotes of the record: each utterance once, with every report of it and how their wordings differ."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from readout.merge.sources import Sources
from readout.model.ids import content_id
from readout.model.links import Saying, SharedOrigin, SharedUtterance
from readout.model.record import Quote, QuoteReport, Span, Variant
from readout.model.text import Article

_RANK = {"direct": 0, "mixed": 1, "indirect": 2}
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"'})
_EDGE = "\"'.,;:!?…()[]"


def record_quotes(utterances: Sequence[SharedUtterance], sources: Sources) -> tuple[Quote, ...]:
    """The quotes, in the order of the articles and of their texts."""
    made = list(_told_apart([_quote(each, sources) for each in utterances]))
    statements = _statements(utterances, [quote.id for quote in made])
    order = {article: place for place, article in enumerate(sources.articles)}

    def place(quote: Quote) -> tuple[int, int, str]:
        first = min((order[row.spans[0].article], row.spans[0].start) for row in quote.reports)
        return (*first, quote.id)

    told = [replace(quote, statement=statement) for quote, statement in zip(made, statements, strict=True)]
    return tuple(sorted(told, key=place))


def _told_apart(made: Sequence[Quote]) -> Iterator[Quote]:
    """Quotes with ids of their own: the same words said twice have also the place of their first report in it."""
    count = Counter(quote.id for quote in made)
    for quote in made:
        first = min(row.spans[0] for row in quote.reports)
        twice = content_id("q", quote.id, first.article, str(first.start))
        yield quote if count[quote.id] == 1 else replace(quote, id=twice)


def newsroom_origins(
    utterances: Iterable[SharedUtterance],
    articles: Mapping[str, Article],
    origins: Sequence[SharedOrigin],
    ids: Sequence[str],
) -> dict[str, str]:
    """The origin of what was said to each newsroom, by its name in small letters.

    The id of the story's origin that bears the name, else, as no report of the story is its own, the name as printed.
    """
    known = {re.sub(r"^the ", "", one.name.casefold()): id_ for one, id_ in zip(origins, ids, strict=True)}
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for saying in (saying for each in utterances for saying in each.sayings):
        if saying.outlet is not None:
            name = newsroom(saying.outlet, articles)
            printed[name.casefold()][name] += 1
    return {key: known.get(key) or max(names, key=lambda one: (names[one], one)) for key, names in printed.items()}


def newsroom(span: Span, articles: Mapping[str, Article]) -> str:
    """A newsroom's name as printed, without the article."""
    name = " ".join(articles[span.article].text[span.start : span.end].split())
    return re.sub(r"^[Tt]he ", "", name)


def _quote(utterance: SharedUtterance, sources: Sources) -> Quote:
    rows = sorted(utterance.sayings, key=lambda one: (one.article, one.spans))
    main = min(rows, key=lambda one: (_RANK[one.kind], -len(one.text), one.text, one.article))
    speaker = _most(sources.entities.get(one.chain) for one in rows if one.chain)
    via = _most(sources.entities.get(one.via) for one in rows if one.via)
    return Quote(
        id=content_id("q", speaker or _printed(_telling(main, rows).source, sources), _folded(main.text)),
        kind=main.kind,
        text=main.text,
        speaker=speaker,
        speaker_text=_printed(_telling(main, rows).source, sources),
        via=None if via == speaker else via,
        cue=_printed(main.cue, sources),
        channel=max((one.channel for one in rows if one.channel), key=lambda name: (len(name), name), default=None),
        addressee=_most(one.addressee for one in rows),
        said_on=_most(one.said_on for one in rows),
        statement=None,
        variants=tuple(_variants(main, rows)),
        reports=tuple(_report(one, sources) for one in rows),
        because=utterance.because,
    )


def _telling(main: Saying, rows: Sequence[Saying]) -> Saying:
    """The report whose words for the speaker are shown: the quotation's own, if it has any."""
    return next((one for one in (main, *rows) if one.source is not None), main)


def _report(one: Saying, sources: Sources) -> QuoteReport:
    origin = sources.origins[one.article]
    if one.outlet is not None:
        name = newsroom(one.outlet, sources.articles)
        origin = sources.newsrooms.get(name.casefold(), origin)
    return QuoteReport(spans=one.spans, source=one.source, cue=one.cue, text=one.text, origin=origin)


def _printed(span: Span | None, sources: Sources) -> str | None:
    if span is None:
        return None
    return " ".join(sources.articles[span.article].text[span.start : span.end].split())


def _most(values: Iterable[str | None]) -> str | None:
    """The value that most reports give, the longest of those given as often."""
    given = Counter(value for value in values if value is not None)
    return max(given, key=lambda value: (given[value], len(value), value), default=None)


def _variants(main: Saying, rows: Sequence[Saying]) -> Iterator[Variant]:
    for one in rows:
        if one is not main and (differs := differences(main.text, one.text)):
            yield Variant(one.article, one.text, differs)


def differences(text: str, other: str) -> tuple[tuple[str, str], ...]:
    """Pairs of [in the one, in the other] by words; typographic marks and the stops at the ends are no difference."""
    left, right = _words(text), _words(other)
    steps = Levenshtein.opcodes(_plain(left), _plain(right))
    runs = [list(run) for equal, run in groupby(steps, key=lambda step: step.tag == "equal") if not equal]
    return tuple(
        (
            " ".join(left[run[0].src_start : run[-1].src_end]),
            " ".join(right[run[0].dest_start : run[-1].dest_end]),
        )
        for run in runs
    )


def _words(text: str) -> list[str]:
    """The words of a text as printed; marks by themselves, and those that a page's source left spelt out, are none."""
    words = text.replace("&quot;", '"').split()
    return [word for word in words if word.translate(_PLAIN).strip('"')]


def _plain(words: Sequence[str]) -> list[str]:
    """Words as they are compared: plain apostrophes, no quotation marks, no stops at the two ends."""
    plain = [word.translate(_PLAIN).replace('"', "") for word in words]
    for place in {0, len(plain) - 1} if plain else ():
        plain[place] = plain[place].strip(_EDGE) or plain[place]
    return plain


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _statements(utterances: Sequence[SharedUtterance], ids: Sequence[str]) -> list[str | None]:
    """For each utterance the id that it shares with what was said in the same breath, in any of the reports."""
    members: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, each in enumerate(utterances):
        for saying in each.sayings:
            members[saying.article, saying.statement].append(number)
    group = list(range(len(utterances)))
    for numbers in members.values():
        roots = {group[number] for number in numbers}
        group = [min(roots) if root in roots else root for root in group]
    sizes = Counter(group)
    first = {root: min(ids[i] for i in range(len(group)) if group[i] == root) for root in sizes if sizes[root] > 1}
    return [content_id("s", first[root]) if root in first else None for root in group]
