"""The sites that Gongwen ships, one TOML file each: declarations only, read by `crawler.site_file`."""
