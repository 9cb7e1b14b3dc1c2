# ruff: noqa: E501 - markup keeps its own lines, as pages have them
"""Page templates for systems whose articles are built of blocks with machine-made class names."""

import json

from evals.html.markup import head, linked_data, paragraphs
from evals.html.stories import Story


def styled_components(story: Story) -> str:
    """Hashed class names and `data-component`, as a large broadcaster's site has them."""
    blocks = []
    for index, (kind, text) in enumerate(story.body):
        if index == 2:
            blocks.append(_broadcaster_image(story, 0))
        if index == 5:
            blocks.append(
                '<div data-component="links-block" class="ssrcss-1tasd1g-ComponentWrapper"><div class="ssrcss-r2p4gs-Container"><h2 class="ssrcss-1hf6wcr">More on this story</h2><ul class="ssrcss-18cjaf3">'
                + "".join(
                    f'<li class="ssrcss-8k20kk"><a class="ssrcss-z69h1q-InlineLink" href="/news/{i}"><span>{t}</span></a></li>'
                    for i, t in enumerate(story.related)
                )
                + "</ul></div></div>"
            )
        if kind == "h2":
            blocks.append(
                f'<div data-component="subheadline-block" class="ssrcss-1tasd1g"><h2 class="ssrcss-y2fd7s-StyledHeading">{text}</h2></div>'
            )
        elif kind == "li":
            blocks.append(
                f'<div data-component="unordered-list-block" class="ssrcss-uf6wea"><ul class="ssrcss-1pzprxn"><li class="ssrcss-1dm1w9o"><p class="ssrcss-1q0x1qg-Paragraph">{text}</p></li></ul></div>'
            )
        else:
            inner = f"<b>{text}</b>" if index == 0 else text
            blocks.append(
                f'<div data-component="text-block" class="ssrcss-uf6wea-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph">{inner}</p></div></div>'
            )
    return f"""{head(story, "BBT News", suffix=" - BBT News", data=linked_data(story, "BBT News"))}
<body><div id="root"><a href="#main" class="ssrcss-skip">Skip to content</a>
<header role="banner" class="ssrcss-masthead"><nav aria-label="BBT"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper">
<header class="ssrcss-1u47p8g-HeadingWrapper"><h1 id="main-heading" class="ssrcss-15xko80-StyledHeading">{story.headline}</h1></header>
<div data-component="byline-block" class="ssrcss-h3c0s8"><div class="ssrcss-68pt20"><div class="ssrcss-1d9x7w1-TextContributorName">{" and ".join(story.authors)}</div><div class="ssrcss-84ltp5">Correspondent in Larsund</div></div></div>
<div data-component="metadata-block"><time data-testid="timestamp" datetime="{story.date}">{story.words_date}</time></div>
{"".join(blocks)}
</article>
<section data-component="topic-list" class="ssrcss-4fr93c"><h2>Related Topics</h2><ul>{"".join(f'<li><a href="/t">{t}</a></li>' for t in story.tags)}</ul></section>
<div data-component="top-stories"><h2>Top stories</h2><ul><li><a href="/1"><span>Minister faces questions over ferry contract</span></a><p>The transport committee will hear from her on Monday morning, its chairman says</p></li><li><a href="/2">Storm warning for the north coast</a></li></ul></div>
</main><footer role="contentinfo"><p>© 2025 BBT. The BBT is not responsible for the content of external sites. Read about our approach to external linking.</p></footer></div></body></html>"""


def _broadcaster_image(story: Story, index: int) -> str:
    caption, credit = story.captions[index]
    source = (
        f'<span class="ssrcss-1vc4r1s-Credit"><span class="visually-hidden">Image source, </span>{credit}</span>'
        if credit
        else ""
    )
    return f'<div data-component="image-block"><figure class="ssrcss-wpgbih-StyledFigure"><div class="ssrcss-ab5fd8"><span class="ssrcss-imgwrap"><img src="a.jpg" alt="{caption}">{source}</span></div><figcaption class="ssrcss-figcap"><span class="visually-hidden">Image caption, </span><p class="ssrcss-caption">{caption}</p></figcaption></figure></div>'


