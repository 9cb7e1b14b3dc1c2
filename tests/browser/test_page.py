"""The page in Chromium: a citation is followed, and the highlighted words are those of the report."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from readout.model.record import Record
from readout.present import to_html
from tests.present import fixtures

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: the page is not opened")

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for path in map(shutil.which, names) if path), None)


@pytest.fixture(scope="module")
def browser():
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine: the page is not opened")
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, headless=True, args=FLAGS + sandbox)
        yield running
        running.close()


class Visit:
    """The page opened from a file, with all that it says and asks for written down."""

    def __init__(self, browser, file: Path, size: dict[str, int], **options: object) -> None:
        self.context = browser.new_context(viewport=size, **options)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def highlighted(self) -> str:
        return self.page.evaluate(
            "Array.from(document.querySelectorAll('.report.open .hit'), piece => piece.textContent).join('')"
        )

    def seen(self, selector: str) -> bool:
        """Whether the first such element lies within the window."""
        return self.page.evaluate(
            """selector => {
                const box = document.querySelector(selector).getBoundingClientRect();
                return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            }""",
            selector,
        )


def record() -> Record:
    return fixtures.full()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "record.html"
    path.write_text(to_html(record()), encoding="utf-8")
    return path


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def visit(browser, file, request) -> Iterator[Visit]:
    opened = Visit(browser, file, request.param)
    yield opened
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert len(opened.requests) == 1
    opened.context.close()


def evidence(href: str) -> str:
    """text[start:end] of a citation's address, in code points."""
    article, start, end = href.removeprefix("#s-").rsplit("-", 2)
    texts = {entry.id: entry.text for entry in record().articles}
    return texts[article][int(start) : int(end)]


def test_every_citation_highlights_its_characters(visit):
    links = visit.page.locator("main a.c:visible")
    assert links.count() > 20
    for place in range(links.count()):
        link = links.nth(place)
        href = link.get_attribute("href")
        pieces = [
            evidence(one) for one in [href, *(f"#{also}" for also in (link.get_attribute("data-also") or "").split())]
        ]
        link.click()
        assert visit.highlighted() == "".join(pieces)
        assert visit.seen(".report.open .hit")
        if visit.page.viewport_size == PHONE:
            visit.page.keyboard.press("Escape")


def test_emoji_before_a_citation_do_not_shift_it(visit):
    words = "“Then the lights went out.”"
    text = fixtures.FERRY
    assert any(ord(character) > 0xFFFF for character in text[: text.index(words)])
    start = text.index(words)
    visit.page.goto(f"{visit.page.url.split('#')[0]}#s-a-ferry-{start}-{start + len(words)}")
    visit.page.wait_for_selector(".hit")
    assert visit.highlighted() == words
    visit.requests[1:] = []


def test_the_report_opens_beside_the_record_and_goes_away_again(visit):
    link = visit.page.locator("#origins a.c").first
    link.click()
    assert visit.seen(".report.open")
    visit.page.keyboard.press("Escape")
    assert visit.highlighted() == ""
    phone = visit.page.viewport_size == PHONE
    assert visit.page.locator("#reading").is_visible() is not phone
    assert link.evaluate("link => document.activeElement === link") or not phone


def test_a_click_beside_the_sheet_puts_it_away(browser, file):
    opened = Visit(browser, file, {"width": 900, "height": 800})
    opened.page.locator("#origins a.c").first.click()
    assert opened.page.locator("#reading").is_visible()
    opened.page.mouse.click(20, 400)
    assert not opened.page.locator("#reading").is_visible()
    opened.context.close()


def test_a_report_that_is_not_open_can_still_be_found_by_its_words(browser, file):
    opened = Visit(browser, file, DESK)
    assert opened.page.locator("#report-1").get_attribute("hidden") is None
    assert opened.page.locator("#report-3").get_attribute("hidden") == "until-found"
    opened.page.locator("#report-3").dispatch_event("beforematch")
    assert opened.page.locator("#report-3 .text").is_visible()
    opened.context.close()


