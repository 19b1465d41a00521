"""Calendar arithmetic on days and months.

Every function raises OverflowError where the result lies outside the years 1 to 9999.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from navigator.rules.business import plus_business_days
from navigator.rules.lengths import Length
from navigator.rules.months import Month
from navigator.rules.tree import Units


def first_day(moment: date | Month) -> date:
    """Return the day itself, or the first of a month: what counting starts from."""
    return moment.first_day if isinstance(moment, Month) else moment


def month_of(moment: date | Month) -> Month:
    """Return the month a day lies in, or the month itself."""
    return moment if isinstance(moment, Month) else Month.of(moment)


def plus_months(month: Month, count: int) -> Month:
    """Return the month ``count`` months later (earlier if negative)."""
    moved = month.plus(count)
    if not MINYEAR <= moved.year <= MAXYEAR:
        raise OverflowError(f"{month} and {count} months is outside the years 1 to 9999")
    return moved


def shifted(day: date, length: Length, sign: int) -> date:
    """Return the day ``length`` after ``day`` (``sign`` 1) or before it (-1).

    Months come first and clip to the month's last day, then days, then business days.
    """
    if length.months:
        day = _in_month(*plus_months(Month.of(day), sign * length.months), day.day)
    if length.days:
        day += timedelta(days=sign * length.days)
    if length.business_days:
        day = plus_business_days(day, sign * length.business_days)
    return day


def completed(unit: Units, start: date, end: date) -> int:
    """Return how many whole units lie between ``start`` and ``end``, which is not before it."""
    if unit == "days":
        return (end - start).days
    if unit == "weeks":
        return (end - start).days // 7
    months = (end.year - start.year) * 12 + end.month - start.month
    if end.day < start.day and end.day < monthrange(end.year, end.month)[1]:
        months -= 1
    return months if unit == "months" else months // 12


def edge(
    which: Literal["start", "end"], of: Literal["month", "year"], moment: date | Month
) -> date:
    """Return the first or last day of the month or year ``moment`` lies in."""
    month = month_of(moment)
    if of == "year":
        month = Month(month.year, 1 if which == "start" else 12)
    return month.first_day if which == "start" else month.last_day


def yearly(day_and_month: tuple[int, int], day: date, step: Literal[1, -1], or_same: bool) -> date:
    """Return the first such day of a year after ``day`` (``step`` 1) or the last before it (-1).

    29 February is the 28th in a common year.
    """
    of_month, month = day_and_month
    found = _in_month(day.year, month, of_month)
    passed = found < day if step == 1 else found > day
    if passed or (found == day and not or_same):
        found = _in_month(*plus_months(Month(day.year, month), 12 * step), of_month)
    return found


def weekday(which: int, day: date, step: Literal[1, -1], or_same: bool) -> date:
    """Return the first such weekday (Monday is 0) after ``day`` (``step`` 1) or the last before."""
    ahead = (which - day.weekday()) * step % 7
    if ahead == 0 and not or_same:
        ahead = 7
    return day + timedelta(days=ahead * step)


def _in_month(year: int, month: int, day: int) -> date:
    if day > 28:
        day = min(day, monthrange(year, month)[1])
    return date(year, month, day)
