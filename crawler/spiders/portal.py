"""Download portals: categories lead to entries, which show a report or a part of one."""

from crawler.spiders.frontier_spider import FrontierSpider


class PortalSpider(FrontierSpider):
    """`-a site=NAME`: crawls a portal from its categories; files behind the entries are not fetched."""

    name = "portal"
