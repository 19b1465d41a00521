"""The kinds a name or a value can have, and how each is called in a message."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from navigator.rules.tree import LengthUnit, Period, Units


@dataclass(frozen=True)
class YesNo:
    """An answer `yes or no`, or a fact with a `when`."""

    def __str__(self) -> str:
        return "yes or no"


@dataclass(frozen=True)
class OneOf:
    """One of ``options``, given by their ids."""

    options: tuple[str, ...]

    def __str__(self) -> str:
        return "one of several options"


@dataclass(frozen=True)
class AnyOf:
    """None, some or all of ``options``, given by their ids."""

    options: tuple[str, ...]

    def __str__(self) -> str:
        return "any of several options"


@dataclass(frozen=True)
class State:
    """A key of ``PLACES``."""

    def __str__(self) -> str:
        return "a state"


@dataclass(frozen=True)
class Number:
    """A number without a unit of time or money."""

    def __str__(self) -> str:
        return "a number"


@dataclass(frozen=True)
class LengthKind:
    """A length of time.

    ``unit`` is the unit a question is asked in or a figure's rows are counted in. It is None where
    days stand beside months (`12 months` in one row, `60 days` in another): such a length can be
    added to a day, but compared with nothing.
    """

    unit: LengthUnit | None

    def __str__(self) -> str:
        return f"a length in {self.unit or 'days and months'}"


@dataclass(frozen=True)
class Count:
    """Whole units completed between two days, as in `years since birth_month`."""

    unit: Units

    def __str__(self) -> str:
        return f"a count of {self.unit}"


@dataclass(frozen=True)
class Money:
    """An amount (``per`` None) or a rate.

    ``rounds`` is true of what can hold parts of a dollar that no agency counts: made by `% of`, or
    turned from one period into another. On the right of a comparison it is rounded up.
    """

    per: Period | None
    rounds: bool = False

    def __str__(self) -> str:
        return f"money a {self.per}" if self.per else "an amount of money"


@dataclass(frozen=True)
class Day:
    """A date."""

    def __str__(self) -> str:
        return "a day"


@dataclass(frozen=True)
class MonthKind:
    """A month of a year."""

    def __str__(self) -> str:
        return "a month"


@dataclass(frozen=True)
class Percent:
    """A percentage; only figures have this kind."""

    def __str__(self) -> str:
        return "a percentage"


Kind: TypeAlias = (
    YesNo | OneOf | AnyOf | State | Number | LengthKind | Count | Money | Day | MonthKind | Percent
)

BUILT_IN: Mapping[str, Kind] = MappingProxyType({"today": Day(), "helping": YesNo()})
"""The names every journey can use; `helping` says that someone answers for another person."""


Clock: TypeAlias = Literal["days", "months", "business days"]
_CLOCKS: Mapping[LengthUnit, Clock] = MappingProxyType(
    {
        "days": "days",
        "weeks": "days",
        "months": "months",
        "years": "months",
        "business days": "business days",
    }
)


def clock(kind: LengthKind | Count) -> Clock | None:
    """Return what ``kind`` is measured by; only lengths of the same clock compare.

    None for a length that is measured by several.
    """
    return None if kind.unit is None else _CLOCKS[kind.unit]


def length_in(units: Collection[LengthUnit]) -> LengthKind:
    """Return the kind of a length written in ``units``, one or more."""
    if len(set(units)) == 1:
        return LengthKind(next(iter(units)))
    clocks = {_CLOCKS[unit] for unit in units}
    return LengthKind(clocks.pop() if len(clocks) == 1 else None)
