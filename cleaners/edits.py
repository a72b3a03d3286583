"""Rules applied to a text, and taken back. What a rule looks for is not here: see `cleaners.rules`.

A text under way is kept as its shown form and the edits made so far, in shown coordinates. A later rule speaks in
coordinates of the text as it stands; its changes are carried back to shown ones and joined with those that they touch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleaners.errors import EditMismatch
from cleaners.reading import Edit
from cleaners.rules.rule import Change, Context, Rule, changed_by


@dataclass(slots=True)
class _Span:
    """An edit under way: shown[start:end) became `put`, which begins at `at` in the text as it stands."""

    start: int
    end: int
    put: str
    at: int
    rules: tuple[str, ...]

    @property
    def at_end(self) -> int:
        return self.at + len(self.put)

    @property
    def shift(self) -> int:
        """What to add to a present position behind this span to get the shown one."""
        return self.end - self.at_end


def apply(shown: str, rules: Sequence[Rule], context: Context) -> tuple[str, tuple[Edit, ...]]:
    """Run the rules in order, each on the text as the earlier ones left it.

    Give the cleaned text and its edits in shown coordinates, sorted and not overlapping. An edit on which several
    rules worked names them in order, joined by `+`. Raises EditMismatch where a rule's changes overlap or lie outside.
    """
    return _apply(shown, shown, [], rules, context=context)


def apply_more(
    shown: str, text: str, edits: Sequence[Edit], *, rules: Sequence[Rule], context: Context
) -> tuple[str, tuple[Edit, ...]]:
    """Run further rules on a text that has its edits; gives what `apply` gives. EditMismatch as there."""
    spans: list[_Span] = []
    grown = 0
    for edit in edits:
        names = tuple(edit.rule.split("+"))
        spans.append(_Span(edit.start, edit.start + len(edit.taken), edit.put, edit.start + grown, names))
        grown += len(edit.put) - len(edit.taken)
    return _apply(shown, text, spans, rules, context=context)


def _apply(
    shown: str, text: str, spans: list[_Span], rules: Sequence[Rule], *, context: Context
) -> tuple[str, tuple[Edit, ...]]:
    for rule in rules:
        found = rule.find(text, context)
        if found and (changes := _checked(rule, found, text)):
            spans = _carried_back(spans, _parted(spans, changes), text, rule.name)
            text = changed_by(text, changes)
    edits: list[Edit] = []
    for span in spans:
        taken = shown[span.start : span.end]
        if taken != span.put:
            edits.append(Edit(rule="+".join(span.rules), start=span.start, taken=taken, put=span.put))
    return text, tuple(edits)


def undo(text: str, edits: Sequence[Edit]) -> str:
    """Rebuild the shown text exactly. Raises EditMismatch where text and edits do not belong together."""
    pieces: list[str] = []
    shown_at = text_at = 0
    for edit in edits:
        kept = text[text_at : text_at + edit.start - shown_at]
        if edit.start < shown_at or len(kept) != edit.start - shown_at:
            raise EditMismatch(f"edit {edit.rule} at {edit.start} lies outside the text or over its neighbour")
        text_at += len(kept)
        if not text.startswith(edit.put, text_at):
            raise EditMismatch(f"edit {edit.rule} at {edit.start}: what it put is not in the text")
        pieces += (kept, edit.taken)
        text_at += len(edit.put)
        shown_at = edit.start + len(edit.taken)
    return "".join(pieces) + text[text_at:]


def _checked(rule: Rule, changes: Iterable[Change], text: str) -> list[Change]:
    """Give the changes that change something; a rule that breaks its promise is a bug and is named."""
    checked: list[Change] = []
    behind = 0
    for change in changes:
        start, end, put = change
        if not behind <= start <= end <= len(text):
            raise EditMismatch(f"rule {rule.name}: change {start}-{end} is out of order or of the text")
        behind = end
        if text[start:end] != put:
            checked.append(change)
    return checked


def _parted(spans: Sequence[_Span], changes: Sequence[Change]) -> Sequence[Change]:
    """Cut changes at places inside them where an earlier rule took something out, so that each edit keeps its rule."""
    parted: list[Change] = []
    places = sorted({span.at for span in spans if not span.put})
    if not places:
        return changes
    nearest = 0
    for change in changes:
        while nearest < len(places) and places[nearest] <= change.start:
            nearest += 1
        if nearest == len(places) or places[nearest] >= change.end:  # nearly always
            parted.append(change)
            continue
        start, put = change.start, change.put
        while nearest < len(places) and places[nearest] < change.end:
            parted.append(Change(start=start, end=places[nearest], put=put))
            start, put = places[nearest], ""
            nearest += 1
        parted.append(Change(start=start, end=change.end, put=put))
    return parted


def _carried_back(spans: Sequence[_Span], changes: Sequence[Change], text: str, name: str) -> list[_Span]:
    """Join earlier spans and new changes into spans whose `at` counts in the new text."""
    carried: list[_Span] = []
    if not spans:  # the first rule that changes anything: nearly always the last one, about the layout
        return _carried(carried, changes, name)
    at_span = at_change = grown = shift = 0
    all_spans, all_changes = len(spans), len(changes)
    while at_change < all_changes:
        change = changes[at_change]
        if at_span < all_spans and _is_before(spans[at_span], change):
            shift = spans[at_span].shift
            _add(carried, _moved(spans[at_span], grown))
            at_span += 1
            continue
        if at_span == all_spans or not _is_touched(spans[at_span], change):  # nearly always
            start, end, put = change
            _add(carried, _Span(start + shift, end + shift, put, start + grown, (name,)))
            at_change += 1
            grown += len(put) - (end - start)
            continue
        touched, group = _touching(spans, changes, at_span, at_change)
        at_span += len(touched)
        at_change += len(group)
        _add(carried, _moved(_joined(touched, group, text, name), grown))
        shift = touched[-1].shift
        grown += sum(len(one.put) - (one.end - one.start) for one in group)
    for span in spans[at_span:]:
        _add(carried, _moved(span, grown))
    return carried


def _carried(carried: list[_Span], changes: Sequence[Change], name: str) -> list[_Span]:
    """Append changes of a text that has no edits yet, as spans."""
    grown = 0
    rules = (name,)
    last = -1
    for start, end, put in changes:
        span = _Span(start, end, put, start + grown, rules)
        if start == last:
            _add(carried, span)
        else:
            carried.append(span)
        last = start
        grown += len(put) - (end - start)
    return carried


def _touching(
    spans: Sequence[_Span], changes: Sequence[Change], at_span: int, at_change: int
) -> tuple[list[_Span], list[Change]]:
    """Give a change with the spans that it touches, one at least, the changes that touch those spans, and so on."""
    touched: list[_Span] = []
    group = [changes[at_change]]
    while True:
        span, change = at_span + len(touched), at_change + len(group)
        if span < len(spans) and _is_touched(spans[span], group[-1]):
            touched.append(spans[span])
        elif touched and change < len(changes) and changes[change].start < touched[-1].at_end:
            group.append(changes[change])
        else:
            return touched, group


def _is_before(span: _Span, change: Change) -> bool:
    """True when the span ends before the change in the present text; one that merely abuts does so too."""
    return span.at_end <= change.start and not (span.at == span.at_end == change.start == change.end)


def _is_touched(span: _Span, change: Change) -> bool:
    """True when the change covers something of what the span put, or the place where it took something out."""
    return span.at < change.end or (span.at == span.at_end == change.start == change.end)


def _moved(span: _Span, by: int) -> _Span:
    return _Span(span.start, span.end, span.put, span.at + by, span.rules) if by else span


def _joined(touched: Sequence[_Span], group: Sequence[Change], text: str, name: str) -> _Span:
    """Make one span of changes by a rule of this name and of those they touch."""
    at, at_end = min(touched[0].at, group[0].start), max(touched[-1].at_end, group[-1].end)
    shift = touched[0].start - touched[0].at
    put = changed_by(text[at:at_end], [Change(start=c.start - at, end=c.end - at, put=c.put) for c in group])
    end = touched[-1].end + (at_end - touched[-1].at_end)
    rules = dict.fromkeys((*(rule for span in touched for rule in span.rules), name))
    return _Span(at + shift, end, put, at, tuple(rules))


def _add(carried: list[_Span], span: _Span) -> None:
    """Append a span; two that begin at one place of the shown text would have no order, so they become one."""
    if carried and carried[-1].start == span.start:
        first = carried.pop()
        rules = tuple(dict.fromkeys((*first.rules, *span.rules)))
        span = _Span(first.start, span.end, first.put + span.put, first.at, rules)
    carried.append(span)
