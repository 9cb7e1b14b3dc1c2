# ruff: noqa: E501 - markup keeps its own lines, as pages have them
"""Page templates for the common publishing systems and for pages older than those."""

from evals.html.markup import head, linked_data, paragraphs
from evals.html.stories import Story


def wordpress_classic(story: Story) -> str:
    """WordPress with a blog theme: captions as `wp-caption`, sharing buttons, related posts, comments."""
    lines = paragraphs(story)
    caption, credit = story.captions[0]
    lines.insert(
        1,
        f'<div id="attachment_17" style="width: 650px" class="wp-caption aligncenter"><img src="a.jpg" width="640"><p id="caption-attachment-17" class="wp-caption-text">{caption} {credit}</p></div>',
    )
    lines.insert(5, f"<p><strong>Also read: <a href='/r'>{story.related[0]}</a></strong></p>")
    return f"""{head(story, "Valley Post", suffix=" – Valley Post")}
<body class="post-template-default single single-post postid-4711 single-format-standard"><div id="page" class="hfeed site"><header id="masthead" class="site-header"><h1 class="site-title"><a href="/" rel="home">Valley Post</a></h1><p class="site-description">News from the valley since 1911</p><nav id="site-navigation" class="main-navigation"><ul id="menu-main" class="nav-menu"><li class="menu-item"><a href="/news">News</a></li><li class="menu-item"><a href="/sport">Sport</a></li></ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-4711" class="post-4711 post type-post status-publish format-standard has-post-thumbnail hentry category-news tag-dam"><header class="entry-header"><h1 class="entry-title">{story.headline}</h1><div class="entry-meta"><span class="posted-on">Posted on <a href="/p" rel="bookmark"><time class="entry-date published" datetime="{story.date}">{story.words_date}</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/a">{story.authors[0]}</a></span></span></div></header>
<div class="entry-content">{"".join(lines)}<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-twitter"><a href="#">Click to share on Twitter (Opens in new window)</a></li></ul></div></div></div><div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items"><p><a href="/x">{story.related[-1]}</a></p></div></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">News</a></span><span class="tags-links">Tagged {", ".join(f'<a href="/t">{t}</a>' for t in story.tags)}</span></footer></article>
<nav class="navigation post-navigation"><div class="nav-links"><div class="nav-previous"><a href="/p">Previous: Market square to be repaved</a></div></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “{story.headline}”</h2><ol class="comment-list"><li class="comment"><div class="comment-content"><p>They should have drained that reservoir when I was mayor, and everybody in this valley knows it perfectly well.</p></div></li><li class="comment"><div class="comment-content"><p>Nobody asked you, Gerald. You voted for the wall and for the road and for the car park too.</p></div></li></ol><div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><p class="comment-notes">Your email address will not be published. Required fields are marked *</p></form></div></div></main></div>
<div id="secondary" class="widget-area"><aside class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul><li><a href="/1">Bakery reopens</a></li><li><a href="/2">Road closed until June</a></li></ul></aside></div></div><footer id="colophon" class="site-footer"><div class="site-info">Proudly powered by WordPress</div></footer></div></body></html>"""


