"""What may be cut from a sentence without loss of sense: by its marks and its parse, and only where both agree."""

import re
from collections.abc import Iterator

from readout.merge.brief.lexicon import has, openers, vocabulary
from readout.merge.brief.sentences import Telling
from readout.merge.brief.wording import Wording
from readout.model.text import TextSpan

_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’-]*(?:[ ,]+[A-Z][\w.'’-]*){0,5},? ?)?\((?:[A-Z][\w.&'’/ -]{1,24})\)\s*(?:--+|[-–—―:])\s*"
    r"|[A-Z][a-z]+(?:,? [A-Z][\w.]+)? (?:--|[–—―]) (?=[A-Z\"“])"
    r"|[A-Z][A-Z.'’-]{2,}(?:[ ,]+[A-Z][\w.'’-]*){0,5},?\s*(?:--+|[–—―]| - )\s*"
)
_BRACKETS = re.compile(r"\s*\((?:[^()\"“”]{1,60})\)")
_PARTY = re.compile(r"\(\s*(?:[RDI]|Rep|Dem)\b")
_RELATIVES = frozenset({"which", "who", "whose", "where", "whom", "when"})
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_TIMED = frozenset({"later", "earlier", "then", "afterward", "afterwards"})
_SOURCE = re.compile(r"\baccording to\b|\bcit(?:ed|ing)\b", re.IGNORECASE)
_SHORTEST = 6  # words that must be left
_NO_START = frozenset(
    {"according", "if", "unless", "without", "under", "for", "because", "until", "once", "citing", "despite"}
)


def bare(telling: Telling) -> Wording:
    """The sentence without dateline and without what ties it to the sentence before."""
    wording = Wording(telling.article, telling.span)
    for cut in _opening(telling):
        wording = wording.without(cut)
    return wording.without(*_adverbs(telling))


def _opening(telling: Telling) -> Iterator[TextSpan]:
    words = telling.words()
    start = 0
    dateline = _DATELINE.match(words)
    if dateline is not None and telling.place == 0:
        start = dateline.end()
    tie = openers().match(words, start)
    if tie is not None and _cuttable(telling, tie):
        start = tie.end()
    if start:
        yield TextSpan(telling.span.start, telling.span.start + start)


def _cuttable(telling: Telling, tie: re.Match[str]) -> bool:
    """Whether a clause follows: a tie without its comma must be a conjunction or an adverb of the whole."""
    if tie["comma"]:
        return True
    first = telling.tree.within(telling.span.start + tie.start(), telling.span.start + tie.end())
    word = tie.group().strip().casefold()
    return len(first) == 1 and word in {"but", "and", "yet", "then", "still", "plus"} and _joins(telling, first[0])


def _joins(telling: Telling, place: int) -> bool:
    return telling.tree.words[place].relation in {"cc", "advmod"} and telling.tree.words[place].tag in {"CCONJ", "ADV"}


def _adverbs(telling: Telling) -> Iterator[TextSpan]:
    """Adverbs that point back ("also"), with the commas around them, outside of quotations."""
    tree, known = telling.tree, vocabulary("linking", "adverbs")
    for place, word in enumerate(tree.words):
        if tree.forms[place] not in known or word.relation != "advmod" or tree.children(place) or not place:
            continue
        if telling.is_quoted(word.span.start, word.span.end) or tree.words[word.head].tag not in {"VERB", "AUX"}:
            continue
        if tree.forms[place] in _TIMED and not _before_verb_or_mark(telling, place):
            continue
        near = {place - 1, place + 1} & set(range(len(tree.words)))
        if word.head in near or any(tree.words[one].tag in {"AUX", "VERB"} for one in near):
            yield _with_commas(telling, place)


def _before_verb_or_mark(telling: Telling, place: int) -> bool:
    """Whether nothing follows that the adverb could belong to ("later in the day")."""
    tree = telling.tree
    following = tree.words[place + 1].tag if place + 1 < len(tree.words) else "PUNCT"
    return following in {"VERB", "AUX", "PUNCT"} or (following == "SCONJ" and tree.forms[place + 1] == "that")


def _with_commas(telling: Telling, place: int) -> TextSpan:
    tree = telling.tree
    span = tree.words[place].span
    before, after = place - 1, place + 1
    if tree.form(before) == "," and after < len(tree.words) and tree.form(after) in {",", "."}:
        end = tree.words[after].span.end if tree.form(after) == "," else span.end
        return TextSpan(tree.words[before].span.start, end)
    return span


def optional(telling: Telling) -> list[TextSpan]:
    """Stretches that may be cut, each alone or all together, longest first."""
    found = {
        cut
        for finder in (_brackets, _relatives, _appositions, _tails, _leads)
        for cut in finder(telling)
        if _harmless(telling, cut)
    }
    return sorted(found, key=lambda cut: (-len(cut), cut))


