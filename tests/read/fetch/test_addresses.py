"""Only addresses of the open internet are connected to."""

import httpx2
import pytest

from readout.read.fetch.addresses import CheckedTransport, PrivateAddressError, UnknownHostError, is_public

PRIVATE = [
    "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
    "2002:7f00:1::", "2001:db8::1", "not an address",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_and_reserved_addresses_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_open_addresses_are_public(address):
    assert is_public(address)


class Recorder(httpx2.BaseTransport):
    def __init__(self, *failing):
        self.requests = []
        self.failing = failing

    def handle_request(self, request):
        self.requests.append(request)
        if request.url.host in self.failing:
            raise httpx2.ConnectError("refused")
        return httpx2.Response(200)


def client(inner, addresses, *, allow_private=False):
    def resolve(host, port):
        if isinstance(addresses, Exception):
            raise addresses
        return addresses

    return httpx2.Client(transport=CheckedTransport(inner, allow_private=allow_private, resolve=resolve))


def test_the_connection_goes_to_the_address_that_was_checked_under_the_hosts_name():
    inner = Recorder()
    client(inner, ["93.184.216.34"]).get("https://news.test:8443/a?b=c")
    (request,) = inner.requests
    assert str(request.url) == "https://93.184.216.34:8443/a?b=c"
    assert request.headers["host"] == "news.test:8443"
    assert request.extensions["sni_hostname"] == "news.test"


def test_names_in_other_letters_go_over_the_wire_in_ascii():
    inner = Recorder()
    client(inner, ["93.184.216.34"]).get("https://münchen.test/")
    assert inner.requests[0].extensions["sni_hostname"] == "xn--mnchen-3ya.test"
    assert inner.requests[0].headers["host"] == "xn--mnchen-3ya.test"


def test_one_private_address_among_several_is_enough_to_refuse():
    inner = Recorder()
    with pytest.raises(PrivateAddressError):
        client(inner, ["93.184.216.34", "10.0.0.1"]).get("http://news.test/")
    assert not inner.requests


def test_private_addresses_are_connected_to_where_they_are_allowed():
    inner = Recorder()
    client(inner, ["10.0.0.1"], allow_private=True).get("http://intranet.test/")
    assert inner.requests[0].url.host == "10.0.0.1"


def test_the_next_address_is_tried_where_one_does_not_answer():
    inner = Recorder("2606:2800:220:1::1")
    client(inner, ["2606:2800:220:1::1", "93.184.216.34"]).get("http://news.test/")
    assert [request.url.host for request in inner.requests] == ["2606:2800:220:1::1", "93.184.216.34"]


@pytest.mark.parametrize("outcome", [OSError("no such name"), []])
def test_a_name_that_no_host_has_is_told_apart(outcome):
    with pytest.raises(UnknownHostError):
        client(Recorder(), outcome).get("http://nowhere.test/")
