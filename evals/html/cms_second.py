# ruff: noqa: E501 - markup keeps its own lines, as pages have them
"""A second set of page templates, written after the reading of the first was settled, to see how it carries over."""

from evals.html.markup import head, linked_data
from evals.html.stories import Story


def _flow(story: Story, tag: str, extras: dict[int, str]) -> str:
    out = []
    for index, (kind, text) in enumerate(story.body):
        out.append(extras.get(index, ""))
        out.append(
            f"<h3>{text}</h3>" if kind == "h2" else f"<ul><li>{text}</li></ul>" if kind == "li" else tag.format(text)
        )
    return "".join(out)


def portal(story: Story) -> str:
    """A portal that carries others' reports: `caas-` classes, a read-more list, `Story continues`."""
    caption, credit = story.captions[0]
    extras = {
        2: f'<figure class="caas-figure"><div class="caas-figure-with-pb"><img alt="x" class="caas-img"></div><div class="caption-wrapper caption-aligned-with-image"><figcaption class="caption-collapse">{caption} {credit}</figcaption><button class="caas-button">More</button></div></figure>',
        4: '<div class="caas-da"><div id="sda-inbody"></div></div><p class="caas-jump-link-heading">Story continues</p>',
        6: f'<p><strong>Read more:</strong> <a href="/x" class="link">{story.related[0]}</a></p>',
    }
    return f"""{head(story, "Portal News", data=linked_data(story, "Portal News"))}
<body><div id="Masterwrap"><div id="header"><ul><li><a href="/mail">Mail</a></li><li><a href="/news">News</a></li><li><a href="/finance">Finance</a></li></ul></div><div class="caas-container"><article class="caas-container"><div class="caas-inner-wrapper"><header class="caas-header"><a class="caas-attr-provider-logo" href="/p"><img alt="AFP"></a></header><div class="caas-title-wrapper"><h1 data-test-locator="headline">{story.headline}</h1></div><div class="caas-content-byline-wrapper"><div class="caas-attr-meta"><div class="caas-attr-item-author"><span class="caas-author-byline-collapse">{" and ".join(story.authors)}</span></div><div class="caas-attr-time-style"><time datetime="{story.date}">{story.words_date}</time><span class="caas-attr-separator">·</span><span class="caas-attr-mins-read">4 min read</span></div></div></div><div class="caas-content-wrapper"><div class="caas-body">{_flow(story, "<p>{}</p>", extras)}</div></div></div></article></div><div class="aside-stream"><h2>Recommended Stories</h2><ul><li><h3><a href="/1">The best lawn mowers of the year, tested by people who hate mowing</a></h3><p>We tried eleven of them on the same slope in the rain.</p></li><li><h3><a href="/2">Striker says he never wanted to leave</a></h3><p>The transfer was not his idea, according to his agent.</p></li></ul></div></div></body></html>"""


def cable_channel(story: Story) -> str:
    """Headlines of other stories in capitals as linked bold paragraphs, an app line, a video box."""
    caption, credit = story.captions[0]
    extras = {
        2: f'<p><a href="/r" target="_blank"><u><strong>{story.related[0].upper()}</strong></u></a></p>',
        3: f'<div class="image-ct inline"><div class="m"><picture><img alt="{caption}"></picture></div><div class="caption"><p>{caption} ({credit})</p></div></div>',
        5: '<p><i><u><a href="/app"><strong>CLICK HERE TO GET THE APP</strong></a></u></i></p>',
        6: '<div class="video-container"><div class="m video-player"></div><div class="info"><h4 class="title"><a href="/v">Analyst: This was coming for years</a></h4></div></div>',
    }
    author = story.authors[0]
    return f"""{head(story, "Cable One News", suffix=" | Cable One News", data=linked_data(story, "Cable One News"))}
<body class="fn article-single"><header class="site-header"><div class="branding"><a class="logo" href="/">Cable One News</a></div><nav class="primary-nav"><ul><li class="menu-item"><a href="/us">U.S.</a></li><li class="menu-item"><a href="/politics">Politics</a></li></ul></nav></header><div class="page-content"><div class="row full"><main class="main-content"><article class="article-wrap has-video"><header class="article-header"><div class="article-meta article-meta-upper"><span class="eyebrow"><a href="/world">World</a></span><span class="article-date">Published <time>{story.words_date}</time></span></div><h1 class="headline speakable">{story.headline}</h1><h2 class="sub-headline speakable">{story.deck}</h2><div class="article-meta article-meta-lower"><div class="author-byline"><span class="author-headshot"></span><span> By <span><a href="/person">{author}</a></span> <span class="article-source"><a href="/">Cable One News</a></span></span></div><div class="article-social"><div class="share count-0"><a href="#">Facebook</a><a href="#">Twitter</a></div></div></div></header><div class="article-content-wrap sticky-columns"><div class="article-content"><div class="article-body"><div class="featured featured-video video-ct"><div class="contain"><div class="info"><div class="caption"><h4 class="title"><a href="/v">Headlines for today</a></h4><p>Here are the top headlines. Check out what is clicking.</p></div></div></div></div>{_flow(story, "<p>{}</p>", extras)}<div class="author-bio"><p>{author} is a writer for Cable One News Digital.</p></div></div></div><div class="article-footer"><div class="sidebar sidebar-secondary"></div></div></div></article></main><aside class="sidebar-primary"><h3>Fast Four</h3><article><h4 class="title"><a href="/f">Senator trips over dog, dog unhurt</a></h4></article></aside></div></div><footer class="site-footer"><p class="copyright">This material may not be published, broadcast, rewritten, or redistributed. ©2025 Cable One. All rights reserved.</p></footer></body></html>"""


