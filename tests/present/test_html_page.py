"""The page: every statement opens the exact characters, hostile text stays text, nothing stands where nothing is."""

import re
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.model.record import ArticleEntry, Record, Span, TextBlock
from readout.present import to_html
from readout.present.citations import anchor, cited
from readout.present.marks import Highlight, marked_blocks
from tests.present import fixtures

LATER_PARTS = ["brief", "timeline", "positions", "people", "figures"]


def parsed(record: Record) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(to_html(record).encode())


def highlighted(page: lxml.html.HtmlElement, span: Span) -> str:
    """What the page's script lights up for a citation: the pieces that lie inside its offsets."""
    pane = page.xpath("//article[@data-article=$id]", id=span.article)[0]
    pieces = pane.xpath(".//span[@data-s]")
    return "".join(
        p.text_content() for p in pieces if span.start <= int(p.get("data-s")) and int(p.get("data-e")) <= span.end
    )


@pytest.mark.parametrize("record", [fixtures.sources(), fixtures.full()], ids=["sources", "full"])
def test_every_link_leads_to_a_place_on_the_page(record):
    page = parsed(record)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    targets |= {target for also in page.xpath("//a/@data-also") for target in also.split()}
    assert targets <= set(ids)
    assert sum(target.startswith("s-") for target in targets) > 5


def test_a_citation_lights_up_exactly_the_characters_cited():
    record = fixtures.full()
    page = parsed(record)
    texts = {article.id: article.text for article in record.articles}
    spans = cited(record)
    assert len(spans) > 20
    for span in spans:
        assert highlighted(page, span) == texts[span.article][span.start : span.end]


def test_a_report_is_shown_whole_with_nothing_added_to_its_words():
    record = fixtures.full()
    page = parsed(record)
    for article in record.articles:
        pane = page.xpath("//article[@data-article=$id]", id=article.id)[0]
        for number in pane.xpath(".//a[@class and starts-with(@class, 'pm')]"):
            number.text = ""
        shown = "".join(p.text_content() for p in pane.xpath(".//div[contains(@class, 'text')]//p"))
        assert shown == article.text


def test_set_aside_text_is_labelled_with_its_role():
    page = parsed(fixtures.sources())
    aside = page.xpath("//div[contains(@class, 'aside')]")
    assert [block.xpath("string(span[@class='m'])") for block in aside] == ["promo", "caption"]


def test_paragraphs_are_numbered_and_citations_name_the_paragraph():
    page = parsed(fixtures.sources())
    assert "¶ 1" in page.xpath("//span[@class='m']/text()")
    link = page.xpath("//section[@id='origins']//a[starts-with(@href, '#s-a-ferry')]")[0]
    assert link.text_content() == "report 2, caption"


def test_tags_in_a_report_stay_text():
    html = to_html(fixtures.full())
    assert '<script>alert("owned")' not in html
    assert "&lt;script&gt;alert(&#34;owned&#34;)&lt;/script&gt;" in html
    assert "<b>Credit" not in html


def test_an_address_that_is_no_web_address_is_no_link():
    page = parsed(fixtures.full())
    assert not [href for href in page.xpath("//a/@href") if href.startswith("javascript:")]
    assert "https://gazette.example/ferry?a=1&b=2" in page.xpath("//a/@href")


def test_the_page_may_fetch_nothing_and_runs_only_its_own_script():
    html = to_html(fixtures.full())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert policy[1].startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy[1]
    assert not re.search(r"""<(link|img|iframe|object|embed)\b|\bsrc=|@import|url\(|style=""", html)


def test_parts_without_content_leave_no_heading():
    page = parsed(fixtures.sources())
    for part in LATER_PARTS:
        assert not page.xpath("//*[@id=$part]", part=part)
    assert [h.text_content() for h in page.xpath("//main//h2")] == [
        "Who reported it first-hand", "Two reports side by side", "Not used",
    ]  # fmt: skip


def test_parts_with_content_have_a_section_and_an_entry_in_the_contents():
    page = parsed(fixtures.full())
    for part in LATER_PARTS:
        assert page.xpath("//main/section[@id=$part]/h2", part=part)
        assert page.xpath("//nav//a[@href=$part]", part=f"#{part}")


def test_a_record_of_nothing_is_still_a_page():
    page = parsed(fixtures.nothing())
    assert page.xpath("string(//p[@class='standfirst'])") == "No reports from no origins."
    assert not page.xpath("//main/section")


def test_reports_that_share_nothing_are_said_to_share_nothing():
    page = parsed(replace(fixtures.sources(), passages=()))
    text = page.xpath("string(//section[@id='origins'])")
    assert "No two of the reports share more text than the stock phrases" in text
    assert "No tie to another report was found." in text
    assert not page.xpath("//*[@id='passages']")


def test_one_report_has_no_matrix():
    record = fixtures.sources()
    single = replace(record, articles=record.articles[:1], origins=record.origins[1:], passages=())
    assert "<svg" not in to_html(single)