def test_an_address_that_is_none_does_no_harm(visit):
    visit.page.goto(f"{visit.page.url}#%E0%A4%A")
    visit.page.reload()
    assert visit.page.locator("h1").is_visible()
    visit.requests[1:] = []


def test_arrow_keys_walk_from_citation_to_citation(visit):
    links = visit.page.locator("main a.c:visible")
    links.first.click()
    before = visit.highlighted()
    visit.page.keyboard.press("ArrowRight")
    assert visit.highlighted() == evidence(links.nth(1).get_attribute("href"))
    visit.page.keyboard.press("ArrowLeft")
    assert visit.highlighted() == before


def test_the_address_of_a_citation_opens_it_and_back_returns(visit):
    links = visit.page.locator("#origins a.c")
    links.first.click()
    first = visit.highlighted()
    if visit.page.viewport_size == PHONE:
        visit.page.keyboard.press("Escape")
    links.last.click()
    assert visit.highlighted() != first
    visit.page.go_back()
    visit.page.wait_for_function("location.hash.length > 1")
    assert visit.highlighted() == first


def test_set_aside_text_can_be_hidden_and_a_citation_in_it_still_shows(browser, file):
    opened = Visit(browser, file, DESK)
    opened.page.locator("#pick").select_option("report-2")
    caption = opened.page.locator("#report-2 .b.caption")
    assert caption.is_visible()
    opened.page.locator("#show-aside").uncheck()
    assert not caption.is_visible()
    opened.page.locator("#report-2 .about a.c", has_text="caption").click()
    assert caption.is_visible()
    assert opened.highlighted() == "Tuesday, March 3, 2026"
    opened.context.close()


def test_nothing_is_wider_than_the_window(visit):
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visit.page.locator("#reports a.headline").last.click()
    assert visit.page.evaluate("document.querySelector('#reading').scrollWidth <= innerWidth")


def test_without_script_every_report_is_there_to_be_read(browser, file):
    opened = Visit(browser, file, DESK, java_script_enabled=False)
    assert opened.page.locator("article.report:visible").count() == 3
    assert not opened.page.locator("#close").is_visible()
    opened.page.locator("#origins a.c").first.click()
    assert opened.page.url.endswith(opened.page.locator("#origins a.c").first.get_attribute("href"))
    opened.context.close()


def test_on_paper_every_report_stands_below_the_record(browser, file):
    opened = Visit(browser, file, DESK)
    opened.page.emulate_media(media="print")
    assert opened.page.locator("article.report:visible").count() == 3
    assert not opened.page.locator(".tools").is_visible()
    assert opened.page.evaluate("getComputedStyle(document.querySelector('.reading')).position") == "static"
    opened.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_enough(browser, file, scheme):
    opened = Visit(browser, file, DESK, color_scheme=scheme)
    colours = opened.page.evaluate(
        """() => {
            const style = getComputedStyle(document.documentElement);
            const of = name => {
                const canvas = document.createElement('canvas').getContext('2d');
                canvas.fillStyle = style.getPropertyValue(name).trim();
                return canvas.fillStyle;
            };
            const names = ['--paper', '--sheet', '--ink', '--soft', '--hit', '--hit-ink', '--chip-ink', '--faint'];
            for (let place = 0; place < 8; place++) names.push('--c' + place);
            return Object.fromEntries(names.map(name => [name.slice(2), of(name)]));
        }"""
    )
    pairs = [("ink", "paper"), ("soft", "paper"), ("soft", "sheet"), ("soft", "faint"), ("hit-ink", "hit")]
    pairs += [("chip-ink", f"c{place}") for place in range(8)]
    pairs += [(f"c{place}", ground) for place in range(8) for ground in ("paper", "sheet")]
    faint = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}
    opened.context.close()


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21, of two colours written #rrggbb."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