def tabloid(story: Story) -> str:
    """Bullet points under the headline, captions as paragraphs, splitters, a carousel of related stories."""
    caption, credit = story.captions[0]
    extras = {
        1: f'<div class="artSplitter mol-img-group"><div class="mol-img"><div class="image-wrap"><img></div><p class="imageCaption">{caption} {credit}</p></div></div>',
        4: f'<div class="related-carousel with-fb-comments"><div class="rotator"><h2>RELATED ARTICLES</h2><ul class="rotator-panels"><li><div><a href="/r"><span class="pufftext"><span class="arrow-small-r"></span><strong>{story.related[0]}</strong></span></a></div></li></ul></div><div class="rc-social"><h3>Share this article</h3></div></div>',
        6: '<p class="mol-para-with-font">Advertisement</p>',
    }
    return f"""{head(story, "Daily Planet Online", suffix=" | Daily Planet Online")}
<body id="p-123" class="news article"><div id="page-container"><div class="page-header"><ul class="nav-primary"><li><a href="/home">Home</a></li><li><a href="/news">News</a></li><li><a href="/tvshowbiz">Showbiz</a></li></ul></div><div id="content" class="alpha" itemscope><div class="articleWide cleared"><div class="alpha"><div id="js-article-text" class="article-text wide"><h2>{story.headline}</h2><ul class="mol-bullets-with-font"><li class="class"><strong>{story.deck}</strong></li></ul><div id="articleIconLinksContainer"><ul><li class="first"><a href="#">e-mail</a></li></ul></div><p class="author-section byline-plain">By <a href="/a" class="author" rel="nofollow">{story.authors[0]} for Dailyplanet.test</a></p><p class="byline-section"><span class="article-timestamp article-timestamp-published"><span class="article-timestamp-label">Published:</span> <time datetime="{story.date}">{story.words_date}</time></span> | <span class="article-timestamp article-timestamp-updated"><span class="article-timestamp-label">Updated:</span> <time datetime="{story.date}">{story.words_date}</time></span></p><div id="shareLinkTop">Share</div><div itemprop="articleBody">{_flow(story, '<p class="mol-para-with-font">{}</p>', extras)}</div></div><div class="column-content cleared"><div class="shareArticles"><h3 class="social-links-title">Share or comment on this article: {story.headline}</h3></div><div id="most-read-news-wrapper"><h3>Most watched News videos</h3><ul><li><a href="/v">Moment bull enters chemist</a></li></ul></div></div></div><div class="beta"><div class="femail item"><h3>TODAY'S HEADLINES</h3><ul class="tabs"><li><a href="/h1"><span class="pufftext">Duchess in hat drama</span></a></li></ul></div></div></div></div></div></body></html>"""


def newspaper_blocks(story: Story) -> str:
    """Body in several `article__block` elements, a read-more-about list, a plea for donations, a photo in the first."""
    half = len(story.body) // 2
    caption, credit = story.captions[0]

    def part(first: int, last: int) -> str:
        return "".join(
            f"<h2>{t}</h2>" if k == "h2" else f"<ul><li>{t}</li></ul>" if k == "li" else f"<p>{t}</p>"
            for k, t in story.body[first:last]
        )

    related = story.related[0]
    return f"""{head(story, "The Larsund Herald", suffix=" - The Larsund Herald", data=linked_data(story, "The Larsund Herald"))}
<body><div class="header"><div class="nav-top"><nav class="navigation"><ul><li><a href="/news">News</a></li><li><a href="/opinion">Opinion</a></li></ul></nav></div></div><div class="container"><article class="article article--news"><header class="article__header"><h1><a href="/self">{story.headline}</a></h1><h2></h2></header><div class="article__byline byline"><div class="row-flex"><div class="col byline__author"><div class="byline__details"><div class="byline__details__inner">By <a class="byline__author__name" href="/a">{story.authors[0]}</a></div><time class="byline__datetime timeago" datetime="{story.date}">{story.words_date}</time></div></div><div class="col-auto"><div class="social"><a class="social__item" href="#">Tweet</a></div></div></div></div><figure class="article__featured-image featured-image"><img><figcaption class="featured-image__caption"><span class="article__featured-image__caption featured-image__caption-line">{caption}</span> <span class="article__featured-image__author featured-image__author">{credit}</span></figcaption></figure><div class="article__content-container"><div class="article__content" id="article-content"><div data-id="article-block-type" class="article__block article__block--html article__block--column">{part(0, half)}</div><div class="article__block article__block--ad"><div class="banner-inline"><span>Advertisement</span></div></div><div data-id="article-block-type" class="article__block article__block--article-read"><div class="related-article article-link"><a href="/r" class="related-article__inner"><div class="related-article__info"><label class="related-article__label">Related article:</label><h3 class="related-article__title">{related}</h3></div></a></div></div><div data-id="article-block-type" class="article__block article__block--html article__block--column">{part(half, len(story.body))}</div></div><div class="article__bottom"></div><div class="article__tags">Read more about: {", ".join(f'<a class="article__tags__item" href="/t">{t}</a>' for t in story.tags)}</div><div class="contribute-teaser"><h3>A Message from The Larsund Herald:</h3><p>Dear readers, we are facing unprecedented challenges. Independent reporting costs money, and we ask you to stand with us today. Your support, no matter how small, makes a difference.</p><a href="/c">Continue</a></div></div></article></div><div class="footer"><p>© The Larsund Herald, all rights reserved.</p></div></body></html>"""


