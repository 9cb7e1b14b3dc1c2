"""What a sentence refers to outside of itself: words that need a name, nouns that another sentence told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readout.grammar.people import Gender, gender_of, gender_of_name
from readout.merge.brief.context import Context, Named, is_name, is_person
from readout.merge.brief.lexicon import relative_times, vocabulary
from readout.merge.brief.sentences import Telling
from readout.merge.brief.wording import Wording
from readout.model.notes import Form
from readout.model.record import Entity
from readout.model.text import TextSpan

_EMPTY_IT = re.compile(
    r"it(?:['’]s|['’]d|['’]ll)?(?: (?:is|was|be|been|being|has been|had been|will|would|could|can|may|might"
    r"|remains?|seems?"
    r"|became|becomes?"
    r"|appears?|appeared|not|also|still|now|just|too|very|most|more))*"
    r"[ “\"‘]+[\w’'-]+(?: [\w’'-]+)?[ ](?:that|to|if|whether|for|when|how|what|why|who)\b",
    re.IGNORECASE,
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTICLE = 3  # letters of "van" or "bin"; a longer small word in a name was taken with it by mistake
_DETERMINERS = frozenset({"this", "that", "these", "those", "such"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or a post that is printed as a name; `possessive`: with an 's."""

    span: TextSpan
    entity: Entity
    possessive: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sentence can stand alone: with names for these words, where the brief has told the nouns that it needs.

    `wants` are nouns that would be clearer if they had been told ("the demands").
    """

    references: tuple[Reference, ...]
    needs: frozenset[str]
    wants: frozenset[str] = frozenset()


def standing(telling: Telling, wording: Wording, context: Context) -> Standing | None:
    """What it takes for a sentence to stand alone; None where it can't."""
    tree = telling.tree
    kept = [place for place, word in enumerate(tree.words) if wording.keeps(word.span.start, word.span.end)]
    words = [place for place in kept if tree.words[place].tag != "PUNCT"]
    if not words or _leans(telling, wording, words):
        return None
    references: list[Reference] = []
    for place in words:
        if telling.is_quoted(tree.words[place].span.start, tree.words[place].span.end):
            continue
        found = _reference(telling, place, kept, context)
        if found is False:
            return None
        if isinstance(found, Reference) and all(found.entity != other.entity for other in references):
            references.append(found)
    wants = frozenset(_bare_objects(telling, kept))
    subject = _bare_subject(telling, kept)
    if subject is None:
        return Standing(tuple(references), frozenset(), wants)
    meant = _post(telling, subject, context)
    if meant is not None:
        return Standing((*references, meant), frozenset(), wants)
    noun = tree.forms[subject]
    return None if noun in vocabulary("linking", "general") else Standing(tuple(references), frozenset({noun}), wants)


def _leans(telling: Telling, wording: Wording, words: list[int]) -> bool:
    """Whether the sentence begins or counts its time from what stood before it, or is a speech without speaker."""
    tree = telling.tree
    first = words[0]
    quoted = telling.is_quoted(tree.words[first].span.start, tree.words[first].span.end)
    if not quoted and tree.forms[first] in vocabulary("linking", "leaning") and not _is_empty_there(telling, first):
        return True
    if quoted and tree.forms[first] in {"or", "and", "but", "so", "because"}:
        return True
    said = sum(telling.is_quoted(tree.words[one].span.start, tree.words[one].span.end) for one in words)
    if said >= len(words) - 1:
        return True
    return any(
        not telling.is_quoted(*found.span())
        for part in wording.kept()
        for found in relative_times().finditer(telling.text, part.start, part.end)
    )


def _is_empty_there(telling: Telling, place: int) -> bool:
    tree = telling.tree
    return tree.forms[place] == "there" and tree.words[place].relation == "expl"


