"""When and where a happening was and who took part, by where the words for them stand in its sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from readout.annotate.happenings.clause import clause, sentence
from readout.annotate.happenings.heads import Head, Heads, Setting
from readout.annotate.happenings.tense import Mood, mood
from readout.annotate.happenings.tree import Tree
from readout.annotate.happenings.words import is_statement, known_kinds, lemma_of, listed
from readout.grammar.countries import country_named, country_of_people, country_seated_at
from readout.grammar.timex_expression import openness
from readout.model.notes import Form, Happening, HappeningStatus, NameKind, Notes, TimeKind
from readout.model.text import Article, TextSpan

_STATUS = {
    Mood.PAST: HappeningStatus.PAST,
    Mood.PLANNED: HappeningStatus.SCHEDULED,
    Mood.CALLED: HappeningStatus.CALLED_FOR,
}
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "to", "off", "around", "across"})
_TRANSPARENT_VERBS = frozenset(
    {"scheduled", "due", "set", "planned", "held", "slated", "expected", "beginning", "starting"}
)
_REACH = 14  # words between a noun and the time behind it
_AHEAD = 5  # words between a time and the noun that it stands before
_COMPARED = 9  # words before "since 1992" among which a superlative stands
_NEAR_CUE = 3
_AROUND = _WHERE | {"from", "into", "toward", "towards", "over", "on", "about", "of"}
_PLACES = frozenset({NameKind.LOCATION, NameKind.FACILITY})


class Parts:
    """Times, places and participants of one article, given out to the happenings of its sentences."""

    def __init__(self, article: Article, notes: Notes) -> None:
        self.ahead: set[int] = set()
        self.behind: set[int] = set()
        self._text = article.text
        self._notes = notes
        self._times = [
            (number, time)
            for number, time in enumerate(notes.times)
            if time.kind in {TimeKind.DATE, TimeKind.TIME}
            and time.value
            and not time.value.endswith("_REF")
            and time.span.of(article.text) != "this day"
        ]
        self._time_starts = [time.span.start for _, time in self._times]
        self._mentions = sorted(range(len(notes.mentions)), key=lambda number: notes.mentions[number].span)
        self._mention_starts = [notes.mentions[number].span.start for number in self._mentions]
        self._chains: dict[int, int] = {
            mention: number for number, chain in enumerate(notes.chains) for mention in chain.mentions
        }
        self._countries = {chain.name: number for number, chain in enumerate(notes.chains) if chain.name}

    def _place_in_time(self, tree: Tree, head: Head, times: Sequence[int]) -> None:
        """Note on which side of the report the clause puts its times."""
        told = head.mood
        if told is None:
            verb = next((above for above in tree.above(head.place) if tree.is_verb(above)), None)
            told = mood(tree, verb) if verb is not None else None
            told = None if told is Mood.PAST else told  # "she said that Monday's talks ..."
        if told in {Mood.PLANNED, Mood.CALLED, Mood.UNREAL}:
            self.ahead.update(times)
        elif told is Mood.PAST:
            self.behind.update(times)

    def setting(self, tree: Tree, spoken: Sequence[TextSpan]) -> Setting:
        """What names, times and quotations make of a sentence's words."""
        named = {
            place: self._notes.mentions[number].kind
            for number in self._mentions_in(tree)
            if self._notes.mentions[number].form is Form.NAME
            for place in tree.inside(self._notes.mentions[number].span)
        }
        timed = [place for number in self._times_in(tree) for place in tree.inside(self._notes.times[number].span)]
        quoted = [place for span in spoken if span.overlaps(tree.span) for place in tree.inside(span)]
        return Setting(named, frozenset(timed), frozenset(quoted), self._lasting(tree))

    def _lasting(self, tree: Tree) -> frozenset[int]:
        """The verbs on which a time with "since" hangs."""
        found = set[int]()
        for number in self._times_in(tree):
            places = tree.inside(self._notes.times[number].span)
            if places and self._since(number) and not _compares(tree, places[0]):
                found.update(next(([above] for above in tree.above(tree.top(places)) if tree.is_verb(above)), []))
        return frozenset(found)

    def of(self, tree: Tree, heads: Heads, quoted: frozenset[int], *, headline: bool) -> Iterator[Happening]:
        """The happenings of a sentence, in order; one that took place on two days is two."""
        times = self._times_of(tree, heads, quoted)
        places = self._places_of(tree, heads)
        taking_part = self._chains_of(tree, heads, places)
        for place, head in sorted(heads.items()):
            dated = times.get(place, [])
            if not dated and head.carrier is not None and head.noun:
                dated = times.get(head.carrier, [])
            if (head.mood in {Mood.UNREAL, Mood.WOULD, None} and not dated and not head.noun) or (
                not dated and (head.dated_only or head.mood is Mood.UNREAL)
            ):
                continue
            if not head.noun and head.mood is Mood.PRESENT and not dated:
                continue
            where = places.get(place) or (places.get(head.carrier) if head.carrier is not None else None)
            who = taking_part.get(place, set())
            if head.noun and head.carrier is not None:
                who = who | taking_part.get(head.carrier, set())
            for together in dated or [[]]:
                self._place_in_time(tree, head, together)
                yield self._happening(tree, head, tuple(together), where, who, headline=headline)

    def named(self, tree: Tree, heads: Sequence[Head]) -> Iterator[Happening]:
        """What is only named, without day, place or parties."""
        whole = sentence(tree)
        for head in heads:
            status = _STATUS.get(head.mood) if head.mood is not None else None
            span = tree.words[head.place].span
            yield Happening(whole, span, (), (), None, status, negated=head.negated, score=head.weight, kind=head.kind)

    def _happening(  # noqa: PLR0913 - the parts that it is made of
        self, tree: Tree, head: Head, times: tuple[int, ...], where: TextSpan | None, who: set[int], *, headline: bool
    ) -> Happening:
        status = _STATUS.get(head.mood) if head.mood is not None else None
        if head.mood in {Mood.WOULD, Mood.PRESENT} and times and not headline:
            status = HappeningStatus.SCHEDULED  # "the parties head to Vienna on Thursday"
        lasting = any(self._since(time) for time in times)
        told = (
            None if headline else clause(tree, head.carrier) if head.carrier is not None else _clause_around(tree, head)
        )
        return Happening(
            span=told or sentence(tree),
            head=tree.words[head.place].span,
            chains=tuple(sorted(who)),
            times=times,
            place=where,
            status=status,
            negated=head.negated,
            score=head.weight,
            kind=head.kind,
            lasting=lasting,
        )

    def _since(self, number: int) -> bool:
        return openness(self._notes.times[number].value or "") == "since"

    # --- times

    def _times_of(self, tree: Tree, heads: Heads, quoted: frozenset[int]) -> dict[int, list[list[int]]]:
        """For each head the times that stand with it, those of one day together."""
        found: dict[int, list[list[int]]] = {}
        last: tuple[int, int] | None = None  # the head and last word of the time before
        for number in self._times_in(tree):
            places = tree.inside(self._notes.times[number].span)
            if not places or _is_deadline(tree, places[0]) or (self._since(number) and _compares(tree, places[0])):
                continue
            coordinated = last is not None and _coordinated(tree, last[1], places[0])
            owner = last[0] if coordinated and last is not None else self._owner_of_time(tree, heads, places)
            if owner is None or (places[0] in quoted and owner not in quoted):
                last = None
                continue
            days = found.setdefault(owner, [])
            if coordinated or not days:
                days.append([number])
            else:
                days[-1].append(number)
            last = (owner, places[-1])
        return found

    def _times_in(self, tree: Tree) -> list[int]:
        first = bisect_left(self._time_starts, tree.span.start)
        last = bisect_left(self._time_starts, tree.span.end)
        return [number for number, _ in self._times[first:last]]

    def _owner_of_time(self, tree: Tree, heads: Heads, places: Sequence[int]) -> int | None:
        first, last = places[0], places[-1]
        if tree.forms[max(0, first - 2) : first] == ["and", "on"]:  # a clause begins with the time
            return min((place for place in heads if place > last), default=None)
        ahead = _noun_ahead(tree, heads, last)
        if ahead is not None:
            return ahead
        behind = _noun_behind(tree, heads, first)
        below = tree.top(places)
        owned = tree.head(below)
        if first and tree.forms[first - 1] == "of" and owned not in heads:
            return None  # "the cars of the 1980s"
        if (owned > last and owned not in heads and tree.words[owned].tag in {"NOUN", "PROPN"}) or _modifies_noun(
            tree, places
        ):
            return None  # "its 1997 borders"
        for above in tree.above(below):
            if above in heads and heads[above].noun:
                return above
            if tree.plain(above) == "acl" and _is_wish(tree, heads, above):
                continue  # "will hear a request to ban the walkout on Thursday"
            if above in heads or tree.is_verb(above):
                return self._of_verb(tree, heads, above, places, behind)
        return behind

    def _of_verb(self, tree: Tree, heads: Heads, verb: int, places: Sequence[int], behind: int | None) -> int | None:
        """Whose a time is that the parser hangs on a verb."""
        carried = [place for place, head in heads.items() if head.noun and head.carrier == verb]
        if places[-1] < verb and behind is not None and behind not in carried and places[0] > 2:
            return behind  # the noun before it, though the parser took it for the verb's
        if carried and verb not in heads:
            return min(carried, key=lambda place: abs(place - places[0]))
        if verb in heads:
            return verb
        lemma = lemma_of(tree.forms[verb])
        if is_statement(tree.forms[verb], lemma) and abs(places[0] - verb) <= _NEAR_CUE:
            return None
        return behind

    # --- places

    def _places_of(self, tree: Tree, heads: Heads) -> dict[int, TextSpan]:
        found: dict[int, TextSpan] = {}
        for number in self._mentions_in(tree):
            mention = self._notes.mentions[number]
            if mention.kind not in _PLACES or self._covered(number) or mention.span.of(self._text) in listed("wide"):
                continue
            places = tree.inside(mention.span)
            owner = self._located(tree, heads, places, mention.span) if places else None
            if owner is not None and owner not in found:
                found[owner] = mention.span
        return found

    def _located(self, tree: Tree, heads: Heads, places: Sequence[int], span: TextSpan) -> int | None:
        """The head that a place's name locates: "talks in Geneva", "the Geneva talks", "met in Geneva"."""
        behind = tree.forms[places[0] - 1] if places[0] else ""
        if behind in {"the", "an", "a"} and places[0] > 1:
            behind = tree.forms[places[0] - 2]
        if behind in _WHERE and _modifies(tree, places[-1]):
            return None
        if behind not in _WHERE:
            ahead = _noun_ahead(tree, heads, places[-1])
            country = country_named(span.of(self._text)) or country_of_people(span.of(self._text))
            return ahead if country is None and ahead is not None and places[-1] == ahead - 1 else None
        near = _noun_behind(tree, heads, places[0])
        loose = country_named(span.of(self._text)) is not None and tree.plain(tree.top(places)) == "nmod"
        for above in tree.above(tree.top(places)):
            if loose and above not in heads and not tree.is_verb(above):
                return None  # "workers in Bulgaria"
            if above in heads and (heads[above].noun or behind != "to" or heads[above].kind in {"travel", "visit"}):
                return above
            if tree.hanging(above, "cop"):
                return None  # "which is the third largest in China"
            if tree.is_verb(above):
                carried = [place for place, head in heads.items() if head.noun and head.carrier == above]
                if carried:
                    return min(carried, key=lambda place: abs(place - places[0]))
                break
        return near if behind != "to" else None

    # --- participants

    def _chains_of(self, tree: Tree, heads: Heads, located: Mapping[int, TextSpan]) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        settings = set(located.values())
        for number in self._mentions_in(tree):
            mention = self._notes.mentions[number]
            chain = self._chain(number)
            places = tree.inside(mention.span)
            if chain is None or not places or mention.span in settings or self._is_setting(tree, number, places[0]):
                continue
            owner = _taking_part(tree, heads, places)
            if owner is not None:
                found.setdefault(owner, set()).add(chain)
        return found

    def _is_setting(self, tree: Tree, number: int, first: int) -> bool:
        """Whether a place's name tells where something or somebody is, and not who acts."""
        mention = self._notes.mentions[number]
        if mention.kind not in _PLACES or mention.form is Form.METONYM:
            return False
        before = tree.forms[first - 1] if first else ""
        if before == "the" and first > 1:
            before = tree.forms[first - 2]
        name = mention.span.of(self._text)
        acts = country_named(name) is not None or country_seated_at(name) is not None
        where = _WHERE if acts else _AROUND
        return mention.kind is NameKind.FACILITY or before in where

    def _chain(self, number: int) -> int | None:
        """A mention's chain; a nationality's is that of its country, where the report names it."""
        mention = self._notes.mentions[number]
        if mention.kind is not NameKind.NATIONALITY:
            return self._chains.get(number)
        country = country_of_people(mention.span.of(self._text))
        return self._countries.get(country.name) if country is not None else None

    def _mentions_in(self, tree: Tree) -> list[int]:
        first = bisect_left(self._mention_starts, tree.span.start)
        last = bisect_left(self._mention_starts, tree.span.end)
        return self._mentions[first:last]

    def _covered(self, number: int) -> bool:
        """Whether a name stands inside a longer one."""
        span = self._notes.mentions[number].span
        return any(
            other.span.start <= span.start and span.end <= other.span.end and len(other.span) > len(span)
            for other in self._notes.mentions
            if other.span.overlaps(span)
        )


