"""Judges whether the rows of a figure fit the names they go by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from navigator.rules.faults import Fault, did_you_mean
from navigator.rules.figures import Cell, FigureRule, Rows
from navigator.rules.kinds import Count, Kind, LengthKind, Number, OneOf, State
from navigator.rules.places import PLACES

Found = Iterator[tuple[str, Fault]]
"""(part, fault): the part is the way to the row, as in ``from.2026-01-15.AK``."""


def figure_faults(rule: FigureRule, kinds: Mapping[str, Kind | None]) -> Found:
    """Return what is wrong with ``rule`` for names of these ``kinds``."""
    found = list(_by_faults(rule, kinds))
    yield from found
    columns = [kinds.get(name) for name in rule.by]
    if not found and None not in columns:
        for day, cell in rule.entries:
            yield from _rows_faults(f"from.{day}", cell, [kind for kind in columns if kind])


def _by_faults(rule: FigureRule, kinds: Mapping[str, Kind | None]) -> Found:
    for name in rule.by:
        kind = kinds.get(name)
        if name not in kinds:
            hint = did_you_mean(name, kinds, "Check the spelling, or define it.")
            yield "by", _fault(name, "No question or fact is called", ".", hint, "unknown-name")
        elif kind is not None and not isinstance(kind, State | OneOf | Number | Count | LengthKind):
            hint = "Rows go by a state, an option, a number or a length."
            yield "by", _fault(name, "Rows cannot go by", f", which is {kind}.", hint, "figure-by")


def _rows_faults(part: str, cell: Cell, columns: list[Kind]) -> Found:
    if not isinstance(cell, Rows):
        return
    kind, *further = columns
    if isinstance(kind, State | OneOf):
        yield from _named_faults(part, cell, kind)
    else:
        yield from _numbered_faults(part, cell, kind)
    for key, below in cell.named.items():
        yield from _rows_faults(f"{part}.{key}", below, further)
    for unnamed in (*(row[2] for row in cell.ranges), cell.otherwise):
        if unnamed is not None:
            yield from _rows_faults(part, unnamed, further)


def _named_faults(part: str, rows: Rows, kind: State | OneOf) -> Found:
    known = tuple(PLACES) if isinstance(kind, State) else kind.options
    hint = "Rows go by a state here." if isinstance(kind, State) else "Rows go by an option here."
    if rows.ranges or rows.each_more is not None:
        yield part, _fault("1", "A number such as", " is no row here.", hint, "figure-row")
    for key in rows.named:
        if key not in known:
            hint = did_you_mean(key, known, hint)
            yield f"{part}.{key}", _fault(key, "No row can be called", ".", hint, "figure-row")
    missing = [] if rows.otherwise is not None or isinstance(kind, State) else known
    for option in missing:
        if option not in rows.named:
            hint = f"Add `{option}`, or `otherwise`."
            yield part, _fault(option, "There is no row for", ".", hint, "figure-gap")


def _numbered_faults(part: str, rows: Rows, kind: Kind) -> Found:
    for key in rows.named:
        hint = "Write `3`, `1 to 5`, `6 or more` or `5 or less`."
        after = f" is no row: rows go by {kind} here."
        yield f"{part}.{key}", _fault(key, "", after, hint, "figure-row")


def _fault(name: str, before: str, after: str, hint: str, rule: str) -> Fault:
    return Fault(f"{before} `{name}`{after}".strip(), hint, rule, 0, len(name))
