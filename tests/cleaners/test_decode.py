"""The ladder rung by rung, with a near miss for each."""

import contextlib
from functools import partial

import pytest

from cleaners.decode import declared_charset, decode
from cleaners.errors import UndecodablePage
from tests.tables import table
from tests.timing import assert_quick

LINE = "本镇宣传思想文化工作围绕中心、服务大局，取得新的成效。"
LINE_T = "本鎮宣傳思想文化工作圍繞中心、服務大局，取得新的成效。"
PAGE = "<html><head>{meta}<title>总结</title></head><body>" + f"<p>{LINE}</p>\n" * 30 + "</body></html>"
PAGE_T = "<html><head>{meta}<title>總結</title></head><body>" + f"<p>{LINE_T}</p>\n" * 30 + "</body></html>"
GBK = PAGE.format(meta="").encode("gbk")
UTF8 = PAGE.format(meta="").encode()


def meta(charset: str) -> str:
    return PAGE.format(meta=f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">')


# The twenty faults of which other decoders get seven to nine wrong: body, header's charset, what must be there.
FAULTS = {
    "gbk undeclared": (GBK, None, LINE),
    "big5 undeclared": (PAGE_T.format(meta="").encode("big5"), None, LINE_T),
    "header gb2312, gb18030 bytes": (
        "<p>" + "朱镕基、玥、㐀、喆同志" + LINE + "</p>",
        "gb2312",
        "朱镕基、玥、㐀、喆同志",
    ),
    "meta gb2312, gb18030 bytes": (meta("gb2312") + "<p>镕玥喆</p>", None, "镕玥喆"),
    "utf-16 mark": (UTF8.decode().encode("utf-16"), "utf-8", LINE),
    "utf-8 header, gbk body": (GBK, "utf-8", LINE),
    "utf-8 header, right meta": (meta("gbk").encode("gbk"), "utf-8", LINE),
    "gbk header, utf-8 body": (UTF8, "gbk", LINE),
    "gbk meta, utf-8 body": (meta("gbk").encode(), None, LINE),
    "latin1 header, gbk meta": (meta("gbk").encode("gbk"), "ISO-8859-1", LINE),
    "gbk header, big5 body": (PAGE_T.format(meta="").encode("big5"), "gbk", LINE_T),
    "one short gbk line": ("工作总结".encode("gbk"), None, "工作总结"),
    "ascii and thirty gbk characters": (
        b"<script>" + b"var a=1;" * 512 + b"</script>" + (LINE + "共三项").encode("gbk"),
        None,
        LINE,
    ),
    "one short utf-8 line": ("总结汇报".encode(), None, "总结汇报"),
    "gbk with utf-8 tail": (GBK + "<div>站长统计</div>".encode(), "gbk", "站长统计"),
    "half gbk, half utf-8": (GBK + UTF8, None, LINE),
    "utf-8 tail that is valid gbk": (GBK + "<b>总数</b>".encode(), "gbk", "总数"),
    "utf-8 cut in a character": (UTF8[:-17], None, LINE),
    "utf-8 with a bad byte": (UTF8[:90] + b"\xff" + UTF8[90:], "utf-8", LINE),
    "gbk cut in a character": (GBK[: GBK.rindex("新".encode("gbk")) + 1], None, LINE),
    "gbk with a bad byte": (GBK[:80] + b"\xff" + GBK[80:], "gbk", LINE),
}


@table("name", FAULTS)
def test_the_twenty_faults(name: str) -> None:
    body, declared, expected = FAULTS[name]
    raw = body.encode("gb18030") if isinstance(body, str) else body
    text, decision = decode(raw, declared=declared)
    assert expected in text
    assert text.count(LINE) + text.count(LINE_T) >= text.count("成效") - 1
    assert decision.lost <= 1
    assert not set(text) & set("锟斤拷浣犲ソ鈥鐨")


@table(
    ("body", "declared", "charset", "how", "said"),
    [
        (b"", None, "utf-8", "utf-8", None),
        (b"plain ascii", "gbk", "utf-8", "utf-8", "gbk"),
        (b"\xef\xbb\xbf" + UTF8, None, "utf-8", "bom", None),
        (UTF8, "text/html; charset=UTF-8", "utf-8", "utf-8", "utf-8"),
        (GBK, "text/html; charset=GB2312", "gb18030", "declared", "gb2312"),
        (meta("gbk").encode("gbk"), None, "gb18030", "declared", "gbk"),
        (GBK, "utf-8", "gb18030", "scored", "utf-8"),
        (GBK, "no-such-codec", "gb18030", "scored", "no-such-codec"),
        (PAGE_T.format(meta="").encode("big5"), "big5", "big5hkscs", "declared", "big5"),
        (GBK + "<b>统计代码</b>".encode(), "gbk", "gb18030", "mixed", "gbk"),
        (LINE.encode("utf-16-le"), "utf-16le", "utf-16-le", "declared", "utf-16le"),
        ("Ц".encode(), None, "utf-8", "utf-8", None),
    ],
)
def test_the_decision_says_what_was_done(
    body: bytes, declared: str | None, charset: str, how: str, said: str | None
) -> None:
    _, decision = decode(body, declared=declared)
    assert (decision.charset, decision.how, decision.declared, decision.lost) == (charset, how, said, 0)


@pytest.mark.parametrize(
    "name", ["unicode_escape", "punycode", "idna", "zlib_codec", "utf-7", "rot13", "hex", "raw_unicode_escape"]
)
def test_a_declared_codec_that_is_code_is_never_run(name: str) -> None:
    body = rf"<meta charset={name}><p>\u0041 +ADw-script+AD4- {LINE}</p>"
    for encoding in ("utf-8", "gbk"):
        text, _ = decode(body.encode(encoding), declared=name)
        assert text == body


def test_a_declaration_in_a_dump_is_text_and_not_asked() -> None:
    body = '<meta charset="big5">' + LINE
    _, decision = decode(body.encode("gbk"), declared=None, is_markup=False)
    assert decision.declared is None


@pytest.mark.parametrize(
    ("content_type", "body", "expected"),
    [
        ("text/html; charset=GBK", b"", "gbk"),
        ('text/html; charset="utf-8"', b"", "utf-8"),
        ("text/html", b"<meta charset=gb2312>", "gb2312"),
        (None, b'<?xml version="1.0" encoding="Big5"?><rss>', "big5"),
        (None, b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset = gbk'>", "gbk"),
        ("text/html; charset=utf-8", b"<meta charset=gbk>", "utf-8"),
        (None, b"<p>charset=gbk</p>", None),
        (None, b" " * 9_000 + b"<meta charset=gbk>", None),
        ("", b"", None),
    ],
)
def test_the_declared_charset(content_type: str | None, body: bytes, expected: str | None) -> None:
    assert declared_charset(content_type, body) == expected


@table("text", ["职员水平", "联通公司", "登录注册", "首页", "工作总结范文", "下载本文档"])
@table("codec", ["gbk", "gb18030", "utf-8"])
def test_a_few_characters_are_enough(text: str, codec: str) -> None:
    assert decode(text.encode(codec), declared=None)[0] == text


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        ("これは日本語の文章です。今日は天気がいいので散歩に行きます。", "cp932", None),
        ("これは日本語の文章です。今日は天気がいいので散歩に行きます。", "euc_jp", "gbk"),
        ("안녕하세요 우리는 오늘 학교에 갑니다 그리고 친구를 만납니다", "cp949", None),
        ("Le café était fermé ; l’été dernier, nous étions allés à la plage.", "cp1252", None),
        ("Le café était fermé ; l’été dernier, nous étions allés à la plage.", "cp1252", "gbk"),
        ("Привет, сегодня хорошая погода, и мы идём гулять в парк", "cp1251", "windows-1251"),
        ("Привет, сегодня хорошая погода, и мы идём гулять в парк", "utf-8", "gbk"),
    ],
)
def test_a_foreign_page_is_never_read_as_chinese(text: str, codec: str, declared: str | None) -> None:
    assert decode(text.encode(codec), declared=declared)[0] == text


