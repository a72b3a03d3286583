"""Forums: boards lead to threads, threads to their further pages."""

from crawler.spiders.frontier_spider import FrontierSpider


class ForumSpider(FrontierSpider):
    """`-a site=NAME` or `-a urls="URL URL"`: crawls a forum from its home page or boards."""

    name = "forum"
