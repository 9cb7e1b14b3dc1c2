"""How far a matter, a condition and the clause that says a stance reach."""

from collections.abc import Sequence
from typing import Final

from readout.annotate.stances.context import CONDITIONS, LIST, OPENING, Context
from readout.annotate.stances.found import Found
from readout.annotate.stances.tree import SUBJECTS

_BASES: Final = frozenset({"basis", "condition", "exchange", "return"})


class Extents(Context):
    """Finds how far the parts of a stance reach."""

    def _cue_words(self) -> list[int]:
        return [place for place, cue in enumerate(self.cues) if cue is not None]

    def _stripped(self, places: list[int]) -> list[int]:
        kept = list(places)
        while len(kept) > 1 and (
            self.tree.tag(kept[0]) in {"PUNCT", "CCONJ"} or self.tree.forms[kept[0]] in {"that", "because"}
        ):
            del kept[0]
        while len(kept) > 1 and self.tree.tag(kept[-1]) in {"PUNCT", "CCONJ"}:
            del kept[-1]
        return kept

    def _whole(self, found: list[int], condition: Sequence[int]) -> list[int]:
        """A matter that breaks off at a verb goes on to the next stop."""
        tree = self.tree
        last = found[-1]
        ends = {"PUNCT", "CCONJ", "SCONJ"}
        if tree.tag(last) not in {"VERB", "AUX", "PART", "ADP", "DET", "ADJ"} or last + 1 >= len(tree.words):
            return found
        if tree.tag(last) == "VERB" and tree.tag(last + 1) in {"ADP", "PRON", "ADV"}:
            return found
        while last + 1 < len(tree.words) and tree.tag(last + 1) not in ends and last + 1 not in condition:
            if self.cues[last + 1] is not None:
                break
            last += 1
            found = [*found, last]
        return found

    def _within_marks(self, found: list[int], place: int) -> list[int]:
        """A matter up to the mark that closes the quotation its trigger stands in (“…,” she said)."""
        tree = self.tree
        opened = False
        for word in range(len(tree.words)):
            form = tree.forms[word]
            if form == "“" or (form == '"' and not opened):
                opened = True
            elif form in {"”", '"'} and opened:
                opened = False
                begun = next((w for w in range(word - 1, -1, -1) if tree.forms[w] in {"“", '"'}), word)
                if begun < place < word and tree.forms[word - 1] in {",", ".", "!", "?"}:
                    return self._stripped([w for w in found if w < word]) or found
        return found

    def _matter(self, head: int, condition: Sequence[int], place: int) -> list[int]:
        """The words of a matter without the words that open it."""
        tree = self.tree
        without = [*condition, *self._cue_words(), *tree.strangers(head)]
        if head < place:
            without.append(place)
        found = [word for word in tree.run(head, without) if word >= min(head, place) or head < place]
        found = [word for word in found if head < place or word > place]
        if not found:
            return []
        found = self._whole(found, condition)
        while len(found) > 1 and (tree.tag(found[0]) == "PUNCT" or tree.forms[found[0]] in OPENING | LIST):
            if tree.tag(found[0]) == "DET":
                break
            del found[0]
        if len(found) > 1 and place < head and tree.tag(found[0]) == "PART" and tree.forms[found[1]] == "to":
            before = found[0] - 1
            if before - 1 > place and tree.forms[before - 1] == "for" and tree.tag(before) in {"PROPN", "NOUN", "PRON"}:
                found = [before, *found]
        return self._within_marks(self._stripped(found), place)

    def _told(self, place: int, head: int | None, matter: list[int], condition: Sequence[int]) -> list[int]:
        """The matter of a cue is what it introduces, whose ends the tagger of statements knows best."""
        content = self.contents[place]
        if head is None or content is None or head not in content or not content or content[0] < place:
            return matter
        if self.tree.relation(head) in {"obj", "obl", "nmod"}:
            return matter  # a phrase ends where the parse has it: what follows is the report's
        last = min([content[-1] + 1, *[word for word in condition if word >= head]])
        first = next((word for word in content if self.tree.forms[word] not in OPENING), content[0])
        return self._stripped(list(range(first, last))) or matter

    def _behind_target(self, target: int, head: int, matter: list[int]) -> list[int]:
        """A matter without the one addressed, who was read as its subject: “urged them to leave”."""
        opening = [w for w in range(target, head) if self.tree.forms[w] in {"to", "of", "for", "not"} and w in matter]
        marks = [w for w in opening if self.tree.head(w) == head]
        return self._stripped([w for w in matter if w > marks[0]]) or matter if marks else matter

    def _condition(self, place: int, head: int | None) -> list[int]:
        """The words of what a stance hangs on."""
        tree = self.tree
        near = {place}
        if head is not None:
            near |= set(tree.subtree(head, tree.strangers(head)))
        governor = tree.head(place)
        if tree.relation(place) in {"ccomp", "xcomp"} and governor >= 0:
            near.add(governor)
        for word in range(len(tree.words)):
            above = tree.head(word)
            if above not in near or word == place:
                continue
            opened = tree.cases(word)
            clause = {"advcl", "ccomp", "xcomp", "acl", "conj", "parataxis"}  # the last two after "but only"
            if opened & CONDITIONS and tree.relation(word) in clause and tree.tag(word) not in {"NOUN", "PROPN", "NUM"}:
                if "whether" in opened:
                    continue
                marks = [w for w in tree.children(word, "mark", "advmod", "case") if tree.forms[w] in CONDITIONS]
                return list(range(marks[0], max([marks[0], *tree.run(word)]) + 1))
            if tree.forms[word] in _BASES and opened & {"on", "in"} and tree.relation(word) in {"obl", "nmod"}:
                return tree.run(word)
        return []

    def _asides(self, place: int) -> list[int]:
        return [word for word in self.tree.loose(place) if self.tree.relation(word) == "parataxis"]

    def _clause_words(self, place: int, found: Found) -> list[int]:
        """The clause of a predicate with its subject, up to the cue of who says it."""
        tree = self.tree
        without = [*self._cue_words(), *self._asides(place)]
        reach = self._stripped(sorted({*tree.run(place, without), *found.condition, *found.matter}))
        subject = tree.subject(place)
        low = min(reach)
        if subject is not None and subject < low and low - subject < 12 and tree.relation(place) in {"conj", "xcomp"}:
            low = min(tree.name(subject))
        cues = [w for w in self._cue_words() if low <= w < place]
        if cues:
            low = max(cues) + 1
        return self._stripped(list(range(low, max(reach) + 1)))

    def _span(self, place: int, found: Found, holder: int | None) -> list[int]:
        """The clause that says it, holder and condition within, as far as they stand in one stretch."""
        tree = self.tree
        kept = {*found.trigger, *found.matter, *found.condition}
        kept |= set(tree.children(place, "aux", "aux:pass", "cop", "advmod", "obj", "iobj", "compound:prt"))
        if found.matter and found.head is not None and found.head < place:
            kept |= set(tree.run(place))
        for word in tree.children(place, "obl", "obl:unmarked", "advmod", "xcomp"):
            reach = tree.run(word)
            if min(reach) == max(kept) + 1 and tree.tag(min(reach)) != "PUNCT" and len(reach) < 12:
                kept |= set(reach)
        if holder is not None and abs(holder - place) < 25 and tree.head(holder) == place:
            kept |= set(tree.name(holder))
        first, last = min(kept), max(kept)
        edges = [word for word in self._cue_words() if first <= word <= last and word not in found.trigger]
        if edges and self.speakers[place]:
            before = [word for word in edges if word < place]
            after = [word for word in edges if word > place]
            first = max([first, *[word + 1 for word in before]])
            last = min([last, *[word - 1 for word in after]])
        opening = {"who", "which", "that", "when", "while", "as", "because", "so", "and", "but"}
        while first < min(place, last) and tree.forms[first] in opening and tree.tag(first) not in {"DET", "NOUN"}:
            first += 1
        return list(range(first, last + 1))

    def _deed(self, place: int, condition: Sequence[int]) -> list[int]:
        """The clause of a verb without its subject."""
        tree = self.tree
        found = self._stripped(tree.run(place, [*condition, *self._cue_words(), *tree.strangers(place)]))
        for subject in tree.children(place, *SUBJECTS)[:1]:
            below = set(tree.subtree(subject))
            if max(below) < place:
                found = self._stripped([word for word in found if word not in below])
        return self._stripped(self._whole(found, condition))

    def _item(self, head: int, heads: Sequence[int], matter: list[int]) -> list[int]:
        """One item of a list: from its own first word to the next item's."""
        tree = self.tree
        starts = {each: min(tree.run(each, [w for w in heads if w != each])) for each in heads}
        start = starts[head]
        after = [begin for begin in starts.values() if begin > start]
        last = min(after) if after else max([*matter, *tree.run(head)]) + 1
        item = self._stripped(list(range(start, last))) or matter
        while len(item) > 1 and tree.forms[item[0]] in {"for", "and", ",", "including"}:
            del item[0]
        return item

    def _noun_clause(self, place: int, found: Found, *, alone: bool) -> list[int]:
        tree = self.tree
        if alone or (found.matter and min(found.matter) > place + 12):
            return found.matter
        kept = {place, *found.matter, *found.condition, *tree.name(place)}
        for word in tree.children(place, "nmod:poss", "nmod"):
            reach = tree.name(word)
            if max(reach) < max(kept):
                kept |= set(tree.run(word)) if max(tree.run(word)) < max(kept) else set(reach)
        return list(range(min(kept), max(kept) + 1))
