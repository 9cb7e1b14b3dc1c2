"""A citation is followed, and the highlighted words are those of the report."""

import pytest

from tests.browser.visit import DESK, Visit
from tests.present import fixtures

pytestmark = pytest.mark.browser


def evidence(address: str) -> tuple[str, str]:
    """(article, text[start:end]) of a citation's address, in code points."""
    article, start, end = address.removeprefix("#").removeprefix("s-").rsplit("-", 2)
    texts = {entry.id: entry.text for entry in fixtures.story().articles}
    return article, texts[article][int(start) : int(end)]


def words_of(link) -> str:
    """The words that following a link lights up in the report that it opens."""
    also = (link.get_attribute("data-also") or "").split()
    found = [evidence(one) for one in [link.get_attribute("href"), *also]]
    return "".join(words for article, words in found if article == found[0][0])


def unfold(visit) -> None:
    visit.page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")


def test_every_citation_lights_up_its_characters(visit):
    unfold(visit)
    links = visit.page.locator("main a.c:visible")
    assert links.count() > 40
    for place in range(links.count()):
        link = links.nth(place)
        link.click()
        assert visit.highlighted() == words_of(link)
        assert visit.seen(".report.open .hit")
        visit.put_away()


@pytest.mark.parametrize(
    ("part", "selector"),
    [
        ("brief", "#brief .say a.open"),
        ("timeline", "#timeline .event a.open"),
        ("positions", "#positions td .held a.open"),
        ("people", "#people blockquote a.open"),
        ("role", "#people a.role"),
        ("figure", "#figures table a.open"),
        ("conflict", "#figures .value a.open"),
        ("compare", "#compare .told a.open"),
    ],
)
def test_each_sentence_date_figure_and_cell_opens_its_report_with_the_words_lit(visit, part, selector):
    link = visit.page.locator(selector).locator("visible=true").first
    link.click()
    assert visit.highlighted() == words_of(link)
    assert visit.highlighted()
    assert visit.seen(".report.open .hit")
    assert "on" in link.get_attribute("class").split()
    visit.picture(f"opens-{part}")


def test_what_several_reports_say_leads_on_to_the_others(desk):
    desk.page.locator("#q-bang blockquote a.open").click()
    others = desk.page.locator("#also a")
    assert others.all_text_contents() == ["2 The Harbour Herald", "3 a-island.txt"]
    others.first.click()
    assert desk.page.locator(".report.open").get_attribute("data-article") == "a-ferry"
    assert desk.highlighted() == "“We heard a bang and then nothing,”"
    assert desk.page.locator("#also a").count() == 2


def test_emoji_before_a_citation_do_not_shift_it(visit):
    words = "“Then the lights went out.”"
    start = fixtures.FERRY.index(words)
    assert any(ord(character) > 0xFFFF for character in fixtures.FERRY[:start])
    visit.page.goto(f"{visit.page.url.split('#')[0]}#s-a-ferry-{start}-{start + len(words)}")
    visit.page.wait_for_selector(".hit")
    assert visit.highlighted() == words


def test_the_report_opens_beside_the_record_and_goes_away_again(visit):
    link = visit.page.locator("#brief .say a.open").first
    link.click()
    assert visit.seen(".report.open")
    visit.page.locator("#close").click()
    assert not visit.page.locator("#reading").is_visible()
    assert link.evaluate("link => document.activeElement === link")
    link.click()
    assert visit.page.locator("#reading").is_visible()


def test_on_a_phone_the_sheet_leaves_the_sentence_in_view(browser, file):
    opened = Visit(browser, file, {"width": 390, "height": 844})
    opened.page.locator("#brief .say a.open").last.click()
    box = opened.page.locator("#brief .say a.open").last.bounding_box()
    sheet = opened.page.locator("#reading").bounding_box()
    assert 0 <= box["y"] < sheet["y"]
    assert opened.page.locator("#close").bounding_box()["y"] > 844 * 0.8
    opened.context.close()


def test_a_click_beside_the_sheet_puts_it_away(browser, file):
    opened = Visit(browser, file, {"width": 900, "height": 800})
    opened.page.locator("#brief a.c").first.click()
    assert opened.page.locator("#reading").is_visible()
    opened.page.mouse.click(20, 400)
    assert not opened.page.locator("#reading").is_visible()
    opened.context.close()


def test_a_report_that_is_not_open_can_still_be_found_by_its_words(desk):
    assert desk.page.locator("#report-1").get_attribute("hidden") is None
    assert desk.page.locator("#report-3").get_attribute("hidden") == "until-found"
    desk.page.locator("#report-3").dispatch_event("beforematch")
    assert desk.page.locator("#report-3 .text").is_visible()


def test_an_address_that_is_none_does_no_harm(visit):
    visit.page.goto(f"{visit.page.url}#%E0%A4%A")
    visit.page.reload()
    assert visit.page.locator("h1").is_visible()


def test_the_address_of_a_citation_opens_it_and_back_returns(visit):
    links = visit.page.locator("#brief a.c:visible")
    links.first.click()
    first = visit.highlighted()
    visit.put_away()
    links.last.click()
    assert visit.highlighted() != first
    visit.page.go_back()
    visit.page.wait_for_function("location.hash.length > 1")
    assert visit.highlighted() == first


def test_the_address_of_what_is_folded_away_unfolds_it(visit):
    assert not visit.page.locator("#v-launch").is_visible()
    visit.page.goto(f"{visit.page.url.split('#')[0]}#v-launch")
    visit.page.wait_for_selector("#v-launch:visible")


def test_set_aside_text_can_be_hidden_and_a_citation_in_it_still_shows(desk):
    desk.page.locator("#pick").select_option("report-2")
    caption = desk.page.locator("#report-2 .b.caption")
    assert caption.is_visible()
    desk.page.locator("#show-aside").uncheck()
    assert not caption.is_visible()
    desk.page.locator("#report-2 .about summary").click()
    desk.page.locator("#report-2 .about a.c", has_text="caption").click()
    assert caption.is_visible()
    assert desk.highlighted() == "Tuesday, March 3, 2026"


def test_nothing_is_wider_than_the_window(visit):
    unfold(visit)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visit.page.locator("#origins a.headline").last.click()
    assert visit.page.evaluate("document.querySelector('#reading').scrollWidth <= innerWidth")


def test_without_script_everything_is_there_to_be_read(browser, file):
    opened = Visit(browser, file, DESK, java_script_enabled=False)
    assert opened.page.locator("article.report:visible").count() == 3
    assert opened.page.locator(".strip > svg").is_visible()
    assert opened.page.locator("#compare .told:visible").count() > 3
    for tool in ("#close", "#find", ".copy", ".filters"):
        assert not opened.page.locator(tool).first.is_visible()
    opened.page.locator("#brief a.c").first.click()
    assert opened.page.url.endswith(opened.page.locator("#brief a.c").first.get_attribute("href"))
    opened.context.close()
