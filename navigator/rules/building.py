"""Turns what the grammar recognised into nodes, and finds numbers and dates that cannot be."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TypedDict, cast

from lark import Token
from lark.tree import Meta
from lark.visitors import Transformer_NonRecursive, v_args

from navigator.rules import tree
from navigator.rules.faults import Fault
from navigator.rules.months import Month
from navigator.rules.tree_values import MONTH_NAMES, WEEKDAYS

_MOST_UNITS = 9999
_DAYS_OF_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class _Place(TypedDict):
    start: int
    end: int


def _at(meta: Meta | Token) -> _Place:
    return _Place(start=meta.start_pos or 0, end=meta.end_pos or 0)


def _fraction(digits: str) -> Fraction:
    return Fraction(digits.replace(",", ""))


@v_args(inline=True, meta=True)
class TreeBuilder(Transformer_NonRecursive[Token, object]):
    """Builds the nodes of one sentence; ``faults`` holds its impossible numbers and dates.

    There is a method for each rule of the grammar, of the same name, given the place and the
    parts of what was recognised; a part left out in brackets is None.
    """

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[Fault] = []

    # Conditions

    def every(self, meta: Meta, *parts: tree.Condition) -> tree.Every:
        return tree.Every(parts, **_at(meta))

    def some(self, meta: Meta, *parts: tree.Condition) -> tree.Some:
        return tree.Some(parts, **_at(meta))

    def negation(self, meta: Meta, part: tree.Condition) -> tree.Negation:
        return tree.Negation(part, **_at(meta))

    def claim(self, meta: Meta, name: Token) -> tree.Claim:
        return tree.Claim(str(name), **_at(meta))

    def always(self, meta: Meta) -> tree.Always:
        return tree.Always(**_at(meta))

    def compare(
        self, meta: Meta, left: tree.Value, bound: tree.Bound, right: tree.Value
    ) -> tree.Compare:
        return tree.Compare(left, bound, right, **_at(meta))

    def bound(self, _: Meta, *words: Token) -> str:
        return " ".join(words)

    def order(
        self, meta: Meta, left: tree.Value, on: Token | None, relation: Token, right: tree.Value
    ) -> tree.Order:
        before = relation.type == "BEFORE"
        return tree.Order(left, "before" if before else "after", right, on is not None, **_at(meta))

    def is_option(
        self, meta: Meta, subject: tree.Value, negated: Token | None, option: Token
    ) -> tree.Is:
        starts = (_at(option)["start"],)
        return tree.Is(subject, (str(option),), negated is not None, False, starts, **_at(meta))

    def is_one_of(
        self, meta: Meta, subject: tree.Value, negated: Token | None, options: tuple[Token, ...]
    ) -> tree.Is:
        ids, starts = _ids(options), _starts(options)
        return tree.Is(subject, ids, negated is not None, True, starts, **_at(meta))

    def is_known(self, meta: Meta, subject: tree.Value, negated: Token | None) -> tree.Known:
        return tree.Known(subject, negated is not None, **_at(meta))

    def includes(self, meta: Meta, subject: tree.Value, option: Token) -> tree.Includes:
        return tree.Includes(subject, (str(option),), None, _starts((option,)), **_at(meta))

    def includes_of(
        self, meta: Meta, subject: tree.Value, quantity: Token, options: tuple[Token, ...]
    ) -> tree.Includes:
        some = cast("tree.Quantity", str(quantity))
        return tree.Includes(subject, _ids(options), some, _starts(options), **_at(meta))

    def options(self, _: Meta, *options: Token) -> tuple[Token, ...]:
        return options

    # Amounts and numbers

    def pick(self, meta: Meta, which: Token, first: tree.Value, second: tree.Value) -> tree.PickOf:
        return tree.PickOf(cast("tree.Pick", str(which)), first, second, **_at(meta))

    def sum(self, meta: Meta, first: tree.Value, *rest: Token | tree.Value) -> tree.Sum:
        signs = cast("tuple[Token, ...]", rest[::2])
        parts = cast("tuple[tree.Value, ...]", rest[1::2])
        signed = zip((1 if sign.type == "PLUS" else -1 for sign in signs), parts, strict=True)
        return tree.Sum(first, tuple(signed), **_at(meta))

    def percent(self, meta: Meta, percent: Token, part: tree.Value) -> tree.Percent:
        return tree.Percent(_fraction(percent[:-1]), part, **_at(meta))

    def figure_of(self, meta: Meta, name: Token, part: tree.Value) -> tree.FigureOf:
        return tree.FigureOf(tree.Name(str(name), **_at(name)), part, **_at(meta))

    def times(self, meta: Meta, factor: Token, part: tree.Value) -> tree.Times:
        return tree.Times(_fraction(factor), part, **_at(meta))

    def one_period(self, meta: Meta, period: Token, part: tree.Value) -> tree.OnePeriod:
        return tree.OnePeriod(cast("tree.Period", str(period)), part, **_at(meta))

    def figure_on(self, meta: Meta, name: Token, day: tree.Value) -> tree.FigureOn:
        return tree.FigureOn(tree.Name(str(name), **_at(name)), day, **_at(meta))

    def year_of(self, meta: Meta, day: tree.Value) -> tree.YearOf:
        return tree.YearOf(day, **_at(meta))

    def since(self, meta: Meta, unit: Token, day: tree.Value) -> tree.Count:
        return self.between(meta, unit, day, None)

    def until(self, meta: Meta, unit: Token, day: tree.Value) -> tree.Count:
        return self.between(meta, unit, None, day)

    def between(
        self, meta: Meta, unit: Token, since: tree.Value | None, until: tree.Value | None
    ) -> tree.Count:
        return tree.Count(cast("tree.Units", str(unit)), since, until, **_at(meta))

    def money(self, meta: Meta, amount: Token, period: Token | None) -> tree.MoneyAmount:
        cents = int(_fraction(amount[1:]) * 100)
        per = cast("tree.Period", str(period)) if period else None
        return tree.MoneyAmount(cents, per, **_at(meta))

    def number(self, meta: Meta, number: Token) -> tree.Number:
        return tree.Number(_fraction(number), str(number), **_at(meta))

    # Days, months and lengths

    def name(self, meta: Meta, name: Token) -> tree.Name:
        return tree.Name(str(name), **_at(meta))

    def date(self, meta: Meta, written: Token) -> tree.Day:
        try:
            return tree.Day(date.fromisoformat(written), **_at(meta))
        except ValueError:
            self._no_such_date(written, "Write a day of the calendar, such as `2026-11-21`.")
            return tree.Day(date.min, **_at(meta))

    def month(self, meta: Meta, written: Token) -> tree.MonthOf:
        month = Month(int(written[:4]), int(written[5:]))
        if not (month.year and 1 <= month.month <= 12):
            self._no_such_date(
                written, "Write a year and a month from 01 to 12, such as `2026-11`."
            )
        return tree.MonthOf(month, **_at(meta))

    def today(self, meta: Meta) -> tree.Today:
        return tree.Today(**_at(meta))

    def shift(
        self, meta: Meta, length: tree.Value, direction: Token, day: tree.Value
    ) -> tree.Shift:
        before = direction.type == "BEFORE"
        return tree.Shift(length, "before" if before else "after", day, **_at(meta))

    def edge(self, meta: Meta, edge: Token, of: Token, day: tree.Value) -> tree.Edge:
        start, month = edge.type == "START", of.type == "A_MONTH"
        return tree.Edge(
            "start" if start else "end", "month" if month else "year", day, **_at(meta)
        )

    def recurring(
        self,
        meta: Meta,
        which: Token,
        turn: Token | tuple[int, int],
        on: Token | None,
        _: Token,
        day: tree.Value,
    ) -> tree.Recurring:
        yearly, weekday = (None, WEEKDAYS.index(turn)) if isinstance(turn, Token) else (turn, None)
        first = which.type == "FIRST"
        return tree.Recurring(
            "first" if first else "last", day, on is not None, yearly, weekday, **_at(meta)
        )

    def yearly(self, meta: Meta, number: Token, month_name: Token) -> tuple[int, int]:
        month = MONTH_NAMES.index(month_name) + 1
        day = self._whole(number, "A day of a month")
        if not 1 <= day <= _DAYS_OF_MONTH[month - 1]:
            self._never_or_not_every_year(meta, f"{number} {month_name}")
        return day, month

    def span(self, meta: Meta, *parts: Token | tree.LengthUnit | None) -> tree.Span:
        numbers = cast("tuple[Token | None, ...]", parts[::2])
        units = cast("tuple[tree.LengthUnit, ...]", parts[1::2])
        return tree.Span(
            tuple(
                (self._whole(number, "A length of time"), unit)
                for number, unit in zip(numbers, units, strict=True)
                if number is not None
            ),
            **_at(meta),
        )

    def unit(self, _: Meta, *words: Token) -> str:
        return " ".join(words).removesuffix("s") + "s"

    # Faults

    def _whole(self, number: Token, what: str) -> int:
        amount = _fraction(number)
        if amount.denominator == 1 and amount <= _MOST_UNITS:
            return int(amount)
        hint = f"Write a whole number of at most {_MOST_UNITS:,}."
        self._fault(number, f"{what} cannot be counted by `{number}`.", hint, "whole-number")
        return 1

    def _no_such_date(self, written: Token, hint: str) -> None:
        self._fault(written, f"There is no `{written}` in the calendar.", hint, "no-such-date")

    def _never_or_not_every_year(self, place: Meta, written: str) -> None:
        if written == "29 February":
            message, hint = "29 February does not come every year.", "Write 28 February or 1 March."
        else:
            message, hint = f"There is no {written}.", "Write a day the month has."
        self._fault(place, message, hint, "no-such-date")

    def _fault(self, place: Meta | Token, message: str, hint: str, rule: str) -> None:
        self.faults.append(Fault(message, hint, rule, **_at(place)))


def _ids(options: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(map(str, options))


def _starts(options: tuple[Token, ...]) -> tuple[int, ...]:
    return tuple(_at(option)["start"] for option in options)
