"""Print, colours, and what assistive technology meets."""

from dataclasses import replace
from pathlib import Path

import pytest

from readout.compare.records import diff
from readout.present.html import to_html
from tests.browser.visit import DESK, PHONE, PICTURES, Visit
from tests.present import fixtures

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent / "axe" / "axe.min.js"
A4_POINTS = (595, 842)


def test_on_paper_every_report_stands_below_the_record(desk):
    desk.page.emulate_media(media="print")
    assert desk.page.locator("article.report:visible").count() == 3
    for tool in (".tools", ".bar", ".filters", ".copy"):
        assert not desk.page.locator(tool).first.is_visible()
    assert desk.page.locator("#v-launch").is_visible()
    assert desk.page.evaluate("getComputedStyle(document.querySelector('.reading')).position") == "static"


def test_the_paper_is_a4_and_nothing_is_cut_off_at_its_edge(desk):
    PICTURES.mkdir(parents=True, exist_ok=True)
    paper = desk.page.pdf(prefer_css_page_size=True, path=PICTURES / "page.pdf")
    box = paper.split(b"/MediaBox", 1)[1].split(b"]", 1)[0].split(b"[")[1].split()
    assert [round(float(edge)) for edge in box[2:]] == list(A4_POINTS)
    desk.page.set_viewport_size({"width": 665, "height": 940})  # the printed width of A4 in CSS pixels
    desk.page.emulate_media(media="print")
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.picture("print", whole=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation(browser, file, size, scheme):
    opened = Visit(browser, file, size, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    opened.picture(f"page-{scheme}", whole=True)
    assert violations(opened) == []
    opened.page.locator("#brief a.open").first.click()
    opened.picture(f"open-{scheme}")
    assert violations(opened) == []
    opened.put_away()
    opened.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert violations(opened) == []
    opened.context.close()


@pytest.mark.parametrize("which", ["nothing", "sources", "difference", "one"])
def test_axe_finds_no_violation_where_parts_are_missing(browser, tmp_path, which):
    full = fixtures.story()
    record = {
        "nothing": fixtures.nothing(),
        "sources": fixtures.sources(),
        "difference": full,
        "one": replace(full, articles=full.articles[:1], passages=()),
    }[which]
    page = tmp_path / "page.html"
    since = diff(fixtures.full(), full) if which == "difference" else None
    page.write_text(to_html(record, since), encoding="utf-8")
    opened = Visit(browser, page, DESK, bypass_csp=True)
    opened.picture(which, whole=True)
    assert violations(opened) == []
    assert opened.errors == []
    opened.context.close()


def violations(opened: Visit) -> list[str]:
    """What axe-core holds against the page, in a line each."""
    opened.page.add_script_tag(path=AXE)
    found = opened.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]


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
            const names = ['--paper', '--sheet', '--ink', '--soft', '--hit', '--hit-ink', '--chip-ink', '--faint',
                '--dispute', '--one', '--gives', '--found'];
            for (let place = 0; place < 8; place++) names.push('--c' + place);
            return Object.fromEntries(names.map(name => [name.slice(2), of(name)]));
        }"""
    )
    pairs = [("ink", "paper"), ("soft", "paper"), ("soft", "sheet"), ("soft", "faint"), ("hit-ink", "hit")]
    pairs += [("dispute", "paper"), ("one", "paper"), ("gives", "paper"), ("ink", "found")]
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
