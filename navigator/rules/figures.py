"""Figures: what changes with the day, the state or the size of a household, as tables in force."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeAlias

from navigator.rules.kinds import Kind, LengthKind
from navigator.rules.lengths import Length
from navigator.rules.money import Exact
from navigator.rules.prospects import STUCK, Prospect, all_of, settlers, test_of
from navigator.rules.reading import UNKNOWN, Reading
from navigator.rules.tree import LengthUnit
from navigator.rules.truth import NOT_APPLICABLE, Absent, Truth

Amount: TypeAlias = Exact | Length | date
Cell: TypeAlias = "Amount | Absent | Rows"
Range: TypeAlias = tuple[int | None, int | None, Cell]
"""From the first number to the second, both included; None has no end on that side."""


@dataclass(frozen=True)
class Rows:
    """The rows of one column: by option or state, by number, and ``otherwise``.

    A cell is an amount, NOT_APPLICABLE (``none``), or the rows of the next column. ``ranges`` are
    in ascending order without gaps; ``each_more`` is added for every unit beyond the last of them.
    """

    named: Mapping[str, Cell] = field(default_factory=dict)
    ranges: tuple[Range, ...] = ()
    each_more: Exact | None = None
    otherwise: Cell | None = None

    def find(self, key: str | Exact) -> Cell | Truth:
        """Return the cell for an option, a state or a number; UNKNOWN if no row is meant for it."""
        found = self.named.get(key) if isinstance(key, str) else self._counted(key)
        found = self.otherwise if found is None else found
        return UNKNOWN if found is None else found

    def _counted(self, number: Exact) -> Cell | None:
        for low, high, cell in self.ranges:
            if (low is None or low <= number) and (high is None or number <= high):
                return cell
        return self._beyond(number)

    def _beyond(self, number: Exact) -> Cell | None:
        if self.each_more is None or not self.ranges:
            return None
        _, high, last = self.ranges[-1]
        if high is None or number < high or not isinstance(last, int | Fraction):
            return None
        return last + int(number - high) * self.each_more

    def cells(self) -> Iterator[Cell]:
        """Return the cells of this column."""
        yield from self.named.values()
        yield from (cell for _, _, cell in self.ranges)
        if self.otherwise is not None:
            yield self.otherwise


@dataclass(frozen=True)
class FigureRule:
    """A figure: ``entries`` are (in force from, cell), in ascending order.

    ``by`` are the names whose values pick the row, the outer column first. After ``check_by`` the
    figure is unknown, after ``ends`` and before the first entry it does not apply.
    """

    kind: Kind
    by: tuple[str, ...]
    entries: tuple[tuple[date, Cell], ...]
    check_by: date | None = None
    ends: date | None = None

    def on(self, day: date) -> Cell | Truth:
        """Return the table in force on ``day``."""
        if self.ends is not None and day > self.ends:
            return NOT_APPLICABLE
        entry = bisect_right(self._starts, day)
        if entry == 0:
            return NOT_APPLICABLE
        if self.check_by is not None and day > self.check_by:
            return UNKNOWN
        return self.entries[entry - 1][1]

    @cached_property
    def _starts(self) -> tuple[date, ...]:
        return tuple(start for start, _ in self.entries)


class FigureReader:
    """The rule of a figure's name: the row that the names in ``by`` pick, today or on a day."""

    def __init__(
        self,
        rule: FigureRule,
        units: Sequence[LengthUnit | None],
        uses: frozenset[str],
        deep: bool,
    ) -> None:
        """``units`` are those in which the values of ``rule.by`` are counted; None: no length."""
        self.uses = uses
        self.deep = deep
        self._rule = rule
        self._columns = tuple(zip(rule.by, units, strict=True))
        self._foresee = test_of if any(map(_may_be_none, rule.entries)) else all_of

    def value(self, reading: Reading) -> Amount | Absent | Truth:
        """Return the figure in force today."""
        return self.in_force(reading, reading.today)

    def in_force(self, reading: Reading, day: date) -> Amount | Absent | Truth:
        """Return the figure in force on ``day``, for the person's state, household and so on."""
        cell = self._rule.on(day)
        return self._row(cell, reading) if isinstance(cell, Rows) else cell

    def _row(self, cell: Cell | Truth, reading: Reading) -> Amount | Absent | Truth:
        known = True
        for name, unit in self._columns:
            key = reading[name]
            if key is NOT_APPLICABLE:
                return NOT_APPLICABLE
            if key is UNKNOWN:
                known = False
            elif known and isinstance(cell, Rows):
                cell = cell.find(_row_key(key, unit) if unit else key)
        return UNKNOWN if isinstance(cell, Rows) else cell

    def prospect(self, reading: Reading) -> Prospect:
        """Say what open questions can do to today's figure."""
        return self.prospect_on(reading, reading.today)

    def prospect_on(self, reading: Reading, day: date) -> Prospect:
        """Say what open questions can do to the figure of ``day``, which is not known."""
        if self._rule.on(day) is UNKNOWN:
            return STUCK
        names = [reading.prospects[name] for name in self._rule.by]
        return self._foresee(names) if any(settlers(name) for name in names) else STUCK

    def prospect_any_day(self, reading: Reading, day: Prospect) -> Prospect:
        """Say what open questions can do to the figure of a day that is itself not known."""
        return test_of([day, *(reading.prospects[name] for name in self._rule.by)])

    def bound(self, reading: Reading) -> None:
        """Return None: no row tells of another."""


def unit_of(kind: Kind) -> LengthUnit | None:
    """Return the unit in which rows count values of ``kind``; None if it is no length."""
    return kind.unit or "days" if isinstance(kind, LengthKind) else None


def _row_key(value: Any, unit: LengthUnit) -> str | Exact:
    return value.counted_in(unit) if isinstance(value, Length) else value


def _may_be_none(entry: tuple[date, Cell]) -> bool:
    waiting: list[Cell] = [entry[1]]
    while waiting:
        cell = waiting.pop()
        if cell is NOT_APPLICABLE:
            return True
        if isinstance(cell, Rows):
            waiting.extend(cell.cells())
    return False
