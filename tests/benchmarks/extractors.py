"""The peers of reading: the extractors that all use, at their own defaults. Run in an environment of their own.

`python tests/benchmarks/extractors.py FOLDER` reads FOLDER/pages.json (a list of {"id", "url"}), ID.html and ID.txt
(the bytes, and decoded for those that take none). It writes FOLDER/found.json: {who: {"missing": why}}, or {who:
{"texts": {id: text}, "cpu_ms": {id: ms}}}. Nothing of the project is imported. One thread; one peer after the other.
"""

import contextlib
import importlib
import io
import json
import logging
import socket
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Extract = Callable[[bytes, str, str | None], str | None]
"""Bytes, decoded text and URL of a page to its main text."""
WARM_UP = "<html><head><title>t</title></head><body><div><p>" + "预热文本，" * 60 + "</p></div></body></html>"


def trafilatura(**options: Any) -> Extract:
    """trafilatura.extract in one of its modes."""
    module = importlib.import_module("trafilatura")
    return lambda body, text, url: module.extract(body, url=url, **options)


def readability() -> Extract:
    """readability-lxml: the text of its summary."""
    document = importlib.import_module("readability").Document
    html = importlib.import_module("lxml.html")
    return lambda body, text, url: html.fromstring(document(body, url=url).summary()).text_content()


def resiliparse() -> Extract:
    """resiliparse with main_content."""
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda body, text, url: extract(text, main_content=True)


def newspaper() -> Extract:
    """newspaper4k, told that the language is Chinese; it never asks the network."""
    article = importlib.import_module("newspaper").Article

    def extract(body: bytes, text: str, url: str | None) -> str:
        found = article(url or "http://nowhere.example/", language="zh")
        found.download(input_html=text)
        found.parse()
        return str(found.text)

    return extract


def justext() -> Extract:
    """jusText without a stop list, of which it has none for Chinese, as its command line runs it then.

    Its lengths, 70 and 200, are meant for letters and lose most Chinese paragraphs (F1 0.46 on articles): 20 and 60
    stand for as many words.
    """
    module = importlib.import_module("justext")
    options = {"stopwords_low": 0, "stopwords_high": 0, "length_low": 20, "length_high": 60}

    def extract(body: bytes, text: str, url: str | None) -> str:
        rows = module.justext(text, frozenset(), **options)
        return "\n".join(row.text for row in rows if not row.is_boilerplate)

    return extract


PEERS: dict[str, Callable[[], Extract]] = {
    "trafilatura, default": trafilatura,
    "trafilatura, precision, no comments": lambda: trafilatura(favor_precision=True, include_comments=False),
    "trafilatura, recall": lambda: trafilatura(favor_recall=True),
    "readability-lxml": readability,
    "resiliparse, main_content": resiliparse,
    "newspaper4k, zh": newspaper,
    "justext, no stop list, lengths 20/60": justext,
}


def main() -> int:
    """Run every peer over the pages of a folder."""
    folder = Path(sys.argv[1])
    logging.disable(logging.CRITICAL)
    socket.getaddrinfo = _no_network
    pages = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
    found = {who: run(make, pages, folder) for who, make in PEERS.items()}
    (folder / "found.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return 0


def run(make: Callable[[], Extract], pages: Iterable[dict[str, Any]], folder: Path) -> dict[str, Any]:
    """Run one peer; a page on which it fails gives no text, a peer that is not here says why."""
    try:
        extract = make()
    except ImportError as error:
        return {"missing": str(error)}
    texts: dict[str, str] = {}
    cpu_ms: dict[str, float] = {}
    _text_of(extract, WARM_UP.encode(), WARM_UP, "http://warm.example/")
    for page in pages:
        name = page["id"]
        body = (folder / f"{name}.html").read_bytes()
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        began = time.process_time()
        texts[name] = _text_of(extract, body, text, page["url"])
        cpu_ms[name] = 1000 * (time.process_time() - began)
    return {"texts": texts, "cpu_ms": cpu_ms}


def _no_network(*words: object, **options: object) -> Any:
    """Refuse to look a name up: a peer that asks for a list of suffixes must not wait for the network."""
    raise OSError("no network in a benchmark")


def _text_of(extract: Extract, body: bytes, text: str, url: str | None) -> str:
    """Extract one text; what the peer prints is kept away."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return extract(body, text, url) or ""
    except Exception:  # noqa: BLE001 - an extractor that raises has extracted nothing
        return ""


if __name__ == "__main__":
    sys.exit(main())
