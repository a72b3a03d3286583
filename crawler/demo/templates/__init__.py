"""Page templates of the demo, written by us; filled by `crawler.demo.pages`. Nothing else lives here."""