def news_agency_state(story: Story) -> str:
    """A state agency's page: source and editor above the text, spans with styles in each paragraph, a photo paragraph."""
    caption, _ = story.captions[0]
    extras = {
        2: f'<p align="center"><img src="1.jpg"></p><p align="center"><font color="navy" style="font-size:10pt">{caption} (Qivus/Lu Wen)</font></p>'
    }
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.headline}-Qivus</title><meta name="publishdate" content="{story.date[:10]}"><meta name="author" content="huaxia"><meta name="source" content="Qivus"></head><body><div class="header domPc"><div class="nav"><a href="/">Home</a><a href="/world">World</a><a href="/photo">Photos</a></div></div><div class="main clearfix"><div class="left"><div class="conTop"><h1 class="Btitle">{story.headline}</h1><div class="wzzy"><i class="source">Source: Qivus</i><i class="time">{story.words_date}</i><i class="editor">Editor: huaxia</i></div></div><div class="bai13" id="detailContent">{_flow(story, '<p style="text-indent: 2em;"><span style="font-family: arial;">{}</span></p>', extras)}</div><div class="page"><a href="/2">Next page</a></div></div><div class="right"><div class="gdxw"><h3>KEY WORDS: {", ".join(story.tags)}</h3></div><div class="Explore"><h3>EXPLORE QIVUS</h3><ul><li><a href="/1">Pandas enjoy snow</a></li></ul></div></div></div><div class="foot"><p>Copyright © Qivus News. All rights reserved.</p></div></body></html>"""


def broadcaster_international(story: Story) -> str:
    """A list of linked stories announced by hidden words inside the text, captions in brackets, a trust line."""
    caption, credit = story.captions[0]
    items = "".join(f'<li class="article-list-item"><h4><a href="/l">{t}</a></h4></li>' for t in story.related)
    extras = {
        3: f'<div class="more-on"><h2 class="more-on__heading">Recommended Stories</h2><span class="screen-reader-text">list of {len(story.related)} items</span><ul class="more-on__list">{items}</ul><span class="screen-reader-text">end of list</span></div>',
        5: f'<figure class="wp-caption alignnone"><img><figcaption class="wp-caption-text">{caption} [{credit}]</figcaption></figure>',
        7: '<div class="container--ads"><span>Advertisement</span></div>',
    }
    return f"""{head(story, "Gulf Network", suffix=" | Energy News | Gulf Network", data=linked_data(story, "Gulf Network"))}
<body><div id="root"><div class="layout__header"><header class="site-header"><nav class="site-header__navigation"><ul class="menu"><li><a href="/news">News</a></li><li><a href="/where">Middle East</a></li></ul></nav></header></div><div class="l-col l-col--8"><main id="main-content-area" class="main-content"><div class="topics topics--cozy"><a href="/news">News</a><span class="topics__separator">|</span><a href="/e">Energy</a></div><header class="article-header"><h1>{story.headline}</h1><p class="article__subhead css-1wt8oh6"><em>{story.deck}</em></p></header><figure class="article-featured-image"><div class="responsive-image"><img></div><figcaption>{caption} [{credit}]</figcaption></figure><div class="article-info-block css-ti04u9"><div class="article-b-l"><div class="article-author-name"><span class="article-by-label">By</span> <span class="article-author-name-item"><a class="author-link" href="/a">{story.authors[0]}</a></span></div></div><div class="article-dates"><div class="date-simple css-1yjq2zp"><span class="screen-reader-text">Published On {story.words_date}</span><span aria-hidden="true">{story.words_date}</span></div></div></div><div class="wysiwyg wysiwyg--all-content css-ibbk12" aria-live="polite">{_flow(story, "<p>{}</p>", extras)}</div><div class="article-source"><span>Source<!-- -->: </span><span class="article-source__item">Gulf Network and news agencies</span></div></main></div><div class="sidebar l-col l-col--4"><div class="related-content"><h3>Related</h3><article class="article-card"><h3><a href="/c">Fishermen find ancient anchor</a></h3><p>The anchor weighs two tonnes and may be from the ninth century.</p></article></div></div></div></body></html>"""
