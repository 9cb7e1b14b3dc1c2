"""One request and its answer, within bounds of time and size; every way in which it can fail, in words."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version

import httpx2

from readout.read.fetch.addresses import CheckedTransport, PrivateAddressError, UnknownHostError
from readout.read.limits import Limits

AGENT = "Readout"
_ACCEPT = "text/html,application/xhtml+xml,application/json;q=0.9,text/plain;q=0.8,*/*;q=0.5"


class RefusedError(Exception):
    """Why a URL is not had, in words for a reader. `passing`: it may be had a little later."""

    def __init__(self, words: str, *, passing: bool = False) -> None:
        super().__init__(words)
        self.passing = passing


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, and waiting; tests hand in one that does not wait."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. `whole`: the body did not reach the bound. `redirect`: where else it sends one."""

    status: int
    body: bytes
    whole: bool = True
    headers: httpx2.Headers = field(default_factory=httpx2.Headers)

    @property
    def redirect(self) -> str | None:
        """Where a redirecting answer points."""
        return self.headers.get("location") if self.status in {301, 302, 303, 307, 308} else None


class Exchange:
    """Asks servers under one name. Redirects are not followed here: each hop is the caller's to check."""

    def __init__(self, limits: Limits, transport: httpx2.BaseTransport, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        # No proxy from the environment: it would resolve names itself, unchecked.
        self._client = httpx2.Client(transport=transport, timeout=limits.timeout, trust_env=False, headers=_headers())

    def get(self, url: httpx2.URL, bound: int) -> Answer:
        """The answer, of its body at most `bound` bytes after unpacking.

        Raises:
            RefusedError: there is none.
        """
        try:
            with self._client.stream("GET", url, follow_redirects=False) as response:
                body, whole = self._body(response, bound)
                return Answer(response.status_code, body, whole, response.headers)
        except PrivateAddressError:
            raise RefusedError(f"{url.host} is in a private network (--allow-private lets it be fetched)") from None
        except UnknownHostError:
            raise RefusedError(f"there is no host {url.host}, or no network") from None
        except httpx2.TimeoutException:
            raise RefusedError(
                f"{url.host} did not answer within {self._limits.timeout:g} seconds", passing=True
            ) from None
        except httpx2.ConnectError as error:
            raise _not_connected(url.host, error) from None
        except httpx2.DecodingError:
            raise RefusedError(f"{url.host} sent a damaged answer") from None
        except (httpx2.TransportError, httpx2.InvalidURL) as error:
            raise RefusedError(f"{url.host} broke off the answer ({error})", passing=True) from None

    def _body(self, response: httpx2.Response, bound: int) -> tuple[bytes, bool]:
        """The body, and whether it is all of it; a server that drips bytes is not waited for without end."""
        deadline = self._clock.now() + self._limits.total_time
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > bound:
                return bytes(body[:bound]), False
            if self._clock.now() > deadline:
                raise RefusedError(f"took longer than {self._limits.total_time:g} seconds")
        return bytes(body), True


def network(*, allow_private: bool) -> httpx2.BaseTransport:
    """The transport to the real network."""
    unkept = httpx2.Limits(max_keepalive_connections=0)
    return CheckedTransport(httpx2.HTTPTransport(limits=unkept, trust_env=False), allow_private=allow_private)


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"{AGENT}/{version('readout')}",
        "Accept": _ACCEPT,
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate",
    }


def _not_connected(host: str, error: httpx2.ConnectError) -> RefusedError:
    if "CERTIFICATE" in str(error).upper():
        return RefusedError(f"the certificate of {host} cannot be trusted")
    return RefusedError(f"{host} could not be reached", passing=True)