@pytest.mark.parametrize(
    "body",
    [
        bytes(range(128, 256)) * 40,
        "".join(map(chr, range(0x410, 0x450))).encode("koi8_r"),
        b"\xff\xfe" + bytes((index * 7919) % 251 for index in range(5_000)),
        ("<p>" + LINE + "</p>").encode("gbk").replace(b"\xa3\xac", b"\xff") * 1 + b"<p>\xff\xff</p>" * 200,
        "\ufffd".join(LINE).encode() * 3,
    ],
    ids=[
        "every high byte",
        "an alphabet without words",
        "mark before noise",
        "two hundred bad bytes",
        "lost at the source",
    ],
)
def test_what_cannot_be_read_is_refused(body: bytes) -> None:
    with pytest.raises(UndecodablePage):
        decode(body, declared="gbk")


def test_a_surrogate_never_comes_out() -> None:
    for body in (b"\xed\xa0\x80\xed\xb0\x80" + LINE.encode() * 9, LINE.encode("utf-16-le") + b"\x00\xd8"):
        text, decision = decode(body, declared=None)
        text.encode()
        assert decision.lost in (1, 2)


def test_the_euro_sign_of_windows_is_read() -> None:
    text, decision = decode(GBK + b"<p>\x80 100</p>", declared="gbk")
    assert ("€ 100" in text, decision.lost) == (True, 0)


