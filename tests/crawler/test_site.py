"""Sites: every shipped declaration works, and a wrong one says in one line which key is wrong and what is accepted."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.errors import BadSite
from crawler.site import FIELDS, ad_hoc, all_sites, load_site, site_for_host
from crawler.site_file import KEYS, SHIPPED, files, read_site

GOOD = """\
[site]
name = "试验论坛"
hosts = ["bbs.example", "www.bbs.example"]
spider = "forum"
starts = ["http://bbs.example/forum.php"]
"""
Write = Callable[..., Path]
SHIPPED_FILES = sorted(SHIPPED.glob("*.toml"))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_site(text: str | bytes, name: str = "trial") -> Path:
        folder = tmp_path / "sites"
        folder.mkdir(exist_ok=True)
        path = folder / f"{name}.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_site


@pytest.mark.parametrize("path", SHIPPED_FILES, ids=lambda path: path.stem)
def test_a_shipped_site_works_and_says_what_is_odd(path: Path) -> None:
    site = read_site(path)
    assert site.note.strip()
    assert load_site(site.slug) == site
    assert all(site_for_host(host) == site for host in site.hosts)
    assert all(urlsplit(start).netloc in site.hosts for start in site.starts)
    assert all(re.compile(pattern) for pattern in (*site.documents, *site.lists, *site.skip))
    is_loopback = path.stem.startswith("demo-")
    assert is_loopback or site.delay_s >= 1


def test_the_three_real_sites_are_shipped() -> None:
    assert {path.stem for path in SHIPPED_FILES} >= {"gwxt.net", "xiegongwen.com", "wnwk.com"}
    assert load_site("gwxt.net").platform == "discuz"
    assert {load_site(name).spider for name in ("gwxt.net", "xiegongwen.com", "wnwk.com")} == {
        "forum", "document", "portal"}


def test_no_host_is_claimed_twice() -> None:
    hosts = [host for site in all_sites() for host in site.hosts]
    assert len(hosts) == len(set(hosts))


def test_every_field_can_be_declared() -> None:
    assert {key for keys in KEYS.values() for key in keys} == set(FIELDS) - {"slug"}


def test_every_key_arrives(write: Write) -> None:
    path = write(GOOD + """\
