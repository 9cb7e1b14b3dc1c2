"""What the templates of test pages share: the head, the JSON-LD, the paragraphs."""

import html
import json

from evals.html.stories import Story


def linked_data(story: Story, outlet: str, *, free: bool | None = None) -> str:
    """schema.org's NewsArticle of a story."""
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": story.date,
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "publisher": {
            "@type": "Organization",
            "name": outlet,
            "logo": {"@type": "ImageObject", "url": "https://x.test/l.png"},
        },
    }
    if free is not None:
        data["isAccessibleForFree"] = free
    return json.dumps(data, ensure_ascii=False)


def head(story: Story, outlet: str, *, suffix: str = "", data: str = "", metas: bool = True) -> str:
    """The head of a page."""
    social = (
        f'<meta property="og:type" content="article"><meta property="og:title" content="{html.escape(story.headline)}">'
        f'<meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{story.date}">'
        f'<meta name="description" content="{html.escape(story.deck)}">'
    )
    script = f'<script type="application/ld+json">{data}</script>' if data else ""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{html.escape(story.headline)}{suffix}</title>"
        f"{social if metas else ''}{script}<style>p{{margin:0}}</style></head>"
    )


def paragraphs(story: Story, css: str = "", *, heading_class: str = "") -> list[str]:
    """The body as plain elements; neighbouring items share a list."""
    lines: list[str] = []
    for kind, text in story.body:
        if kind == "h2":
            lines.append(f'<h2 class="{heading_class}">{text}</h2>')
        elif kind == "li" and lines and lines[-1].endswith("</ul>"):
            lines[-1] = lines[-1].removesuffix("</ul>") + f"<li>{text}</li></ul>"
        elif kind == "li":
            lines.append(f"<ul><li>{text}</li></ul>")
        else:
            lines.append(f'<p class="{css}">{text}</p>' if css else f"<p>{text}</p>")
    return lines