def _coordinated(tree: Tree, last: int, first: int) -> bool:
    """Whether only "and" stands between two times, and no clause begins with the second: "on Dec. 7 and Dec. 30"."""
    between = set(tree.forms[last + 1 : first])
    after = next((tree.words[place].tag for place in range(first + 1, len(tree)) if tree.words[place].tag != "NUM"), "")
    return between <= {"and", ",", "on", "again"} and "and" in between and after not in {"DET", "NOUN", "PROPN", "PRON"}


def _is_deadline(tree: Tree, first: int) -> bool:
    """Whether a time only bounds: "by Saturday", "before the end of 2027"."""
    return first > 0 and tree.forms[first - 1] in listed("deadline")


def _modifies_noun(tree: Tree, places: Sequence[int]) -> bool:
    """Whether a time stands between an article and its noun: "a 2012 voter-approved measure"."""
    first, last = places[0], places[-1]
    led = first > 0 and tree.words[first - 1].tag == "DET"
    return led and last + 1 < len(tree) and tree.words[last + 1].tag in {"NOUN", "PROPN", "ADJ", "VERB"}


def _is_wish(tree: Tree, heads: Heads, verb: int) -> bool:
    """Whether a verb is an infinitive that tells what a noun is for."""
    told = heads[verb].mood if verb in heads else mood(tree, verb)
    return tree.is_verb(verb) and told in {Mood.CALLED, Mood.UNREAL}


