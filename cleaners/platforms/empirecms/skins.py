"""The skins of EmpireCMS: where its shipped templates (6 to 8) and the known third-party ones keep text and facts.

Templates lie in a site's database: what fits none of these is handed over. Which skin fits is tried in order, the
shipped ones first; how a skin is read is in `cleaners.platforms.template`.
"""

from collections.abc import Mapping
from dataclasses import replace

from cleaners.platforms.template import Template

PATHS = (
    '//table[@class="position"]', '//*[@class="position" or @class="weizhi" or @class="crumb" or @class="map"]',
)  # fmt: skip
PAGERS = (
    './/*[contains(@class,"pageLink")][contains(concat(" ",@class," ")," pageLink ")]',
    './/a[@title="Page" or @title="总数"]/..',
    './/select[@name="titleselect"]',
)  # fmt: skip
"""What `sys_ShowTextPage`, the dynamic pages and `sys_ShowTextPageSelect` print, whatever stands round it."""
BELOW = (
    './/form', './/*[contains(@class,"digg")]',
    './/a[contains(@href,"/e/public/") or contains(@href,"/e/pl/") or contains(@href,"/e/member/")'
    ' or contains(@href,"/e/DoPrint/")]',
    './/*[contains(@class,"bdshare") or contains(@class,"jiathis") or contains(@class,"share")]',
    './/*[self::p or self::div or self::li or self::span or self::td or self::table]'
    '[starts-with(normalize-space(.),"上一篇") or starts-with(normalize-space(.),"下一篇")]'
    '[string-length(normalize-space(.))<300]',
    './/*[self::p or self::div or self::h2 or self::h3 or self::ul or self::dl][starts-with(normalize-space(.),"相关")'
    ' and (.//a or following-sibling::*[1][self::ul])][string-length(normalize-space(.))<600]',
    './/ul[preceding-sibling::*[1][self::h2 or self::h3][starts-with(normalize-space(.),"相关")'
    ' or starts-with(normalize-space(.),"猜你喜欢") or starts-with(normalize-space(.),"热门")]]',
    './/*[contains(concat(" ",@class," ")," tags ") or contains(@class,"arctags") or contains(@class,"taglist")]',
)  # fmt: skip
"""Tools, neighbours and lists of others that third-party skins put into the box of the text."""

NEWS = Template(
    name="EmpireCMS default news and article",
    body=('//td[@id="text"]',),
    title=('//table[contains(@class,"title_info")]//h1',),
    head=('//td[contains(@class,"info_text")]',
          '//table[tr/td/strong[text()="联系方式"]]/following-sibling::table[1]'),
    path=PATHS[:1],
    drop=BELOW[:1],
    pager=PAGERS,
)  # fmt: skip
"""Also FLASH, shop and 分类信息 pages: their text stands in the same cell."""
DOWNLOAD = Template(
    name="EmpireCMS default download",
    body=('//td[preceding-sibling::td[1][starts-with(normalize-space(.),"软件简介")]]',),
    title=('//td[preceding-sibling::td[1][starts-with(normalize-space(.),"软件名称")]]',),
    head=('//tr[td[1][starts-with(normalize-space(.),"软件名称")]]/..',),
    path=PATHS[:1],
)  # fmt: skip
PICTURE = Template(
    name="EmpireCMS default picture",
    body=('//table[tr/td/strong[text()="图片资料"]]'
          '//td[preceding-sibling::td[1][starts-with(normalize-space(.),"简介")]]',),
    title=('//table[tr/td/strong[text()="图片资料"]]'
           '//td[preceding-sibling::td[1][starts-with(normalize-space(.),"图片名称")]]',),
    head=('//table[tr/td/strong[text()="图片资料"]]',),
    path=PATHS[:1],
)  # fmt: skip
DEFAULTS = (NEWS, DOWNLOAD, PICTURE)


def without_pager(template: Template) -> Template:
    """Give a skin for a page whose pager is read already: its blocks are left out, and not read a second time."""
    return replace(template, drop=(*template.drop, *template.pager), pager=())


PAGED_DEFAULTS = tuple(map(without_pager, DEFAULTS))

PRINT = Template(
    name="EmpireCMS default print page",
    body=('//*[@id="zoom"]',),
    title=('//th[contains(@class,"f24")]',),
)
PRINT_HEAD = '//td[not(@class)]/div[@align="center"]'
"""The line below the title of the print page: author, instant and source without labels, parted by two blanks."""
PRINT_PATH = '//td[@valign="bottom"][a]'

WAP_TEXT = '//p[b[starts-with(normalize-space(.),"内容")]]'
"""The paragraph of the WAP page's labels; what follows it is the text, up to the links back."""
WAP_BACK = "./a[contains(text(),'返回列表')]"

NAMES = (
    "zoomtext", "zoom", "newstext", "news_con", "news-con", "news_infos", "newsinfo", "newscontent", "news_content",
    "news-content", "news_text", "article_content", "article-content", "article-body", "article_body", "articlecontent",
    "article_txt", "article-text", "articletext", "article_text", "arc_main", "arctext", "arc_body", "con_text",
    "content_text", "content_txt", "contenttxt", "contentText", "content-text", "show_text", "showtext",
    "news-detailed", "detail-content", "detail_content", "newsContent", "contentMain", "entry-content", "post-content",
    "text_content", "textcontent", "con_txt", "mainContent", "show_content", "show-content", "newsdetail", "htmltext",
    "single-content", "contson", "art_content", "art-content", "wznr", "nr_text", "artcontent", "endtext", "endText",
)  # fmt: skip
"""Classes and ids that skins of other makers give the box of `newstext`, and that mean nothing else."""
BOXES = ("div", "td", "article", "section")
"""Elements that may be such a box."""
OTHERS: Mapping[str, Template] = {
    name: Template(
        name=f"EmpireCMS skin with {name}",
        body=(f'//*[@id="{name}" or contains(concat(" ",@class," ")," {name} ")]',),
        path=PATHS,
        drop=BELOW,
        pager=PAGERS,
    )
    for name in NAMES
}
"""One skin a name; the box is looked for by `articles`, which costs less than fifty paths."""
PAGED_OTHERS: Mapping[str, Template] = {name: without_pager(template) for name, template in OTHERS.items()}
