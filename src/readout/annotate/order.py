"""Whom a "he" or "she" means by the order of those on the scene alone, where it leaves no choice."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from readout.annotate.antecedents import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.annotate.scene import Appearance, Scene
    from readout.grammar.people import Gender

_PARAGRAPHS_BACK = 2
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")


class Order:
    """Goes back from a pronoun, sentence by sentence."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def meant(self, start: int, here: int, gender: Gender) -> int | None:
        """Whom a "he" or "she" means where those before it leave no choice; `NOBODY` where two are as near."""
        sentence = self._scene.sentence(start)
        for group in self._sentences_back(start, here):
            own = sentence is not None and group[0].start >= sentence.span.start
            fitting = [each for each in group if self._fits(each, gender)]
            if own and len({each.chain for each in fitting if each.subject}) > 1:
                return NOBODY
            found = self._chosen(fitting, gender, own=own)
            if found is not None:
                return found.chain
            if fitting and not own:
                return None
        return None

    def _sentences_back(self, start: int, here: int) -> Iterator[list[Appearance]]:
        """Those who appear before a place outside quotations, sentence by sentence, the nearest sentence first."""
        group: list[Appearance] = []
        number: int | None = None
        for each in reversed(self._scene.appearances[: bisect_left(self._scene.appearances, start, key=_start)]):
            at = self._scene.paragraph(each.start)
            if at is None or here - at > _PARAGRAPHS_BACK:
                break
            if (each.form == "nominal" and not each.speaks) or (
                each.form == "name" and self._scene.in_speech(each.start)
            ):
                continue
            sentence = self._scene.sentence_number(each.start)
            if sentence != number and group:
                yield group
                group = []
            number = sentence
            group.insert(0, each)
        if group:
            yield group

    def _fits(self, each: Appearance, gender: Gender) -> bool:
        return each.chain is None or self._scene.genders[each.chain] in {None, gender}

    def _chosen(self, fitting: Sequence[Appearance], gender: Gender, *, own: bool) -> Appearance | None:
        """Whom of those in one sentence a pronoun means: who speaks, else its subject, else the only one there."""
        known = [each for each in fitting if each.chain is not None and self._scene.genders[each.chain] is gender]
        for those in (known, fitting):
            speaking = [each for each in those if each.speaks]
            subjects = [each for each in those if each.subject]
            for part in (speaking, subjects, () if own else those):
                if len({each.chain for each in part}) == 1 and not self._possessive(part[-1]):
                    return part[-1]
            if len({each.chain for each in speaking}) > 1:
                return speaking[-1]
        return None

    def _possessive(self, each: Appearance) -> bool:
        return _POSSESSIVE.match(self._scene.text, each.end) is not None


def _start(each: Appearance) -> int:
    return each.start
