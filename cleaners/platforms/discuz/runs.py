"""Runs of bare text: print and archiver pages have no element around a post, only marks between posts.

A run is put into an element of its own, copied, so that it can be shown like any body.
"""

from collections.abc import Callable, Iterable
from copy import deepcopy

from lxml.html import Element, HtmlElement


def split_runs(parent: HtmlElement, is_mark: Callable[[HtmlElement], bool]) -> list[tuple[HtmlElement, HtmlElement]]:
    """Give each mark among an element's children with a `div` that holds what follows it, up to the next mark."""
    runs: list[tuple[HtmlElement, HtmlElement]] = []
    for child in parent:
        if isinstance(child.tag, str) and is_mark(child):
            run = Element("div")
            run.text = child.tail
            runs.append((child, run))
        elif runs:
            runs[-1][1].append(deepcopy(child))
    return runs


def cut_before(run: HtmlElement, is_end: Callable[[HtmlElement], bool]) -> None:
    """Take from a run the first child that ends it, and all that follows."""
    for index, child in enumerate(run):
        if isinstance(child.tag, str) and is_end(child):
            del run[index:]
            return


def drop_head(run: HtmlElement, last: HtmlElement) -> None:
    """Take from a run all up to and with one of its children; the text after that child opens the run."""
    tail = last.tail
    for child in list(run):
        run.remove(child)
        if child is last:
            break
    run.text = tail


def children(run: HtmlElement) -> Iterable[HtmlElement]:
    """Give the elements among a run's children."""
    return (child for child in run if isinstance(child.tag, str))
