"""What a reader can do: search, filter, compare, copy, follow the timeline, go by keyboard alone."""

import pytest

from tests.browser.visit import DESK, PHONE, Visit

pytestmark = pytest.mark.browser


def test_search_leaves_what_holds_the_words_and_counts_by_section(visit):
    visit.page.locator("#find").fill("bang")
    visit.page.wait_for_selector("#found:visible")
    assert visit.page.locator("#q-bang").is_visible()
    assert not visit.page.locator("#q-who").is_visible()
    assert not visit.page.locator("#brief .item").first.is_visible()
    assert visit.page.locator(".hits[data-for=timeline]").text_content() == "1"
    assert "In the reports:1 Gazette & Post (1)2 The Harbour Herald (1)3 a-island.txt (2)" in (
        visit.page.locator("#found").text_content()
    )
    assert visit.page.evaluate("CSS.highlights.get('found').size") > 6
    visit.picture("search")


def test_search_unfolds_what_it_finds_and_folds_it_again(visit):
    visit.page.locator("#find").fill("svala is launched")
    visit.page.wait_for_selector("#v-launch:visible")
    visit.page.locator("#find").press("Escape")
    assert not visit.page.locator("#v-launch").is_visible()
    assert visit.page.locator("#brief .item").first.is_visible()
    assert visit.page.locator("#found").is_hidden()


def test_search_does_not_mind_how_marks_are_drawn_and_finds_words_across_pieces(visit):
    visit.page.locator("#find").fill('"we heard a bang and then nothing,"')
    visit.page.wait_for_selector("#found:visible")
    links = visit.page.locator("#found a")
    assert links.count() == 3
    links.nth(1).click()
    assert visit.page.locator(".report.open").get_attribute("data-article") == "a-ferry"


def test_what_is_not_there_is_said_not_to_be(visit):
    visit.page.locator("#find").fill("submarine")
    visit.page.wait_for_selector("#found:visible")
    assert visit.page.locator("#found").text_content() == "Not in the record. Not in the reports."


@pytest.mark.parametrize(
    ("by", "value", "kept"),
    [
        ("s", "e-brandt", {"q-bang", "q-dark"}),
        ("p", "The line", {"q-bang", "q-dark"}),
        ("r", "3", {"q-bang"}),
        ("o", "o-island", {"q-bang"}),
        ("o", "o-nna", {"q-bang", "q-dark", "q-who"}),
    ],
)
def test_quotations_are_filtered_by_speaker_party_report_and_origin(visit, by, value, kept):
    visit.page.locator(f"#filters select[data-by={by}]").select_option(value)
    shown = visit.page.locator(".quote:visible").evaluate_all("all => all.map(quote => quote.id)")
    assert set(shown) == kept
    assert visit.page.locator("#kept").text_content() == f"{len(kept)} of 3 quotations"
    visit.page.locator("#unfilter").click()
    assert visit.page.locator(".quote:visible").count() == 3


def test_wordings_of_a_quotation_are_compared_and_each_opens_its_report(visit):
    visit.page.locator("#q-bang .wordings summary").click()
    rows = visit.page.locator("#q-bang .wordings li")
    assert rows.count() == 3
    assert rows.nth(1).locator(".how").text_content() == "leaves out “then”"
    assert rows.nth(2).locator(".how").text_content() == "adds “loud”"
    assert rows.nth(2).locator("mark").text_content() == "loud"
    visit.picture("wordings")
    rows.nth(2).locator("a.open").click()
    assert visit.page.locator(".report.open").get_attribute("data-article") == "a-island"


def test_one_partys_view_hides_the_other_columns(visit):
    visit.page.locator("#by-side").select_option("e-brandt")
    assert visit.page.locator("#p-blame").is_visible()
    assert not visit.page.locator("#p-inquiry").is_visible()
    assert not visit.page.locator("#p-other").is_visible()
    visit.picture("party")
    visit.page.locator("#by-side").select_option("")
    assert visit.page.locator("#p-inquiry").is_visible()


