"""Days and months as people type them -> days and months; American order, month before day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from navigator.rules import Month

EARLIEST, LATEST = 1900, 2100
_YEARS_AHEAD = 10  # a year of two digits is at most this far in the future

_MONTHS = tuple(name.casefold() for name in calendar.month_name)
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_FILLER = re.compile(r"\b(of|the|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b")
_YEAR_FIRST = re.compile(r"(\d{4}) (\d{1,2}) (\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})")
_NAME_FIRST = re.compile(r"([a-z]{3,}) (\d{1,2}) (\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2}) ([a-z]{3,}) (\d{4}|\d{2})")
_NO_YEAR = re.compile(r"[a-z]{3,} \d{1,2}|\d{1,2} [a-z]{3,}|\d{1,2} \d{1,2}")
_MONTH_YEAR = re.compile(r"(\d{1,2}|[a-z]{3,}) (\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4}) (\d{1,2}|[a-z]{3,})")
_RELATIVE = re.compile(r"(in )?(\d{1,4}) (day|week)s?( ago)?")
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}


class TypedError(ValueError):
    """What was typed is no answer; the text says what to enter."""


def read_day(said: str, today: date) -> date:
    """Return the day that ``said`` names, such as "11/21/2026", "Nov 21, 2026" or "3 weeks ago".

    Raises TypedError.
    """
    words = _words(said)
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if found := _RELATIVE.fullmatch(words):
        return _relative(found, today)
    if _NO_YEAR.fullmatch(words):
        raise TypedError("Enter the year as well, such as November 21, 2026.")
    return _checked(*_parts(words, today))


def read_month(said: str, today: date) -> Month:
    """Return the month that ``said`` names: "March 1962", "3/1962", "1962-03", or a day in it.

    Raises TypedError.
    """
    words = _words(said)
    if words == "this month":
        return Month.of(today)
    if found := _MONTH_YEAR.fullmatch(words):
        month, year = found.groups()
    elif found := _YEAR_MONTH.fullmatch(words):
        year, month = found.groups()
    else:
        return _month_of_day(said, today)
    return Month.of(_checked(int(year), _month_number(month), 1))


def _month_of_day(said: str, today: date) -> Month:
    try:
        return Month.of(read_day(said, today))
    except TypedError:
        raise TypedError("Enter a month and a year, such as March 2026 or 3/2026.") from None


def _words(said: str) -> str:
    plain = _FILLER.sub(" ", _ORDINAL.sub("", said.casefold()))
    return " ".join(re.sub(r"[-/.,']", " ", plain).split())


def _parts(words: str, today: date) -> tuple[int, int, int]:
    if found := _YEAR_FIRST.fullmatch(words):
        year, first, second = (int(part) for part in found.groups())
        return year, first, second
    if found := _NUMBERS.fullmatch(words):
        first, second = int(found[1]), int(found[2])
        month, day = (second, first) if first > 12 >= second else (first, second)
        return _year(found[3], today), month, day
    if found := _NAME_FIRST.fullmatch(words):
        return _year(found[3], today), _month_number(found[1]), int(found[2])
    if found := _DAY_FIRST.fullmatch(words):
        return _year(found[3], today), _month_number(found[2]), int(found[1])
    raise TypedError("Enter a date, such as November 21, 2026 or 11/21/2026.")


def _relative(found: re.Match[str], today: date) -> date:
    if bool(found[1]) == bool(found[4]):
        raise TypedError("Enter a date, such as November 21, 2026, or how long ago: 3 weeks ago.")
    days = int(found[2]) * (7 if found[3] == "week" else 1)
    return today + timedelta(days=-days if found[4] else days)


def _month_number(name: str) -> int:
    if name.isdigit():
        return int(name)
    for number, whole in enumerate(_MONTHS):
        if whole.startswith(name) or name == "sept" == whole[:4]:
            return number
    raise TypedError(f"No month is called {name}. Enter a date, such as November 21, 2026.")


def _year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    near = today.year - today.year % 100 + int(digits)
    return near if near <= today.year + _YEARS_AHEAD else near - 100


def _checked(year: int, month: int, day: int) -> date:
    if not EARLIEST <= year <= LATEST:
        raise TypedError(f"Enter a year from {EARLIEST} to {LATEST}.")
    if not 1 <= month <= 12:
        raise TypedError("Enter a month from 1 to 12, month first: 11/21/2026 is November 21.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise TypedError(f"Enter a day from 1 to {last}: {calendar.month_name[month]} has {last}.")
    return date(year, month, day)
