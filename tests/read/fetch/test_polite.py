"""Pages are fetched as a guest would: asking leave, waiting, giving up with a reason."""

import datetime as dt
import gzip
import http.server
import threading

import httpx2
import pytest

from readout.errors import Unreadable
from readout.model.text import Medium
from readout.read import Limits, read_inputs
from readout.read.fetch.addresses import PrivateAddressError, UnknownHostError
from readout.read.fetch.exchange import Clock
from readout.read.fetch.polite import PoliteFetcher
from readout.read.fetch.retry import retry_after

PAGE = (
    "<html><body><h1>Dam row</h1>" + "<p>Two ministers resigned on Tuesday after the vote.</p>" * 8 + "</body></html>"
)


class Time:
    def __init__(self):
        self.at, self.waits = 0.0, []

    def clock(self):
        return Clock(lambda: self.at, self.sleep)

    def sleep(self, seconds):
        self.waits.append(seconds)
        self.at += seconds


def fetcher(answers, *, limits=None, time=None):
    """A fetcher of a network that answers by path: a response, several in turn, or an exception."""
    asked = []

    def answer(request):
        asked.append(request)
        found = answers.get(request.url.path, httpx2.Response(404))
        if isinstance(found, list):
            found = found.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    made = PoliteFetcher(limits or Limits(), transport=httpx2.MockTransport(answer), clock=(time or Time()).clock())
    return made, asked


def ok(text=PAGE, **headers):
    return httpx2.Response(200, content=text.encode(), headers={"content-type": "text/html; charset=utf-8", **headers})


def paths(asked):
    return [request.url.path for request in asked]


def refusal(answers, url="https://news.test/a", **options):
    made, _ = fetcher(answers, **options)
    with pytest.raises(Unreadable) as caught:
        made.fetch(url)
    assert caught.value.input == url
    return caught.value.message


def test_leave_is_asked_once_under_one_name():
    made, asked = fetcher({"/a": ok(), "/b": ok()})
    made.fetch("https://news.test/a")
    made.fetch("https://news.test/b#section")
    assert paths(asked) == ["/robots.txt", "/a", "/b"]
    assert {request.headers["user-agent"].split("/")[0] for request in asked} == {"Readout"}


@pytest.mark.parametrize("rule", ["User-agent: *\nDisallow: /a", "User-agent: readout\nDisallow: /"])
def test_what_robots_txt_forbids_is_not_fetched(rule):
    made, asked = fetcher({"/robots.txt": ok(rule), "/a": ok()})
    with pytest.raises(Unreadable, match=r"robots\.txt of news\.test forbids it"):
        made.fetch("https://news.test/a")
    assert paths(asked) == ["/robots.txt"]


def test_a_rule_for_others_does_not_bind():
    made, _ = fetcher({"/robots.txt": ok("User-agent: Otherbot\nDisallow: /"), "/a": ok()})
    assert made.fetch("https://news.test/a").body == PAGE.encode()


def test_a_robots_txt_that_fails_forbids_all():
    answers = {"/robots.txt": httpx2.Response(503), "/a": ok()}
    assert "counts as forbidding all" in refusal(answers)


def test_redirects_are_followed_and_each_site_is_asked():
    answers = {
        "/a": httpx2.Response(301, headers={"location": "/b"}),
        "/b": httpx2.Response(302, headers={"location": "https://other.test/c"}),
        "/c": ok(),
    }
    made, asked = fetcher(answers)
    assert made.fetch("https://news.test/a").url == "https://other.test/c"
    assert [(request.url.host, request.url.path) for request in asked] == [
        ("news.test", "/robots.txt"), ("news.test", "/a"), ("news.test", "/b"),
        ("other.test", "/robots.txt"), ("other.test", "/c"),
    ]  # fmt: skip


def test_a_redirect_may_lead_to_what_is_forbidden():
    answers = {"/a": httpx2.Response(302, headers={"location": "file:///etc/passwd"})}
    assert "only http and https are fetched, not file" in refusal(answers)
    answers = {"/a": httpx2.Response(302, headers={"location": "/a"})}
    assert "redirects more than 5 times" in refusal(answers)


def test_a_busy_server_is_asked_again_after_the_time_it_names():
    time = Time()
    answers = {"/a": [httpx2.Response(429, headers={"retry-after": "7"}), httpx2.Response(503), ok()]}
    made, _ = fetcher(answers, time=time, limits=Limits(host_delay=0))
    assert made.fetch("https://news.test/a").body
    assert time.waits == [7, 2]


