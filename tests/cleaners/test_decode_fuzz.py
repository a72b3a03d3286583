"""Whatever the bytes are: clean text or UndecodablePage; whatever the markup: a tree or UnparsablePage."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.decode import decode
from cleaners.decode_names import CODECS
from cleaners.errors import UndecodablePage, UnparsablePage
from cleaners.tree import looks_binary, parse
from tests.cleaners.decode_pages import HELD_OUT, KNOWN

TEXT = "".join((KNOWN | HELD_OUT).values())
PIECES = st.sampled_from(
    [b"<p>", b"</p>\n", b"abc ", b"\xff", b"\x80", b"\0", b"&nbsp;", b"2021"]
    + [TEXT[start : start + 7].encode(codec) for start in range(0, 200, 13) for codec in ("utf-8", "gb18030")]
    + [b"\xef\xbb\xbf", b"\xff\xfe", "總結".encode("big5"), "café".encode("cp1252"), b"\x81\x30\x81\x30"]
)
BODIES = st.one_of(st.binary(max_size=600), st.lists(PIECES, max_size=40).map(b"".join))
MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<a ",
            'b="',
            ">",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "字",
            "\0",
            "=",
            "&#55296;",
            "<?x",
            "'",
            "\ud800",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(body=BODIES, declared=st.sampled_from([None, "nonsense", *sorted(CODECS)]))
def test_bytes_become_clean_text_or_are_refused(body: bytes, declared: str | None) -> None:
    with contextlib.suppress(UndecodablePage):
        text, decision = decode(body, declared=declared)
        text.encode()  # raises at a lone surrogate
        assert decision.lost >= text.count("\ufffd")
    looks_binary(body)


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.sampled_from(TEXT), min_size=12, max_size=200), codec=st.sampled_from(["utf-8", "gb18030"]))
def test_words_in_any_order_come_back(text: str, codec: str) -> None:
    assert decode(text.encode(codec), declared=codec)[0] == text


@settings(max_examples=300, deadline=None)
@given(markup=MARKUP)
def test_markup_becomes_a_tree(markup: str) -> None:
    with contextlib.suppress(UnparsablePage):
        assert parse(markup).tag == "html"
