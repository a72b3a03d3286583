"""The file of a host's own rules: written so that a person can read it, kept to the letter, refused in one line."""

from pathlib import Path
from typing import Any

import pytest

from cleaners.page import Hints, HostRule
from crawler.errors import BadSite
from crawler.host_file import (
    Declared,
    Rejected,
    bare_host,
    path_for,
    read_all_declared,
    read_declared,
    spellings,
    write_more,
)  # fmt: skip
from crawler.order import make_order
from crawler.site import all_hints, all_sites, hints_for, load_site
from crawler.site_file import files

HOST = "bbs.example"
MARK = HostRule(name="tail-line-1", words="云岭之窗典藏文稿", place="tail")
NOTICE = HostRule(name="notice", words='温馨提示：\n"预览"后再下载\n客服在线', shape="block", place="tail")
COUNTER = HostRule(name="counter", words="浏览:{n}次", place="head", version=2)
PHRASE = HostRule(name="phrase", words="精选\\优质\t文档", shape="phrase")
SITE = '[site]\nname = "试"\nhosts = ["bbs.example"]\nspider = "forum"\nstarts = ["http://bbs.example"]\nzone = "UTC"\n'
RULE = '[[rule]]\nname = "a"\nwords = "云岭之窗"\n'


def put(data: Path, text: str, name: str = "bbs.example.rules.toml") -> Path:
    path = data / "sites" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    rules = (MARK, NOTICE, COUNTER, PHRASE)
    rejected = (Rejected(words="各位代表："), Rejected(words="此致\n敬礼", shape="block"))
    path = write_more(HOST, tmp_path, rules=[(rule, 7) for rule in rules], rejected=rejected)
    assert path == tmp_path / "sites" / "bbs.example.rules.toml"
    assert read_declared(HOST, tmp_path) == Declared(rules=rules, rejected=rejected)
    assert read_all_declared(tmp_path) == {HOST: Declared(rules=rules, rejected=rejected)}
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_more_is_added_below_and_what_a_person_wrote_stays(tmp_path: Path) -> None:
    path = write_more(HOST, tmp_path, rules=[(MARK, 7)], rejected=[])
    text = path.read_text(encoding="utf-8") + "# my own note\n"
    path.write_text(text, encoding="utf-8")
    write_more(HOST, tmp_path, rules=[(NOTICE, 9)], rejected=[Rejected(words="此致")])
    assert path.read_text(encoding="utf-8").startswith(text)
    assert read_declared(HOST, tmp_path) == Declared(rules=(MARK, NOTICE), rejected=(Rejected(words="此致"),))


def test_a_block_is_written_on_lines(tmp_path: Path) -> None:
    text = write_more(HOST, tmp_path, rules=[(NOTICE, 9)], rejected=[]).read_text(encoding="utf-8")
    assert 'words = """\n温馨提示：\n\\"预览\\"后再下载\n客服在线"""\n' in text


@pytest.mark.parametrize(("host", "name"), [
    ("bbs.example", "bbs.example"), ("www.bbs.example", "bbs.example"), ("127.0.0.1:8000", "127.0.0.1_8000"),
    ("[::1]:8000", "__1__8000"), ("xn--fiq228c.example", "xn--fiq228c.example"), ("WWW.BBS.example", "bbs.example"),
])  # fmt: skip
def test_a_host_has_its_file(tmp_path: Path, host: str, name: str) -> None:
    assert write_more(host, tmp_path, rules=[(MARK, 5)], rejected=[]).name == f"{name}.rules.toml"
    assert read_declared(host, tmp_path).rules == (MARK,)


@pytest.mark.parametrize(("host", "bare", "names"), [
    ("www.bbs.example", "bbs.example", {"bbs.example", "www.bbs.example"}),
    ("bbs.example:8080", "bbs.example:8080", {"bbs.example:8080", "www.bbs.example:8080"}),
    ("例子.example:81", "xn--fsqu00a.example:81", {
        "xn--fsqu00a.example:81", "www.xn--fsqu00a.example:81", "例子.example:81", "www.例子.example:81"}),
    ("[::1]:80", "[::1]:80", {"[::1]:80", "www.[::1]:80"}), ("[::1]", "[::1]", {"[::1]", "www.[::1]"}),
])  # fmt: skip
def test_a_host_and_its_other_names(host: str, bare: str, names: set[str]) -> None:
    assert bare_host(host) == bare
    assert spellings(host) == spellings(bare) == names


def test_the_file_is_no_site_and_its_rules_are_hints_of_all_hosts(tmp_path: Path) -> None:
    write_more(HOST, tmp_path, rules=[(MARK, 5)], rejected=[])
    write_more("other.example", tmp_path, rules=[(COUNTER, 5)], rejected=[])
    put(tmp_path, SITE, "mine.toml")
    assert "bbs.example.rules" not in files(tmp_path)
    assert "mine" in [site.slug for site in all_sites(data=tmp_path)]
    declared = Hints(zone="UTC", rules=(MARK,))
    assert hints_for(HOST, data=tmp_path) == declared
    assert hints_for("other.example", data=tmp_path) == hints_for("www.other.example", data=tmp_path)
    assert hints_for("other.example", data=tmp_path) == Hints(rules=(COUNTER,))
    assert hints_for("third.example", data=tmp_path) == hints_for(HOST) == Hints()
    hosts = [HOST, "other.example", "www.other.example", "third.example"]
    assert all_hints(hosts, data=tmp_path) == {host: hints_for(host, data=tmp_path) for host in hosts}


