"""What the report, copy and comparison pages share: numbers of pages, words for templates, text files, their style.

Nothing of one page alone stands here.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.datasette import labels
from archive.datasette.labels import label
from archive.datasette.links import compare_path, copy_path, outward, report_path
from archive.datasette.pages import render

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

STYLE = "/-/static-plugins/gongwen/gongwen-report.css"
LANGUAGES = {"simplified": "zh-Hans", "traditional": "zh-Hant"}
# Marks that turn the direction of what follows, of which Chinese has none; then control characters but line ends, tabs.
_UNSEEN = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")
_UNSEEN |= dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)), "\ufffd")
# A numbered heading of the genre alone on its line: 一、 （一） 第一章; short, no full stop at its end. Bounded.
_HEADING = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、章节部]|[（(][一二三四五六七八九十]{1,3}[）)])[^。；;\n]{1,40}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """A list in parts: which part is shown, and addresses of the ones beside it."""

    number: int
    numbers: int
    before: str | None
    after: str | None
    name: str
    """The parameter that turns it, which is also the anchor of its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of a text."""

    text: str
    is_heading: bool


def number_in(request: Any, name: str) -> int:  # noqa: ANN401 - datasette carries no annotations
    """Give a number from the address, from 1; 1 for anything else."""
    given = request.args.get(name) or ""
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 7 else 1


def pager(path: str, name: str, *, number: int, total: int, size: int) -> Pager:
    """Say which part of a list of `total` is shown, `size` at a time; a number past the end is the last part."""
    numbers = max(1, -(-total // size))
    shown = min(number, numbers)
    joint = "&" if "?" in path else "?"

    def to(target: int) -> str | None:
        return f"{path}{joint}{name}={target}#{name}" if 1 <= target <= numbers and numbers > 1 else None

    return Pager(number=shown, numbers=numbers, before=to(shown - 1), after=to(shown + 1), name=name)


def paragraphs(lines: Iterable[str]) -> tuple[Paragraph, ...]:
    """Tell numbered headings from the other lines of a text."""
    return tuple(Paragraph(text=line, is_heading=_HEADING.fullmatch(line) is not None) for line in lines)


async def show(
    datasette: "Datasette", request: Any, template: str, context: Mapping[str, object]  # noqa: ANN401 - as above
) -> Any:  # noqa: ANN401 - as above
    """Answer with a page of ours in which no archived mark turns the order of characters or is a control character."""
    answer = await render(datasette, request, template, {**words_for(datasette), **context})
    answer.body = answer.body.translate(_UNSEEN)
    return answer


def language_of(script: str | None) -> str:
    """Give the `lang` of a text by its script."""
    return LANGUAGES.get(script or "", "zh")


def words_for(datasette: "Datasette") -> dict[str, object]:
    """Give the functions and words that the templates of these pages use."""
    ours: dict[str, Callable[..., object]] = {
        "report_path": partial(report_path, datasette), "copy_path": partial(copy_path, datasette),
        "compare_path": partial(compare_path, datasette), "outward": outward, "label": label, "day": day,
        "language_of": language_of,
    }  # fmt: skip
    style = f"{datasette.urls.path(STYLE)}?{hashlib.sha256(style_sheet().encode()).hexdigest()[:8]}"
    return {**ours, "labels": labels, "report_style": style}


def day(instant: object) -> str:
    """Give the day of an instant."""
    return str(instant or "")[:40].partition("T")[0]


def plain(text: str, *, name: str, kind: str = "text/plain; charset=utf-8") -> Any:  # noqa: ANN401 - as above
    """Answer with a file to read or keep; what no codec can write is U+FFFD."""
    # Public ids are of letters and digits; whatever else stands in one is left out of the file's name.
    safe = "".join(one for one in name if one.isascii() and (one.isalnum() or one in ".-_"))
    body = text.encode("utf-8", "replace").decode("utf-8")
    return Response(body, content_type=kind, headers={"content-disposition": f'inline; filename="{safe}"'})


@cache
def style_sheet() -> str:
    """Give the style sheet of these pages, which comes after that of all pages."""
    return files("archive.datasette").joinpath("static/gongwen-report.css").read_text(encoding="utf-8")


async def style(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - as datasette calls it
    """Answer with the style sheet; its address changes with it."""
    headers = {"cache-control": "public, max-age=86400"}
    return Response(style_sheet(), content_type="text/css; charset=utf-8", headers=headers)
