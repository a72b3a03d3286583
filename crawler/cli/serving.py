"""The command `serve`: Datasette over the archive, on loopback. What it shows is made in `archive.datasette`."""

import contextlib
import ipaddress
import socket
from pathlib import Path

import click

from archive.datasette.serve import serve as serve_archive
from archive.readable import find_readable
from crawler.cli.main import OK
from crawler.cli.printing import say
from crawler.cli.session import Session, session_options
from crawler.errors import CrawlerError


@click.command()
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path, exists=True))
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the browser.")
@click.option("--port", type=click.IntRange(min=1, max=65_535), default=8001, show_default=True, help="Port.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address; any other is seen by the network.")
@click.option("--contact", metavar="ADDRESS",
              help="Whom readers ask to have something removed: an e-mail or web address, shown on every page.")
@session_options
def serve(  # noqa: PLR0913 - its options
    session: Session, *, file: Path | None, open_browser: bool, port: int, host: str, contact: str | None
) -> int:
    """Browse the archive (or FILE, an archive of any name) with Datasette, also while a crawl runs; Ctrl-C ends it.

    It can change nothing.
    """
    place = file or session.folder
    notes = find_readable(place).notes  # there is one, and it opens: said in one line before anything else starts
    _refuse_taken(host, port)
    if not _is_loopback(host):
        say(f"everyone who reaches {host} can read this archive")
        if not contact:
            say("no --contact: readers are not told whom to ask to have something removed")
    if session.loudness >= 0:
        for note in notes:
            say(note)
        say(f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}/ shows {place}; Ctrl-C ends it")  # noqa: S104
    serve_archive(place, host=host, port=port, open_browser=open_browser, contact=contact)
    return OK


def _refuse_taken(host: str, port: int) -> None:
    """Say in one line what Datasette would say in thirty."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with contextlib.closing(socket.socket(family, kind, protocol)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CrawlerError(f"{host}:{port}: {error.strerror}; try another --port") from error


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
