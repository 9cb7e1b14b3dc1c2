"""Writes the test pages: every template with two of the stories, and the bodies that a reader of them would see.

python -m evals.html.make FOLDER
"""

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

from evals.html import cms_blocks, cms_classic, cms_second
from evals.html.stories import STORIES, Story

TEMPLATES: tuple[Callable[[Story], str], ...] = (
    cms_blocks.styled_components,
    cms_blocks.islands,
    cms_blocks.paragraph_components,
    cms_blocks.test_ids,
    cms_blocks.rich_text_body,
    cms_blocks.script_drawn,
    cms_blocks.companion_columns,
    cms_classic.wordpress_classic,
    cms_classic.wordpress_magazine,
    cms_classic.page_builder,
    cms_classic.drupal,
    cms_classic.joomla,
    cms_classic.layout_tables,
    cms_classic.blog_divs,
    cms_classic.web_forms,
    cms_classic.inline_breaks,
    cms_classic.accelerated,
    cms_classic.newsletter_host,
    cms_classic.plain_divs,
    cms_second.portal,
    cms_second.cable_channel,
    cms_second.tabloid,
    cms_second.newspaper_blocks,
    cms_second.news_agency_state,
    cms_second.broadcaster_international,
)


def write_pages(folder: Path) -> int:
    """Writes `html/*.html.gz` and `ground-truth.json`; how many pages there are."""
    (folder / "html").mkdir(parents=True, exist_ok=True)
    truth: dict[str, dict[str, str]] = {}
    for index, template in enumerate(TEMPLATES):
        for turn in (0, 3):
            story = STORIES[(index + turn) % len(STORIES)]
            name = f"{template.__name__}-{turn}"
            (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(template(story).encode(), mtime=0))
            truth[name] = {
                "articleBody": "\n\n".join(text for _, text in story.body),
                "url": f"https://{name}.test/story",
            }
    text = json.dumps(truth, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "ground-truth.json").write_text(text + "\n", encoding="utf-8")
    return len(truth)


if __name__ == "__main__":
    print(write_pages(Path(sys.argv[1])), "pages")