def wordpress_magazine(story: Story) -> str:
    """WordPress with a magazine theme: page-builder wrappers, a box of linked stories in mid-text, an author box."""
    lines = paragraphs(story)
    lines.insert(
        4,
        '<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- Advertisement -</span></div>',
    )
    lines.insert(
        3,
        f'<div class="td_block_wrap td_block_related_posts td-pb-border-top"><div class="td-block-title-wrap"><h4 class="td-block-title"><span>Related Posts</span></h4></div><div class="td_module_mx"><h3 class="entry-title td-module-title"><a href="/r">{story.related[0]}</a></h3></div></div>',
    )
    caption, credit = story.captions[0]
    return f"""{head(story, "Army Dispatch", suffix=" - Army Dispatch", data=linked_data(story, "Army Dispatch"))}
<body class="td-standard-pack"><div id="td-outer-wrap" class="td-theme-wrap"><div class="td-header-wrap"><div class="td-header-menu-wrap"><ul class="sf-menu"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></div></div>
<div class="td-main-content-wrap td-container-wrap"><div class="td-container td-post-template-default"><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb" href="/">Home</a></span> <i class="td-icon-right"></i> <span><a class="entry-crumb" href="/n">News</a></span></div></div><div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content"><article class="post type-post hentry"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/n">News</a></li></ul><header class="td-post-title"><h1 class="entry-title">{story.headline}</h1><p class="td-post-sub-title">{story.deck}</p><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/a">{story.authors[0]}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{story.date}">{story.words_date}</time></span><div class="td-post-views"><span class="td-nr-views-1">1348</span></div></div></header></div>
<div class="td-post-sharing-top"><div class="td-post-sharing-visible"><a class="td-social-sharing-button" href="#"><div class="td-social-but-text">Facebook</div></a></div></div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><img><figcaption class="wp-caption-text">{caption} {credit}</figcaption></figure></div><blockquote class="td_quote_box td_box_center"><p>This article was originally published by {story.authors[0]} and is reprinted with permission.</p></blockquote>{"".join(lines)}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>TAGS</span></li>{"".join(f'<li><a href="/t">{t}</a></li>' for t in story.tags)}</ul></div><div class="td-author-name vcard author" style="display: none"><span class="fn">{story.authors[0]}</span></div><div class="author-box-wrap"><a href="/a"><img></a><div class="desc"><div class="td-author-name"><a href="/a">{story.authors[0]}</a></div><div class="td-author-description">Writes about borders, barracks and everything that lies between the two of them.</div></div></div></footer></article></div></div>
<div class="td-pb-span4 td-main-sidebar"><div class="td-ss-main-sidebar"><aside class="td_block_template_1 widget"><h4 class="block-title"><span>Latest Articles</span></h4><div class="td_module_6"><h3 class="entry-title"><a href="/l">Navy names new destroyer after cook</a></h3></div></aside></div></div></div></div></div></div></body></html>"""


def page_builder(story: Story) -> str:
    """WordPress built of widgets: every part of the page, the text too, is an `elementor-widget`."""

    def widget(kind: str, content: str) -> str:
        return f'<div class="elementor-element elementor-widget elementor-widget-{kind}" data-element_type="widget"><div class="elementor-widget-container">{content}</div></div>'

    lines = paragraphs(story)
    caption, credit = story.captions[0]
    return f"""{head(story, "Lakes Herald", suffix=" | Lakes Herald")}
<body class="elementor-default elementor-page"><header class="elementor elementor-location-header">{widget("nav-menu", "<nav class='elementor-nav-menu--main'><ul><li><a href='/'>Home</a></li><li><a href='/local'>Local</a></li></ul></nav>")}</header>
<div data-elementor-type="single-post" class="elementor elementor-location-single"><section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-column elementor-col-66"><div class="elementor-widget-wrap">
{widget("theme-post-title elementor-page-title", f'<h1 class="elementor-heading-title elementor-size-default">{story.headline}</h1>')}
{widget("post-info", f'<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-icon-list-item" itemprop="author"><span class="elementor-icon-list-text elementor-post-info__item--type-author">By {story.authors[0]}</span></li><li class="elementor-icon-list-item" itemprop="datePublished"><span class="elementor-icon-list-text elementor-post-info__item--type-date">{story.words_date}</span></li></ul>')}
{widget("image", f'<figure class="wp-caption"><img><figcaption class="widget-image-caption wp-caption-text">{caption} {credit}</figcaption></figure>')}
{widget("theme-post-content", "".join(lines))}
{widget("share-buttons", '<div class="elementor-share-btn"><span class="elementor-share-btn__title">Facebook</span></div>')}
{widget("post-navigation", '<div class="elementor-post-navigation"><a href="/prev">Prev Council approves budget</a></div>')}
</div></div><div class="elementor-column elementor-col-33"><div class="elementor-widget-wrap">{widget("posts", "<h3>More headlines</h3>" + "".join(f"<article class='elementor-post'><h4><a href='/m'>{t}</a></h4><p>Read the whole story in the Lakes Herald, every day except Sunday.</p></article>" for t in story.related))}{widget("form", "<p>Get the Herald in your inbox. Sign up for our free newsletter and never miss a story.</p>")}</div></div></div></section></div>
<footer class="elementor-location-footer">{widget("text-editor", "<p>© Lakes Herald. All rights reserved.</p>")}</footer></body></html>"""


