"""One Chromium for all tests of the page; skipped, saying so, where there is none."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from readout.present import to_html
from tests.browser.visit import DESK, PHONE, Visit
from tests.present import fixtures

FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for path in map(shutil.which, names) if path), None)


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: the page is not opened"
    )
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine: the page is not opened")
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, headless=True, args=FLAGS + sandbox)
        yield running
        running.close()


@pytest.fixture(scope="session")
def file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("page") / "record.html"
    path.write_text(to_html(fixtures.story()), encoding="utf-8")
    return path


@pytest.fixture
def desk(browser, file) -> Iterator[Visit]:
    yield from _visit(browser, file, DESK)


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def visit(browser, file, request) -> Iterator[Visit]:
    yield from _visit(browser, file, request.param)


def _visit(browser, file: Path, size: dict[str, int]) -> Iterator[Visit]:
    """The page opened; it may say nothing on the console and ask nothing of any network."""
    opened = Visit(browser, file, size)
    yield opened
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    opened.context.close()
