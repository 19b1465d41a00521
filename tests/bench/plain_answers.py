"""JSON answers read as a plain program would that trusts them: days, cents, sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from navigator.rules import AnyOf, Day, Kind, Length, LengthKind, Money, MonthKind
from tests.bench.plain_calendar import PlainMonth

Read: TypeAlias = Callable[[Any], Any]

A_YEAR = {"week": 52, "two weeks": 26, "month": 12, "year": 1}


def reader(kinds: Mapping[str, Kind]) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Return the function from JSON answers to the values they mean, by the kinds of questions."""
    special = {name: found for name, kind in kinds.items() if (found := _reader_of(kind))}

    def read(answers: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: special[name](raw) if name in special else raw for name, raw in answers.items()
        }

    return read


def _reader_of(kind: Kind) -> Read | None:
    """Return what reads answers of ``kind``; None if they mean themselves."""
    match kind:
        case Day():
            return date.fromisoformat
        case MonthKind():
            return _month
        case AnyOf():
            return frozenset
        case Money():
            return _money(kind)
        case LengthKind(unit=unit):
            return lambda count: Length.of(count, unit or "days")
    return None


def _month(raw: str) -> PlainMonth:
    return int(raw[:4]), int(raw[5:])


def _money(kind: Money) -> Read:
    def read(raw: Any) -> int | Fraction:
        if not isinstance(raw, dict):
            return _cents(raw)
        cents, paid = _cents(raw["amount"]), raw["per"]
        if kind.per is None or paid == kind.per:
            return cents
        return Fraction(cents * A_YEAR[paid], A_YEAR[kind.per])

    return read


def _cents(raw: str) -> int:
    dollars, _, cents = raw.partition(".")
    return int(dollars) * 100 + int(cents.ljust(2, "0"))
