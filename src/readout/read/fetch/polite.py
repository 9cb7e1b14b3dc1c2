"""Fetching as a guest: one name, robots.txt, a pause between two requests to a host, patience with a busy one."""

import datetime as dt

import httpx2

from readout.errors import Unreadable
from readout.read.fetch.exchange import AGENT, Answer, Clock, Exchange, RefusedError, network
from readout.read.fetch.fetcher import Fetched
from readout.read.fetch.retry import RETRIED_STATUSES, backoff, retry_after
from readout.read.fetch.robots import LONGEST_ROBOTS, RobotsBook, RobotsFile
from readout.read.limits import Limits, over_limit

_STATUS_WORDS = {
    401: "asks for a login (401)",
    402: "asks for payment (402)",
    403: "refuses to give it (403)",
    404: "has no such page (404)",
    410: "no longer has this page (410)",
    429: "has had too many requests (429)",
    451: "may not give it, for legal reasons (451)",
}


class _EndlessRedirectsError(RefusedError):
    """More redirects than are followed."""


class PoliteFetcher:
    """Fetches URLs one after the other. `transport` and `clock` stand in for the network and for time in tests."""

    def __init__(
        self,
        limits: Limits,
        *,
        allow_private: bool = False,
        transport: httpx2.BaseTransport | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._limits = limits
        self._clock = clock or Clock()
        self._exchange = Exchange(limits, transport or network(allow_private=allow_private), self._clock)
        self._robots = RobotsBook(self._ask_robots)
        self._delays: dict[str, float] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """What is at a URL, wherever its redirects lead.

        Raises:
            Unreadable: it could not be had, or must not be; the message says why.
        """
        try:
            place, answer = self._follow(_parsed(url), self._limits.document_bytes, ask_leave=True)
            _check(place, answer, self._limits.document_bytes)
        except RefusedError as refusal:
            raise Unreadable(url, f"not fetched: {refusal}") from None
        return Fetched(str(place), answer.body, answer.headers.get("content-type"))

    def _follow(self, url: httpx2.URL, bound: int, *, ask_leave: bool) -> tuple[httpx2.URL, Answer]:
        """The end of the redirects and the answer there; each hop is checked as the first is."""
        for _ in range(self._limits.redirects + 1):
            if ask_leave:
                self._ask_leave(url)
            answer = self._persist(url, bound)
            if answer.redirect is None:
                return url, answer
            url = _parsed(answer.redirect, url)
        raise _EndlessRedirectsError(f"redirects more than {self._limits.redirects} times")

    def _persist(self, url: httpx2.URL, bound: int) -> Answer:
        """The answer, asked for again while the server says that it is busy or cannot be reached."""
        for attempt in range(self._limits.retries):
            self._wait_turn(url.host)
            wait: float | None = None
            try:
                answer = self._exchange.get(url, bound)
            except RefusedError as refusal:
                if not refusal.passing:
                    raise
            else:
                if answer.status not in RETRIED_STATUSES:
                    return answer
                wait = retry_after(answer.headers.get("retry-after"), dt.datetime.now(dt.UTC))
            self._wait(backoff(attempt) if wait is None else wait)
        self._wait_turn(url.host)
        return self._exchange.get(url, bound)

    def _wait(self, seconds: float) -> None:
        if seconds > self._limits.longest_wait:
            raise RefusedError(f"the server asks to come back in {seconds:.0f} seconds")
        self._clock.sleep(seconds)

    def _wait_turn(self, host: str) -> None:
        """Waits until the host has had its pause since it was last asked."""
        now = self._clock.now()
        if host in self._asked:
            due = self._asked[host] + self._delays.get(host, self._limits.host_delay)
            if due > now:
                self._clock.sleep(due - now)
                now = due
        self._asked[host] = now

    def _ask_leave(self, url: httpx2.URL) -> None:
        rules = self._robots.rules_of(_site(url))
        if not rules.reachable:
            raise RefusedError(f"the robots.txt of {url.host} could not be had, which counts as forbidding all")
        if not rules.allow(str(url), AGENT):
            raise RefusedError(f"the robots.txt of {url.host} forbids it")
        asked_for = min(rules.delay(AGENT), self._limits.longest_wait)
        self._delays[url.host] = max(asked_for, self._limits.host_delay)

    def _ask_robots(self, url: str) -> RobotsFile:
        try:
            _, answer = self._follow(httpx2.URL(url), LONGEST_ROBOTS, ask_leave=False)
        except _EndlessRedirectsError:
            return RobotsFile(404)
        return RobotsFile(answer.status, answer.body)


def _check(place: httpx2.URL, answer: Answer, bound: int) -> None:
    if not 200 <= answer.status < 300:
        raise RefusedError(f"{place.host} {_status_words(answer.status)}")
    if not answer.whole:
        raise RefusedError(over_limit(bound))


def _parsed(url: str, base: httpx2.URL | None = None) -> httpx2.URL:
    try:
        parsed = httpx2.URL(url) if base is None else base.join(url)
    except httpx2.InvalidURL:
        raise RefusedError("not a valid URL") from None
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise RefusedError(f"only http and https are fetched, not {parsed.scheme or 'this'}")
    return parsed.copy_with(fragment=None)


def _site(url: httpx2.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _status_words(status: int) -> str:
    if status in _STATUS_WORDS:
        return _STATUS_WORDS[status]
    return f"has trouble of its own ({status})" if status >= 500 else f"does not give it ({status})"
