"""What sites allow robots to fetch (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

LONGEST_ROBOTS = 512_000  # bytes: the standard asks that 500 KiB be read


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """What asking for a robots.txt gave."""

    status: int
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows. `reachable`: whether it could be asked; if not, nothing is allowed."""

    reachable: bool
    parsed: Protego | None = None

    def allow(self, url: str, agent: str) -> bool:
        """Whether an agent may fetch a URL."""
        return self.reachable and (self.parsed is None or self.parsed.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """The seconds that the site asks to wait between two requests."""
        return (self.parsed and self.parsed.crawl_delay(agent)) or 0.0


class RobotsBook:
    """The rules of each site, asked for once."""

    def __init__(self, ask: Callable[[str], RobotsFile]) -> None:
        self._ask = ask
        self._rules: dict[str, Rules] = {}

    def rules_of(self, site: str) -> Rules:
        """The rules of a site, such as `https://example.com:8443`."""
        if site not in self._rules:
            self._rules[site] = _understood(self._ask(f"{site}/robots.txt"))
        return self._rules[site]


def _understood(file: RobotsFile) -> Rules:
    """A missing file allows all; a server that fails, or cannot be reached, is to be taken as forbidding all."""
    if file.status >= 500 or file.status == 429:
        return Rules(reachable=False)
    if file.status >= 300:
        return Rules(reachable=True)
    return Rules(reachable=True, parsed=Protego.parse(file.body.decode("utf-8", "replace")))
