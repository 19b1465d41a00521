"""Calendar arithmetic as anybody would write it, for the plain side: days and (year, month) pairs.

Nothing of the navigator's own calendar is used, so that the two can be compared.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from navigator.rules import Length, is_business_day

PlainMonth = tuple[int, int]

_DAY = timedelta(days=1)


def first_of(month: PlainMonth) -> date:
    """Return the first day of ``month``."""
    return date(month[0], month[1], 1)


def month_of(day: date) -> PlainMonth:
    """Return the month ``day`` lies in."""
    return day.year, day.month


def month_plus(month: PlainMonth, count: int) -> PlainMonth:
    """Return the month ``count`` months later."""
    year, index = divmod(month[0] * 12 + month[1] - 1 + count, 12)
    return year, index + 1


def clipped(month: PlainMonth, day: int) -> date:
    """Return the ``day`` of ``month``, its last if it has fewer."""
    return date(month[0], month[1], min(day, monthrange(*month)[1]))


def plus_months(day: date, count: int) -> date:
    """Return the day ``count`` months later, at most the last of its month."""
    return clipped(month_plus((day.year, day.month), count), day.day)


def plus_business_days(day: date, count: int) -> date:
    """Return the ``count``-th business day after ``day``, before it if negative."""
    step = _DAY if count > 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_business_day(day)
    return day


def shifted(day: date, length: Length, sign: int) -> date:
    """Return the day ``length`` after ``day``; before it, if ``sign`` is -1."""
    moved = plus_months(day, sign * length.months) + sign * timedelta(days=length.days)
    return plus_business_days(moved, sign * length.business_days)


def days_between(start: date, end: date) -> int | None:
    """Return the days from ``start`` to ``end``; None if it lies before."""
    return (end - start).days if start <= end else None


def weeks_between(start: date, end: date) -> int | None:
    """Return the whole weeks from ``start`` to ``end``; None if it lies before."""
    return (end - start).days // 7 if start <= end else None


def months_between(start: date, end: date) -> int | None:
    """Return the whole months from ``start`` to ``end``; None if it lies before."""
    if start > end:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    last = monthrange(end.year, end.month)[1]
    return months if end.day >= min(start.day, last) else months - 1


def years_between(start: date, end: date) -> int | None:
    """Return the whole years from ``start`` to ``end``; None if it lies before."""
    months = months_between(start, end)
    return None if months is None else months // 12


def start_of_month(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def end_of_month(day: date) -> date:
    """Return the last day of the month."""
    return clipped((day.year, day.month), 31)


def start_of_year(day: date) -> date:
    """Return the 1st of January."""
    return date(day.year, 1, 1)


def end_of_year(day: date) -> date:
    """Return the 31st of December."""
    return date(day.year, 12, 31)


def yearly_after(day: date, which: int, month: int, same: bool) -> date:
    """Return the first such day of a year after ``day``, or on it if ``same``."""
    found = clipped((day.year, month), which)
    if found > day or (same and found == day):
        return found
    return clipped((day.year + 1, month), which)


def yearly_before(day: date, which: int, month: int, same: bool) -> date:
    """Return the last such day of a year before ``day``, or on it if ``same``."""
    found = clipped((day.year, month), which)
    if found < day or (same and found == day):
        return found
    return clipped((day.year - 1, month), which)


def weekday_after(day: date, which: int, same: bool) -> date:
    """Return the first such weekday (Monday is 0) after ``day``, or on it if ``same``."""
    found = day if same else day + _DAY
    return found + timedelta(days=(which - found.weekday()) % 7)


def weekday_before(day: date, which: int, same: bool) -> date:
    """Return the last such weekday (Monday is 0) before ``day``, or on it if ``same``."""
    found = day if same else day - _DAY
    return found - timedelta(days=(found.weekday() - which) % 7)
