"""Reads a figure as typed in YAML into exact tables, with the path to all that is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple, TypeGuard

from navigator.rules.faults import Fault, in_words
from navigator.rules.figure_amounts import UNITS, Unit, length_parts, read_day
from navigator.rules.figures import Cell, FigureRule, Range, Rows
from navigator.rules.kinds import Kind, LengthKind, length_in
from navigator.rules.money import Exact
from navigator.rules.tree import LengthUnit
from navigator.rules.truth import NOT_APPLICABLE

MOST_NAMES = 2
"""A figure has rows by at most two names."""

_RANGE = re.compile(r"([0-9]{1,9})(?: to ([0-9]{1,9})| or (more|less))?")
_ID = re.compile(r"[a-z][a-z0-9_]*|[A-Z]{2}")
_ROW_HINT = "Write an option, a state, `3`, `1 to 5`, `6 or more`, `each more` or `otherwise`."


class FigureFault(NamedTuple):
    """A fault of a figure, and the keys that lead to it: ("from", "2026-01-15", "AK")."""

    path: tuple[str, ...]
    fault: Fault


def read_figure(
    unit: str,
    by: Sequence[str],
    entries: object,
    check_by: str | None = None,
    ends: str | None = None,
) -> tuple[FigureRule | None, tuple[FigureFault, ...]]:
    """Return the figure, None if anything is wrong with it, and all that is wrong.

    ``entries`` is what stands under `from:`: day -> amount or rows, rows being key -> amount or
    rows, all scalars text as typed. ``by`` are the names the rows go by. Whether the rows fit the
    kinds of these names is judged by the Rulebook.
    """
    if unit not in UNITS:
        hint = f"Write {in_words(tuple(UNITS))}."
        return None, (FigureFault(("unit",), _fault(unit, "is not a unit", hint, "figure-unit")),)
    reader = _FigureTyped(UNITS[unit])
    if not 0 <= len(by) <= MOST_NAMES:
        hint = f"Name at most {MOST_NAMES}, a table has no more dimensions."
        reader.blame(("by",), ", ".join(by), "are too many names", hint, "figure-by")
    tables = reader.entries(entries, len(by))
    days = [reader.limit(key, text) for key, text in (("check_by", check_by), ("ends", ends))]
    if reader.faults:
        return None, tuple(reader.faults)
    return FigureRule(reader.kind(), tuple(by), tables, *days), ()


def _fault(text: str, wrong: str, hint: str, rule: str) -> Fault:
    return Fault(f"`{text}` {wrong}.", hint, rule, 0, len(text))


class _FigureTyped:
    """Reads one figure; ``faults`` holds what is wrong so far."""

    def __init__(self, unit: Unit) -> None:
        self.faults: list[FigureFault] = []
        self._unit = unit
        self._length_units: set[LengthUnit] = set()

    def blame(self, path: tuple[str, ...], text: str, wrong: str, hint: str, rule: str) -> None:
        """Note what is wrong with the ``text`` that stands at ``path``."""
        self.faults.append(FigureFault(path, _fault(text, wrong, hint, rule)))

    def kind(self) -> Kind:
        """Return the kind of the figure's amounts; that of lengths depends on those read."""
        if isinstance(self._unit.kind, LengthKind) and self._length_units:
            return length_in(self._length_units)
        return self._unit.kind

    def limit(self, key: str, text: str | None) -> date | None:
        """Return the day of `check_by` or `ends`."""
        return None if text is None else self._day((key,), text)

    def entries(self, raw: object, columns: int) -> tuple[tuple[date, Cell], ...]:
        """Return (in force from, cell) in ascending order."""
        if not isinstance(raw, Mapping) or not raw:
            hint = "Write the day from which it is in force, and under it the amount."
            self.blame(("from",), str(raw), "holds no amounts", hint, "figure-date")
            return ()
        tables: dict[date, Cell] = {}
        for key, rows in raw.items():
            path = ("from", str(key))
            day = self._day(path, str(key))
            cell = self._cell(path, rows, columns)
            if day is not None:
                tables[day] = cell
        return tuple(sorted(tables.items(), key=lambda entry: entry[0]))

    def _day(self, path: tuple[str, ...], text: str) -> date | None:
        day = read_day(text)
        if day is None:
            self.blame(path, text, "is not a day", UNITS["day"].hint, "figure-date")
        return day

    def _cell(self, path: tuple[str, ...], raw: object, columns: int) -> Cell:
        if raw == "none":
            return NOT_APPLICABLE
        if columns:
            return self._rows(path, raw, columns)
        if isinstance(raw, str):
            return self._amount(path, raw)
        hint = "Name in `by` what the rows go by."
        self.blame(path, path[-1], "has rows under it", hint, "figure-by")
        return NOT_APPLICABLE

    def _amount(self, path: tuple[str, ...], text: str) -> Cell:
        amount = self._unit.read(text)
        self._length_units.update(unit for _, unit in length_parts(text))
        if amount is None:
            hint = f"{self._unit.hint} Where there is no such thing write `none`."
            self.blame(path, text, "is not an amount of this figure", hint, "figure-value")
            return NOT_APPLICABLE
        return amount

    def _rows(self, path: tuple[str, ...], raw: object, columns: int) -> Rows:
        if not isinstance(raw, Mapping):
            self.blame(path, str(raw), "stands where rows are expected", _ROW_HINT, "figure-row")
            return Rows()
        named: dict[str, Cell] = {}
        numbered: list[tuple[str, Range]] = []
        for key, below in ((str(key), below) for key, below in raw.items() if key != "each more"):
            place = (*path, key)
            cell = self._cell(place, below, columns - 1)
            found = _RANGE.fullmatch(key)
            if found:
                numbered.append((key, (*_ends(found), cell)))
            elif _ID.fullmatch(key):
                named[key] = cell
            else:
                self.blame(place, key, "is not a row", _ROW_HINT, "figure-row")
        otherwise = named.pop("otherwise", None)
        self._check_mixed(path, named, numbered)
        ranges = self._in_order(path, numbered)
        more = self._each_more(path, raw, ranges)
        return Rows(named, ranges, more, otherwise)

    def _check_mixed(
        self, path: tuple[str, ...], named: Mapping[str, Cell], numbered: Sequence[object]
    ) -> None:
        if named and numbered:
            hint = "A column goes by one name: give it options, or states, or numbers."
            row = next(iter(named))
            self.blame((*path, row), row, "stands among numbers", hint, "figure-row")

    def _in_order(
        self, path: tuple[str, ...], numbered: list[tuple[str, Range]]
    ) -> tuple[Range, ...]:
        numbered.sort(key=lambda row: -1 if row[1][0] is None else row[1][0])
        for key, (low, high, _) in numbered:
            if low is not None and high is not None and high < low:
                hint = "Write the smaller number first."
                self.blame((*path, key), key, "runs backwards", hint, "figure-row")
        for (before, (_, high, _)), (key, (low, _, _)) in pairwise(numbered):
            if high is None or low is None or low <= high:
                hint = "Let every number be in one row only."
                wrong = f"overlaps `{before}`"
                self.blame((*path, key), key, wrong, hint, "figure-overlap")
            elif low > high + 1:
                hint = f"Begin it with {high + 1}, or add a row between them."
                self.blame((*path, key), key, f"leaves a gap after `{before}`", hint, "figure-gap")
        return tuple(row for _, row in numbered)

    def _each_more(
        self, path: tuple[str, ...], raw: Mapping[str, object], ranges: Sequence[Range]
    ) -> Exact | None:
        if "each more" not in raw:
            return None
        place, text = (*path, "each more"), str(raw["each more"])
        amount = self._unit.read(text)
        if amount is None or not _is_exact(amount):
            self.blame(place, text, "cannot be added", self._unit.hint, "figure-value")
            return None
        if not ranges or ranges[-1][1] is None or not _is_exact(ranges[-1][2]):
            hint = "Give it a largest row with an amount, such as `8: 56000`."
            self.blame(place, "each more", "has nothing to be added to", hint, "figure-row")
        return amount


def _is_exact(amount: Cell) -> TypeGuard[Exact]:
    return isinstance(amount, int | Fraction)


def _ends(found: re.Match[str]) -> tuple[int | None, int | None]:
    number = int(found[1])
    if found[3] == "more":
        return number, None
    if found[3] == "less":
        return None, number
    return number, int(found[2]) if found[2] else number