def test_the_count_names_origins_beside_reports():
    page = parsed(fixtures.sources())
    assert page.xpath("string(//p[@class='standfirst'])") == (
        "Three reports from two origins, published on 3 March 2026 (one report without a known date)."
    )


def test_how_a_date_is_known_is_said_in_words():
    text = parsed(fixtures.sources()).xpath("string(//section[@id='origins'])")
    assert "inferred from a dated photo caption" in text
    assert "stated in the report" in text
    assert "not known" in text


def test_copied_and_quoted_passages_are_told_apart():
    page = parsed(fixtures.sources())
    assert page.xpath("//ol[@class='passages']/li/@class") == ["copied item", "copied item", "quoted item"]
    assert page.xpath("//span[@data-s and contains(@class, 'quoted')]")


def test_the_matrix_says_in_a_table_what_the_picture_shows():
    page = parsed(fixtures.sources())
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//figure//tbody/tr")]
    assert ["1 Gazette & Post", "2 The Harbour Herald", "75%", "64%"] in rows
    assert len(rows) == len(page.xpath("//figure//*[local-name()='svg']/*[local-name()='a']")) == 6


def test_the_matrix_is_framed_where_reports_have_one_origin():
    assert to_html(fixtures.sources()).count('class="frame') == 1


def test_a_large_matrix_leaves_out_what_shares_nothing():
    record = fixtures.sources()
    alone = tuple(replace(record.articles[2], id=f"a-alone-{place}") for place in range(20))
    html = to_html(replace(record, articles=record.articles + alone))
    assert "20 reports that share nothing with another are left out." in html
    assert html.count('class="self"') == 3


def test_an_edit_in_the_brief_shows_what_stood_there():
    edit = parsed(fixtures.full()).xpath("//section[@id='brief']//ins[@title]")[0]
    assert edit.text_content() == " on 3 March"
    assert edit.get("title") == "In the report: “on Tuesday”"


def test_a_quotation_in_two_pieces_opens_both():
    link = parsed(fixtures.full()).xpath("//section[@id='people']//blockquote/a[@data-also]")[0]
    assert len(link.get("data-also").split()) == 1


def test_equal_records_give_equal_pages():
    assert to_html(fixtures.full()) == to_html(fixtures.full())


def test_control_characters_and_lone_surrogates_do_not_break_the_page():
    record = fixtures.sources()
    dirty = replace(record.articles[0], text=record.articles[0].text.replace("ferry", "f\x00\ud83drr", 1))
    html = to_html(replace(record, articles=(dirty, *record.articles[1:])))
    assert "f\ufffd\ufffdrr" in html
    html.encode()


def report(text: str, blocks: tuple[TextBlock, ...] = ()) -> ArticleEntry:
    return replace(fixtures.sources().articles[0], id="a-x", text=text, blocks=blocks)


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span("a-x", min(pair), max(pair)))
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n 🚢e"), max_size=40)


@given(texts, st.lists(spans, max_size=8), st.lists(spans, max_size=4))
def test_text_cut_for_marking_is_still_the_text(text, cites, shared):
    length = len(text)
    inside = [span for span in cites if span.end <= length]
    marks = [Highlight(1, s.start, s.end, "copied", 0, "") for s in shared if s.start < s.end <= length]
    blocks = marked_blocks(report(text), inside, marks)
    segments = [segment for block in blocks for segment in (*block.lead, *block.segments, *block.gap)]
    assert "".join(segment.text for segment in segments) == text
    anchors = {name for segment in segments for name in segment.anchors}
    for span in inside:
        covered = [s for s in segments if s.marked and span.start <= s.start and s.end <= span.end]
        assert "".join(s.text for s in covered) == text[span.start : span.end]
        assert span.start == length or anchor(span) in anchors


hostile = st.text(st.sampled_from("<>&\"'/=-!{}%# \n\u202e\u200f🚢ae")) | st.sampled_from(
    ["</script><script>", "<!--", "]]>", "{{ 7 * 7 }}", "{% raw %}", '" onclick="', "</title>", "&lt;", "</svg>"]
)


@given(hostile, hostile, hostile)
def test_no_words_of_a_report_become_markup(title, outlet, text):
    record = fixtures.full()
    changed = replace(record.articles[2], title=title, outlet=outlet, text=text + fixtures.ISLAND, blocks=())
    page = parsed(replace(record, title=title, articles=(*record.articles[:2], changed)))
    assert len(page.xpath("//script")) == 2
    assert not page.xpath("//@onclick")
    assert page.xpath("string(//h1)") == (title or "The record")
    pane = page.xpath("//article[@data-article='a-island']")[0]
    for number in pane.xpath(".//a[starts-with(@class, 'pm')]"):
        number.text = ""
    assert "".join(p.text_content() for p in pane.xpath(".//div[contains(@class, 'text')]//p")) == changed.text