def test_crawls_of_a_site_and_of_a_list_know_the_rules(tmp_path: Path) -> None:
    write_more(HOST, tmp_path, rules=[(MARK, 5)], rejected=[])
    site = load_site(put(tmp_path, SITE, "mine.toml"))
    of_site = make_order("forum", site, (), data=tmp_path)
    assert of_site.hints(HOST) == Hints(zone="UTC", rules=(MARK,))
    of_list = make_order("urls", None, (f"http://{HOST}/1", "http://other.example/"), data=tmp_path)
    assert [of_list.hints(host).rules for host in (HOST, "other.example")] == [(MARK,), ()]


HEAD = 'host = "bbs.example"\n'
BAD = [
    ("host = ", "is not TOML"),
    (RULE, 'lacks `host`; write host = "HOST"'),
    ('host = "other.example"\n', "`host` is 'other.example', which is not the host that the file is named after"),
    ("host = 3\n", "`host` is 3"),
    (HEAD + "[rule]\nname = 'a'\n", "`rule` must be tables, each written [[rule]]"),
    (HEAD + "[[rules]]\n", "unknown key `rules`"),
    (HEAD + RULE + "wrods = 'x'\n", "rule 1: unknown key `wrods`; accepted: name, words"),
    (HEAD + RULE + RULE, "two rules have the `name` 'a'"),
    (HEAD + RULE + "[[rule]]\nname = 'b'\n", "rule 2: lacks `words`"),
    (HEAD + "[[rule]]\nwords = '云岭之窗'\n", "rule 1: lacks `name`"),
    (HEAD + "[[rule]]\nname = '云'\nwords = '云岭之窗'\n", "rule 1: `name` is '云'; accepted: 40 small letters"),
    (HEAD + "[[rule]]\nname = 'b'\nwords = 5\n", "rule 1: `words` is 5; accepted: a string in quotes"),
    (HEAD + RULE + "shape = 'regex'\n", "rule 1: `shape` is 'regex'; accepted: line, block, phrase"),
    (HEAD + RULE + "place = 'middle'\n", "rule 1: `place` is 'middle'; accepted: head, tail, any"),
    (HEAD + RULE + "version = 0\n", "rule 1: `version` is 0; accepted: a whole number from 1"),
    (HEAD + RULE + "version = true\n", "rule 1: `version` is True"),
    (HEAD + RULE + "shape = 'block'\n", "rule 1: `words` of a block must have 2 to 40 lines, not 1"),
    (HEAD + '[[rule]]\nname = "a"\nwords = "一\\n二"\n', "rule 1: `words` of a line must be one line"),
    (HEAD + '[[rule]]\nname = "a"\nwords = "云"\n', "rule 1: `words` of a line must have 2 characters"),
    (HEAD + '[[rule]]\nname = "a"\nwords = "云{n}"\nplace = "tail"\n', "must have 2 characters at least besides"),
    (HEAD + '[[rule]]\nname = "a"\nwords = "云岭之"\nshape = "phrase"\n', "of a phrase must have 4 characters"),
    (HEAD + '[[rule]]\nname = "a"\nwords = "浏览{n}次"\n', "rule 1: `words` hold {n}, which only a line or block at"),
    (HEAD + "[[rejected]]\nshape = 'line'\n", "rejected 1: lacks `words`"),
    (HEAD + "[[rejected]]\nwords = '此致'\nplace = 'tail'\n", "rejected 1: unknown key `place`"),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=[case[1] for case in BAD])
def test_a_bad_file_says_file_and_key_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    path = put(tmp_path, text)
    asked: list[Any] = [
        lambda: read_declared(HOST, tmp_path), lambda: hints_for("www.bbs.example", data=tmp_path),
        lambda: make_order("urls", None, ("http://other.example/",), data=tmp_path),
        lambda: write_more(HOST, tmp_path, rules=[(NOTICE, 5)], rejected=[]),
    ]  # fmt: skip
    for ask in asked:
        with pytest.raises(BadSite) as caught:
            ask()
        assert str(caught.value).startswith(f"{path}: ")
        assert message in str(caught.value)
        assert "\n" not in str(caught.value)
    assert path.read_text(encoding="utf-8") == text


def test_a_host_without_a_file_has_no_rules(tmp_path: Path) -> None:
    assert read_declared(HOST, tmp_path) == Declared()
    assert read_all_declared(tmp_path) == {}
    assert not path_for(HOST, tmp_path).parent.exists()