def drupal(story: Story) -> str:
    """Drupal: `field--name-body`, views blocks, a `See Also` link and image media inside the text."""
    lines = paragraphs(story)
    caption, _ = story.captions[0]
    lines.insert(
        2,
        f'<div class="align-right media media--image"><article class="media--type-image"><div class="field field--name-field-media-image"><img></div><div class="field field--name-field-caption field__item">{caption}</div></article></div>',
    )
    if story.related:
        lines.insert(
            5,
            f'<div class="media-block also-read"><p><span class="also-read__label">See Also:</span></p><h4 class="media-block__title"><a href="/s">{story.related[0]}</a></h4></div>',
        )
    return f"""{head(story, "Radio Mosta", suffix=" | Radio Mosta", metas=False)}
<body class="path-node page-node-type-article"><div class="dialog-off-canvas-main-canvas"><header role="banner"><div class="region region-header"><div id="block-sitebranding" class="block block-system"><a href="/" rel="home">Radio Mosta</a></div><nav role="navigation" id="block-mainmenu"><h2 class="visually-hidden">Main navigation</h2><ul class="menu"><li class="menu-item"><a href="/">Home</a></li></ul></nav></div></header>
<main role="main"><div class="region region-content"><div id="block-pagetitle" class="block"><h1 class="page-header"><span class="field field--name-title">{story.headline}</span></h1></div><div id="block-content" class="block"><article role="article" class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by <span class="field field--name-uid"><span>{story.authors[0]}</span></span> on <span class="field field--name-created">{story.words_date}</span></div></footer>
<div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{"".join(lines)}</div><div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__items">{"".join(f'<div class="field__item"><a href="/t">{t}</a></div>' for t in story.tags)}</div></div></div></article></div>
<div class="views-element-container block block-views"><h2>Latest</h2><div class="views-row"><a href="/v">Heavy snow closes Mosta pass</a></div><div class="views-row"><a href="/w">Kalvian film wins at Larsund</a></div></div></div></main><footer role="contentinfo"><p>Radio Mosta is funded by its listeners. You can support our work with a monthly gift.</p></footer></div></body></html>"""


def joomla(story: Story) -> str:
    """Joomla: `item-page`, the facts of the article as a definition list, a pager."""
    lines = paragraphs(story)
    return f"""{head(story, "Border Weekly", metas=False)}
<body class="site com_content view-article"><div class="body"><div class="container"><header class="header"><a class="brand" href="/">Border Weekly</a></header><nav class="navigation"><ul class="nav menu"><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav><div class="row-fluid"><main id="content" class="span9"><div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="en-GB"><div class="page-header"><h2 itemprop="headline">{story.headline}</h2></div><dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby" itemprop="author">Written by <span itemprop="name">{story.authors[0]}</span></dd><dd class="category-name">Category: <a href="/w">World</a></dd><dd class="published"><time datetime="{story.date}" itemprop="datePublished">Published: {story.words_date}</time></dd><dd class="hits">Hits: 1904</dd></dl><div itemprop="articleBody">{"".join(lines)}</div><ul class="pager pagenav"><li class="previous"><a href="/p">Prev</a></li><li class="next"><a href="/n">Next</a></li></ul></div></main><div id="aside" class="span3"><div class="well"><h3 class="page-header">Popular</h3><ul class="mostread"><li><a href="/a">Old mill to become a library</a></li></ul></div></div></div></div></div><footer class="footer"><p>© 2022 Border Weekly</p></footer></body></html>"""


