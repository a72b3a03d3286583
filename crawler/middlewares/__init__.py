"""What Scrapy must do between us and a site, one concern a file."""