def _compares(tree: Tree, first: int) -> bool:
    """Whether "since" measures a record and no state: "its first annual loss since 1992"."""
    return not listed("superlative").isdisjoint(tree.forms[max(0, first - _COMPARED) : first])


def _noun_ahead(tree: Tree, heads: Heads, last: int) -> int | None:
    """The noun that a time or place stands before: "Monday's talks", "the 2008 Bucharest summit"."""
    for place in range(last + 1, min(len(tree), last + 1 + _AHEAD)):
        word = tree.words[place]
        if place in heads and heads[place].noun:
            joined = "'s" in tree.forms[last : last + 2] or all(
                tree.words[between].tag in {"ADJ", "NOUN", "PROPN", "PUNCT", "NUM"} and tree.forms[between] != ","
                for between in range(last + 1, place)
            )
            follows = place + 1 < len(tree) and place + 1 in heads and heads[place + 1].noun
            return (place + 1 if follows else place) if joined else None
        if word.tag not in {"ADJ", "NOUN", "PROPN", "PART", "NUM", "VERB"} and tree.forms[place] != "-":
            return None
    return None


def _noun_behind(tree: Tree, heads: Heads, first: int) -> int | None:
    """The noun that a time or place stands behind, with nothing but phrases between: "talks in Vienna on Thursday"."""
    for place in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if place in heads and heads[place].noun:
            return place
        word = tree.words[place]
        if word.tag in {"VERB", "AUX"} and tree.forms[place] not in _TRANSPARENT_VERBS and tree.is_verb(place):
            return None
        if word.tag in {"SCONJ", "CCONJ"} and tree.forms[place] != "and":
            return None
        if tree.forms[place] in {",", ";", ":", "--", "—", "–", "and"} and not _aside(tree, place):
            return None
    return None


