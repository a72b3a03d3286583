"""What proves a report, as one folder: the captured bytes, their digests and headers, the texts and how they differ.

A third person checks the folder with sha256sum, warcio and twenty lines of plain Python that its README holds; neither
Gongwen nor the archive is needed for it. The cutting of segments is in `evidence_captures`, the README's words are in
`evidence_words`. Nothing is changed in the archive; replies are given only as far as the captured pages hold them.
"""

import hashlib
import json
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from archive.capture import Place
from archive.database import Archive
from archive.errors import ArchiveError
from archive.evidence_captures import cut
from archive.evidence_unread import unread_cells
from archive.evidence_words import readme
from archive.instants import to_text
from archive.likeness.differences import Differences
from archive.likeness.kinds import Kind
from archive.one_moment import one_moment
from archive.provenance import Located, Provenance, provenance
from archive.queries import Report, show
from archive.stored_json import text_in, value_in, whole
from archive.verify_captures import Verdict, check
from cleaners.edits import undo
from cleaners.entries import digest_of_shown
from cleaners.errors import EditMismatch
from cleaners.reading import Edit

VERSION = 1
"""Of `evidence.json`; fields are added, not changed."""
_PLACE = """
SELECT copies.capture_id, copies.document_id, copies.shown_sha256, texts.sha256, documents.noarchive
FROM copies JOIN texts ON texts.id = copies.text_id JOIN documents ON documents.id = copies.document_id
WHERE copies.id = ?
"""
_EDITS = "SELECT rule, start, taken, put FROM edits WHERE copy_id = ? ORDER BY id"
_CAPTURES = """
SELECT id, warc_file, warc_offset, warc_length, sha256, url, final_url, status, source, file_name, fetched_at, bytes,
  charset, charset_how, state, redirects, document_id
FROM captures WHERE document_id IN (SELECT value FROM json_each(:documents))
  OR id IN (SELECT value FROM json_each(:captures)) ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was written."""

    public_id: str
    places: int
    captures: int
    digest: str
    """sha256 of SHA256SUMS: whoever has it from another hand knows the whole folder."""
    problems: tuple[str, ...]
    """What could not be proved: lost or damaged bytes, edits that cannot be undone. Empty = all is there."""