def test_a_byte_missing_from_a_long_line_costs_one_character() -> None:
    raw = (LINE * 20).encode("gbk")
    text, decision = decode(raw[:201] + raw[202:], declared="gbk")
    assert decision.lost == 1
    assert text.count(LINE) == 19


def test_an_ordinary_page_is_quick() -> None:
    """0.03 ms for 30 KB of UTF-8 and 0.8 ms of GBK on the machine it was made on; the bound only catches a blow-up."""

    def work(body: bytes) -> None:
        with contextlib.suppress(UndecodablePage):
            decode(body, declared=None)

    for body in (UTF8 * 10, GBK * 10, (b"\xb0\xa1" * 9 + b"<") * 60_000, b"\xe4\xff" * 60_000, b"\x81" * 200_000):
        assert_quick(partial(work, body), seconds=3)


@pytest.mark.parametrize("declared", [None, "utf-8", "gbk"])
def test_a_page_cut_in_its_first_word_is_still_utf_8(declared: str | None) -> None:
    text, decision = decode("<title>老论".encode()[:-2], declared=declared)
    assert (text, decision.charset, decision.lost) == ("<title>老\ufffd", "utf-8", 1)


def test_a_shift_that_stays_valid_is_found_in_a_page_of_good_text() -> None:
    first = LINE.encode("gbk")
    spoiled = first * 2 + first[:20] + first[21:] + first * 2 + b"a"
    text, decision = decode(GBK + b"<p>" + spoiled + b"</p>", declared="gbk")
    assert (text.count(LINE), decision.lost) == (34, 1)


def test_a_foreign_text_keeps_the_characters_beside_a_bad_byte() -> None:
    words = "Привет, сегодня очень хорошая погода, и мы идём гулять в большой парк"
    body = words.encode()
    text, decision = decode(body[:20] + b"\xff" + body[20:], declared=None)
    assert (text.replace("\ufffd", ""), decision.charset) == (words, "utf-8")


@pytest.mark.parametrize("place", range(4, 12))
def test_no_character_is_made_of_the_halves_of_two(place: int) -> None:
    line = "先将豆腐切成小块，再加少许白糖，小火焖煮五分钟即可出锅。"
    raw = line.encode("gbk")
    text, decision = decode(b"<p>" + raw[:place] + raw[place + 1 :] + b"</p>", declared=None)
    assert set(text) <= set("<p></p>\ufffd" + line)
    assert decision.lost in (1, 2)
    assert text.endswith("小块，再加少许白糖，小火焖煮五分钟即可出锅。</p>")