def _aside(tree: Tree, place: int) -> bool:
    """Whether a comma or "and" stands inside a name ("Geneva, Switzerland", "Monday, Jan. 10")."""
    if not 0 < place < len(tree) - 1:
        return False
    sides = (tree.words[place - 1].span.of(tree.text), tree.words[place + 1].span.of(tree.text))
    return all(side[:1].isupper() or side[:1].isdigit() for side in sides)


def _modifies(tree: Tree, last: int) -> bool:
    """Whether a name only tells of which kind the noun behind it is ("at the U.S. mission", "in Ukraine's east")."""
    after = tree.forms[last + 1] if last + 1 < len(tree) else ""
    return after in {"-", "–", "'s"} or (
        last + 1 < len(tree) and tree.words[last + 1].tag in {"NOUN", "PROPN", "ADJ"} and tree.head(last) > last
    )


def _taking_part(tree: Tree, heads: Heads, places: Sequence[int]) -> int | None:
    """The happening in whose phrases a name stands, without crossing another clause."""
    below = tree.top(places)
    for above in tree.above(below):
        if above in heads:
            return above
        if tree.is_verb(above) or tree.words[above].tag == "AUX":
            carried = [place for place, head in heads.items() if head.carrier == above]
            return carried[0] if carried else None
        below = above
    return None


def _clause_around(tree: Tree, head: Head) -> TextSpan | None:
    """The clause in which a noun stands that no verb carries."""
    for above in tree.above(head.place):
        if tree.is_verb(above):
            return clause(tree, above) if mood(tree, above) is not Mood.UNREAL else None
    return None


def is_known(kind: str) -> bool:
    """Whether a kind is one of the vocabulary's."""
    return kind in known_kinds()