def islands(story: Story) -> str:
    """`dcr-` classes, rich links and pull quotes inside the body, a newsletter box: a British daily's rendering."""
    parts = []
    for index, (kind, text) in enumerate(story.body):
        if index == 3:
            parts.append(
                f'<aside data-spacefinder-role="richLink" data-gu-name="richlink" class="dcr-w8bt2q"><gu-island name="RichLinkComponent"><div class="dcr-1mfia18"><div><div class="dcr-vlnyq4"><h4>{story.related[0]}</h4></div><div>Read more</div></div></div></gu-island></aside>'
            )
        if index == 6 and story.pull_quote:
            parts.append(
                f'<aside class="dcr-1uaf6gx pullquote"><blockquote class="dcr-zzndwp"><span class="dcr-1dmcn1"><svg></svg></span>{story.pull_quote}</blockquote><footer><cite>{story.authors[0]}</cite></footer></aside>'
            )
        if index == 8:
            parts.append(
                '<figure class="dcr-173mewl"><gu-island name="EmailSignUpWrapper"><p class="dcr-1pngcfl">Sign up to First Edition</p><p>Our morning email breaks down the key stories of the day, telling you what’s happening and why it matters</p><span><strong>Privacy Notice: </strong>Newsletters may contain info about charities, online ads, and content funded by outside parties.</span></gu-island></figure>'
            )
        parts.append(
            f'<h2 id="x{index}">{text}</h2>'
            if kind == "h2"
            else f'<ul class="dcr-1"><li>{text}</li></ul>'
            if kind == "li"
            else f'<p class="dcr-s3ycb2">{text}</p>'
        )
    caption, credit = story.captions[0]
    return f"""{head(story, "The Sentinel", suffix=" | Museums | The Sentinel", data=linked_data(story, "The Sentinel", free=True))}
<body><div id="bannerandheader"><header><nav data-component="nav3"><ul><li><a href="/uk">News</a></li><li><a href="/commentisfree">Opinion</a></li><li><a href="/sport">Sport</a></li></ul></nav></header></div>
<main data-layout="StandardLayout"><article class="dcr-uzk4c4"><div data-gu-name="media"><figure id="lead" class="dcr-5h0uf4"><picture><img alt="x"></picture><figcaption class="dcr-1bsm9jx"><span class="dcr-1qvd3m6"><svg></svg></span><span class="dcr-1w3nrxa">{caption}</span> {credit}</figcaption></figure></div>
<div data-gu-name="title"><aside class="dcr-1nupfq9"><a class="dcr-3hmm4i" href="/museums"><span>Museums</span></a></aside></div>
<div data-gu-name="headline"><div class="dcr-1msoyyy"><h1 class="dcr-y70er7">{story.headline}</h1></div></div>
<div data-gu-name="standfirst"><div class="dcr-13g9gl4"><p>{story.deck}</p></div></div>
<aside data-gu-name="meta"><div class="dcr-1hm6ddh"><div><address aria-label="Contributor info" data-component="meta-byline"><div class="dcr-1cfpnlw"><a rel="author" href="/profile/x">{story.authors[0]}</a></div></address><details class="dcr-u0h1qy"><summary class="dcr-1ybxn6r"><span>{story.words_date}</span></summary>Last modified on {story.words_date}</details></div><div class="dcr-share"><a href="mailto:">Share</a></div></div></aside>
<div data-gu-name="body"><gu-island name="ArticleBody"><div id="maincontent" class="dcr-1kas69x article-body-commercial-selector">{"".join(parts)}</div></gu-island>
<div class="submeta dcr-19t3n86"><span>Explore more on these topics</span><ul>{"".join(f'<li><a href="/{t}">{t}</a></li>' for t in story.tags)}</ul><ul><li><a href="/reuse">Reuse this content</a></li></ul></div></div></article>
<section><h2>Most viewed</h2><ol><li><a href="/a">Cat found after nine years in next-door garage</a></li><li><a href="/b">‘It smelled of victory’: the return of the cabbage</a></li></ol></section></main>
<footer><ul><li><a href="/help">Help</a></li></ul><div>© 2025 Sentinel Media or its affiliated companies. All rights reserved.</div></footer></body></html>"""


