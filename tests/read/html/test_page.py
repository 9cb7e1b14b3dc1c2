# ruff: noqa: E501 - markup keeps its own lines
"""HTML pages become text in reading order, with marks; what is no article is told why."""

import json

import pytest

from evals.html.make import TEMPLATES
from evals.html.stories import STORIES
from readout.errors import NotAnArticle
from readout.model.text import Medium
from readout.read.html.page import fragment_page, html_page

LEAD = "Two ministers resigned on Tuesday after the government refused to publish a report into the safety of the dam."
QUOTE = "“We could not stay,” the former energy minister, Tomas Berg, told reporters outside parliament at noon."
MORE = "The prime minister said that she would name successors before the end of the week and would not resign."


def page(body, head="", name="a.html", url=None):
    return html_page(name, f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>", url)


def blocks(found):
    return [(mark.tag, found.text[mark.start : mark.end]) for mark in found.marks]


def article(*lines, head=""):
    return page(f"<article><h1>Dam row deepens</h1>{''.join(lines)}</article>", head)


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.__name__)
def test_marks_cover_blocks_and_blocks_cover_the_text(template):
    found = html_page("a.html", template(STORIES[0]))
    assert found.medium is Medium.HTML
    begins = {0} | {mark.start for mark in found.marks if found.text[mark.start - 2 : mark.start] == "\n\n"}
    outer = [next(mark for mark in found.marks if mark.start == begin) for begin in sorted(begins)]
    assert "\n\n".join(found.text[mark.start : mark.end] for mark in outer) == found.text
    assert all(found.text[mark.start : mark.end].strip() == found.text[mark.start : mark.end] for mark in found.marks)
    assert list(found.marks) == sorted(found.marks, key=lambda mark: (mark.start, -mark.end))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.headline[:12])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.__name__)
def test_every_page_shows_its_headline_once_as_the_first_heading(template, story):
    found = blocks(html_page("a.html", template(story)))
    assert [text for tag, text in found if tag == "h1"] == [story.headline]


def test_a_caption_between_two_paragraphs_of_a_quotation_is_marked():
    figure = "<figure><img src=a><figcaption>The dam. <span class=credit>Bela Ruiz/AFP</span></figcaption></figure>"
    assert ("figcaption", "The dam. Bela Ruiz/AFP") in blocks(
        article(paragraphs(LEAD, QUOTE), figure, paragraphs(MORE))
    )


def test_a_centred_line_under_a_picture_is_its_caption():
    lines = "<p align=center><img src=a></p><p align=center><font>The dam in February (Qivus)</font></p>"
    found = blocks(article(paragraphs(LEAD, QUOTE), lines, f"<p align=center>{MORE}</p>"))
    assert ("figcaption", "The dam in February (Qivus)") in found
    assert ("p", MORE) in found


def test_boxes_between_paragraphs_are_drawn_and_marked_as_boxes():
    box = "<aside class='related'><h3>Related</h3><ul><li><a href=/x>What we know</a></li></ul></aside>"
    found = blocks(article(paragraphs(LEAD, QUOTE), box, paragraphs(MORE)))
    assert ("aside", "Related") in found
    assert ("aside", "What we know") in found


def test_a_pull_quote_is_a_box_and_a_block_quotation_is_text():
    found = blocks(
        article(
            paragraphs(LEAD),
            "<blockquote class='pullquote'>We could not stay</blockquote>",
            f"<blockquote><p>{QUOTE}</p></blockquote>",
            paragraphs(MORE),
        )
    )
    assert ("aside", "We could not stay") in found
    assert ("blockquote", QUOTE) in found


def test_byline_and_date_side_by_side_are_two_blocks():
    meta = "<div class=meta><span class=byline>By <a rel=author href=x>Ana Kord</a></span><span class=date>4 March 2025</span></div>"
    found = blocks(article(meta, paragraphs(LEAD, QUOTE, MORE)))
    assert found[1:3] == [("address", "By Ana Kord"), ("time", "4 March 2025")]


def test_byline_date_and_standfirst_are_known_by_their_words_too():
    lines = "<div>Report stays sealed until the autumn, cabinet decides</div><div>By Ana Kord</div><div>Tuesday, March 4, 2025 6:42 pm</div>"
    found = blocks(article(lines, paragraphs(LEAD, QUOTE, MORE)))
    assert [tag for tag, _ in found[:5]] == ["h1", "h2", "address", "time", "p"]


def test_a_date_in_a_byline_block_has_a_mark_of_its_own():
    found = blocks(
        article(
            "<div class=byline>By Ana Kord, <time datetime=2025-03-04>4 March 2025</time></div>",
            paragraphs(LEAD, QUOTE, MORE),
        )
    )
    assert ("time", "4 March 2025") in found