def write_evidence(archive: Archive, public_id: str, folder: Path, *, made_at: datetime, software: str) -> Evidence:
    """Write the evidence of a report into a folder that is not there yet, or is empty: all of it, or nothing.

    Raises UnknownId for no such report, ArchiveError for a folder with something in it, OSError of the disk.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ArchiveError(f"{folder}: something is there already; name another folder with -o")
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(mkdtemp(prefix=f".{folder.name[:40]}-", dir=folder.parent))
    try:
        damaged: dict[str, None] = {}
        with one_moment(archive.conn, tell=damaged.setdefault):
            written = _Folder(archive, part, public_id, damaged).write(made_at=made_at, software=software)
        part.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return written


class _Folder:
    """A folder under way."""

    def __init__(self, archive: Archive, root: Path, public_id: str, damaged: Collection[str]) -> None:
        self.archive, self.root, self.damaged = archive, root, damaged
        self.report: Report = show(archive, public_id)
        self.known: Provenance = provenance(archive, public_id)
        self.problems: list[str] = []
        self.documents: dict[int, bool] = {}
        """Rows of documents, and whether they ask not to be shown from an archive."""

    def write(self, *, made_at: datetime, software: str) -> Evidence:
        """Write all files; the sums last."""
        places = [self._place(place) for place in self.known.places]
        captures = list(self._captures({place["capture_id"] for place in places}))
        self.problems += unread_cells(self.archive.conn, self.report.public_id)
        self.problems += [f"bytes that are no UTF-8 stand as U+FFFD here: {_shown(cell)}" for cell in self.damaged]
        told = {
            "format": f"gongwen evidence {VERSION}", "made_at": to_text(made_at), "software": software,
            "report": self._told(), "places": places, "captures": captures, "problems": self.problems,
        }  # fmt: skip
        self._put("evidence.json", _json(told))
        self._put("README.txt", readme(self.report, captures, self.problems).encode("utf-8", "surrogatepass"))
        digest = self._sums()
        return Evidence(
            public_id=self.report.public_id, places=len(places), captures=len(captures), digest=digest,
            problems=tuple(self.problems),
        )  # fmt: skip

    def _told(self) -> dict[str, Any]:
        known, report = self.known, self.report
        return {
            "id": report.public_id, "title": report.title, "redirected_from": known.redirected_from,
            "canonical_place": known.canonical, "why_canonical": known.why_canonical,
            "earliest_known_place": known.earliest, "perhaps_earlier_places": list(known.perhaps_earlier),
            "asserted": dict(report.asserted),
        }  # fmt: skip

    def _place(self, place: Located) -> dict[str, Any]:
        """Write the files of one place and give what is known of it."""
        copy, name = place.copy, f"places/place-{place.number}"
        row = self.archive.conn.execute(_PLACE, (copy.id,)).fetchone()
        capture_id, document_id, shown_sha256, text_sha256, noarchive = row
        self.documents[document_id] = bool(noarchive)
        files = {"text": f"{name}.text.txt"} | self._shown(place, name, shown_sha256)
        self._put(files["text"], copy.text.encode("utf-8", "surrogatepass"))
        if not place.is_canonical:
            files["differences"] = f"{name}.differences.json"
            self._put(files["differences"], _json(_differences(place.differences)))
        return {
            "place": place.number, "copy_id": copy.id, "capture_id": capture_id, "url": copy.url, "site": copy.site,
            "document": copy.document_key, "position": copy.position, "part": copy.part, "version": copy.version,
            "is_current": copy.is_current, "title": copy.title, "author": copy.author,
            "published_on": copy.published_on, "date_kind": copy.date_kind, "date_note": place.date_note,
            "first_seen_at": copy.first_seen_at, "last_seen_at": copy.last_seen_at, "relation": copy.relation,
            "is_canonical": place.is_canonical, "is_earliest_known": place.is_earliest,
            "asks_not_to_be_archived": bool(noarchive), "asserted": dict(copy.asserted),
            "text_sha256_without_white_space": text_sha256, "shown_sha256": shown_sha256, "files": files,
        }  # fmt: skip

    def _shown(self, place: Located, name: str, sha256: str | None) -> dict[str, str]:
        """Write the edits, and the text as the page showed it where they can be undone; give the files."""
        rows = self.archive.conn.execute(_EDITS, (place.copy.id,)).fetchall()
        edits = [Edit(rule=text_in(rule) or "", start=whole(start), taken=text_in(taken) or "", put=text_in(put) or "")
                 for rule, start, taken, put in rows]  # fmt: skip
        files = {"edits": f"{name}.edits.json"}
        told = [{"rule": one.rule, "start": one.start, "taken": one.taken, "put": one.put} for one in edits]
        self._put(files["edits"], _json(told))
        try:
            shown = undo(place.copy.text, edits)
        except (EditMismatch, ValueError) as error:
            self.problems.append(f"place {place.number}: its edits cannot be undone: {error}")
            return files
        if sha256 is not None and digest_of_shown(shown) != sha256:
            self.problems.append(f"place {place.number}: text and edits do not give the text as shown")
        files["shown"] = f"{name}.shown.txt"
        self._put(files["shown"], shown.encode("utf-8", "surrogatepass"))
        return files

    def _captures(self, named: set[int | None]) -> Iterator[dict[str, Any]]:
        """Write the slice and the headers of each capture of the documents, and give what is known of it."""
        asked = {"documents": json.dumps(list(self.documents)), "captures": json.dumps([*named])}
        for row in self.archive.conn.execute(_CAPTURES, asked).fetchall():
            number, file, offset, length, sha256 = row[:5]
            place = Place(file=file, offset=offset, length=length, sha256=sha256)
            told: dict[str, Any] = {
                "capture": number, "url": row[5], "final_url": row[6], "status": row[7], "source": row[8],
                "file_name": row[9], "fetched_at": row[10], "body_bytes": row[11], "body_sha256": sha256,
                "charset": row[12], "charset_how": row[13], "state": row[14], "redirects": _redirects(row[15]),
                "segment": file, "segment_offset": offset, "segment_length": length,
                "asks_not_to_be_archived": self.documents.get(row[16], False),
            }  # fmt: skip
            yield told | self._slice(number, place)

    def _slice(self, number: int, place: Place) -> dict[str, Any]:
        """Write the members of a capture; where they lie in the slice, and what is wrong with them."""
        if not _is_within(place):
            self.problems.append(f"capture {number}: its row names no place in a segment")
            return {"verdict": Verdict.FAILED.value, "problem": self.problems[-1], "slice": None, "headers": None}
        verdict, problem = check(self.archive, place)
        if problem is not None:
            self.problems.append(f"capture {number}: {problem}")
        told: dict[str, Any] = {"verdict": verdict.value, "problem": problem, "slice": None, "headers": None}
        try:
            found = cut(self.archive.folder, place)
        except OSError:  # the segment is gone; `check` has said so
            return told
        told |= {
            "slice": f"captures/capture-{number}.warc.gz", "headers": f"captures/capture-{number}.headers.txt",
            "offset": len(found.info), "length": len(found.answer), "has_request": bool(found.request),
        }  # fmt: skip
        self._put(told["slice"], found.members)
        self._put(told["headers"], found.head)
        return told

    def _put(self, name: str, data: bytes) -> None:
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    def _sums(self) -> str:
        """Write the digest of every file, in order of name; give the digest of that list."""
        paths = sorted(path for path in self.root.rglob("*") if path.is_file())
        names = [path.relative_to(self.root).as_posix() for path in paths]
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
        sums = "".join(f"{digest}  {name}\n" for digest, name in zip(digests, names, strict=True)).encode()
        self._put("SHA256SUMS", sums)
        return hashlib.sha256(sums).hexdigest()


def _is_within(place: Place) -> bool:
    """Say whether a row, which another program may have written, names a place in a segment of this archive."""
    is_name = isinstance(place.file, str) and Path(place.file).name == place.file and "\0" not in place.file
    return is_name and all(isinstance(one, int) and one >= 0 for one in (place.offset, place.length))


def _redirects(cell: object) -> object:
    """Give the redirects of a capture; the cell as it stands where it is no JSON."""
    found = value_in(cell or "[]")
    return cell if found is None else found


def _shown(cell: str) -> str:
    """Give the beginning of a cell as can be printed."""
    return "".join(one if one.isprintable() else "\ufffd" for one in cell)


def _differences(found: Differences) -> dict[str, Any]:
    """Tell how a place's text differs from the canonical one: sums, and each piece with its place in both texts."""
    return {
        "sums": {kind.value: {"runs": one.runs, "canonical_chars": one.chars, "chars": one.other_chars}
                 for kind, one in found.tallies.items()},
        "forms": {form.value: count for form, count in found.forms.items()},
        "pieces": [
            {"kind": piece.kind.value, "canonical": piece.one, "canonical_start": piece.start,
             "canonical_end": piece.end, "text": piece.other, "start": piece.other_start, "end": piece.other_end}
            for piece in found.pieces if piece.kind is not Kind.EQUAL or piece.forms
        ],
    }  # fmt: skip


def _json(value: object) -> bytes:
    """Give JSON with Chinese as Chinese; a lone surrogate is escaped, so that every reader takes it."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=text_in)
    return "".join(f"\\u{ord(one):04x}" if "\ud800" <= one <= "\udfff" else one for one in text).encode() + b"\n"

