"""The crawl: the only room that knows Scrapy; the command line lives here too."""
