"""What the README shows works as shown: its family reads a page, its site file is accepted; commands by hand."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from cleaners.page import Hints, Page
from cleaners.platforms.article_family import ArticleFamily
from cleaners.sheet import open_sheet
from crawler.site import load_site

README = Path(__file__).resolve().parents[1] / "README.md"
PAGE = (
    '<html><head><meta charset="utf-8"><script src="/mouwen/reader.js"></script></head><body>'
    '<h1 id="doc-title">某镇总结</h1>'
    '<div id="doc-facts">作者：某甲　上传时间：2021-02-03</div><div id="doc-body"><p>今年以来，工作有序推进。</p>'
    '<p class="watermark">某文库</p><p>下一步继续努力。</p></div></body></html>'
)


def block(language: str, *, behind: str) -> str:
    """Give the first block of a language below a heading of the README."""
    text = README.read_text("utf-8").partition(behind)[2]
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found is not None, f"no {language} block below {behind}"
    return found[1]


def test_the_family_of_the_readme_reads_a_page() -> None:
    """The module as printed: its sign is seen, its places hold, its watermark goes."""
    module = ModuleType("mouwen")
    exec(block("python", behind="## Add a software family"), module.__dict__)  # noqa: S102 - our own README
    family = module.PLATFORM
    assert isinstance(family, ArticleFamily)
    sheet = open_sheet(Page(url="http://a.example/1.html", status=200, headers=(), body=PAGE.encode()), Hints())
    guess = family.detect(sheet)
    assert guess is not None
    found = family.read(sheet, guess)
    assert (found.drafts[0].title, found.drafts[0].shown) == ("某镇总结", "今年以来，工作有序推进。\n下一步继续努力。")
    assert (found.facts.author, found.facts.published_at) == ("某甲", "2021-02-03")


@pytest.mark.parametrize("language", ["toml"])
def test_the_site_file_of_the_readme_is_accepted(tmp_path: Path, language: str) -> None:
    """The TOML as printed."""
    path = tmp_path / "example.toml"
    path.write_text(block(language, behind="## Add a site\n"), "utf-8")
    assert load_site(path).hosts == ("bbs.example.org",)
