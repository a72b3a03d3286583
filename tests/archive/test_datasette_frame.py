"""What stands round every page: the headers, the style, whom to ask for removal, templates without scripts."""

import re
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import pytest
from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.datasette.amendments import AMENDMENTS, without_scripts
from archive.datasette.frame import contact_link
from archive.datasette.headers import OUR_POLICY
from tests.archive.desk import open_desk
from tests.archive.served import get, make, serve

ROOT = Path(__file__).resolve().parents[2]
TABLES = ("/archive/reports", "/archive/reports/4", "/archive/texts/4")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    folder = tmp_path_factory.mktemp("frame")
    make(folder).archive.close()
    return serve(folder / "archive.db")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file without a report."""
    folder = tmp_path_factory.mktemp("empty")
    open_desk(folder).archive.close()
    return folder / "archive.db"


def test_our_pages_allow_nothing_in_line_and_datasettes_no_script(served: Datasette) -> None:
    ours = get(served, "/")
    assert ours.headers["content-security-policy"] == OUR_POLICY
    assert "style=" not in ours.text
    policy = get(served, TABLES[0]).headers["content-security-policy"]
    assert "script-src 'self';" in policy


@pytest.mark.parametrize("path", ["/", "/search?q=a", "/nowhere", "/-/static/app.css", "/robots.txt"])
def test_every_answer_carries_the_headers(served: Datasette, path: str) -> None:
    headers = get(served, path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]


def test_nothing_is_asked_of_another_host(served: Datasette) -> None:
    for path in ["/", "/search?q=script", *TABLES]:
        loaded = re.findall(r'(?:src|srcset|<link rel="stylesheet" href)="([^"]*)"', get(served, path).text)
        assert all(address.startswith("/") for address in loaded), (path, loaded)


def test_the_style_is_served(served: Datasette) -> None:
    address = re.search(r'<link rel="stylesheet" href="([^"]*gongwen.css[^"]*)"', get(served, "/").text)
    assert address is not None
    answer = get(served, address[1])
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/css")


def test_an_address_that_nobody_means_is_refused(served: Datasette) -> None:
    assert get(served, f"/search?q={'a' * 17_000}").status_code == 414
    assert get(served, f"/{'a' * 17_000}").status_code == 414
    assert get(served, f"/search?q={quote('长' * 700)}").status_code == 200


# (setting, said on every page)
CONTACTS = [
    (None, "请联系提供本页的人"),
    ("takedown@example.test", 'href="mailto:takedown@example.test"'),
    ("javascript:alert(1)", "请联系 javascript:alert(1)"),
    (7, "请联系提供本页的人"),
]


@pytest.mark.parametrize(("contact", "said"), CONTACTS)
def test_whom_to_ask_for_removal_is_on_every_page(
    empty: Path, contact: object, said: str
) -> None:
    served = serve(empty, metadata={"plugins": {"gongwen": {"contact": contact}}})
    for path in ("/search", "/archive/reports", "/nowhere"):
        assert said in get(served, path).text, path


# (contact, link)
LINKS = [("a@b.test", "mailto:a@b.test"), ("mailto:a@b.test", "mailto:a@b.test"), ("http://b.test", "http://b.test"),
         ("javascript:x@b.test", None), ("a@b.test?cc=c", None), ("@b.test", None), ("a b@c.test", None),
         ("ftp://a.test", None), (None, None)]  # fmt: skip


@pytest.mark.parametrize(("contact", "link"), LINKS)
def test_a_contact_is_a_link_only_where_it_is_safe(contact: str | None, link: str | None) -> None:
    assert contact_link(contact) == link


def test_every_amendment_fits_a_line_of_datasette() -> None:
    second = list((ROOT / ".venv-datasette1").glob("lib/python3*/site-packages/datasette/templates"))
    folders = [Path(str(files("datasette").joinpath("templates"))), *second]
    sources = {name: [(folder / name).read_text("utf-8") for folder in folders if (folder / name).exists()]
               for name in AMENDMENTS}  # fmt: skip
    missing = [(name, stands) for name, changes in AMENDMENTS.items() for stands, _ in changes
               if not any(stands in source for source in sources[name])]  # fmt: skip
    if missing and not second:
        pytest.skip("the second Datasette is not installed: make datasette1")
    assert missing == []


# (template, without its scripts)
SCRIPTS = [
    ("a<script>x</script>b", "ab"),
    ('a<script src="{{ x }}" defer></script>{% if y %}<script>z</script>{% endif %}b', "a{% if y %}{% endif %}b"),
    ("a<script>x", "a"),
    ("a<b>", "a<b>"),
]


@pytest.mark.parametrize(("source", "left"), SCRIPTS)
def test_scripts_are_taken_out_of_a_template(source: str, left: str) -> None:
    assert without_scripts(source) == left