def paragraph_components(story: Story) -> str:
    """Every paragraph a component with an id, related boxes as cards: an American news channel's site."""
    parts = []
    for index, (kind, text) in enumerate(story.body):
        if index == 4:
            parts.append(
                f'<div data-uri="cms/_components/related-content" class="related-content related-content--article" data-component-name="related-content"><div class="related-content__image"><img></div><p class="related-content__headline"><span class="related-content__label">Related article</span><a class="related-content__link" href="/x"><span class="related-content__headline-text" data-editable="content.headline">{story.related[0]}</span></a><span>4 minute read</span></p></div>'
            )
        if index == 6:
            parts.append(
                f'<div class="image image__hide-placeholder" data-component-name="image"><div class="image__container"><picture class="image__picture"><img></picture></div><div class="image__metadata"><div itemprop="caption" class="image__caption attribution"><span data-editable="metaCaption" class="inline-placeholder">{story.captions[-1][0]}</span></div><figcaption class="image__credit">{story.captions[-1][1]}</figcaption></div></div>'
            )
        if kind == "h2":
            parts.append(
                f'<h2 class="subheader inline-placeholder" data-component-name="subheader" id="s{index}">{text}</h2>'
            )
        elif kind == "li":
            parts.append(f'<ul class="list unordered-list"><li class="list__item inline-placeholder">{text}</li></ul>')
        else:
            parts.append(
                f'<p class="paragraph inline-placeholder vossi-paragraph" data-component-name="paragraph" data-article-gutter="true">\n            {text}\n    </p>'
            )
        if index in {3, 8}:
            parts.append(
                '<div class="ad-slot-dynamic" data-component-name="ad-slot-dynamic"><div class="ad-feedback">Ad Feedback</div></div>'
            )
    return f"""{head(story, "NNC", suffix=" | NNC", data=linked_data(story, "NNC"))}
<body class="layout layout-with-rail"><header class="header__wrapper-outer"><nav><a href="/us">US</a> <a href="/world">World</a> <a href="/politics">Politics</a></nav></header>
<section class="layout__top"><div class="headline headline--has-lowertext"><div class="headline__wrapper"><h1 data-editable="headlineText" class="headline__text inline-placeholder vossi-headline-text" id="maincontent">{story.headline}</h1></div>
<div class="headline__footer"><div class="headline__sub-container"><div class="headline__byline-sub-text"><div data-component-name="byline" class="byline vossi-byline"><div class="byline__names">By <a class="byline__link" href="/p"><span class="byline__name">{story.authors[0]}</span></a>, NNC</div></div>
<div class="headline__sub-text"><div class="timestamp vossi-timestamp" data-component-name="timestamp">4 minute read <br> Updated {story.words_date}</div></div></div></div></div></div></section>
<section class="layout__main"><main class="article__main"><div class="image__lede article__lede-wrapper" data-component-name="lede-image"><div class="image__metadata"><div class="image__caption attribution"><span>{story.captions[0][0]}</span></div><figcaption class="image__credit">{story.captions[0][1]}</figcaption></div></div>
<div class="article__content-container"><div class="article__content" itemprop="articleBody"><div class="source inline-placeholder" data-component-name="source"><cite class="source__cite"><span class="source__text" data-editable="source">NNC</span>&nbsp;&mdash;&nbsp;</cite></div>{"".join(parts)}</div></div></main></section>
<aside class="layout__rail"><h2>Most read</h2><div class="card container__item"><a href="/c"><span class="container__headline-text">Lottery winner gives the lot to the fire brigade</span></a></div><div class="card container__item"><a href="/d"><span class="container__headline-text">Why the lake turned pink overnight</span></a></div></aside>
<footer><p>© 2025 News Network Channel. A Brandt Company. All Rights Reserved.</p></footer></body></html>"""