def _reference(telling: Telling, place: int, kept: list[int], context: Context) -> Reference | bool:
    """The name that a word needs; True where it needs none, False where it needs one that is not known."""
    tree = telling.tree
    word, form = tree.words[place], tree.forms[place]
    if form in vocabulary("anaphora", "speakers"):
        return word.tag not in {"PRON", "DET"}
    if form in _DETERMINERS and word.tag in {"DET", "PRON"}:
        return _points_within(telling, place)
    if word.tag == "ADV" and form in {"there", "here"} and word.relation == "advmod":
        return False
    if word.tag not in {"PRON", "DET"}:
        return True
    if form in vocabulary("anaphora", "persons"):
        return _person(telling, place, kept, context)
    if form in vocabulary("anaphora", "things") or form in vocabulary("anaphora", "many"):
        return _thing(telling, place, kept, context)
    return True


def _points_within(telling: Telling, place: int) -> bool:
    """Whether "this", "that" or "such" is no pointer to another sentence: a conjunction, "that of", "this week"."""
    tree, word = telling.tree, telling.tree.words[place]
    form = tree.forms[place]
    head = word.head
    if word.relation in {"mark", "fixed"} or (head >= 0 and tree.words[head].relation.startswith("acl")):
        return True
    if word.relation == "det" and head >= 0 and tree.forms[head].removesuffix("s") in vocabulary("times", "nouns"):
        return True
    following = tree.forms[place + 1] if place + 1 < len(tree.words) else ""
    before = tree.words[place - 1].tag if place else ""
    if form == "that" and before == "VERB" and _is_verb(telling, place + 1):
        return False
    if form == "that" and word.tag == "PRON" and before in {"NOUN", "PROPN", "PRON", "ADJ"}:
        return True
    if form == "this" and (following in vocabulary("times", "calendar") or following in {"past", "coming"}):
        return True
    if form == "such":
        return following == "as" or (place > 0 and tree.words[place - 1].tag != "PUNCT")
    if form == "those" and place + 1 < len(tree.words) and tree.words[place + 1].tag in {"VERB", "ADJ"}:
        return True
    return (
        form in {"those", "that"}
        and word.tag in {"PRON", "DET"}
        and following in {"who", "of", "in", "with", "for", "from"}
    )


def _is_verb(telling: Telling, place: int) -> bool:
    words = telling.tree.words
    return place < len(words) and words[place].tag in {"VERB", "AUX"}


def _person(telling: Telling, place: int, kept: list[int], context: Context) -> Reference | bool:
    tree, span = telling.tree, telling.tree.words[place].span
    mentions = context.within(telling.article, telling.span)
    ours = next((one for one in mentions if one.mention.span == span), None)
    chain = ours.chain if ours else None
    before = [one for one in mentions if _is_kept(one, telling, kept) and one.mention.span.start < span.start]
    if chain is not None and any(one.chain == chain and is_name(one) for one in before):
        return True
    if ours is not None and ours.entity is not None and _told_by_post(telling, place, kept, ours.entity):
        return True
    if chain is not None and ours is not None and ours.entity is not None and ours.entity.kind == "person":
        possessive = tree.words[place].relation == "nmod:poss" or tree.forms[place] == "his"
        if tree.forms[place].endswith("self"):
            return any(one.chain == chain for one in before)
        return _is_sure(telling, place, ours, context) and Reference(span, ours.entity, possessive)
    before = [one for one in before if not _in_what_is_said(telling, place, one.mention.span)]
    others = {one.chain for one in before if is_person(one) and is_name(one)}
    if others or _before_its_subject(telling, place):
        return True
    return not _is_main_subject(telling, place) and any(
        tree.words[one].tag == "NOUN" and tree.words[one].relation.startswith("nsubj") and one < place for one in kept
    )


def _before_its_subject(telling: Telling, place: int) -> bool:
    """Whether a pronoun stands ahead of the subject that it means: "In his first speech, Obama said"."""
    tree, root = telling.tree, telling.tree.root
    subject = next((one for one in _subjects(telling, root) if one > place), None) if root is not None else None
    return subject is not None and place < subject and tree.words[subject].tag == "PROPN"


