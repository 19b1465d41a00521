"""Lengths of time as people count them: in days or weeks, months or years, business days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeAlias

from navigator.rules.tree import LengthUnit

Clock: TypeAlias = Literal["months", "days", "business_days"]

CLOCKS: Mapping[LengthUnit, tuple[Clock, int]] = MappingProxyType(
    {
        "days": ("days", 1),
        "weeks": ("days", 7),
        "months": ("months", 1),
        "years": ("months", 12),
        "business days": ("business_days", 1),
    }
)
"""Unit -> the field of Length that counts it, and how many of that field make one unit."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; months (a year is 12) and days (a week is 7) never turn into each other."""

    months: int = 0
    days: int = 0
    business_days: int = 0

    @classmethod
    def of(cls, count: int, unit: LengthUnit) -> Length:
        """Return ``count`` units."""
        return cls.sum_of([(count, unit)])

    @classmethod
    def sum_of(cls, parts: Iterable[tuple[int, LengthUnit]]) -> Length:
        """Return the sum of (count, unit) pairs, as in ``66 years 2 months``."""
        fields: dict[Clock, int] = {"months": 0, "days": 0, "business_days": 0}
        for count, unit in parts:
            clock, size = CLOCKS[unit]
            fields[clock] += count * size
        return cls(**fields)

    def counted_in(self, unit: LengthUnit) -> int | Fraction:
        """Return how many units this is, 66 years 2 months being 397/6 years.

        Only what the unit's own clock counts is looked at: 60 days are 0 months.
        """
        clock, size = CLOCKS[unit]
        whole, rest = divmod(int(getattr(self, clock)), size)
        return whole if rest == 0 else whole + Fraction(rest, size)

    def __str__(self) -> str:
        years, months = divmod(self.months, 12)
        counts = (
            (years, "year"),
            (months, "month"),
            (self.days, "day"),
            (self.business_days, "business day"),
        )
        words = [f"{n:,} {unit}{'' if n == 1 else 's'}" for n, unit in counts if n]
        return " ".join(words) or "0 days"
