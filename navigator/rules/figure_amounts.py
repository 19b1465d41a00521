"""Amounts of figures, as typed in YAML: `15960`, `73 years`, `2026-01-01` -> exact values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, cast

from navigator.rules.figures import Amount
from navigator.rules.kinds import Day, Kind, LengthKind, Money, Number, Percent
from navigator.rules.lengths import Length
from navigator.rules.money import Exact, tidy
from navigator.rules.tree import LengthUnit

_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
_DOLLARS = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LENGTH_PART = r"([0-9]{1,4}) (business day|day|week|month|year)s?"
_LENGTH = re.compile(rf"{_LENGTH_PART}(?: {_LENGTH_PART})?")


class Unit(NamedTuple):
    """What a figure is measured in: how an amount is read (None: it is not one), how written."""

    kind: Kind
    read: Callable[[str], Amount | None]
    hint: str


def read_number(text: str) -> Exact | None:
    """Return the number of `138` or `12.5`; None of anything else."""
    return tidy(Fraction(text), 1) if _NUMBER.fullmatch(text) else None


def read_cents(text: str) -> Exact | None:
    """Return the cents of `15960` or `14.50`; None of anything else."""
    return tidy(Fraction(text) * 100, 1) if _DOLLARS.fullmatch(text) else None


def read_day(text: str) -> date | None:
    """Return the day of `2026-11-21`; None of anything else."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def read_length(text: str) -> Length | None:
    """Return the length of `66 years 2 months`; None of anything else."""
    parts = length_parts(text)
    return Length.sum_of(parts) if parts else None


def length_parts(text: str) -> tuple[tuple[int, LengthUnit], ...]:
    """Return (count, unit) for each part of a length, none if ``text`` is no length."""
    found = _LENGTH.fullmatch(text)
    groups = (found[1], found[2], found[3], found[4]) if found else ()
    pairs = zip(groups[::2], groups[1::2], strict=True)
    return tuple((int(count), cast("LengthUnit", f"{unit}s")) for count, unit in pairs if unit)


_DOLLAR_HINT = "Write dollars as `15960` or `14.50`, without `$` and commas."
_NUMBER_HINT = "Write a number as `138` or `12.5`, without commas."

UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        "dollars": Unit(Money(None), read_cents, _DOLLAR_HINT),
        "dollars a week": Unit(Money("week"), read_cents, _DOLLAR_HINT),
        "dollars a month": Unit(Money("month"), read_cents, _DOLLAR_HINT),
        "dollars a year": Unit(Money("year"), read_cents, _DOLLAR_HINT),
        "percent": Unit(Percent(), read_number, "Write a percentage as `138`, without `%`."),
        "number": Unit(Number(), read_number, _NUMBER_HINT),
        "length": Unit(LengthKind(None), read_length, "Write a length as `66 years 2 months`."),
        "day": Unit(Day(), read_day, "Write a day as `2026-11-21`."),
    }
)
"""What a figure can be measured in, as its `unit:` says it."""