def test_what_moved_between_two_days_stands_out(visit):
    visit.page.locator("#since").select_option("2026-03-03")
    visit.page.locator("#until").select_option("2026-03-04")
    classes = {name: visit.page.locator(f"#{name}").get_attribute("class") for name in ("p-inquiry", "p-blame")}
    assert "early" in classes["p-inquiry"]
    assert "fresh" in classes["p-blame"]
    assert not visit.page.locator("#p-denial").is_visible()
    visit.picture("moved")


def test_the_course_of_a_position_is_told_day_by_day(visit):
    steps = visit.page.locator(".courses li").all_text_contents()
    assert ["promises" in steps[0], "denies" in steps[1]] == [True, True]


def test_a_dot_of_the_timeline_leads_to_its_happening_though_it_be_folded(visit):
    visit.picture("timeline")
    visit.page.locator(".strip a.dot").first.click()
    visit.page.wait_for_selector("#v-launch:visible")
    assert visit.seen("#v-launch")


def test_two_reports_are_compared(visit):
    visit.page.locator("#left").select_option("2")
    visit.page.locator("#right").select_option("3")
    both = visit.page.locator("[data-pair=both] li").all_text_contents()
    assert any("We heard a bang" in row for row in both)
    alone = visit.page.locator("[data-pair=left] li").all_text_contents()
    assert any("lights went out" in row for row in alone)
    worded = visit.page.locator(".worded > li:visible")
    assert "loud" in worded.first.locator("mark:visible").all_text_contents()
    assert worded.first.locator("[data-n]:visible").count() == 2
    visit.picture("compare")
    visit.page.locator("#left").select_option("1")
    visit.page.locator("#right").select_option("1")
    assert visit.page.locator("[data-pair=left] li").count() == 0


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_sentence_is_copied_with_its_sources(browser, file, size):
    opened = Visit(browser, file, size, permissions=["clipboard-read", "clipboard-write"])
    opened.page.locator("#brief .row").last.hover()
    opened.page.locator("#brief .copy").nth(1).click()
    opened.page.wait_for_selector(".copy.done")
    assert opened.page.evaluate("navigator.clipboard.readText()") == (
        "Forty-two people were brought ashore, the mayor of Port Amsel said. (a-island.txt, ¶1)"
    )
    opened.page.locator("#brief .note .copy").click()
    opened.page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('¶1)\\n\\nForty'))")
    opened.context.close()


def test_a_statement_says_how_many_reports_and_origins_stand_behind_it_and_whether_it_is_disputed(visit):
    rows = visit.page.locator("#brief .row")
    assert rows.nth(1).locator(".tally").text_content() == "one report, one origin"
    assert "one" in rows.nth(1).locator(".tally").get_attribute("class").split()
    rows.nth(1).locator("a.dispute").click()
    assert visit.seen("#c-rescued")
    assert visit.page.locator("#q-bang .tally").text_content() == "three reports, two origins"


def test_arrow_keys_walk_from_citation_to_citation(visit):
    links = visit.page.locator("main a.c:visible")
    links.first.click()
    before = visit.highlighted()
    visit.page.keyboard.press("ArrowRight")
    assert visit.page.locator(".c.on").get_attribute("href") == links.nth(1).get_attribute("href")
    visit.page.keyboard.press("ArrowLeft")
    assert visit.highlighted() == before


def test_the_page_can_be_used_by_keyboard_alone(desk):
    page = desk.page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("forty-two")
    page.wait_for_selector("#found:visible")
    page.keyboard.press("Escape")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#brief a.open')"):
            break
    page.keyboard.press("Enter")
    assert desk.highlighted()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.classList.contains('c')")
    page.keyboard.press("Escape")
    assert desk.highlighted() == ""


def test_everything_that_can_be_pressed_can_be_reached_and_shows_it(desk):
    seen = set()
    for _ in range(400):
        desk.page.keyboard.press("Tab")
        found = desk.page.evaluate(
            "() => { const on = document.activeElement; const style = getComputedStyle(on);"
            " return [on.localName + '.' + (on.getAttribute('class') || ''), style.outlineStyle]; }"
        )
        if found[0] == "body.":
            break
        seen.add(found[0].split()[0].removesuffix(" on"))
        assert found[1] != "none", found
    assert {"a.open", "a.c", "a.dot", "select.", "input.", "summary.", "button.copy"} <= seen
