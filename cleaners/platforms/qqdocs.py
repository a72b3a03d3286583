"""腾讯文库 (wenku.docs.qq.com): first lines of a document, with the blanks of its PDF (realtext, family 9).

Its pages are told by their host alone; a dump of one is a plain text to us.
"""

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (Sign("腾讯文库", 0.3, "腾讯文库", regex(r".{0,120}腾讯文库.{0,40}")),)
"""A whole line; bounded."""
HOSTS = ("wenku.docs.qq.com",)
ROUTES = (regex(r"/detail\?(?:[^#]{0,200}&)?docId=(?P<id>[0-9A-Za-z]{6,24})(?:&[^#]{0,200})?"),)

PLATFORM = PortalFamily(family="qqdocs", version=1, signs=SIGNS, hosts=HOSTS, routes=ROUTES, is_stub=True)
