"""Markdown stays as it is; marks say which lines are what."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from readout.read.markdown import markdown_page

REPORT = """---
title: "Dam row deepens"
author: [Ana Kord, Jan Oom]
date: 2025-03-04
source: https://post.test/a
---

# Ministers quit

![The dam](dam.jpg "The Orsk dam. Photo: AFP")

Two ministers resigned on Tuesday
after the government refused.

> “We could not stay,” Mr Berg said.
> He left at noon.

A wall that moved
-----------------

- Twelve centimetres
- Or four

[What we know](https://post.test/b)

```
code
```
"""


def test_blocks_are_marked_and_the_text_is_unchanged():
    page = markdown_page("a.md", REPORT)
    assert page.text == REPORT
    assert [(mark.tag, page.text[mark.start : mark.end].split("\n")[0]) for mark in page.marks] == [
        ("pre", "---"),
        ("h1", "# Ministers quit"),
        ("figcaption", '![The dam](dam.jpg "The Orsk dam. Photo: AFP")'),
        ("p", "Two ministers resigned on Tuesday"),
        ("blockquote", "> “We could not stay,” Mr Berg said."),
        ("h2", "A wall that moved"),
        ("li", "- Twelve centimetres"),
        ("li", "- Or four"),
        ("a", "[What we know](https://post.test/b)"),
        ("pre", "```"),
    ]


def test_front_matter_is_metadata():
    metadata = markdown_page("a.md", REPORT).metadata
    assert metadata.title == "Dam row deepens"
    assert metadata.byline == ("Ana Kord", "Jan Oom")
    assert metadata.published == "2025-03-04"
    assert metadata.url == "https://post.test/a"
    assert metadata.outlet is None


def test_without_front_matter_the_first_heading_is_the_title():
    assert markdown_page("a.md", "# Ministers quit #\n\nText.").metadata.title == "Ministers quit"
    assert markdown_page("a.md", "Ministers quit\n===\n\nText.").metadata.title == "Ministers quit"
    assert markdown_page("a.md", "Text.").metadata.title is None


def test_lines_of_links_are_navigation_and_italics_under_a_picture_its_caption():
    lines = ("[Home](/) | [Ports](/p) | [Shipping](/s)", "![Gate](g.jpg)", "*The gate. Photo: AFP*", "Text.")
    text = "\n\n".join(lines)
    assert [mark.tag for mark in markdown_page("a.md", text).marks] == ["nav", "figcaption", "figcaption", "p"]


def test_a_rule_at_the_top_that_never_closes_is_no_front_matter():
    page = markdown_page("a.md", "---\ntitle: x\n\nText.")
    assert page.metadata.title is None


@given(st.text("#>-* \n`|[]()!=1.ab:—", max_size=200))
def test_marks_are_in_order_and_cover_all_that_is_not_white(text):
    marks = markdown_page("a.md", text).marks
    assert all(left.end <= right.start for left, right in itertools.pairwise(marks))
    covered = {index for mark in marks for index in range(mark.start, mark.end)}
    assert all(text[mark.start : mark.end].strip() for mark in marks)
    assert {index for index, char in enumerate(text) if not char.isspace()} <= covered