def test_a_server_that_names_too_long_a_time_is_left_alone():
    answers = {"/a": httpx2.Response(429, headers={"retry-after": "3600"})}
    assert "asks to come back in 3600 seconds" in refusal(answers)


def test_patience_ends():
    answers = {"/a": [httpx2.Response(503)] * 4}
    assert "has trouble of its own (503)" in refusal(answers)
    answers = {"/a": [httpx2.ReadTimeout("slow")] * 4}
    assert "did not answer within 20 seconds" in refusal(answers)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "asks for a login"),
        (402, "asks for payment"),
        (403, "refuses"),
        (404, "no such page"),
        (451, "legal reasons"),
        (418, "(418)"),
    ],
)
def test_each_status_has_its_words(status, words):
    assert words in refusal({"/a": httpx2.Response(status)})


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UnknownHostError("news.test"), "there is no host news.test"),
        (PrivateAddressError("news.test"), "in a private network"),
        (httpx2.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]"), "certificate of news.test cannot be trusted"),
        (httpx2.RemoteProtocolError("odd"), "broke off"),
    ],
)
def test_each_failure_has_its_words(error, words):
    assert words in refusal({"/a": [error] * 4})


def test_two_requests_to_a_host_are_a_pause_apart():
    time = Time()
    made, _ = fetcher({"/robots.txt": ok("User-agent: *\nCrawl-delay: 5"), "/a": ok(), "/b": ok()}, time=time)
    made.fetch("https://news.test/a")
    made.fetch("https://news.test/b")
    assert time.waits == [5, 5]


def test_a_page_over_the_limit_is_not_taken_in_however_well_it_is_packed():
    packed = gzip.compress(b"a" * 1_000_000)
    response = httpx2.Response(200, content=packed, headers={"content-encoding": "gzip"})
    assert "over the limit of 10 kB" in refusal({"/a": response}, limits=Limits(document_bytes=10_000))


def test_a_server_that_drips_is_not_waited_for_without_end():
    time = Time()

    def drips():
        while True:
            time.at += 10
            yield b"a"

    answers = {"/a": httpx2.Response(200, content=drips())}
    assert "took longer than 90 seconds" in refusal(answers, time=time)


@pytest.mark.parametrize("url", ["http://", "http://[::1", "https://news.test:99999/a", "http:///a"])
def test_what_is_no_url_says_so(url):
    (problem,) = read_inputs([url], fetcher=fetcher({})[0]).problems
    assert problem.input == url


def test_fetched_pages_are_read_by_their_content_type():
    answers = {
        "/page": ok(),
        "/text": httpx2.Response(
            200, content="“Yes”".encode("cp1252"), headers={"content-type": "text/plain; charset=iso-8859-1"}
        ),
        "/api": httpx2.Response(200, json={"articles": [{"content": "Text."}]}),
        "/pdf": httpx2.Response(200, content=b"%PDF-1.7", headers={"content-type": "application/pdf"}),
        "/rss": httpx2.Response(200, content=b'<?xml version="1.0"?><rss version="2.0"></rss>'),
    }
    made, _ = fetcher(answers)
    harvest = read_inputs([f"https://news.test{path}" for path in answers], fetcher=made)
    assert [(page.input, page.medium) for page in harvest.pages] == [
        ("https://news.test/page", Medium.HTML),
        ("https://news.test/text", Medium.TEXT),
        ("https://news.test/api#1", Medium.JSON),
    ]
    assert harvest.pages[1].text == "“Yes”"
    assert harvest.pages[1].metadata.url == "https://news.test/text"
    assert [problem.message for problem in harvest.problems] == [
        "a PDF, not text",
        "a feed (RSS or Atom), not an article",
    ]


def test_retry_after_comes_as_seconds_or_as_a_date():
    now = dt.datetime(2025, 3, 4, 12, tzinfo=dt.UTC)
    assert retry_after("12", now) == 12
    assert retry_after("Tue, 04 Mar 2025 12:01:00 GMT", now) == 60
    assert retry_after("soon", now) is None
    assert retry_after(None, now) is None


@pytest.fixture
def server():
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = b"User-agent: *\nAllow: /" if self.path == "/robots.txt" else PAGE.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://localhost:{running.server_port}/story"
        running.shutdown()


def test_a_real_server_on_this_machine_is_read_only_where_private_addresses_are_allowed(server):
    harvest = read_inputs([server], allow_private=True, limits=Limits(host_delay=0))
    assert harvest.pages[0].input == server
    assert "Two ministers resigned" in harvest.pages[0].text
    (problem,) = read_inputs([server]).problems
    assert "localhost is in a private network" in problem.message
