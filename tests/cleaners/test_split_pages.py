"""Compilations are cut where a person would; pages that only look so stay whole; nothing of a page is lost."""


from cleaners.edits import undo
from cleaners.outcome import Outcome, State
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Entry, PageKind, PlatformGuess, Reading
from cleaners.split.documents import split_reading, unsplit
from tests.cleaners import split
from tests.tables import table

COMPILATIONS = split.pages("compilations")
ORDINARY = split.pages("ordinary")
DUMPS = [page for page in COMPILATIONS if page.as_dump]


def named(page: split.Page) -> str:
    return f"{page.where} {page.label}"


def whole(page: split.Page, *, kind: PageKind = PageKind.ARTICLE, position: int = 1) -> Reading:
    """Give a reading of the page as if the rules had nothing to do."""
    entry = Entry(position=position, title=page.title, title_from="heading", text=page.shown)
    return Reading(
        platform=PlatformGuess(family="generic"), page_kind=kind, outcome=Outcome(state=State.READ), title=page.title,
        entries=(entry,),
    )  # fmt: skip


def dumped(page: split.Page) -> Reading:
    """Read the page as a text dump, through every rule."""
    return read(Page(body=f"{page.title or ''}\n{page.shown}".encode(), media=Media.TEXT))


@table("page", COMPILATIONS, ids=named)
def test_a_compilation_is_cut_at_its_headings(page: split.Page) -> None:
    reading = split_reading(whole(page))
    assert [(entry.title, entry.text) for entry in reading.entries] == [(i.title, i.text) for i in page.items]
    assert [entry.position for entry in reading.entries] == list(range(1, len(page.items) + 1))


@table("page", COMPILATIONS, ids=named)
def test_its_facts_say_what_was_found(page: split.Page) -> None:
    facts = split_reading(whole(page)).facts
    assert (facts.compilation, facts.compilation_form) == ("split", page.form)
    found = (facts.compilation_claimed, facts.compilation_found, facts.compilation_depth)
    assert found == (page.claimed, len(page.items), page.depth)


@table("page", COMPILATIONS, ids=named)
def test_the_shown_text_is_that_of_its_items(page: split.Page) -> None:
    entries = split_reading(whole(page)).entries
    assert "".join(undo(entry.text, entry.edits) for entry in entries) == page.shown
    assert "".join((entry.heading or "") + entry.text for entry in entries) == page.shown


@table("page", COMPILATIONS, ids=named)
def test_items_put_together_again_are_the_text(page: split.Page) -> None:
    reading = whole(page)
    (entry,) = unsplit(split_reading(reading), title_from="heading").entries
    assert (entry.text, entry.title, entry.edits) == (page.shown, page.title, ())


@table("page", DUMPS, ids=named)
def test_a_dumped_compilation_is_cut_as_well(page: split.Page) -> None:
    reading = dumped(page)
    assert [(entry.title, entry.text) for entry in reading.entries] == [(i.title, i.text) for i in page.items]
    shown = "".join(undo(entry.text, entry.edits) for entry in reading.entries)
    assert shown == f"{page.title or ''}\n{page.shown}"


@table("page", COMPILATIONS, ids=named)
def test_a_floor_that_is_a_compilation_keeps_its_number(page: split.Page) -> None:
    reading = split_reading(whole(page, kind=PageKind.THREAD, position=3))
    places = [(entry.position, entry.part) for entry in reading.entries]
    assert places == [(3, part) for part in range(1, len(page.items) + 1)]


@table("page", ORDINARY, ids=named)
def test_an_ordinary_page_stays_whole(page: split.Page) -> None:
    reading = split_reading(whole(page))
    assert [entry.text for entry in reading.entries] == [page.shown]
    assert reading.facts.compilation == page.kind


@table("page", [page for page in ORDINARY if page.as_dump], ids=named)
def test_an_ordinary_dump_is_one_report(page: split.Page) -> None:
    reading = dumped(page)
    assert len(reading.entries) == 1
    assert reading.facts.compilation == page.kind
