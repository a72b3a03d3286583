"""What tells that EmpireCMS made a page, how surely, and which article the page is of."""

import pytest

from cleaners.platforms.empirecms import PLATFORM
from cleaners.platforms.empirecms.signs import own_number
from tests.cleaners.platforms import empirecms_pages as pages
from tests.cleaners.platforms import empirecms_skins as skins
from tests.cleaners.platforms.empirecms_pages import URL, Article
from tests.tables import table


@table(
    ("url", "calls", "wanted"),
    [
        (URL, "/e/public/onclick/?enews=donews&classid=5&id=37", (5, 37)),
        (URL, "/e/public/ViewClick/?classid=5&id=37&addclick=1", (5, 37)),
        (URL, "/e/pl/?classid=5&amp;id=37", (5, 37)),
        (URL, "/e/DoPrint/?id=37&classid=5", (5, 37)),
        (URL, "/e/public/report/?classid=5&id=37", (5, 37)),
        (URL, "/e/member/fava/add/?classid=5&id=37", (5, 37)),
        (URL, "/e/DownSys/DownSoft/?classid=5&id=37&pathid=0", (5, 37)),
        (URL, "/e/public/ViewClick/?classid=5&id=37", None),  # a row of a list may count so too
        (URL, "/e/public/digg/?classid=3&id=19 /e/pl/?classid=5&id=37", None),  # says two things
        (URL, "/e/public/digg/?classid=3&id=19 /e/pl/?classid=3&id=19", None),  # a template copied with its numbers
        (f"{pages.HOST}/news_37.html", "/e/pl/?classid=5&id=37", (5, 37)),
        (f"{pages.HOST}/a/37/index.html", "/e/pl/?classid=5&id=37", (5, 37)),
        (f"{pages.HOST}/a/37_2.html", "/e/pl/?classid=5&id=37", (5, 37)),
        (f"{pages.HOST}/a/1709597730.html", "/e/pl/?classid=5&id=37", None),  # an instant: one is not two
        (f"{pages.HOST}/a/1709597730.html", "/e/pl/?classid=5&id=37 /e/public/digg/?classid=5&id=37", (5, 37)),
        (f"{pages.HOST}/a/about.html", "/e/pl/?classid=5&id=37 /e/public/digg/?classid=5&id=37", (5, 37)),
        (None, "/e/pl/?classid=5&id=37 /e/DoPrint/?classid=5&id=37", (5, 37)),
        (URL, "没有任何脚本", None),
    ],
)
def test_which_article_a_page_is_of(url: str | None, calls: str, wanted: tuple[int, int] | None) -> None:
    assert own_number(pages.opened(f"<html><body><p>{calls}</p></body></html>", url)) == wanted


def test_the_comment_form_says_which_article() -> None:
    form = pages.comments(Article()).replace("/e/pl/?", "/x/?").replace("/e/public/", "/x/")
    assert own_number(pages.opened(f"<html><body>{form}</body></html>")) == (5, 37)


@table(
    "script",
    [
        "/e/public/ViewClick", "/e/public/onclick", "/e/public/digg", "/e/member/login/loginjs.php",
        "/e/action/ListInfo", "/e/action/ShowInfo", "/e/DoPrint/", "/e/pl/?classid=", "/e/pl/doaction.php",
        "/d/js/acmsd/", "/d/js/class/class", "/e/DownSys/", "/e/web/?type=rss2", "/e/member/fava/add", "/e/DoInfo/",
    ],
)  # fmt: skip
def test_one_script_is_nearly_proof(script: str) -> None:
    guess = PLATFORM.detect(pages.opened(f"<html><body><a href='{script}'>x</a></body></html>"))
    assert (guess and guess.sure) == 0.9


@table(
    "path",
    ["/e/search/", "/e/data/", "/e/member/", "/e/tags/", "/e/pl/", "/e/enews/", "/e/extend/", "/e/tool/", "/e/wap/",
     "/d/js/", "/skin/default/", "phome.net"],
)  # fmt: skip
def test_two_paths_that_others_may_have_are_a_sign(path: str) -> None:
    other = "phome.net" if path != "phome.net" else "/skin/default/"
    assert PLATFORM.detect(pages.opened(f"<p>{path}x</p>")) is None
    guess = PLATFORM.detect(pages.opened(f"<p>{path}x {other}</p>"))
    assert (guess and guess.sure) == 0.6


@pytest.mark.parametrize(
    ("text", "sure", "why"),
    [
        (pages.default(), 0.95, "names itself"),
        ('<meta name="generator" content="EmpireCMS 7.5"><p>x</p>', 0.95, "names itself"),
        ("<p>Powered by <strong><a href='http://www.phome.net'>EmpireCMS</a></strong></p>", 0.95, "names itself"),
        (skins.blog(), 0.9, "script /e/public/ViewClick"),
        ("<p>x</p><script src='/d/js/acmsd/thea1.js'></script>", 0.9, "script /d/js/acmsd/"),
        ("<form action='/e/search/index.php'></form><img src='/d/file/a.jpg'>", 0.6, "paths /e/search/ and /d/file/"),
        ("<form action='/e/search/index.php'></form>", None, None),
        ("<p>帝国CMS与EmpireCMS的区别</p>", None, None),
        ("<p>正文</p>", None, None),
    ],
)
def test_how_sure_and_why(text: str, sure: float | None, why: str | None) -> None:
    guess = PLATFORM.detect(pages.opened(text))
    assert (guess and guess.sure, guess and guess.why) == (sure, why)


def test_the_version_is_read_from_the_foot() -> None:
    guess = PLATFORM.detect(pages.opened(pages.default()))
    assert guess is not None
    assert guess.version == "7.5"
