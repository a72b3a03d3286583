"""`verify`: whether the bytes of all captures are those that came in, and whether edits undo all cleaning."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

import click

from archive.database import Archive
from archive.verify_captures import Checked, Verdict, drawn, verify_captures
from archive.verify_cleaning import SUMS, add_up, copy_ids, verify_cleaning
from crawler.cli.main import FAILURE, OK
from crawler.cli.printing import as_json, counted, one_line
from crawler.cli.progress import advancing
from crawler.cli.session import Session, session_options


@click.command()
@click.option("--cleaning", is_flag=True, help="Check texts and edits of all copies, not the bytes of captures.")
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Check N drawn at random, not all.")
@click.option("--json", "is_json", is_flag=True, help="Print one JSON object a line: what is broken, then the sums.")
@session_options
def verify(session: Session, *, cleaning: bool, sample: int | None, is_json: bool) -> int:
    """Compute the digests of all captures again; with --cleaning, undo the edits of all copies. Changes nothing.

    Exit code 1 where anything is broken; each such thing is a line.
    """
    with session.archive(read_only=True) as archive:
        if cleaning:
            return _cleaning(archive, session, sample, is_json=is_json)
        return _captures(archive, session, sample, is_json=is_json)


def _captures(archive: Archive, session: Session, sample: int | None, *, is_json: bool) -> int:
    ids = None if sample is None else drawn(archive, sample)
    (total,) = archive.conn.execute("SELECT count(*) FROM captures").fetchone() if ids is None else (len(ids),)
    sums = Counter({verdict.value: 0 for verdict in Verdict})
    checking = verify_captures(archive, ids=ids)
    for one in advancing(checking, session, total=total, what="captures"):
        sums[one.verdict.value] += 1
        if one.verdict is Verdict.FAILED:
            print(as_json(asdict(one)) if is_json else _damage(one))
    named = ", ".join(f"{count} {verdict}" for verdict, count in sums.items())
    print(as_json({"captures": sums.total(), **sums}) if is_json else f"{counted(sums.total(), 'capture')}: {named}")
    return FAILURE if sums[Verdict.FAILED.value] else OK


def _damage(one: Checked) -> str:
    return one_line(f"capture {one.capture_id}, {one.url or 'no address'}: {one.problem}")


def _cleaning(archive: Archive, session: Session, sample: int | None, *, is_json: bool) -> int:
    ids = copy_ids(archive, sample=sample)
    sums: Counter[str] = Counter()
    for one in advancing(verify_cleaning(archive, ids), session, total=len(ids), what="copies"):
        add_up(sums, one)
        for problem in one.problems:
            row = {"copy": one.copy_id, "report": one.report, "url": one.url, "version": one.version,
                   "problem": problem}  # fmt: skip
            print(as_json(row) if is_json else one_line(f"copy {one.copy_id} of {one.report}, {one.url}: {problem}"))
    print(as_json({name: sums[name] for name in SUMS}) if is_json else "\n".join(_sums(sums)))
    return FAILURE if sums["broken"] else OK


def _sums(sums: Counter[str]) -> Iterator[str]:
    """Give the sums of the cleaning in lines."""
    yield (f"{counted(sums['copies'], 'copy', 'copies')}, {counted(sums['edits'], 'edit')}:"
           f" {sums['copies'] - sums['broken'] - sums['unchecked']} undone exactly, {sums['broken']} broken")
    if sums["unchecked"]:
        yield f"{sums['unchecked']} without a digest of the text as shown: only their edits were tried"
    if sums["old_names"]:
        yield f"{sums['old_names']} cleaned by rules that are no more; `gongwen reclean` reads their pages again"
    yield (f"figures, masks and lost characters: {sums['in_boilerplate']} inside boilerplate, {sums['mended']} mended,"
           " all others stand in the texts")
