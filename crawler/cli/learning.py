"""`learn`: proposes a host's own boilerplate, asks a person, keeps the answers in DATA/sites. Finding: `archive`."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

import click

from archive.learning import Known, Learned, Proposal
from archive.learning import learn as learn_host
from archive.locks import hold
from crawler.addresses import host_given
from crawler.cli.main import OK
from crawler.cli.printing import as_json, counted, one_line, say
from crawler.cli.session import Session, session_options
from crawler.errors import BadInput
from crawler.host_file import Rejected, bare_host, read_declared, spellings, write_more

ALL = "all"
YES, NO, QUIT = "y", "n", "q"


@dataclass(slots=True)
class _Decided:
    """What a person said so far."""

    accepted: list[Proposal] = field(default_factory=list)
    rejected: list[Proposal] = field(default_factory=list)

    def state_of(self, one: Proposal) -> str:
        """Give the word for what became of a proposal."""
        return "accepted" if one in self.accepted else "rejected" if one in self.rejected else "proposed"


@click.command()
@click.argument("host", metavar="HOST|URL")
@click.option("--accept", multiple=True, metavar="NAME|all", help="Keep this proposal as a rule; repeatable.")
@click.option("--reject", multiple=True, metavar="NAME|all", help="Never propose this one again; repeatable.")
@click.option("--dry-run", is_flag=True, help="Save nothing, whatever is accepted.")
@click.option("--json", "is_json", is_flag=True, help="Print one JSON object a proposal; nothing is asked.")
@session_options
def learn(  # noqa: PLR0913 - the options of the command, each named by Click
    session: Session, *, host: str, accept: tuple[str, ...], reject: tuple[str, ...], dry_run: bool, is_json: bool
) -> int:
    """Propose the boilerplate of one host: lines, blocks and phrases that stand on many of its documents.

    On a terminal each is asked about; elsewhere --accept and --reject decide. Nothing is saved that was not accepted or
    rejected. `gongwen reclean --host HOST` then reads its pages again.
    """
    name = bare_host(host_given(host))
    declared = read_declared(name, session.folder)
    known = Known(rules=declared.rules, rejected=tuple(one.words for one in declared.rejected))
    with session.archive(read_only=True) as archive:
        found = learn_host(archive, name, spellings=spellings(name), known=known)
    decided = _named(found, accept, reject)
    is_asked = not (accept or reject or is_json or dry_run) and sys.stdin.isatty() and sys.stdout.isatty()
    if is_asked:
        _ask(found, decided)
    else:
        _print(found, decided, is_json=is_json)
    _tell(session, found)
    _save(session, name, decided, dry_run=dry_run)
    return OK


def _named(found: Learned, accept: Sequence[str], reject: Sequence[str]) -> _Decided:
    """Decide by the names that were given; BadInput for one that is not proposed, or for one that is given twice."""
    names = {one.rule.name: one for one in found.proposals}
    unknown = next((name for name in (*accept, *reject) if name not in names and name != ALL), None)
    if unknown is not None:
        raise BadInput(f"nothing is proposed by the name of {unknown!r}; proposed: {', '.join(names) or 'nothing'}")
    twice = next((name for name in accept if name in reject), None)
    if twice is not None:
        raise BadInput(f"{twice} cannot be both accepted and rejected")
    decided = _Decided()
    for name, one in names.items():
        if name in reject or (ALL in reject and name not in accept):
            decided.rejected.append(one)
        elif name in accept or ALL in accept:
            decided.accepted.append(one)
    return decided


def _ask(found: Learned, decided: _Decided) -> None:
    """Ask about each proposal; quitting keeps what was decided before."""
    for number, one in enumerate(found.proposals, 1):
        print(f"\n{number} of {len(found.proposals)}: {_lines(one, found)}")
        answer = click.prompt("take it out of this host's texts? y, n (never propose it again) or q",
                              type=click.Choice([YES, NO, QUIT]), show_choices=False)  # fmt: skip
        if answer == QUIT:
            return
        (decided.accepted if answer == YES else decided.rejected).append(one)


def _print(found: Learned, decided: _Decided, *, is_json: bool) -> None:
    for one in found.proposals:
        if not is_json:
            state = decided.state_of(one)
            print(("" if state == "proposed" else f"{state}: ") + _lines(one, found))
            continue
        rule = one.rule
        row = {
            "name": rule.name, "shape": rule.shape, "place": rule.place, "words": rule.words,
            "documents": one.documents, "of": found.documents, "state": decided.state_of(one),
            "examples": [{"id": public_id, "url": url} for public_id, url in one.examples],
        }  # fmt: skip
        print(as_json(row))


def _lines(one: Proposal, found: Learned) -> str:
    """Give a proposal in lines: name, shape and count; the words; where to look."""
    rule = one.rule
    place = "" if rule.place == "any" else f" at the {rule.place}"
    words = "\n".join(f"    {one_line(line)}" for line in rule.words.splitlines())
    seen = ", ".join(f"{public_id} {one_line(url)}" for public_id, url in one.examples)
    of = f"{one.documents} of {counted(found.documents, 'document')}"
    return f"{rule.name}: {rule.shape}{place}, {of}\n{words}\n  as in {seen}"


def _tell(session: Session, found: Learned) -> None:
    """Say on stderr what was looked at, and what else recurs."""
    if session.loudness < 0:
        return
    looked = f"{counted(found.documents, 'document')} of {found.host}"
    if not found.is_enough:
        say(f"{looked}: too few to tell what recurs; five are needed")
        return
    say(f"{looked}, {counted(found.elsewhere, 'text')} of other hosts: {counted(len(found.proposals), 'proposal')}")
    if found.left_out:
        say("left out: " + ", ".join(f"{count} {reason}" for reason, count in found.left_out.items()))


def _save(session: Session, host: str, decided: _Decided, *, dry_run: bool) -> None:
    """Keep what was decided; what another run kept meanwhile stays as it is."""
    counts = f"{counted(len(decided.accepted), 'rule')} and {counted(len(decided.rejected), 'rejection')}"
    if not decided.accepted and not decided.rejected:
        return
    if dry_run:
        say(f"dry run: {counts} not saved")
        return
    with hold(session.folder, f"rules of {host}", purpose=f"learn {host}"):
        declared = read_declared(host, session.folder)
        names, words = {rule.name for rule in declared.rules}, {one.words for one in declared.rejected}
        rules = [(one.rule, one.documents) for one in decided.accepted if one.rule.name not in names]
        rejected = [Rejected(words=one.rule.words, shape=one.rule.shape) for one in decided.rejected
                    if one.rule.words not in words]  # fmt: skip
        path = write_more(host, session.folder, rules=rules, rejected=rejected)
    if session.loudness >= 0:
        then = f"; `gongwen reclean --host {host}` reads its pages again" if decided.accepted else ""
        say(f"{counts} saved in {path}{then}")
