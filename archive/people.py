"""What leaves the archive of the people in it: handles as salted hashes, names and contacts taken out of other fields.

The salt is a secret of the archive's folder: without it nobody can try names against the hashes. What is handed out is
decided in `exporting` and `publishing`.
"""

import hashlib
import hmac
import json
import re
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.database import Archive

SALT_FILE = "people.salt"
"""Beside the database, never in it: a copy of the database must not carry it."""
DIGITS = 16
PREFIX = "p:"
"""What a hashed handle begins with."""
PUBLIC_KINDS = frozenset({"article"})
"""Documents whose author is a byline, set there to be known; on all others it is the handle of an account."""
HANDLE_FACTS = ("author", "uploader", "editor", "reviewer", "contributor")
ALWAYS_HANDLES = ("uploader",)
"""Facts that are handles on whatever document."""
# What a page may say of how to reach somebody: an address of mail, a mobile or a land-line number of China, a number of
# QQ or a name of WeChat behind its label. Bounded counts, one class after the other: linear.
_REACH = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
    r"|(?<![0-9])1[3-9][0-9]{9}(?![0-9])|(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])"
    r"|(?:QQ|qq|微信|V信|加V)(?:群|号|號)?[:： ]{0,3}[A-Za-z0-9_-]{5,20}"
)
# `本帖最后由 NAME 于 2020-1-2 10:00 编辑`, as Discuz prints it. A name has thirty characters at most: linear.
_EDITED_BY = re.compile(r"(?<=本帖最后由 )(?P<name>[^\n]{1,30}?)(?= 于 [0-9]{4})")
_HANDLES = """
SELECT author FROM documents WHERE kind <> 'article' AND author IS NOT NULL
UNION SELECT copies.author FROM documents CROSS JOIN copies ON copies.document_id = documents.id
  WHERE kind <> 'article' AND copies.author IS NOT NULL
UNION SELECT author FROM replies WHERE author IS NOT NULL
"""
_TAKEN_OUT = "〔…〕"


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How people are told of: as they are called, or not."""

    salt: bytes | None
    """None = as they are called (`--with-people`)."""
    handles: frozenset[str] = frozenset()
    """Names that are handles somewhere in the archive: they are no bylines elsewhere."""
    is_kept: bool = True
    """False where the salt could not be kept: then hashes of another run are others."""

    @property
    def are_named(self) -> bool:
        """Say whether people are told of as they are called."""
        return self.salt is None

    def handle(self, name: str | None) -> str | None:
        """Give the name of an account as it leaves the archive; None for none."""
        if self.salt is None or name is None or not name.strip():
            return name
        plain = unicodedata.normalize("NFC", name.strip()).encode("utf-8", "replace")
        return PREFIX + hmac.new(self.salt, plain, hashlib.sha256).hexdigest()[:DIGITS]

    def author(self, name: str | None, *, kind: str | None) -> str | None:
        """Give an author as he leaves the archive: a byline as printed, a handle as its hash."""
        return name if self._is_byline(name, kind) else self.handle(name)

    def _is_byline(self, name: str | None, kind: str | None) -> bool:
        return kind in PUBLIC_KINDS and (name or "").strip() not in self.handles

    def masked(self, text: str, names: Iterable[str | None]) -> str:
        """Take these names, and what says how to reach somebody, out of a text that is no report."""
        if self.salt is None:
            return text
        hashed = _EDITED_BY.sub(lambda found: self.handle(found["name"]) or "", text)
        for name in sorted({name for name in names if name and len(name) > 1}, key=len, reverse=True):
            hashed = hashed.replace(name, self.handle(name) or "")
        return _REACH.sub(_TAKEN_OUT, hashed)

    def facts(self, text: str | None, *, kind: str | None) -> str | None:
        """Give the facts of a document as they leave the archive: no contact, and handles as hashes."""
        if self.salt is None or text is None:
            return text
        try:
            facts = json.loads(text)
        except ValueError:
            return None
        if not isinstance(facts, dict):
            return None
        return json.dumps(self._hashed(facts, kind), ensure_ascii=False)

    def _hashed(self, facts: dict[str, Any], kind: str | None) -> dict[str, Any]:
        told = {name: facts[name] for name in HANDLE_FACTS if isinstance(facts.get(name), str)}
        changed = {
            name: self.handle(value)
            for name, value in told.items()
            if name in ALWAYS_HANDLES or not self._is_byline(value, kind)
        }
        prints = [pair for pair in facts.get("stated") or () if pair and pair[0] not in (*HANDLE_FACTS, "contact")]
        return {**facts, **changed, "contact": None, "stated": prints}


def people_of(archive: Archive, *, are_named: bool) -> People:
    """Give how people of an archive are told of; makes its salt where there is none yet."""
    if are_named:
        return People(salt=None)
    salt, is_kept = _salt(archive.folder / SALT_FILE)
    found = archive.conn.execute(f"SELECT CAST(author AS BLOB) FROM ({_HANDLES})")  # noqa: S608 - our own words
    handles = frozenset(name.decode("utf-8", "replace").strip() for (name,) in found)
    return People(salt=salt, is_kept=is_kept, handles=handles)


def _salt(path: Path) -> tuple[bytes, bool]:
    """Give the salt of a folder, and whether it will be the same the next time."""
    try:
        if not path.exists():
            path.touch(mode=0o600, exist_ok=False)
            path.write_text(secrets.token_hex(32), encoding="ascii")
        kept = path.read_text(encoding="ascii").strip()
        if kept:
            return kept.encode(), True
    except (OSError, UnicodeDecodeError):  # a disk that nobody can write to: a salt for this run alone
        pass
    return secrets.token_bytes(32), False
