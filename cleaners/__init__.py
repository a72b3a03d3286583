"""What a page and its address mean: bytes in, reports out.

Pure: no network, no database, no clock, no Scrapy. Imports nothing of the other rooms. The front door of the room is
`cleaners.read.read`, `cleaners.join.join` and `cleaners.as_json`; the values are in `page`, `reading` and `outcome`.
"""
