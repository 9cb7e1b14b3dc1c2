"""Which addresses of the internet may be fetched from, and a transport that connects only to those.

A name is resolved once, every address that it has is checked, and the connection goes to the address that was
checked; so neither a redirect nor a name that changes its mind (DNS rebinding) leads into a private network.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence

import httpx2

Resolve = Callable[[str, int], Sequence[str]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddressError(Exception):
    """A host that is, or one of whose addresses is, no public one."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the system's order of preference.

    Raises:
        OSError: the host has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet: not private, loopback, link-local, reserved or multicast."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _embedded(parsed)
    if inner is not None:
        return is_public(str(inner))
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


def _embedded(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a transition mechanism would bring an IPv6 one to."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None


class UnknownHostError(Exception):
    """A name that no host has."""


class CheckedTransport(httpx2.BaseTransport):
    """Sends each request to an address that was checked, under the name that was asked for.

    Certificates are verified against the name. `inner` must not keep connections: two names may share one address.
    """

    def __init__(self, inner: httpx2.BaseTransport, *, allow_private: bool, resolve: Resolve = resolve) -> None:
        self._inner = inner
        self._allow_private = allow_private
        self._resolve = resolve

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """As the transport inside does.

        Raises:
            PrivateAddressError: the host is in a private network.
            UnknownHostError: no host has the name.
            httpx2.ConnectError: none of its addresses answers.
        """
        addresses = self._addresses(request)
        for address in addresses[:-1]:
            try:
                return self._inner.handle_request(_pinned(request, address))
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                continue
        return self._inner.handle_request(_pinned(request, addresses[-1]))

    def close(self) -> None:
        """Closes the transport inside."""
        self._inner.close()

    def _addresses(self, request: httpx2.Request) -> Sequence[str]:
        host, port = _ascii_host(request.url), request.url.port or (443 if request.url.scheme == "https" else 80)
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise UnknownHostError(host) from error
        if not addresses:
            raise UnknownHostError(host)
        if not self._allow_private and not all(map(is_public, addresses)):
            raise PrivateAddressError(host)
        return addresses


def _ascii_host(url: httpx2.URL) -> str:
    """The host's name as it goes over the wire; a name in other letters is Punycode there."""
    return url.raw_host.decode("ascii")


def _pinned(request: httpx2.Request, address: str) -> httpx2.Request:
    """The same request to an address; the `Host` header and the name for TLS stay the host's."""
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=address.partition("%")[0]),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": _ascii_host(request.url)},
    )
