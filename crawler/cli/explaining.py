"""Puts a reading into words for a person: what the page is and by which sign, its facts, and what each rule took."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields

from cleaners.as_json import public_entry_facts
from cleaners.facts.labels import is_silent
from cleaners.reading import Edit, Entry, Facts, Reading
from crawler.cli.printing import as_json, one_line
from crawler.cli.text_facts import text_facts

SHOWN_CHARS = 60
"""Characters of a text, or of what a rule took, that are shown."""
ELSEWHERE = ("dates", "attachments", "where", "stated")
"""Facts that have lines of their own."""
EXAMPLES = 3
"""What a rule took is shown this many times, then counted."""


def explained(reading: Reading, name: str) -> str:
    """Give the reading in lines, indented by what belongs to what."""
    return "\n".join([name, *(f"  {line}" for line in _lines(reading))])


def _lines(reading: Reading) -> Iterator[str]:
    platform, outcome = reading.platform, reading.outcome
    version = f" {platform.version}" if platform.version else ""
    yield f"platform  {platform.family}{version}, sure {platform.sure:.2f}: {platform.why or 'no sign named'}"
    pages = f" of {reading.pages}" if reading.pages else ""
    yield f"page      {reading.page_kind}, {reading.view} view, page {reading.page}{pages}"
    reason = f", {outcome.reason}" if outcome.reason else ""
    yield f"outcome   {outcome.state}{reason}" + (f": {outcome.detail}" if outcome.detail else "")
    yield f"document  {reading.document_key or 'no key: the address is not known'}"
    if reading.charset:
        lost = f", {reading.charset.lost} characters lost" if reading.charset.lost else ""
        yield f"charset   {reading.charset.charset}, by {reading.charset.how}{lost}"
    yield from _facts(reading.facts)
    yield from _links(reading)
    for entry in reading.entries:
        yield from _entry(entry)
    if reading.replies:
        yield f"replies   {len(reading.replies)}"
    yield from (f"warning   {warning}" for warning in reading.warnings)


def _facts(facts: Facts) -> Iterator[str]:
    """Give what the page states, with the place where a date was found."""
    for date in facts.dates:
        read_as = date.at or "not understood"
        yield f"date      {date.kind} {read_as}, printed {one_line(date.stated)!r}" + (
            f", from {date.where}" if date.where else "")
    where, stated = dict(facts.where), dict(facts.stated)
    for field in fields(facts):
        value = getattr(facts, field.name)
        if field.name in ELSEWHERE or field.name.startswith("compilation") or is_silent(value):
            continue
        printed = f", printed {one_line(stated[field.name])!r}" if field.name in stated else ""
        place = f", from {one_line(where[field.name])}" if field.name in where else ""
        yield f"fact      {field.name}: {one_line(value if isinstance(value, str) else as_json(value))}{printed}{place}"
    yield from (f"file      {one_line(file.name)} {file.size or ''}".rstrip() for file in facts.attachments)
    yield from _compilation(facts)


def _compilation(facts: Facts) -> Iterator[str]:
    """Say what was found of a compilation: how its items are headed, how many are claimed and how many were cut."""
    if facts.compilation is None:
        return
    counts = {"found": facts.compilation_found, "claimed": facts.compilation_claimed, "deep": facts.compilation_depth}
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    form = f", headed by {facts.compilation_form}" if facts.compilation_form else ""
    yield f"compiled  {facts.compilation}{form}" + (f": {told}" if told else "")


def _links(reading: Reading) -> Iterator[str]:
    links = reading.links
    counts = {"documents": len(links.documents), "lists": len(links.lists), "feeds": len(links.feeds)}
    if any(counts.values()):
        yield "links     " + ", ".join(f"{count} {role}" for role, count in counts.items() if count)
    if links.dropped:
        yield "dropped   " + ", ".join(f"{rule} {count}" for rule, count in links.dropped)


def _entry(entry: Entry) -> Iterator[str]:
    title = "no title" if entry.title is None else f"{one_line(entry.title)} (from {entry.title_from})"
    place = f"{entry.position}.{entry.part}" if entry.part else str(entry.position)
    yield f"report    {place}: {title}, {entry.chars} characters"
    if entry.node:
        yield f"  node    {one_line(entry.node)}"
    yield f"  begins  {_short(entry.text)}"
    yield from (f"  {line}" for line in text_facts(public_entry_facts(entry.facts)))
    taken: dict[str, list[Edit]] = defaultdict(list)
    for edit in entry.edits:
        taken[edit.rule].append(edit)
    for rule, edits in taken.items():
        times = "once" if len(edits) == 1 else f"{len(edits)} times"
        yield f"  rule    {rule}: {times}, {sum(len(edit.taken) for edit in edits)} characters taken"
        for edit in edits[:EXAMPLES]:
            yield f"          at {edit.start}: {_quoted(edit.taken)} became {_quoted(edit.put)}"


def _quoted(text: str) -> str:
    """Give text in quotes, white space made visible; nothing at all is said so."""
    if not text:
        return "nothing"
    return repr(text if len(text) <= SHOWN_CHARS else text[: SHOWN_CHARS - 1] + "…")


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= SHOWN_CHARS else line[: SHOWN_CHARS - 1] + "…"
