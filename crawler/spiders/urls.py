"""Lists of URLs: each is archived once, and nothing is followed but the further pages of the same document."""

from crawler.spiders.frontier_spider import FrontierSpider


class UrlsSpider(FrontierSpider):
    """`-a urls="URL URL"`: archives exactly these."""

    name = "urls"
    follows = False
    any_host = True
