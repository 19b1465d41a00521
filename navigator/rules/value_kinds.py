"""Finds the kind of a value from the kinds of its names, and the faults on the way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import singledispatchmethod
from typing import TypeAlias

from navigator.rules import tree
from navigator.rules.faults import Fault, did_you_mean
from navigator.rules.kinds import (
    Count,
    Day,
    Kind,
    LengthKind,
    Money,
    MonthKind,
    Number,
    Percent,
    clock,
    length_in,
)
from navigator.rules.mismatch import fault_at, rate_fault

_Kinded: TypeAlias = tuple[tree.Value, Kind | None]


class ValueChecker:
    """Checks values of one sentence; ``faults`` holds what was found.

    ``kinds`` gives the kind of each name, None for a name whose own definition is at fault;
    ``figures`` are the names that may stand before `on`.
    """

    def __init__(self, kinds: Mapping[str, Kind | None], figures: Collection[str]) -> None:
        self.kinds = kinds
        self.figures = figures
        self.faults: list[Fault] = []

    def blame(self, part: tree.Node, message: str, hint: str, rule: str = "kind") -> None:
        """Note a fault that marks ``part``."""
        self.faults.append(fault_at(part, message, hint, rule))

    def kind_of_name(self, name: str, part: tree.Node) -> Kind | None:
        """Return the kind of ``name``, which stands at ``part``; None if it has none."""
        if name not in self.kinds:
            message = f"No question, fact or figure is called `{name}`."
            hint = did_you_mean(name, self.kinds, "Check the spelling, or define it.")
            self.blame(part, message, hint, "unknown-name")
        return self.kinds.get(name)

    @singledispatchmethod
    def kind(self, value: tree.Node) -> Kind | None:
        """Return the kind of ``value``, or None where a fault hides it."""
        raise TypeError(f"{value!r} is not a value")

    @kind.register
    def _(self, value: tree.Name) -> Kind | None:
        return self.kind_of_name(value.id, value)

    @kind.register
    def _(self, value: tree.Number) -> Kind | None:
        return Number()

    @kind.register
    def _(self, value: tree.MoneyAmount) -> Kind | None:
        return Money(value.period)

    @kind.register
    def _(self, value: tree.Span) -> Kind | None:
        return length_in([unit for _, unit in value.parts])

    @kind.register
    def _(self, value: tree.Day | tree.Today) -> Kind | None:
        return Day()

    @kind.register
    def _(self, value: tree.MonthOf) -> Kind | None:
        return MonthKind()

    @kind.register
    def _(self, value: tree.Percent) -> Kind | None:
        return self._share(value, value.part)

    @kind.register
    def _(self, value: tree.FigureOf) -> Kind | None:
        share = self.kind(value.name)
        if share is not None and not isinstance(share, Percent):
            hint = "Before `of` write a figure that is a percentage, or a number with `%`."
            self.blame(value.name, f"`{value.name}` is {share}, not a percentage.", hint)
        return self._share(value, value.part)

    def _share(self, value: tree.Node, part: tree.Value) -> Kind | None:
        kind = self.kind(part)
        match kind:
            case None | Number():
                return kind
            case Money(per):
                return Money(per, rounds=True)
        hint = "A share can be taken of money and of numbers."
        self.blame(value, f"`{part}` is {kind}.", hint)
        return None

    @kind.register
    def _(self, value: tree.Times) -> Kind | None:
        kind = self.kind(value.part)
        if kind is None or isinstance(kind, Money | Number | Count):
            return kind
        hint = "Only money and numbers can be taken several times."
        self.blame(value, f"`{value.part}` is {kind}.", hint)
        return None

    @kind.register
    def _(self, value: tree.OnePeriod) -> Kind | None:
        kind = self.kind(value.part)
        match kind:
            case None:
                return None
            case Money(per, rounds) if per is not None:
                return Money(None, rounds or per != value.period)
        hint = f"`a {value.period} of` makes an amount of money a week, a month or a year."
        self.blame(value, f"`{value.part}` is {kind}.", hint)
        return None

    @kind.register
    def _(self, value: tree.FigureOn) -> Kind | None:
        kind = self.kind(value.name)
        if kind is not None and value.name.id not in self.figures:
            hint = "`on` gives a figure as it was on some day."
            self.blame(value.name, f"`{value.name}` is not a figure.", hint)
            kind = None
        if isinstance(self._day(value.day), MonthKind):
            self._blame_month(value.day, value.day, "`on` stands before a day, not a month.")
        return kind

    @kind.register
    def _(self, value: tree.YearOf) -> Kind | None:
        self._day(value.day)
        return Number()

    @kind.register
    def _(self, value: tree.Count) -> Kind | None:
        for day in (value.since, value.until):
            if day is not None:
                self._day(day)
        return Count(value.unit)

    @kind.register
    def _(self, value: tree.Sum) -> Kind | None:
        total = self.kind(value.first)
        for _, part in value.rest:
            total = self._together(value, (value.first, total), (part, self.kind(part)))
        return total

    def _together(self, whole: tree.Node, left: _Kinded, right: _Kinded) -> Kind | None:
        """Return the kind of two values added, taken away or picked from: that of the left."""
        match left[1], right[1]:
            case (None, _) | (_, None):
                return None
            case Money() as one, Money() as other:
                if fault := rate_fault(whole, (left[0], one), (right[0], other)):
                    self.faults.append(fault)
                    return None
                return Money(one.per, one.rounds or other.rounds or one.per != other.per)
            case ((Number() | Count() as one), Number()):
                return one
            case Number(), Count() as other:
                return other
            case Count() as one, Count() as other if one == other:
                return one
        self._blame_unlike(whole, left, right)
        return None

    def _blame_unlike(self, whole: tree.Node, left: _Kinded, right: _Kinded) -> None:
        message = f"`{left[0]}` is {left[1]} and `{right[0]}` is {right[1]}."
        hint = "Only money goes with money, and numbers with numbers."
        if isinstance(left[1], Day | MonthKind):
            hint = "Days are counted as in `30 days after today`, and picked by `later of`."
        self.blame(whole, message, hint)

    @kind.register
    def _(self, value: tree.PickOf) -> Kind | None:
        if value.which in ("larger", "smaller"):
            first, second = self.kind(value.first), self.kind(value.second)
            return self._together(value, (value.first, first), (value.second, second))
        earlier, later = self._day(value.first), self._day(value.second)
        if earlier is None or later is None or earlier == later:
            return later and earlier
        month = value.first if isinstance(earlier, MonthKind) else value.second
        message = f"`{value.which} of` takes two days or two months."
        self._blame_month(value, month, message, "days-and-months")
        return None

    @kind.register
    def _(self, value: tree.Shift) -> Kind | None:
        length, day = self.kind(value.length), self._day(value.day)
        if length is None or day is None:
            return day
        if not isinstance(length, LengthKind):
            hint = "Give it a unit, such as `unit: days`."
            self.blame(value.length, f"`{value.length}` is {length}, not a length of time.", hint)
        elif isinstance(day, MonthKind) and clock(length) != "months":
            message = f"`{value.day}` is a month: only months and years can be added to it."
            self._blame_month(value, value.day, message)
        return day

    @kind.register
    def _(self, value: tree.Edge) -> Kind | None:
        self._day(value.day)
        return Day()

    @kind.register
    def _(self, value: tree.Recurring) -> Kind | None:
        if isinstance(self._day(value.day), MonthKind):
            message = f"`{value.day}` is a month: such days are found from a day."
            self._blame_month(value.day, value.day, message)
        return Day()

    def _day(self, value: tree.Value) -> Day | MonthKind | None:
        """Return which of day and month ``value`` is, having blamed anything else."""
        kind = self.kind(value)
        if kind is None or isinstance(kind, Day | MonthKind):
            return kind
        hint = "Here stands a day or a month."
        self.blame(value, f"`{value}` is {kind}.", hint)
        return None

    def _blame_month(
        self, part: tree.Node, month: tree.Value, message: str, rule: str = "days-after-month"
    ) -> None:
        hint = f"Say `start of month of {month}` or `end of month of {month}`."
        self.blame(part, message, hint, rule)
