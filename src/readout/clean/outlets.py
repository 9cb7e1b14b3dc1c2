"""Who publishes the page: as printed in its own promotion and legal lines, else the domain of its address."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from readout.clean import bylines
from readout.clean.agencies import credited
from readout.model.text import Block, Fact, Page, Role, TextSpan

_NAME = r"(?<!\w)(?P<name>(?:[Tt]he\s+)?(?:[A-Z0-9][\w.'’&-]{0,40}|&)(?:\s(?:&|and|of|the|[A-Z0-9][\w.'’&-]*)){0,5}?)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:[Cc]opyright|©|&copy;|\([Cc]\))[\s,:©]*(?:\(c\)\s*)?(?:\d{{4}}(?:\s*[-–]\s*\d{{2,4}})?[\s,:]*)?(?:by\s+)?{_NAME}(?=\s*(?:$|[.,|;–—-]\s|\d{{4}}|[Aa]ll [Rr]ights|,?\s+(?:[Ii]nc|[Ll]td|LLC|[Cc]o|PLC|plc|GmbH)\b|[.]|a division))",
        rf"[Aa]ppeared first on {_NAME}(?=\s*(?:$|[.,|]))",
        rf"(?:[Ss]tay (?:tuned|connected|updated) (?:with|to)|[Ll]ike|[Ff]ollow|[Jj]oin|[Dd]ownload|[Gg]et|[Ii]nstall|[Ss]upport|[Oo]pen|[Tt]ry|on|on the|[Rr]ead it first on the)\s+(?:our |the |our brand new (?:verified )?|us on )*{_NAME}\s+(?:(?:brand|new|verified|official|mobile|news|[Aa]ndroid|iOS|free)\s+)*(?:[Aa]ndroid\s+|iOS\s+|[Mm]obile\s+|[Nn]ews\s+)?(?:[Aa]pp\b|[Tt]elegram|[Ww]hats[Aa]pp|[Cc]hannel|[Nn]ewsletter|on (?:Twitter|Facebook|Telegram|Instagram|X|WhatsApp|Google)|membership|member\b)",
        rf"[Jj]oin (?:our )?(?:(?:brand|new|verified|official|the)\s+)+{_NAME}\s+(?:[Tt]elegram|[Ww]hats[Aa]pp|[Cc]hannel)",
        rf"(?:become an?|[Ss]upport)\s+{_NAME}\s+(?:member|subscriber|supporter)\b",
        rf"[Ss]ubscribe to (?:the )?{_NAME}(?=\s*(?:$|[:,.]|for\b|from\b|today|now))",
        rf"[Ff]ollow {_NAME} on\b",
        rf"[Pp]ublished in {_NAME},",
        rf"not been edited by {_NAME} (?:staff|desk)",
        rf"[Rr]ead more (?:at|on) {_NAME}$",
        rf"{_NAME} is not responsible\b",
        rf"(?:correspondent|editor|columnist|reporter|writer) (?:of|for|at) {_NAME}(?=\s*(?:$|[.,]| and ))",
        rf"enjoy {_NAME}[,.]",
    )
)
_ROLES = {Role.PROMO, Role.NOTE, Role.NAVIGATION, Role.DATE, Role.BYLINE}
_GENERIC = re.compile(
    r"^(?:us|me|our|the|this|all|more|google(?: news| play)?|facebook|twitter|telegram|instagram|whatsapp|x|youtube|linkedin|apple news|android|ios|app store|play store|terms|privacy|cookie|news|breaking news|world|daily|weekly|newsletter|reserved|rights|email|free|home|local|global|latest|today|copyright|associated press|the associated press|mastodon|world briefing)$",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"(?:twitter|facebook|instagram|t\.me|telegram|youtube|youtu\.be|linkedin|google|apple|bit\.ly|x\.com|whatsapp|tiktok|goo\.gl)\b",
    re.IGNORECASE,
)
_PUBLIC_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "gob", "ac", "edu", "or", "ne", "go"}
_TITLED = re.compile(r"^[A-Z0-9]")
_PERSONAL = re.compile(r"\s+on (?:Twitter|X|Facebook|Instagram|Bluesky)", re.IGNORECASE)
_OUTLET_WORD = re.compile(
    r"\b(?:Times|Post|News|Herald|Tribune|Gazette|Chronicle|Observer|Mail|Star|Sun|Guardian|Telegraph|Journal|Daily|Press|Echo|Today|Radio|TV|Media|Network|Online|Review|Standard|Express|Independent|Monitor|Magazine)\b"
)
_LINE_REACH = 400  # characters; no outlet is named in a longer line's tail, and the forms are slow on long runs
_HOME_LINK = re.compile(r"(?<!!)\[(?P<name>[A-Z][^\[\]|]{2,50})\]\(https?://[^/()\s]+/?\)")
_MASTHEAD_WORDS = 6


def find_outlet(page: Page, blocks: Sequence[Block], url: Fact | None) -> Fact | None:
    """The publisher as the page's metadata or its own lines print it, else the registrable domain of its address."""
    printed = list(_printed(page.text, blocks))
    if page.metadata.outlet:
        spans = next((fact.spans for fact in printed if fact.value.casefold() == page.metadata.outlet.casefold()), ())
        return Fact(page.metadata.outlet, spans)
    if printed:
        counts = Counter(fact.value.casefold() for fact in printed)
        return max(printed, key=lambda fact: (counts[fact.value.casefold()], len(fact.value)))
    masthead = _masthead(page.text, blocks)
    if masthead is not None:
        return masthead
    domain = registrable_domain(url.value) if url else None
    return Fact(domain, url.spans if url else ()) if domain else None


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


def _printed(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    for block in blocks:
        if block.role not in _ROLES:
            continue
        line = block.span.of(text)[:_LINE_REACH]
        for form in _FORMS:
            for match in form.finditer(line):
                name = match.group("name").rstrip(" .,'’")
                if (
                    _is_person(name, line[match.end("name") :])
                    or _GENERIC.match(name)
                    or _SOCIAL.match(name)
                    or credited(name)
                    or len(name) < 2
                ):
                    continue
                start = block.start + match.start("name")
                yield Fact(name, (TextSpan(start, start + len(name)),))


def _is_person(name: str, rest: str) -> bool:
    """Whether a line asks to follow a writer rather than the outlet."""
    return (
        bylines.NAME.fullmatch(name) is not None and _PERSONAL.match(rest) is not None and not _OUTLET_WORD.search(name)
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
        if block.role is Role.NAVIGATION and 2 <= len(words) <= _MASTHEAD_WORDS and _again(text, block):
            return _stripped(text, block)
    return None


def _again(text: str, block: Block) -> bool:
    name = block.span.of(text)
    return _TITLED.match(name) is not None and text.count(name) > 1


def _stripped(text: str, block: Block) -> Fact | None:
    printed = block.span.of(text)
    name = printed.strip(" |·•–—-")
    start = block.start + printed.find(name)
    return Fact(name, (TextSpan(start, start + len(name)),)) if name and not _GENERIC.match(name) else None