def _harmless(telling: Telling, cut: TextSpan) -> bool:
    """Whether nothing of weight goes: no quotation is cut into, no negation, condition or source of what stays."""
    words = cut.of(telling.text)
    if any(one.overlaps(cut) and not (cut.start <= one.start and one.end <= cut.end) for one in telling.quoted):
        return False
    return not has(words, "conditionals") and not _SOURCE.search(words)


def _brackets(telling: Telling) -> Iterator[TextSpan]:
    for found in _BRACKETS.finditer(telling.text, telling.span.start, telling.span.end):
        if not _PARTY.search(found.group()):
            yield TextSpan(*found.span())


def _relatives(telling: Telling) -> Iterator[TextSpan]:
    """Clauses between commas that begin with "which", "who" ..."""
    tree = telling.tree
    for place, word in enumerate(tree.words):
        if word.relation != "acl:relcl":
            continue
        places = _inner(telling, place)
        if places and tree.forms[places[0]] in _RELATIVES and (cut := _between_marks(telling, places)):
            yield cut


def _appositions(telling: Telling) -> Iterator[TextSpan]:
    """What a person or thing is, between commas after the name: "Wendy Sherman, the head of the delegation, said"."""
    tree = telling.tree
    for place, word in enumerate(tree.words):
        if word.relation != "appos" or tree.words[word.head].tag not in {"PROPN", "NOUN"} or word.tag != "NOUN":
            continue
        places = _inner(telling, place)
        if not places or tree.forms[places[0]] not in {"a", "an", "the", "his", "her", "its", "their"}:
            continue
        cut = _between_marks(telling, places)
        after = places[-1] + 2
        if cut and not (after < len(tree.words) and tree.forms[after] in {"and", "or"}):
            yield cut


def _tails(telling: Telling) -> Iterator[TextSpan]:
    """Participles and "including" after the last comma, to the end."""
    tree = telling.tree
    last = len(tree.words) - 1
    for place, word in enumerate(tree.words):
        if not word.relation.startswith(("advcl", "acl", "nmod", "obl")):
            continue
        places = _inner(telling, place)
        if not places or places[-1] < last - 1 or not _opens_tail(telling, places[0]):
            continue
        if cut := _between_marks(telling, places):
            yield cut


def _opens_tail(telling: Telling, place: int) -> bool:
    form = telling.tree.forms[place]
    return form == "including" or (
        form not in _NO_START and (telling.tree.words[place].tag == "VERB" and form.endswith("ing"))
    )


def _leads(telling: Telling) -> Iterator[TextSpan]:
    """What stands before the first comma: "As tensions simmered, ..."."""
    tree, root = telling.tree, telling.tree.root
    comma = next((place for place in range(len(tree.words)) if tree.form(place) == ","), None)
    if comma is None or root is None or comma + 2 > root or tree.forms[0] in _NO_START:
        return
    for place in tree.children(root):
        word = tree.words[place]
        if word.relation not in {"advcl", "obl"} or place >= comma:
            continue
        places = _inner(telling, place)
        dated = re.search(r"\d|day\b", telling.text[telling.span.start : tree.words[comma].span.start])
        if places and places[0] == 0 and places[-1] == comma - 1 and dated is None:
            yield TextSpan(telling.span.start, tree.words[comma].span.end)


def _inner(telling: Telling, place: int) -> list[int]:
    """A word with all below it, without the marks at the edges; empty where other words stand among them."""
    tree = telling.tree
    if not tree.whole(place):
        return []
    places = tree.subtree(place)
    while places and tree.words[places[0]].tag == "PUNCT":
        places.pop(0)
    while places and tree.words[places[-1]].tag == "PUNCT" and tree.form(places[-1]) not in '"”’)':
        places.pop()
    return list(range(places[0], places[-1] + 1)) if places else []


def _between_marks(telling: Telling, places: list[int]) -> TextSpan | None:
    """From the comma or dash before some words to the one after them, or to the full stop (which stays)."""
    tree = telling.tree
    before, after = places[0] - 1, places[-1] + 1
    if before < 1 or after >= len(tree.words) or len(tree.words) - len(places) < _SHORTEST:
        return None
    opened, closed = tree.form(before), tree.form(after)
    start = tree.words[before].span.start
    if closed in {".", ";"} and opened in {",", *_DASHES}:
        return TextSpan(start, tree.words[places[-1]].span.end)
    if opened == closed == "," or (opened in _DASHES and closed == opened):
        return TextSpan(start, tree.words[after].span.end)
    return None


def _is_verb(telling: Telling, place: int) -> bool:
    return telling.tree.words[place].tag == "VERB"
