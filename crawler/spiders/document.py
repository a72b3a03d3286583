"""Document sites: lists lead to articles, articles to their further pages."""

from crawler.spiders.frontier_spider import FrontierSpider


class DocumentSpider(FrontierSpider):
    """`-a site=NAME`: crawls a site of articles from its lists."""

    name = "document"