def layout_tables(story: Story) -> str:
    """A page from before style sheets: tables for columns, `font`, paragraphs that are parted by two `br`."""
    body = "<br><br>\n".join(
        f"<b>{text}</b>" if kind == "h2" else f"&#149; {text}" if kind == "li" else text for kind, text in story.body
    )
    caption, credit = story.captions[0]
    return f"""<html><head><title>Haskell Daily Record: {story.headline}</title></head><body bgcolor="#FFFFFF"><table width="760" border="0" cellpadding="0" cellspacing="0" align="center"><tr><td colspan="3"><a href="index.html"><img src="logo.gif" alt="Haskell Daily Record"></a></td></tr><tr><td width="130" valign="top" bgcolor="#EEEECC"><font size="1"><a href="index.html">Front Page</a><br><a href="sports.html">Sports</a><br><a href="obits.html">Obituaries</a><br><a href="class.html">Classifieds</a></font></td><td width="480" valign="top"><font face="Times" size="5"><b>{story.headline}</b></font><br><br><font size="2"><b>By {story.authors[0]}</b><br>Record staff writer</font><br><br><table align="right" width="200"><tr><td><img src="photo.jpg" width="200"></td></tr><tr><td><font size="1">{caption} {credit}</font></td></tr></table><font face="Times" size="3">{body}</font><br><br><hr><font size="1"><a href="mailto:news@record.test">E-mail this writer</a> | <a href="print.html">Print this story</a></font></td><td width="150" valign="top"><font size="2"><b>Today's ads</b><br><a href="ad1.html">Used tractors</a><br><a href="ad2.html">Land for sale</a></font></td></tr><tr><td colspan="3" align="center"><font size="1">Copyright 2003 Haskell Daily Record. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.</font></td></tr></table></body></html>"""


def blog_divs(story: Story) -> str:
    """A blog host's page: the post is one `div` with text and `br`s, no paragraph elements at all."""
    body = "<br /><br />".join(f"<b>{text}</b>" if kind == "h2" else text for kind, text in story.body)
    caption, _ = story.captions[0]
    image = f'<table align="center" cellpadding="0" cellspacing="0" class="tr-caption-container"><tbody><tr><td style="text-align: center;"><img></td></tr><tr><td class="tr-caption" style="text-align: center;">{caption}</td></tr></tbody></table>'
    return f"""<!DOCTYPE html><html dir="ltr"><head><title>Notes from the Coast: {story.headline}</title><meta content="{story.headline}" property="og:title"></head><body class="loading"><div class="content"><div class="content-outer"><header><div class="region-inner header-inner"><div class="titlewrapper"><h1 class="title"><a href="/">Notes from the Coast</a></h1></div></div></header><div class="main-outer"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>{story.words_date}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title" itemprop="name">{story.headline}</h3><div class="post-body entry-content" itemprop="description articleBody">{image}{body}<br /><div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Posted by <span class="fn">{story.authors[0]}</span></span> <span class="post-timestamp">at <a class="timestamp-link" href="/p"><abbr class="published" title="{story.date}">9:15 AM</abbr></a></span> <span class="post-labels">Labels: {", ".join(f'<a href="/l" rel="tag">{t}</a>' for t in story.tags)}</span></div></div></div><div class="comments" id="comments"><h4>1 comment:</h4><div id="comment-holder"><p class="comment-content">Thank you for covering this when nobody else along this coast seems to want to do it.</p></div></div></div></div></div></div></div></div></div><div class="column-right-outer"><aside><div class="widget BlogArchive"><h2>Blog Archive</h2><ul><li><a href="/2024">2024 (31)</a></li></ul></div></aside></div></div></div></div></body></html>"""


