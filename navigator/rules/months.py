"""A month of a year, as people know their own birth; ordered, counted and turned into days."""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple


class Month(NamedTuple):
    """A month of a year, January being 1."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month ``day`` lies in."""
        return cls(day.year, day.month)

    @property
    def first_day(self) -> date:
        """The 1st of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The 28th to the 31st."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def plus(self, months: int) -> Month:
        """Return the month that many months later (earlier if negative)."""
        years, month = divmod(self.month - 1 + months, 12)
        return Month(self.year + years, month + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"
