"""The page of a story of fifty reports: how long it takes to write, and how quickly it answers in Chromium."""

import dataclasses
import json
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import readout
from readout.model.record import Record
from readout.present.html import to_html

EXAMPLES = Path(__file__).parent.parent / "examples"
REPORTS = 50
_KEYS = frozenset(
    {"id", "article", "articles", "origin", "origins", "speaker", "party", "target", "issue", "via", "statement"}
    | {"quotes", "participants", "holders", "holder", "addressee"}
)

_MEASURES = {
    "ready to be read (ms)": "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd",
    "first painted (ms)": "performance.getEntriesByName('first-contentful-paint')[0].startTime",
    "elements": "document.getElementsByTagName('*').length",
}
_CLOCK = """async act => {
    const start = performance.now();
    await eval(act)();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""
_ACTS = {
    "open a sentence (ms)": "async () => document.querySelector('#brief a.open, main a.open').click()",
    "open the last citation (ms)": "async () => [...document.querySelectorAll('main a.c')].at(-1).click()",
    "filter by speaker (ms)": "async () => { const by = document.querySelector('#filters select');"
    " by.selectedIndex = 1; by.dispatchEvent(new Event('change', { bubbles: true })); }",
    "compare two reports (ms)": "async () => { const one = document.getElementById('left');"
    " one.selectedIndex = 9; one.dispatchEvent(new Event('change', { bubbles: true })); }",
    "search (ms)": "async () => { document.getElementById('find').value = 'strike';"
    " document.getElementById('find').form.requestSubmit(); }",
}


def run(corpora: Path) -> None:  # noqa: ARG001 - every benchmark takes it
    """Prints the measures of the page of `examples/`, and of the same seven times over."""
    articles, problems = readout.read([str(EXAMPLES)])
    small = readout.build(articles, problems)
    for record in (small, many(small, REPORTS)):
        measure(record)


def measure(record: Record) -> None:
    """Prints one page's measures."""
    parts = {name: len(getattr(record, name)) for name in ("articles", "quotes", "events", "figures", "positions")}
    print("page:", ", ".join(f"{count} {name}" for name, count in parts.items()))
    wall, processor = time.perf_counter(), time.process_time()
    html = to_html(record)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"  written in {wall:.2f} s ({processor:.2f} s of processor), {len(html.encode()) / 1e6:.2f} MB")
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        print("  no Chromium on this machine: how it answers is not measured")
        return
    for name, value in _answers(html, browser).items():
        print(f"  {name:32} {value:8,.0f}")


def many(record: Record, reports: int) -> Record:
    """A record of that many reports: the given one again and again, under other ids, as one story."""
    times = -(-reports // len(record.articles))
    copies = [_again(record, number) for number in range(times)]
    joined: dict[str, Any] = {
        field.name: tuple(item for copy in copies for item in getattr(copy, field.name))
        for field in dataclasses.fields(Record)
        if isinstance(getattr(record, field.name), tuple)
    }
    kept = {article.id for article in joined["articles"][:reports]}
    joined["articles"] = tuple(article for article in joined["articles"] if article.id in kept)
    joined["brief"] = record.brief
    return dataclasses.replace(record, **joined)


def _again(record: Record, number: int) -> Record:
    """The record under other ids."""
    return readout.from_json(json.dumps(_renamed(json.loads(readout.to_json(record)), number)))


def _renamed(value: object, number: int, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _renamed(item, number, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, number, key) for item in value]
    if number and isinstance(value, str) and key in _KEYS:
        return f"{value}{number:02d}"
    return value


def _answers(html: str, chromium: str) -> dict[str, float]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser to measure

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        browser = driver.chromium.launch(executable_path=chromium, args=["--disable-gpu", "--no-sandbox"])
        page = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True).new_page()
        page.goto(file.as_uri())
        page.wait_for_timeout(500)
        found = {name: float(page.evaluate(code)) for name, code in _MEASURES.items()}
        found |= {name: float(page.evaluate(_CLOCK, act)) for name, act in _ACTS.items()}
        browser.close()
    return found
