"""The way to the WARC segments for other modules: one writer, one reader. Both live in the modules named below."""

from archive.warc_read import read_page
from archive.warc_write import WarcWriter

__all__ = ["WarcWriter", "read_page"]