def test_two_line_breaks_part_paragraphs():
    found = page(f"<h1>Dam row</h1><div>{LEAD}<br><br>{QUOTE}<br/> <br/>{MORE}</div>")
    assert [text for tag, text in blocks(found) if tag == "p"] == [LEAD, QUOTE, MORE]


def test_one_line_break_parts_sentences_but_not_verses():
    assert [text for _, text in blocks(page(f"<h1>Dam row</h1><div>{LEAD}<br>{QUOTE}<br>{MORE}</div>"))][1:] == [
        LEAD,
        QUOTE,
        MORE,
    ]
    found = article(paragraphs(LEAD, QUOTE, MORE), "<p>Roses are red<br>Violets are blue</p>")
    assert ("p", "Roses are red\nViolets are blue") in blocks(found)


def test_a_short_line_in_bold_type_is_a_heading():
    found = blocks(
        article(paragraphs(LEAD, QUOTE), "<p><strong>A wall that moved</strong></p>", f"<p><b>{MORE}</b></p>")
    )
    assert ("h3", "A wall that moved") in found
    assert ("p", MORE) in found


def test_what_nobody_sees_is_not_drawn():
    hidden = "<p style='display: none'>Hidden words</p><div hidden>More of them</div><span class='sr-only'>Image source</span><script>x()</script>"
    found = article(hidden, paragraphs(LEAD, QUOTE, MORE))
    assert found.text == f"Dam row deepens\n\n{LEAD}\n\n{QUOTE}\n\n{MORE}"


@pytest.mark.parametrize(
    "name",
    ["has-sidebar", "no-ads", "comments-open", "share-enabled", "related-off", "single-author", "with-newsletter"],
)
def test_a_wrapper_is_not_taken_for_what_its_name_mentions(name):
    box = "<div class='related'><a href=/x>What we know</a></div>"
    body = f"<h1>Dam row deepens</h1>{paragraphs(LEAD, QUOTE)}{box}{paragraphs(MORE)}"
    found = blocks(page(f"<div class='{name}'>{body}</div>"))
    assert found == [("h1", "Dam row deepens"), ("p", LEAD), ("p", QUOTE), ("aside", "What we know"), ("p", MORE)]


def test_readers_comments_are_not_drawn():
    comments = f"<section class='comments'><h3>Comments</h3>{paragraphs(*['They should have drained it when I was mayor, and all know it.'] * 60)}</section>"
    assert "mayor" not in article(paragraphs(LEAD, QUOTE, MORE), comments).text


def test_white_space_is_drawn_as_browsers_do():
    found = article(
        f"<p>Two\n   minis\u00adters&nbsp;re\u200bsigned <b>on</b>\tTuesday.{' ' * 9}</p>",
        paragraphs(LEAD, QUOTE, MORE),
    )
    assert "Two ministers resigned on Tuesday." in found.text


def test_metadata_from_linked_data_comes_first():
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#org", "name": "The Valley Post"},
            {"@type": "Person", "@id": "#ana", "name": "Ana Kord"},
            {
                "@type": "NewsArticle",
                "headline": "Dam row &amp; more",
                "datePublished": "2025-03-04T18:42:00Z",
                "author": {"@id": "#ana"},
                "publisher": {"@id": "#org"},
            },
        ],
    }
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script><meta name=date content=1997-01-01><link rel=canonical href=https://post.test/dam>"
    metadata = article(paragraphs(LEAD, QUOTE, MORE), head=head).metadata
    assert metadata.title == "Dam row & more"
    assert metadata.outlet == "The Valley Post"
    assert metadata.byline == ("Ana Kord",)
    assert metadata.published == "2025-03-04T18:42:00Z"
    assert metadata.url == "https://post.test/dam"
    assert metadata.language == "en"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2025-03-04T18:42:00Z'>",
        "<meta name=pubdate content='2025-03-04T18:42:00Z'>",
        "<meta itemprop=datePublished content='2025-03-04T18:42:00Z'>",
    ],
)
def test_the_date_in_meta_elements_is_found(head):
    assert article(paragraphs(LEAD, QUOTE, MORE), head=head).metadata.published == "2025-03-04T18:42:00Z"


def test_the_date_in_an_address_is_found():
    found = page(f"<h1>Dam row</h1>{paragraphs(LEAD, QUOTE, MORE)}", url="https://post.test/2025/03/04/dam")
    assert found.metadata.published == "2025-03-04"


def test_dates_in_text_and_captions_are_no_publication_dates():
    caption = "<figure><img><figcaption>The dam on June 16, 2021. (AFP)</figcaption></figure>"
    found = article(
        caption, paragraphs(LEAD, "It wants its 1997 borders back, the ministry said on 2019-05-06.", QUOTE, MORE)
    )
    assert found.metadata.published is None