platform = "generic"
zone = "Asia/Taipei"
note = "odd"
[scope]
documents = ['/[0-9]+\\.html']
lists = ['/list/.*']
skip = ['/user/.*']
[politeness]
delay_s = 3
concurrency = 2
cookies = true
verify_tls = false
ports = [8080]
max_pages = 10
""")
    site = read_site(path)
    assert (site.slug, site.zone, site.platform, site.note) == ("trial", "Asia/Taipei", "generic", "odd")
    assert (site.documents, site.lists, site.skip) == (("/[0-9]+\\.html",), ("/list/.*",), ("/user/.*",))
    assert (site.delay_s, site.concurrency, site.max_pages, site.ports) == (3.0, 2, 10, (8080,))
    assert isinstance(site.delay_s, float)
    assert (site.cookies, site.verify_tls) == (True, False)
    assert site.hints.zone == "Asia/Taipei"


WRONG = [
    ("unknown key", GOOD + "spidr = 'forum'", ["`spidr` in [site]", "did you mean spider?", "accepted keys: name"]),
    ("key of another table", GOOD + "delay_s = 1", ["unknown `delay_s` in [site]"]),
    ("unknown table", GOOD + "[polite]\ndelay_s = 1", ["unknown [polite]", "did you mean politeness?"]),
    ("key outside a table", "name = 'x'\n" + GOOD, ["unknown `name`", "accepted tables: site"]),
    ("table as a value", "site = 3", ["`site` must be a table, written [site]"]),
    ("string for a list", GOOD.replace('["http://bbs.example/forum.php"]', '"http://bbs.example/"'),
     ["`starts` in [site] must be a list of strings", "not 'http://bbs.example/'"]),
    ("number for a string", GOOD.replace('"试验论坛"', "7"), ["`name` in [site] must be a string in quotes, not 7"]),
    ("number in a list of strings", GOOD.replace('"www.bbs.example"', "7"), ["`hosts` in [site] must be a list"]),
    ("truth for a number", GOOD + "[politeness]\ndelay_s = true", ["`delay_s`", "must be a number, not true"]),
    ("truth for a whole number", GOOD + "[politeness]\nconcurrency = true", ["must be a whole number, not true"]),
    ("fraction of requests", GOOD + "[politeness]\nconcurrency = 1.5", ["must be a whole number, not 1.5"]),
    ("number for a truth", GOOD + "[politeness]\ncookies = 1", ["`cookies`", "must be true or false, not 1"]),
    ("text port", GOOD + '[politeness]\nports = ["8080"]', ["`ports`", "must be a list of whole numbers"]),
    ("port too high", GOOD + "[politeness]\nports = [65536]", ["`ports` holds 65536; accepted: 1 to 65535"]),
    ("negative delay", GOOD + "[politeness]\ndelay_s = -1", ["`delay_s` is -1.0; accepted: 0 to 600"]),
    ("endless delay", GOOD + "[politeness]\ndelay_s = inf", ["`delay_s` is inf; accepted: 0 to 600"]),
    ("delay that is no number", GOOD + "[politeness]\ndelay_s = nan", ["`delay_s` is nan; accepted: 0 to 600"]),
    ("no requests at a time", GOOD + "[politeness]\nconcurrency = 0", ["`concurrency` is 0; accepted: 1 to 16"]),
    ("bad pattern", GOOD + "[scope]\nskip = ['/(a']", ["`skip` holds '/(a'", "no regular expression"]),
    ("bad zone", GOOD + 'zone = "Asia/Nowhere"', ["`zone` is 'Asia/Nowhere'", "IANA"]),
    ("zone as a path", GOOD + 'zone = "../../etc/passwd"', ["`zone` is"]),
    ("zone that is a folder", GOOD + 'zone = "Asia"', ["`zone` is 'Asia'"]),
    ("unknown platform", GOOD + 'platform = "vbulletin"', ["`platform` is 'vbulletin'; accepted: ", "generic"]),
    ("unknown spider", GOOD.replace('"forum"', '"board"'), ["`spider` is 'board'; accepted: forum, document, portal"]),
    ("start elsewhere", GOOD.replace("http://bbs.example/f", "http://other.example/f"),
     ["`starts` holds 'http://other.example/forum.php'", "not in `hosts` (bbs.example, www.bbs.example)"]),
    ("start of another port", GOOD.replace("http://bbs.example/f", "http://bbs.example:81/f"), ["not in `hosts`"]),
    ("start of another scheme", GOOD.replace("http:", "ftp:"), ["no http or https URL"]),
    ("host with a scheme", GOOD.replace('"www.bbs', '"http://www.bbs'), ["`hosts` holds 'http://www.bbs.example'"]),
    ("host in capitals", GOOD.replace('"www.bbs', '"WWW.bbs'), ["`hosts` holds 'WWW.bbs.example'", "small letters"]),
    ("host with a port too high", GOOD.replace('"www.bbs.example"', '"bbs.example:99999"'), ["'bbs.example:99999'"]),
    ("no host", re.sub(r"hosts = .*", "hosts = []", GOOD), ["`hosts` must name at least one host"]),
    ("no start", re.sub(r"starts = .*", "starts = []", GOOD), ["`starts` must hold at least one URL"]),
    ("no name", GOOD.replace('"试验论坛"', '" "'), ["`name` must not be empty"]),
    ("missing key", GOOD.replace('spider = "forum"\n', ""), ["[site] lacks `spider`; needed: name, hosts, spider"]),
    ("nothing", "", ["[site] lacks `name`"]),
    ("broken TOML", GOOD + "note = 'never closed", ["is not TOML:", "line 6"]),
    ("key twice", GOOD + 'name = "again"', ["is not TOML:", "line 6"]),
    ("GBK", GOOD.encode("gbk"), ["is not UTF-8 (byte 15)"]),
    ("too large", "#" * 1_000_001, ["too large"]),
]


@pytest.mark.parametrize(("text", "fragments"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_wrong_file_is_refused_in_one_line(write: Write, text: str | bytes, fragments: list[str]) -> None:
    path = write(text)
    with pytest.raises(BadSite) as caught:
        read_site(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert [fragment for fragment in fragments if fragment not in message] == []
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("name", ["Trial", "my site", "论坛"])
def test_a_file_name_that_travels_badly_is_refused(write: Write, name: str) -> None:
    with pytest.raises(BadSite, match="file name must be small letters"):
        read_site(write(GOOD, name))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSite, match=r"none\.toml: no such file"):
        load_site(tmp_path / "none.toml")


def test_an_unknown_name_names_the_known_ones(write: Write, tmp_path: Path) -> None:
    write(GOOD)
    with pytest.raises(BadSite, match=r"no site is called 'trail' \(did you mean trial\?\); known: .*gwxt\.net.*trial"):
        load_site("trail", data=tmp_path)


def test_a_site_is_found_by_name_by_host_and_by_file(write: Write, tmp_path: Path) -> None:
    path = write(GOOD)
    found = {load_site(way, data=tmp_path) for way in ("trial", "www.bbs.example", "WWW.BBS.example", path)}
    assert {site.name for site in found} == {"试验论坛"}
    assert len(found) == 1


def test_a_users_own_file_wins_and_the_clash_is_told(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = write(GOOD, "gwxt.net")
    assert load_site("gwxt.net", data=tmp_path).name == "试验论坛"
    assert load_site("gwxt.net").name == "公文学堂"
    assert f"site gwxt.net: {path} is used, the shipped one of this name is not" in caplog.text


def test_a_users_own_site_wins_for_a_host_too(write: Write, tmp_path: Path) -> None:
    write(GOOD.replace("www.bbs.example", "www.gwxt.net"), "mine")
    found = site_for_host("www.gwxt.net", data=tmp_path)
    assert found is not None
    assert found.slug == "mine"
    assert site_for_host("nowhere.example", data=tmp_path) is None


def test_names_are_files_without_their_ending(write: Write, tmp_path: Path) -> None:
    path = write(GOOD, "bbs.example")
    assert files(tmp_path)["bbs.example"] == path


def test_a_byte_order_mark_does_no_harm(write: Write) -> None:
    assert read_site(write(b"\xef\xbb\xbf" + GOOD.encode())).name == "试验论坛"


def test_ports_of_hosts_need_no_second_line(write: Write) -> None:
    text = GOOD.replace("bbs.example", "bbs.example:8080") + "[politeness]\nports = [8081]\n"
    assert read_site(write(text)).ports == (8081, 8080)


@pytest.mark.parametrize(("url", "slug", "host", "ports"), [
    ("http://Forum.Example/thread-1-1-1.html", "forum.example", "forum.example", ()),
    ("http://127.0.0.1:8000/a", "127.0.0.1_8000", "127.0.0.1:8000", (8000,)),
    ("https://user:word@forum.example:443/", "forum.example_443", "forum.example:443", ()),
])
def test_a_host_nobody_declared_gets_a_site_of_its_own(url: str, slug: str, host: str, ports: tuple[int, ...]) -> None:
    if "@" in url:
        with pytest.raises(BadSite, match="not in `hosts`"):
            ad_hoc((url,))
        return
    site = ad_hoc((url,))
    assert (site.slug, site.hosts, site.ports, site.spider, site.platform) == (slug, (host,), ports, "forum", None)
    assert site.starts == (url,)