def test_ids(story: Story) -> str:
    """`data-testid` paragraphs that are `div`s, standards line, sign-up line: an agency's own site."""
    parts = []
    for index, (kind, text) in enumerate(story.body):
        if kind == "h2":
            parts.append(
                f'<h2 data-testid="Heading" class="text__text__1FZLe text__dark-grey__3Ml43 heading__heading_6__1qUJ5">{text}</h2>'
            )
        else:
            parts.append(
                f'<div data-testid="paragraph-{index}" class="text__text__1FZLe text__dark-grey__3Ml43 text__regular__2N1Xr article-body__paragraph__2-BtD">{text}</div>'
            )
        if index == 4:
            parts.append(
                '<div class="ad-slot__container__FEnoz"><div class="ad-slot__label">Advertisement · Scroll to continue</div></div>'
            )
        if index == 1:
            parts.append(
                '<div data-testid="promo-box" class="article-body__element__2p5pI"><p class="text__text__1FZLe" data-testid="Body">The Larsund Morning newsletter kick-starts your day with all you need to know. Sign up <a href="/nl">here.</a></p></div>'
            )
    caption, credit = story.captions[0]
    return f"""{head(story, "Renners", suffix=" | Renners", data=linked_data(story, "Renners"))}
<body><div id="fusion-app"><header class="site-header__header"><nav class="nav-bar__main-nav"><ul><li><a href="/world/">World</a></li><li><a href="/business/">Business</a></li></ul></nav></header>
<main id="main-content" class="regular-article-layout__main__1tzD8"><article data-testid="Article" class="article__container__2MUeZ">
<header class="article-header__wrapper__2dAbm"><h1 data-testid="Heading" class="text__text__1FZLe heading__heading_3__3aL54">{story.headline}</h1><div class="article-header__author"><span class="author-name__author__1gx5k" data-testid="AuthorName">By {" and ".join(story.authors)}</span></div><time class="date-line__wrap" data-testid="Date"><span class="date-line__date__23Ge-">June 12, 2025</span><span class="date-line__date__23Ge-">11:45 AM UTC</span><span class="date-line__date__23Ge-">Updated 3 hours ago</span></time><ul class="toolbar"><li><button>Aa</button></li></ul></header>
<div data-testid="primary-image" class="primary-image__container"><figure class="styled__figure"><div class="styled__image"><img></div><figcaption class="styled__caption"><div data-testid="primary-image-caption">{caption} {credit} <a href="/buy">Purchase Licensing Rights</a></div></figcaption></figure></div>
<div class="article-body__content__17Yit"><ul data-testid="Summary" class="summary__list"><li class="summary__item">Six of nine board members vote to hold</li><li class="summary__item">Krona at weakest since March</li></ul>{"".join(parts)}
<p data-testid="Body" class="text__text__1FZLe sign-off__text__PU3Aj">Reporting by {" and ".join(story.authors)}; Editing by Toby Marsh</p>
<p class="article-body__element__2p5pI text__text__1FZLe" data-testid="Body">Our Standards: <a href="/principles">The Renners Trust Principles.</a></p></div>
<div data-testid="ReadNext" class="read-next"><h2>Read Next</h2><ul>{"".join(f'<li><a href="/r">{t}</a></li>' for t in story.related)}</ul></div></article></main></div></body></html>"""


def rich_text_body(story: Story) -> str:
    """A wire agency's public site: body in one rich-text element, ads and promos among its paragraphs."""
    inner = []
    for index, (kind, text) in enumerate(story.body):
        inner.append(
            f"<h2>{text}</h2>"
            if kind == "h2"
            else f"<ul class='rte2-style-ul'><li>{text}</li></ul>"
            if kind == "li"
            else f"<p>{text}</p>"
        )
        if index == 2:
            inner.append('<div class="FreeStar"><div class="SovrnAd Advertisement" data-freestar-ad="x"></div></div>')
        if index == 5:
            inner.append(
                f'<div class="Enhancement"><div class="Enhancement-item"><div class="PageList-items"><div class="PageList-header"><div class="PageList-header-title">RELATED COVERAGE</div></div><div class="PagePromo"><div class="PagePromo-title"><a class="Link" href="/r"><span class="PagePromoContentIcons-text">{story.related[0]}</span></a></div></div></div></div></div>'
            )
    caption, credit = story.captions[0]
    return f"""{head(story, "AQ News", suffix=" | AQ News", data=linked_data(story, "AQ News"))}
<body class="Page-body"><bsp-header class="Page-header"><div class="Page-header-navigation"><ul><li><a href="/world">World</a></li><li><a href="/us">U.S.</a></li></ul></div></bsp-header>
<div class="StoryPage"><div class="Page-breadcrumbs"><a class="Link" href="/business">Business</a></div><div class="Page-content"><main class="Page-main"><h1 class="Page-headline">{story.headline}</h1>
<div class="Page-lead"><bsp-carousel class="Carousel"><div class="CarouselSlide"><figure class="CarouselSlide-figure"><img><div class="CarouselSlide-info"><div class="CarouselSlide-infoDescription"><p>{caption} {credit}</p></div></div></figure></div></bsp-carousel></div>
<div class="Page-bylineInfo"><div class="Page-authors"><span class="Page-authorInfo">By&nbsp;&nbsp;<a class="Link" href="/author/x">{story.authors[0].upper()}</a></span></div><div class="Page-dateModified"><bsp-timestamp data-timestamp="1732007700000"><span data-date>Updated 3:15 AM CST, November 19, 2024</span></bsp-timestamp></div></div>
<div class="Page-actions"><button>Share</button></div>
<div class="Page-storyBody"><bsp-story-page><div class="RichTextStoryBody RichTextBody">{"".join(inner)}<p>___</p><p>Aqvist reported from Larsund. Associated writer Pia Holt in Brenn contributed to this report.</p></div></bsp-story-page></div>
<div class="Page-below"><div class="Author-bio"><div class="Author-name">{story.authors[0].upper()}</div><div class="Author-description"><p>Oom covers shipping and labor from Port Maren.</p></div></div><div class="PageListTrending"><div class="PageList-header-title">MOST READ</div><div class="PagePromo"><a href="/m">Goose stops flights for an hour</a></div></div></div></main></div></div>
<footer class="Page-footer"><div>The Aqvist Press is an independent global news organization dedicated to factual reporting.</div></footer></body></html>"""


