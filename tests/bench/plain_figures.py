"""Figures as plain dictionaries: by option, by state, by number; None for `none` and for no row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any

from navigator.rules import NOT_APPLICABLE, PLACES, FigureRule, Kind, LengthKind, OneOf, State
from navigator.rules.figures import Cell, Rows
from tests.bench.plain_source import Scratch, Source


class Numbered(dict[Any, Any]):
    """The rows of a column of numbers, each number's cell worked out when first looked up."""

    def __init__(self, rows: Rows, further: tuple[Kind, ...], over: int) -> None:
        super().__init__()
        self._rows = rows
        self._further = further
        self._over = over

    def __eq__(self, other: object) -> bool:
        """Tell tables apart: none holds anything before it is looked at."""
        return self is other

    __hash__ = object.__hash__  # type: ignore[assignment]  # a table stays the one it is

    def __missing__(self, number: int | Fraction) -> Any:
        found = self[number] = plain_cell(self._cell(number), self._further, self._over)
        return found

    def _cell(self, number: int | Fraction) -> Cell:
        largest: tuple[int, Any] | None = None
        for low, high, cell in self._rows.ranges:
            if (low is None or number >= low) and (high is None or number <= high):
                return cell
            if high is not None and number > high:
                largest = high, cell
        if self._rows.each_more is not None and largest is not None:
            steps = (number - largest[0]) // 1
            return Fraction(largest[1]) + steps * self._rows.each_more
        return NOT_APPLICABLE if self._rows.otherwise is None else self._rows.otherwise


def plain_cell(cell: Cell, kinds: tuple[Kind, ...], over: int) -> Any:
    """Return a cell as a plain dictionary, or as its amount times ``over``; None for `none`."""
    if isinstance(cell, Rows):
        return _column(cell, kinds, over)
    if cell is NOT_APPLICABLE:
        return None
    return int(cell * over) if isinstance(cell, int | Fraction) else cell


def _column(rows: Rows, kinds: tuple[Kind, ...], over: int) -> dict[Any, Any]:
    kind, further = kinds[0], kinds[1:]
    if not isinstance(kind, State | OneOf):
        return Numbered(rows, further, over)
    keys = tuple(PLACES) if isinstance(kind, State) else kind.options
    other = NOT_APPLICABLE if rows.otherwise is None else rows.otherwise
    return {key: plain_cell(rows.named.get(key, other), further, over) for key in keys}


def denominator(rule: FigureRule) -> int:
    """Return what every amount of a figure has to be multiplied by to be whole."""
    cells = list(cells_of(rule))
    amounts = [cell for cell in cells if isinstance(cell, int | Fraction)]
    amounts += [cell.each_more or 0 for cell in cells if isinstance(cell, Rows)]
    return lcm(*(Fraction(amount).denominator for amount in amounts))


def may_be_none(rule: FigureRule) -> bool:
    """Say whether a figure may not apply, or have no row for a state or a number."""
    return any(
        cell.otherwise is None and cell.each_more is None
        if isinstance(cell, Rows)
        else cell is NOT_APPLICABLE
        for cell in cells_of(rule)
    )


def cells_of(rule: FigureRule) -> Iterator[Cell]:
    """Return all cells of a figure, those that hold rows too."""
    waiting = [cell for _, cell in rule.entries]
    while waiting:
        cell = waiting.pop()
        yield cell
        if isinstance(cell, Rows):
            waiting += cell.cells()


def tables_by_day(
    rule: FigureRule, kinds: tuple[Kind, ...], over: int
) -> Callable[[date], Any | None]:
    """Return the function from a day to the figure's table of that day; None where there is none.

    ``kinds`` are those of the names the rows go by.
    """
    days = [day for day, _ in rule.entries]
    tables = [plain_cell(cell, kinds, over) for _, cell in rule.entries]
    last = min(filter(None, (rule.ends, rule.check_by)), default=date.max)

    def table_on(day: date) -> Any | None:
        entry = bisect_right(days, day)
        return tables[entry - 1] if entry and day <= last else None

    return table_on


def key_of(source: Source, kind: Kind, scratch: Scratch) -> Source:
    """Return a value of ``kind`` as the key of a row: lengths are counted in their unit."""
    if not isinstance(kind, LengthKind):
        return source
    patterns = {
        "weeks": "Fraction({}.days, 7)",
        "months": "{}.months",
        "years": "Fraction({}.months, 12)",
        "business days": "{}.business_days",
    }
    return scratch.lifted(patterns.get(kind.unit or "days", "{}.days"), source)
