"""The command line, one module a group of commands. Nothing here imports Scrapy before a crawl begins."""