def test_a_date_in_a_box_of_other_news_is_not_the_pages():
    box = "<aside class=latest-news><a href=/x>Other</a> <time datetime=2020-01-01>1 January</time></aside>"
    assert article(paragraphs(LEAD, QUOTE, MORE), box).metadata.published is None


def test_the_address_that_a_browser_saved_is_kept():
    saved = f"<!DOCTYPE html>\n<!-- saved from url=(0026)https://post.test/dam-row -->\n<html><body><h1>Dam row</h1>{paragraphs(LEAD, QUOTE, MORE)}</body></html>"
    assert html_page("a.html", saved).metadata.url == "https://post.test/dam-row"


def test_the_windows_title_loses_the_sites_name():
    found = page(paragraphs(LEAD, QUOTE, MORE), "<title>Dam row deepens in Orsk | News | The Post</title>")
    assert found.metadata.title == "Dam row deepens in Orsk"


def test_a_page_that_a_script_draws_is_read_from_its_linked_data():
    data = json.dumps({"@type": "NewsArticle", "headline": "Dam row", "articleBody": f"{LEAD}\n\n{QUOTE}\n\n{MORE}"})
    found = page("<div id=app></div>", f"<script type='application/ld+json'>{data}</script>")
    assert found.text == f"Dam row\n\n{LEAD}\n\n{QUOTE}\n\n{MORE}"


def refusal(*arguments, **options):
    with pytest.raises(NotAnArticle) as caught:
        page(*arguments, **options)
    return caught.value.message


def test_a_pay_walls_stub_is_told():
    data = json.dumps({"@type": "NewsArticle", "headline": "Dam row", "isAccessibleForFree": "False"})
    head = f"<script type='application/ld+json'>{data}</script>"
    assert refusal(f"<h1>Dam row</h1>{paragraphs(LEAD, QUOTE)}", head).startswith("behind a pay wall: only its opening")
    wall = "<div class=gate>Subscribe now to continue reading</div>"
    assert refusal(f"<article><h1>Dam row</h1>{paragraphs(LEAD, QUOTE, MORE)}{wall}</article>").startswith(
        "behind a pay wall"
    )


def test_a_short_article_with_an_offer_in_its_sites_header_is_no_stub():
    offer = (
        "<header><div class=offer>Get unlimited access. Already a subscriber? Log in to continue reading</div></header>"
    )
    assert MORE in page(f"{offer}<article><h1>Dam row</h1>{paragraphs(LEAD, QUOTE, MORE)}</article>").text


def test_a_paid_article_that_is_all_there_is_read():
    data = json.dumps({"@type": "NewsArticle", "headline": "Dam row", "isAccessibleForFree": False})
    found = page(
        f"<h1>Dam row</h1>{paragraphs(*[LEAD, QUOTE, MORE] * 6)}", f"<script type='application/ld+json'>{data}</script>"
    )
    assert MORE in found.text


def test_a_list_of_articles_is_told():
    teasers = "".join(
        f"<article><h2><a href=/{index}>Minister number {index} resigns over the dam</a></h2><p>{LEAD}</p></article>"
        for index in range(9)
    )
    assert refusal(f"<h1>News</h1>{teasers}") == "a page that lists articles, not an article"


@pytest.mark.parametrize(
    "body", ["", "<p>404 Not found</p>", "<nav><a href=/>Home</a></nav><form><input></form>", "<div><img src=a></div>"]
)
def test_a_page_without_an_article_is_told(body):
    assert "without an article" in refusal(body) or "empty" in refusal(body)


def test_news_in_brief_is_read_where_the_markup_says_that_it_is_an_article():
    data = json.dumps({"@type": "NewsArticle", "headline": "Dam row"})
    assert (
        LEAD
        in page(
            f"<article><h1>Dam row</h1><p>{LEAD}</p></article>", f"<script type='application/ld+json'>{data}</script>"
        ).text
    )


@pytest.mark.parametrize(
    "markup", ["<", "<html", "<p>" * 3000, "<!-- ", "&#0;&#xD800;", "<table><tr><td>" * 400, "<a href='"]
)
def test_broken_markup_never_raises_anything_else(markup):
    with pytest.raises(NotAnArticle):
        html_page("a.html", markup)


def test_a_fragment_is_all_article():
    from readout.model.text import Metadata

    found = fragment_page("a.json#1", "<p>One <a href=x>link</a>.</p><ul><li>Two</li></ul>Three", Metadata())
    assert blocks(found) == [("p", "One link."), ("li", "Two"), ("p", "Three")]
