"""Readings as JSON: lossless for the archive's own use, and the public object that `clean --json` prints.

The lossless form follows the dataclasses field by field, so a new field needs no line here. The public form is
versioned: fields are added, never changed or taken away.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from cleaners.reading import Edit, Entry, EntryFacts, Facts, Reading, Reply, StatedDate

PUBLIC_VERSION = 1

Json = Any


def to_json(value: Json) -> Json:
    """Give a dataclass, and all it holds, as JSON values; None, empty and default values are kept."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_json(getattr(value, name)) for name in _names(type(value))}
    return value


def from_json(data: Mapping[str, Json]) -> Reading:
    """Rebuild the reading that `to_json` gave; unknown keys raise TypeError, missing ones take their default."""
    built = _builder(Reading)(data)
    if not isinstance(built, Reading):
        raise TypeError("not a reading")
    return built


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _builder(kind: Any) -> Callable[[Json], Json]:  # noqa: ANN401 - a type hint is any object
    """Make the function that builds one value of a type hint from JSON."""
    origin = get_origin(kind)
    if origin is UnionType or str(origin) == "typing.Union":
        return _optional_builder(next(arg for arg in get_args(kind) if arg is not NoneType))
    if origin is tuple:
        return _tuple_builder(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if is_dataclass(kind):
        return _dataclass_builder(kind)
    return _same


def _same(value: Json) -> Json:
    return value


def _optional_builder(kind: Any) -> Callable[[Json], Json]:  # noqa: ANN401 - as above
    def build(value: Json) -> Json:
        return None if value is None else _builder(kind)(value)

    return build


def _tuple_builder(args: tuple[Any, ...]) -> Callable[[Json], Json]:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _builder(args[0])
        return lambda values: tuple(item(value) for value in values)
    items = [_builder(arg) for arg in args]
    return lambda values: tuple(build(value) for build, value in zip(items, values, strict=True))


def _dataclass_builder(kind: Any) -> Callable[[Json], Json]:  # noqa: ANN401 - as above
    hints = get_type_hints(kind)
    # The builders of the fields are looked up when first used: a type may hold itself.
    return lambda data: kind(**{name: _builder(hints[name])(value) for name, value in data.items()})


def public_json(reading: Reading) -> dict[str, Json]:
    """Give the versioned object that `gongwen clean --json` prints for one page."""
    outcome = reading.outcome
    return {
        "version": PUBLIC_VERSION,
        "url": reading.url,
        "page_kind": reading.page_kind.value,
        "document_key": reading.document_key,
        "title": reading.title,
        "view": reading.view.value,
        "page": reading.page,
        "pages": reading.pages,
        "platform": to_json(reading.platform),
        "outcome": {"state": outcome.state.value, "reason": _value(outcome.reason), "detail": outcome.detail},
        "charset": to_json(reading.charset),
        "facts": _public_facts(reading.facts),
        "reports": [_public_entry(entry) for entry in reading.entries],
        "replies": [_public_reply(reply) for reply in reading.replies],
        "links": _public_links(reading),
        "warnings": list(reading.warnings),
    }


def _value(item: StrEnum | None) -> str | None:
    return None if item is None else item.value


def _public_facts(facts: Facts) -> dict[str, Json]:
    given: dict[str, Json] = to_json(facts)
    given["claimed_chars"] = list(facts.claimed_chars)
    given["where"] = dict(facts.where)
    del given["stated"]
    return given | {f"{name}_stated": words for name, words in facts.stated}


def _public_entry(entry: Entry) -> dict[str, Json]:
    return {
        "title": entry.title,
        "title_from": entry.title_from,
        "subtitle": entry.subtitle,
        "text": entry.text,
        "chars": entry.chars,
        "position": entry.position,
        "part": entry.part,
        "author": entry.author,
        "published_at": _instant(entry.date),
        "facts": public_entry_facts(entry.facts),
        "edits": edits_json(entry.edits),
        "shown_sha256": entry.shown_sha256,
        "node": entry.node,
    }


def public_entry_facts(facts: EntryFacts) -> dict[str, Json]:
    """Give a text's facts as JSON, counts as one object of name and count; a span says where it is only in a title."""
    given: dict[str, Json] = to_json(facts)
    given |= {name: dict(getattr(facts, name)) for name in ("masks", "mask_kinds", "open_years")}
    for span in given["period_spans"]:
        if not span["is_in_title"]:
            del span["is_in_title"]
    return given


def edits_json(edits: Sequence[Edit]) -> list[dict[str, Json]]:
    """Give edits as JSON, in the order of the text."""
    return [to_json(edit) for edit in edits]


def _public_reply(reply: Reply) -> dict[str, Json]:
    return {
        "floor": reply.floor,
        "author": reply.author,
        "at": _instant(reply.date),
        "text": reply.text,
        "note": reply.note,
    }


def _instant(date: StatedDate | None) -> str | None:
    return None if date is None else date.at


def _public_links(reading: Reading) -> dict[str, Json]:
    links = reading.links
    return {
        "next": links.next,
        "documents": len(links.documents),
        "lists": len(links.lists),
        "attachments": [link.url for link in links.attachments],
        "dropped": dict(links.dropped),
    }