def script_drawn(story: Story) -> str:
    """Nothing in the page but its JSON-LD, which carries the whole body; a script would draw it."""
    body = "\n\n".join(text for _, text in story.body)
    data = json.loads(linked_data(story, "Morning Wire"))
    data["articleBody"] = body
    return f"""{head(story, "Morning Wire", suffix=" - Morning Wire", data=json.dumps(data))}
<body><div id="app"><div class="loading">Loading…</div></div><noscript>You need to enable JavaScript to run this app.</noscript><script>window.__STATE__ = {{}}</script></body></html>"""


def companion_columns(story: Story) -> str:
    """The body cut into columns between advertisements, `section name=articleBody`: an American daily."""
    lines = paragraphs(story, "css-at9mc1 evys1bk0", heading_class="css-13o6u42 eoo0vm40")
    first, second = lines[: len(lines) // 2], lines[len(lines) // 2 :]
    caption, credit = story.captions[0]

    def column(part: list[str]) -> str:
        return f'<div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-0"><div class="css-53u6y8">{"".join(part)}</div><aside class="css-ew4tgv" aria-label="companion column"></aside></div>'

    return f"""{head(story, "The Larsund Times", suffix=" - The Larsund Times", data=linked_data(story, "The Larsund Times", free=False))}
<body><div id="app"><div class="css-header"><a href="#site-content">Skip to content</a><a href="#site-index">Skip to site index</a></div>
<main id="site-content"><article id="story" class="css-1vxca1d e1lmdhsb0"><div id="top-wrapper"><div id="top-slug"><p>Advertisement</p></div><a href="#after-top">SKIP ADVERTISEMENT</a></div>
<header class="css-d3bqkt"><p class="css-label"><a href="/section/world">Europe</a></p><div class="css-1vkm6nb"><h1 id="link-1" class="css-88wicj e1h9rw200" data-testid="headline">{story.headline}</h1></div><p id="article-summary" class="css-79elbk">{story.deck}</p>
<div aria-label="media" class="css-1l44abu"><figure class="img-sz-large"><div><img></div><figcaption data-testid="photoviewer-children-caption" class="css-ghc1ag"><span aria-hidden="false" class="css-jevhma">{caption}</span><span class="css-cch8ym"><span class="css-1dv1kvn">Credit...</span><span><span aria-hidden="false">{credit}</span></span></span></figcaption></figure></div>
<div class="css-byline"><div class="css-4anu6l"><p class="css-4anu6l e1jsehar1"><span class="byline-prefix">By </span>{" and ".join(f'<a href="/by" class="last-byline">{a}</a>' for a in story.authors)}</p></div><div><p>{story.authors[0]} reported from Tarn, and {story.authors[-1]} from Orsk.</p></div></div><time class="css-8blifc" datetime="{story.date}"><span>{story.words_date}</span></time></header>
<section name="articleBody" class="meteredContent css-1r7ky0e">{column(first)}<div><div class="css-ad"><div id="story-ad-1-slug"><p>Advertisement</p></div><a href="#after-story-ad-1">SKIP ADVERTISEMENT</a></div></div>{column(second)}</section>
<div class="bottom-of-article"><div class="css-1ubp8k9"><p>A correction was made on <br>March 5, 2025: An earlier version of this article misstated the length of the report. It runs to 340 pages, not 430.</p></div><div class="css-bio"><p>{story.authors[0]} covers energy. <a href="/more">More about {story.authors[0]}</a></p></div></div></article></main>
<footer><nav><ul><li><a href="/copyright">© 2025 The Larsund Times Company</a></li></ul></nav></footer></div></body></html>"""