def web_forms(story: Story) -> str:
    """An ASP.NET page: one form around everything, generated ids, the text in a span."""
    body = "".join(f"<p>{text}</p>" for _, text in story.body)
    return f"""<!DOCTYPE html><html><head><title>{story.headline} - Daily Mirror of Saruna</title></head><body><form method="post" action="./story.aspx?id=881" id="form1"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTcx"><div id="wrapper"><div id="ctl00_header"><ul id="topmenu"><li><a href="default.aspx">Home</a></li><li><a href="nation.aspx">Nation</a></li></ul></div><div id="ctl00_ContentPlaceHolder1_divStory"><span id="ctl00_ContentPlaceHolder1_lblSection">NATION</span><h2><span id="ctl00_ContentPlaceHolder1_lblHeading" class="Heading">{story.headline}</span></h2><div id="ctl00_ContentPlaceHolder1_pnlInfo"><span id="ctl00_ContentPlaceHolder1_lblAuthor" class="author">{story.authors[0]}</span> <span id="ctl00_ContentPlaceHolder1_lblDate" class="storydate">{story.words_date}</span></div><span id="ctl00_ContentPlaceHolder1_lblBody" class="storytext">{body}</span></div><div id="ctl00_right"><b>Most Read</b><ul><li><a href="s2.aspx">Onion prices fall</a></li><li><a href="s3.aspx">New bridge for Dhera</a></li></ul></div><div id="ctl00_footer">Copyright © 2023 Daily Mirror of Saruna. Site best viewed at 1024 x 768.</div></div></form></body></html>"""


def inline_breaks(story: Story) -> str:
    """One `div` for the story, text parted by single `br`s, boxes and advertisements between: an Indian daily's site."""
    parts: list[str] = []
    for index, (_, text) in enumerate(story.body):
        parts.append(f"{text}<br>")
        if index == 2:
            parts.append(
                f'<div class="also_read"><strong>Also Read</strong> | <a href="/r">{story.related[-1]}</a></div>'
            )
        if index == 4:
            parts.append('<div class="ad1" data-ad="x">Advertisement</div>')
        if index == 5:
            parts.append(
                '<div class="lisingle"><span>Promoted</span>Listen to the latest songs, only on SarunaFM.test</div>'
            )
    caption, credit = story.captions[0]
    return f"""{head(story, "Times of Saruna", suffix=" | Dhera News - Times of Saruna", data=linked_data(story, "Times of Saruna"))}
<body><div id="app"><div class="contentwrapper"><div class="breadcrumb"><ul><li><a href="/">News</a></li><li><a href="/city">City News</a></li></ul></div><div class="okf2Z"><h1 class="HNMDR"><span>{story.headline}</span></h1><div class="xf8Pm byline"><a href="/toi">{story.authors[0]}</a> / {story.words_date}</div></div><div class="img_cptn"><img><span class="caption">{caption}</span><em class="credit">{credit}</em></div><div class="_s30J clearfix" data-articlebody="1"><div class="vSlIC">{"".join(parts)}</div></div><div class="disclaimer">(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)</div><div class="follow">Follow us on <a href="#">Facebook</a>, <a href="#">Twitter</a> and <a href="#">Instagram</a></div></div><div class="rightcol"><h3>Trending Stories</h3><ul><li><a href="/t1">Leopard visits bank in Dhera, leaves without withdrawing</a></li></ul></div></div></body></html>"""