def _is_sure(telling: Telling, place: int, ours: Named, context: Context) -> bool:
    """Whether nobody else can be meant: of the persons named last, only one goes by the pronoun."""
    if ours.entity is None or not all(
        part[:1].isupper() or len(part) <= _PARTICLE for part in ours.entity.name.split()
    ):
        return False
    form = telling.tree.forms[place]
    wanted = Gender.FEMALE if form in {"she", "her", "hers", "herself"} else Gender.MALE
    before = context.before(telling.article, telling.span.start)
    rivals = {
        one.entity.id if one.entity is not None else f"chain {one.chain}"
        for one in before
        if is_person(one) and is_name(one) and _gender(one) in {wanted, None}
    }
    meant = ours.entity.id
    return rivals == {meant} or (meant in rivals and context.is_source(telling.article, telling.tree.words[place].span))


def _gender(named: Named) -> Gender | None:
    if named.entity is None:
        return None
    for role in named.entity.roles:
        if (told := gender_of(role.text)) is not None:
            return told
    return gender_of_name(named.entity.name.split()[0])


def _told_by_post(telling: Telling, place: int, kept: list[int], entity: Entity) -> bool:
    """Whether the sentence calls the person by a post before ("the president said ... where he")."""
    posts = {role.text.casefold().split()[-1] for role in entity.roles if role.text.split()}
    tree = telling.tree
    return any(one < place and tree.words[one].tag == "NOUN" and tree.forms[one] in posts for one in kept)


def _is_kept(one: Named, telling: Telling, kept: list[int]) -> bool:
    tree = telling.tree
    return any(tree.words[place].span.overlaps(one.mention.span) for place in kept)


def _thing(telling: Telling, place: int, kept: list[int], context: Context) -> Reference | bool:
    """A thing or several: something before it in the sentence may be meant, or nothing is ("it is too early to")."""
    tree, word = telling.tree, telling.tree.words[place]
    form = tree.forms[place]
    if form == "it" and (word.relation == "expl" or _EMPTY_IT.match(telling.text, word.span.start)):
        return True
    if _is_anothers(telling, place):
        return False
    nouns = [one for one in kept if one < place and tree.words[one].tag in _NOUNS and not _is_time(telling, one)]
    if any(not _in_what_is_said(telling, place, tree.words[one].span) for one in nouns):
        return True
    mentions = context.within(telling.article, telling.span)
    ours = next((one for one in mentions if one.mention.span == word.span), None)
    if ours is None or ours.entity is None or ours.entity.kind == "person" or form.endswith(("self", "selves")):
        return False
    return Reference(word.span, ours.entity, form in {"its", "their"})


def _is_anothers(telling: Telling, place: int) -> bool:
    """Whether a possessive is that of what somebody else answers to: "the court turned down its request"."""
    tree, word = telling.tree, telling.tree.words[place]
    if word.relation != "nmod:poss" or word.head < 0:
        return False
    thing = tree.words[word.head]
    answered = thing.relation in {"obj", "obl"} and thing.head >= 0
    if not answered or tree.forms[thing.head] not in vocabulary("responses", "verbs"):
        return False
    subject = tree.child(thing.head, "nsubj")
    earlier = [
        one
        for one in range(place)
        if tree.words[one].tag in _NOUNS and (subject is None or one not in tree.subtree(subject)) and one < thing.head
    ]
    return not any(tree.words[one].relation.startswith("nsubj") for one in earlier)


def _is_main_subject(telling: Telling, place: int) -> bool:
    word = telling.tree.words[place]
    return word.relation.startswith("nsubj") and word.head == telling.tree.root


def _in_what_is_said(telling: Telling, place: int, span: TextSpan) -> bool:
    """Whether words before the main clause's subject are its object: in "The talks were over, it added" not meant."""
    tree, root = telling.tree, telling.tree.root
    if root is None or not _is_main_subject(telling, place):
        return False
    for one in tree.children(root):
        if one < place and tree.words[one].relation in {"ccomp", "obj", "parataxis", "xcomp"}:
            inside = tree.stretch(tree.subtree(one))
            if inside.start <= span.start < inside.end:
                return True
    return False


