"""The README of an evidence folder: what lies in it, what it proves, and the commands that check it. Words only."""

from collections.abc import Mapping, Sequence
from typing import Any

from archive.queries import Report

_README = """\
Evidence of report {id}
本文件夹是该报告的存证：抓取的原始字节、响应头、摘要、页面所示文本、清理后文本、逐条改动、各处异同。

{title}

What lies here
  captures/*.warc.gz      each capture as it was received, cut byte for byte out of the archive's WARC segments:
                          what the segment says of itself, the answer, the request
  captures/*.headers.txt  the headers of the record and of the answer, as they stand in it
  places/*.shown.txt      the text that the page showed at a place, before any rule
  places/*.edits.json     every change that was made to it: rule, where in the shown text, what was taken, what was put
  places/*.text.txt       the text that is kept
  places/*.differences.json  how that differs from the canonical text ({canonical})
  evidence.json           addresses, dates as stated, instants of capture, digests, what is missing
  SHA256SUMS              the digest of every file here

How to check it (in this folder; warcio comes with `pip install warcio`)

1. No file was changed since the folder was made:
  $ sha256sum -c SHA256SUMS

2. Every record and body is the one whose digest its WARC record states (`body_sha256` in evidence.json is the same):
  $ warcio check -v captures/*.warc.gz

3. Text as shown and edits give the text that is kept, and the digests of both are right:
  $ python3 - <<'END'
{check}
END

4. Look at what came over the wire: the headers, then the page itself.
{look}

What it proves, and what it does not
  The captures are what this archive received at the instants stated; the texts follow from them by the edits listed.
  That the site sent these bytes rests on whoever ran the archive: give the sha256 of SHA256SUMS to a third hand early.
  Dates of publication are those that the pages state. The earliest known copy need not be the first there was.
  Captures are whole pages: they hold what other people wrote there. Handle them with care.
{problems}"""
_CHECK = """\
import hashlib, json, unicodedata
def read(name):
    return open(name, "rb").read().decode("utf-8", "surrogatepass")
def sha256(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
wrong = 0
for place in json.load(open("evidence.json", encoding="utf-8"))["places"]:
    files, text = place["files"], read(place["files"]["text"])
    bare = unicodedata.normalize("NFC", "".join(text.split()))
    ok = sha256(bare) == place["text_sha256_without_white_space"]
    if "shown" in files:
        shown, parts, at = read(files["shown"]), [], 0
        for edit in json.load(open(files["edits"], encoding="utf-8")):
            end = edit["start"] + len(edit["taken"])
            ok = ok and shown[edit["start"]:end] == edit["taken"]
            parts += [shown[at:edit["start"]], edit["put"]]
            at = end
        ok = ok and "".join(parts) + shown[at:] == text
        ok = ok and place["shown_sha256"] in (None, sha256(shown))
    print("place", place["place"], "OK" if ok else "FAILED")
    wrong += not ok
raise SystemExit(wrong)"""
MOST_LOOKED_AT = 3
"""Captures whose commands are written out; the others go alike."""


def readme(report: Report, captures: Sequence[Mapping[str, Any]], problems: Sequence[str]) -> str:
    """Write the README; commands stand behind `  $ `, the program of the third runs to `END` and can be pasted."""
    here = [one for one in captures if one["slice"]]
    look = [
        f"  $ warcio extract {option} {one['slice']} {one['offset']}"
        for one in here[:MOST_LOOKED_AT]
        for option in ("--headers", "--payload")
    ]
    missing = ["", "What is missing or wrong", *(f"  {_line(problem)}" for problem in problems)] if problems else []
    return _README.format(
        id=report.public_id, title=_line(report.title or "(no title stated)"), look="\n".join(look) or "  (none)",
        canonical="of the place marked is_canonical", check=_CHECK,
        problems="".join(f"{line}\n" for line in missing),
    )  # fmt: skip


def _line(text: str) -> str:
    """Give a title or an error as one line of at most 300 characters that can do nothing to a terminal."""
    line = " ".join(text[:3000].split())[:300]
    return "".join(one if one.isprintable() else "\ufffd" for one in line)
