"""Which codecs a page may be read with, and which one it declares.

The server's word picks a codec only through this list: Python knows codecs (`unicode_escape`, `punycode`, `idna`,
`zlib_codec`, `utf-7`) that rewrite text, raise, or unpack bombs, and a header must never choose code.
"""

import re
from typing import Final

from cleaners.regex import regex

_SPELLINGS: Final = {
    "utf-8": "utf8 unicode-1-1-utf-8",
    "utf-16": "utf16 unicode ucs-2 iso-10646-ucs-2",
    "utf-16-le": "utf-16le utf16le unicodefffe",
    "utf-16-be": "utf-16be utf16be",
    # GBK and GB2312 are subsets of GB18030, and pages that declare them use characters of the larger ones.
    "gb18030": "gb2312 gb_2312-80 gb-2312 gb2312-80 csgb2312 gbk gb-k x-gbk cp936 ms936 windows-936 euc-cn x-euc-cn"
    " chinese gb18030-2000 gb18030-2005 gb18030-2022 gb-18030 iso-ir-58 csiso58gb231280 zh_cn.gbk",
    "big5hkscs": "big5 big-5 big5-hkscs big5_hkscs x-x-big5 cn-big5 csbig5 cp950 ms950 big5-eten zh_tw-big5",
    "cp932": "shift_jis shift-jis sjis x-sjis ms932 ms_kanji windows-31j csshiftjis",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "cp949": "euc-kr euc_kr ks_c_5601-1987 ksc5601 ks_c_5601 korean uhc windows-949 cseuckr",
    # A browser reads both as windows-1252, and so do people who write them.
    "cp1252": "windows-1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 us-ascii ascii x-cp1252",
    "cp1251": "windows-1251 x-cp1251",
    "koi8_r": "koi8-r koi koi8 cskoi8r",
    "cp1250": "windows-1250 x-cp1250",
    "iso8859_2": "iso-8859-2 latin2",
    "iso8859_15": "iso-8859-15 latin9",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254 iso-8859-9 latin5",
    "cp1256": "windows-1256",
    "cp1258": "windows-1258",
    "cp874": "windows-874 tis-620 iso-8859-11",
}
CODECS: Final = {name: codec for codec, names in _SPELLINGS.items() for name in (codec, *names.split())}
"""Every spelling that is honoured, lower case, and Python's codec for it."""

_SNIFFED: Final = 8_192
# `<meta charset=…>`, `<meta … content="…; charset=…">` and an XML declaration. Bounded: one pass over the tag.
_IN_META: Final = regex(rb"""<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{1,40})""", re.I)
_IN_XML: Final = regex(rb"""\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:+-]{1,40})["']""", re.I)
_IN_HEADER: Final = regex(r"""\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{1,40})""", re.I)
_PLAIN_NAME: Final = regex(r"""[\w.:+-]{1,40}""", re.A)


def codec_of(name: str | None) -> str | None:
    """Give Python's codec for a charset name as declared; None where the name is not on the list."""
    return CODECS.get(name.strip().lower()) if name else None


def name_in_header(value: str | None) -> str | None:
    """Give the charset of a Content-Type value, or of a bare charset name; None where there is none."""
    if not value:
        return None
    if found := _IN_HEADER.search(value[:500]):
        return found[1].lower()
    bare = value.strip(" \t\"';")
    return bare.lower() if _PLAIN_NAME.fullmatch(bare) else None


def name_in_body(body: bytes) -> str | None:
    """Give the charset that an XML declaration or a meta element states in the first 8 KB; None where none does."""
    head = body[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    found = _IN_XML.match(head) or _IN_META.search(head)
    return found[1].decode("ascii", "replace").lower() if found else None


def declared_charset(content_type: str | None, body: bytes) -> str | None:
    """Give the charset that a page declares, the header before the body; lower case, as spelled; None if silent."""
    return name_in_header(content_type) or name_in_body(body)
