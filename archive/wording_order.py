"""The wordings of an archive in an order that follows from them alone: the best condition first, then the longest."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from archive.duplicates import key_pairs

_WORDINGS = "SELECT id, sha256, key, title_key, digits, han FROM texts"
_FACTS = "SELECT text_id, facts FROM copies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text, as far as its place in the order and its keys go."""

    id: int
    sha256: str
    key: str
    title_key: str
    digits: str
    han: int

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Give both keys, each with the digest of its digits."""
        return key_pairs(self.key, self.title_key, self.digits)


def wordings_of(conn: sqlite3.Connection) -> list[Wording]:
    """Give all wordings that a copy shows, those in the best condition first, of these the longest."""
    conditions: dict[int, tuple[int, ...]] = {}
    for text_id, facts in conn.execute(_FACTS):
        condition = _condition(json.loads(facts or "{}"))
        conditions[text_id] = min(condition, conditions.get(text_id, condition))
    names = ("id", "sha256", "key", "title_key", "digits", "han")
    found = [Wording(**dict(zip(names, row, strict=True))) for row in conn.execute(_WORDINGS) if row[0] in conditions]
    return sorted(found, key=lambda one: (*conditions[one.id], -one.han, one.sha256))


def _condition(facts: dict[str, Any]) -> tuple[int, ...]:
    """Rank a copy's text by what its facts say: whole, least masked, undamaged, simplified."""
    return (
        int(bool(facts.get("partial") or facts.get("truncated") or facts.get("hidden_parts"))),
        sum((facts.get("masks") or {}).values()),
        facts.get("pinyin_annotations", 0) + facts.get("lost_characters", 0),
        int(facts.get("script") not in (None, "simplified")),
    )