def _is_time(telling: Telling, place: int) -> bool:
    return (
        telling.tree.words[place].relation in {"obl:unmarked", "nmod:unmarked"} and telling.tree.form(place).istitle()
    )


def _bare_subject(telling: Telling, kept: list[int]) -> int | None:
    """The main clause's subject, if it is "the" and a noun and nothing else: which one, another sentence told."""
    tree, root = telling.tree, telling.tree.root
    if root is None or telling.paragraph == 0:
        return None
    for subject in _subjects(telling, root):
        dependents = [one for one in tree.children(subject) if one in kept and tree.words[one].tag != "PUNCT"]
        bare = all(tree.words[one].relation in {"det", "nummod", "case"} for one in dependents)
        definite = any(tree.forms[one] in {"the", "both"} for one in dependents)
        quoted = telling.is_quoted(tree.words[subject].span.start, tree.words[subject].span.end)
        if tree.words[subject].tag == "NOUN" and bare and definite and not quoted:
            return subject
        if _post_words(telling, subject) and definite and not quoted:
            return subject
    return None


def _bare_objects(telling: Telling, kept: list[int]) -> Iterator[str]:
    """Nouns with "the" and nothing else besides the subject: what they mean, another sentence may have told."""
    tree = telling.tree
    for place in kept if telling.place else ():
        word = tree.words[place]
        if word.tag != "NOUN" or word.relation != "obj":
            continue
        if telling.is_quoted(word.span.start, word.span.end) or tree.forms[place] in vocabulary("linking", "known"):
            continue
        below = [one for one in tree.children(place) if tree.words[one].tag != "PUNCT"]
        bare = all(tree.words[one].relation in {"det", "nummod", "case"} for one in below)
        if bare and any(tree.forms[one] == "the" for one in below):
            yield tree.forms[place]


def _subjects(telling: Telling, root: int) -> Iterator[int]:
    tree = telling.tree
    for one in tree.children(root):
        if tree.words[one].relation.startswith("nsubj"):
            yield one


def _post_words(telling: Telling, subject: int) -> bool:
    """Whether a subject is "the ... official": a post that could be anybody's."""
    tree = telling.tree
    general = tree.forms[subject] in {
        "official",
        "officials",
        "spokesman",
        "spokeswoman",
        "representative",
        "minister",
        "source",
    }
    return general and not any(tree.words[one].relation in {"appos", "flat", "nmod"} for one in tree.children(subject))


def _post(telling: Telling, subject: int, context: Context) -> Reference | None:
    """The name of the person whom the report means by a post ("the U.S. official")."""
    places = telling.tree.subtree(subject)
    span = telling.tree.stretch(places)
    for one in context.within(telling.article, telling.span):
        nominal = one.mention.form is Form.NOMINAL and one.mention.span.overlaps(span)
        if nominal and one.entity is not None and one.entity.kind == "person":
            return Reference(one.mention.span, one.entity, possessive=False)
    return _only_holder(telling, subject, span, context)


def _only_holder(telling: Telling, subject: int, span: TextSpan, context: Context) -> Reference | None:
    """The one person of the story who has the post, if the same report names him with it ("the president")."""
    noun = telling.tree.forms[subject]
    holders = [
        entity
        for entity in context.record.entities
        if entity.kind == "person"
        and any(noun == role.text.casefold().split()[-1] for role in entity.roles if role.text)
    ]
    if len(holders) != 1 or span.of(telling.text).casefold() != f"the {noun}":
        return None
    here = any(
        one.article == telling.article and noun in context.printed(one).casefold().split()
        for role in holders[0].roles
        for one in role.spans
    )
    return Reference(span, holders[0], possessive=False) if here else None
