"""Business days: every day but Saturdays, Sundays and federal holidays (5 USC 6103).

The calendar of holidays is loaded when the first day is looked at: few plans count any.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module

LONGEST = 10_000
"""No rule counts more business days (40 years); further ones are beyond the calendar."""

_DAY = timedelta(days=1)


@lru_cache(maxsize=256)
def federal_holidays(year: int) -> frozenset[date]:
    """Return the days of ``year`` on which federal offices are closed, observed days included."""
    return frozenset(import_module("holidays").country_holidays("US", years=year))


def is_business_day(day: date) -> bool:
    """Say whether federal offices are open on ``day``."""
    return day.weekday() < 5 and day not in federal_holidays(day.year)


def next_business_day(day: date) -> date:
    """Return ``day`` itself if it is a business day, else the first one after it.

    Raises OverflowError after the year 9999.
    """
    while not is_business_day(day):
        day += _DAY
    return day


def plus_business_days(day: date, count: int) -> date:
    """Return the ``count``-th business day after ``day`` (before it if negative).

    Raises OverflowError outside the years 1 to 9999 and beyond LONGEST.
    """
    if abs(count) > LONGEST:
        raise OverflowError(f"{count} business days are more than {LONGEST}")
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while not is_business_day(day):
            day += step
    return day
