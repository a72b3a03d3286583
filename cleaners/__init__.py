"""What a page and its address mean: bytes in, reports out.

Pure: no network, no database, no clock, no Scrapy. Imports nothing of the other rooms.
"""
