"""Who publishes the page: as printed in its own promotion and legal lines, else the domain of its address."""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from readout.clean import bylines
from readout.clean.agencies import credited
from readout.clean.lexicon import load
from readout.model.text import Block, Fact, Page, Role, TextSpan

_NAME = r"(?<!\w)(?P<name>(?:[Tt]he\s+)?(?:[A-Z0-9][\w.'’&-]{0,40}|&)(?:\s(?:&|and|of|the|[A-Z0-9][\w.'’&-]*)){0,5}?)"
_ROLES = {Role.PROMO, Role.NOTE, Role.NAVIGATION, Role.DATE, Role.BYLINE}
_PUBLIC_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "gob", "ac", "edu", "or", "ne", "go"}
_TITLED = re.compile(r"^[A-Z0-9]")
_PERSONAL = re.compile(r"\s+on (?:Twitter|X|Facebook|Instagram|Bluesky)", re.IGNORECASE)
_LINE_REACH = 400  # characters; no outlet is named in a longer line's tail, and the forms are slow on long runs
_HOME_LINK = re.compile(r"(?<!!)\[(?P<name>[A-Z][^\[\]|]{2,50})\]\(https?://[^/()\s]+/?\)")
_SHAPED = re.compile(r"(?:[Tt]he )?[A-Z][\w'’-]+(?: (?:&|of|and|the|[A-Z][\w'’-]+)){0,3} ?[A-Z]?[\w'’-]*(?<=\w)")
_SHAPED_WORDS = range(2, 6)
_MASTHEAD_WORDS = 6


def find_outlet(page: Page, blocks: Sequence[Block], url: Fact | None) -> Fact | None:
    """The publisher as the page's metadata or its own lines print it, else the registrable domain of its address."""
    printed = list(_printed(page.text, blocks))
    if page.metadata.outlet:
        spans = next((fact.spans for fact in printed if fact.value.casefold() == page.metadata.outlet.casefold()), ())
        return Fact(page.metadata.outlet, spans)
    if printed:
        counts = Counter(fact.value.casefold() for fact in printed)
        return max(printed, key=lambda fact: (counts[fact.value.casefold()], not fact.value.isupper(), len(fact.value)))
    for found in (_masthead(page.text, blocks), _recurring(page.text, blocks)):
        if found is not None:
            return found
    domain = registrable_domain(url.value) if url else None
    return Fact(domain, url.spans if url else ()) if domain else None


@functools.cache
def outlet_word() -> re.Pattern[str]:
    """A word that the names of outlets hold: Times, Post, Radio."""
    return re.compile(rf"\b(?:{'|'.join(load('outlets.toml')['words'])})\b", re.IGNORECASE)


def registrable_domain(url: str) -> str | None:
    """The domain that somebody registered: `bbc.co.uk` of `https://www.bbc.co.uk/news`; None for no address."""
    try:
        host = urlsplit(url if "://" in url else f"https://{url}").hostname
    except ValueError:
        return None
    if host is None or "." not in host or host.replace(".", "").isdigit():
        return None
    parts = host.lower().strip(".").split(".")
    keep = 3 if len(parts) >= 3 and len(parts[-1]) == 2 and parts[-2] in _PUBLIC_SECOND_LEVEL else 2
    return ".".join(parts[-keep:])


@functools.cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form.replace("NAME", _NAME)) for form in load("outlets.toml")["forms"])


def _is_generic(name: str) -> bool:
    """Whether what stands where the outlet's name stands is none: "us", "Facebook", "Breaking News"."""
    words = load("outlets.toml")
    lowered = name.lower()
    return lowered in words["generic"] or any(
        lowered == each or lowered.startswith(f"{each} ") for each in words["social"]
    )


def _printed(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    for block in blocks:
        if block.role not in _ROLES:
            continue
        line = block.span.of(text)[:_LINE_REACH]
        for form in _forms():
            for match in form.finditer(line):
                name = match.group("name").rstrip(" .,'’")
                if _is_person(name, line[match.end("name") :]) or _is_generic(name) or credited(name) or len(name) < 2:
                    continue
                start = block.start + match.start("name")
                yield Fact(name, (TextSpan(start, start + len(name)),))


def _is_person(name: str, rest: str) -> bool:
    """Whether a line asks to follow a writer rather than the outlet."""
    return (
        bylines.NAME.fullmatch(name) is not None
        and _PERSONAL.match(rest) is not None
        and not outlet_word().search(name)
    )


def _masthead(text: str, blocks: Sequence[Block]) -> Fact | None:
    """The name behind the headline in a window's title, or above it and again on the page."""
    for block in blocks:
        link = _HOME_LINK.search(block.span.of(text)) if block.role in {Role.NAVIGATION, Role.PROMO} else None
        if link is not None:
            span = TextSpan(block.start + link.start("name"), block.start + link.end("name"))
            return Fact(span.of(text), (span,))
    headline = next((i for i, block in enumerate(blocks) if block.role is Role.HEADLINE), None)
    if headline is None:
        return None
    behind = blocks[headline + 1] if headline + 1 < len(blocks) else None
    if behind is not None and behind.role is Role.NAVIGATION and "\n" not in text[blocks[headline].end : behind.start]:
        return _stripped(text, behind)
    for block in blocks[:headline]:
        words = block.span.of(text).split()
        if (
            block.role is Role.NAVIGATION
            and 2 <= len(words) <= _MASTHEAD_WORDS
            and (_again(text, block) or _is_named_so(words))
        ):
            return _stripped(text, block)
    return None


def _is_named_so(words: Sequence[str]) -> bool:
    """Whether a line is named as outlets are: capitals, a word such as Gazette, and not only words of sections."""
    sections = load("outlets.toml")["sections"]
    return (
        outlet_word().search(" ".join(words)) is not None
        and all(word[:1].isupper() or word.lower() in {"&", "of", "the", "and", "on"} for word in words)
        and not all(word.lower().strip("&|/>") in sections for word in words)
    )


def _recurring(text: str, blocks: Sequence[Block]) -> Fact | None:
    """The name of an outlet's shape that the lines around the text hold more than once."""
    seen: dict[str, list[Fact]] = defaultdict(list)
    for block in blocks:
        if block.role not in _ROLES:
            continue
        for match in _SHAPED.finditer(block.span.of(text)[:_LINE_REACH]):
            name = _to_outlet_word(match.group())
            if len(name.split()) in _SHAPED_WORDS and _is_named_so(name.split()) and not _is_generic(name):
                start = block.start + match.start()
                seen[name.casefold().removeprefix("the ")].append(Fact(name, (TextSpan(start, start + len(name)),)))
    most = max(seen.values(), key=lambda facts: (len(facts), len(facts[0].value)), default=[])
    return most[0] if len(most) > 1 and not credited(most[0].value) else None


def _to_outlet_word(name: str) -> str:
    """A phrase up to its last word of the kind that outlets' names end with."""
    words = list(outlet_word().finditer(name))
    return name[: words[-1].end()] if words else ""


def _again(text: str, block: Block) -> bool:
    name = block.span.of(text)
    return _TITLED.match(name) is not None and text.count(name) > 1


def _stripped(text: str, block: Block) -> Fact | None:
    printed = block.span.of(text)
    name = printed.strip(" |·•–—-")
    start = block.start + printed.find(name)
    return Fact(name, (TextSpan(start, start + len(name)),)) if name and not _is_generic(name) else None