def accelerated(story: Story) -> str:
    """An AMP page: custom elements for pictures and advertisements, a sidebar, related cards at the end."""
    lines = paragraphs(story, "p1")
    caption, credit = story.captions[0]
    lines.insert(3, '<amp-ad width="300" height="250" type="doubleclick"><div placeholder>Advertisement</div></amp-ad>')
    lines.insert(6, f'<div class="readMore"><span>Read more:</span> <a href="/amp/x">{story.related[0]}</a></div>')
    return f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{story.headline}</title><link rel="canonical" href="https://arabcourier.test/2024/07/30/vostrava-depot"><script type="application/ld+json">{linked_data(story, "Arab Courier")}</script></head><body><amp-sidebar id="sidebar" layout="nodisplay"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></amp-sidebar><header class="amp-header"><a href="/">Arab Courier</a></header><article><header><h1 class="title">{story.headline}</h1><p class="standfirst">{story.deck}</p><div class="meta"><span class="author">{story.authors[0]}</span><span class="pubdate">{story.words_date}</span></div></header><figure><amp-img src="a.jpg" layout="responsive"></amp-img><figcaption>{caption} {credit}</figcaption></figure><div class="social"><amp-social-share type="twitter"></amp-social-share></div><div class="article-content">{"".join(lines)}</div></article><section class="related-articles"><h3>Related</h3>{"".join(f'<a class="card" href="/r"><h4>{t}</h4></a>' for t in story.related)}</section><footer>© Arab Courier 2024</footer></body></html>"""


def newsletter_host(story: Story) -> str:
    """A newsletter platform: `available-content`, a subscribe box in the middle of the text, a like bar."""
    lines = paragraphs(story)
    caption, credit = story.captions[0]
    lines.insert(
        2,
        f'<div class="captioned-image-container"><figure><a class="image-link"><div class="image2-inset"><picture><img></picture></div></a><figcaption class="image-caption">{caption} {credit}</figcaption></figure></div>',
    )
    lines.insert(
        5,
        '<div class="subscription-widget-wrap" data-attrs="{}"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">The Slow Dispatch is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form class="subscription-widget-subscribe"><input><button>Subscribe</button></form></div></div>',
    )
    if story.pull_quote:
        lines.insert(8, f'<div class="pullquote"><p>{story.pull_quote}</p></div>')
    return f"""{head(story, "The Slow Dispatch", suffix=" - by " + story.authors[0])}
<body><div id="entry"><div id="main" class="main"><div class="topbar"><a href="/">The Slow Dispatch</a><button>Sign in</button></div><div class="single-post-container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 dir="auto" class="post-title published">{story.headline}</h1><h3 dir="auto" class="subtitle">{story.deck}</h3><div class="pencraft meta"><div class="byline-names"><a href="/@x">{story.authors[0]}</a></div><div class="post-date">{story.words_date}</div></div><div class="post-ufi"><a class="post-ufi-button">41</a><a class="post-ufi-button">Share</a></div></div><div><div class="available-content"><div dir="auto" class="body markup">{"".join(lines)}</div></div></div><div class="post-footer"><a>Share</a></div></article></div></div><div class="single-post-section comments-section"><h4>Discussion about this post</h4><div class="comment"><div class="comment-body"><p>I grew up two streets away and never once heard anybody speak about it.</p></div></div></div></div></div></body></html>"""


def plain_divs(story: Story) -> str:
    """A small paper's own system: short class names, a headline in mid-page, contacts under the text."""
    parts = [
        f'<div class="sh">{text}</div>' if kind == "h2" else f'<div class="t">{text}</div>' for kind, text in story.body
    ]
    caption, credit = story.captions[0]
    parts.insert(3, f'<div class="ph"><img src="p.jpg"><div class="cap">{caption} {credit}</div></div>')
    parts.insert(
        6,
        '<div class="nl"><b>Don’t miss a thing</b> Get the day’s news from Haskell County by email every evening at six.</div>',
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.headline} | News | haskellsun.test</title><meta name="author" content="{story.authors[0]}"><meta name="date" content="2025-01-28"></head><body><div class="top"><a href="/">Haskell Sun</a><a href="/news">News</a><a href="/obituaries">Obituaries</a><a href="/sports">Sports</a><a href="/eedition">E-Edition</a></div><div class="wx">14°F Snow</div><div class="pg"><div class="l"><div class="h">{story.headline}</div><div class="dk">{story.deck}</div><div class="by">By {story.authors[0]} dwhitlock@haskellsun.test</div><div class="dt">{story.words_date}</div><div class="st">{"".join(parts)}<div class="t"><i>Dana Whitlock is a reporter at the Haskell Sun. Reach her at 555-0182.</i></div></div></div><div class="r"><div class="rh">Most Popular</div><a href="/1">Bridge was rated ‘poor’ in 2023, records show</a><a href="/2">Chili cook-off moved indoors</a></div></div><div class="f">© 2025 Haskell Sun · Terms of Use · Privacy Policy</div></body></html>"""
