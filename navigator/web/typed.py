"""What people type, read generously: numbers, amounts and days as text to exact values."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from decimal import Decimal

from navigator.rules import Month
from navigator.web.language import gettext as _

_LONGEST = 200  # characters kept of what was typed
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+|\d+")
_AMOUNT = re.compile(rf"({_GROUPED.pattern})(\.\d{{1,2}})?")
_LARGEST_AMOUNT = Decimal(99_999_999)
_LARGEST_NUMBER = 999_999
_YEARS = range(1900, 2101)


class TypedError(ValueError):
    """What was typed cannot be read; the text says what to enter, ``part`` names
    the field, "" where there is only one or it is in none alone."""

    def __init__(self, message: str, part: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.part = part


def as_typed(text: str | None) -> str:
    """Return ``text`` as it can be shown again: without control characters, of bounded length."""
    kept = (c for c in (text or "")[:_LONGEST] if c == " " or unicodedata.category(c)[0] != "C")
    return "".join(kept)


def plain(text: str | None) -> str:
    """Return ``text`` with any script's digits as 0 to 9, without spaces and invisible signs."""
    folded = unicodedata.normalize("NFKC", as_typed(text))
    return "".join(
        str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded if not c.isspace()
    )


def whole_number(text: str | None) -> int:
    """Return a whole number, such as 3 or 1,200. Raises TypedError."""
    found = plain(text)
    if not _GROUPED.fullmatch(found):
        raise TypedError(_("Enter a whole number in digits, such as 3"))
    number = int(found.replace(",", ""))
    if number > _LARGEST_NUMBER:
        raise TypedError(_("Enter a smaller number, at most 999,999"))
    return number


def amount(text: str | None) -> str:
    """Return dollars and cents as digits, such as "1200" or "1200.50". Raises TypedError."""
    found = plain(text).removeprefix("$")
    if found.startswith("-"):
        raise TypedError(_("Enter an amount that is 0 or more"))
    if not _AMOUNT.fullmatch(found):
        raise TypedError(_("Enter an amount in digits, such as 1,200 or 1200.50"))
    dollars = Decimal(found.replace(",", ""))
    if dollars > _LARGEST_AMOUNT:
        raise TypedError(_("Enter a smaller amount, at most $99,999,999"))
    return str(dollars.quantize(Decimal("0.01")) if dollars % 1 else int(dollars))


def day(year: str | None, month: str | None, day_of_month: str | None) -> date:
    """Return the day of three typed fields. Raises TypedError naming the field."""
    found = month_of_year(year, month)
    number = _part(day_of_month, "day", _("Enter the day as a number, such as 21"))
    longest = monthrange(found.year, found.month)[1]
    if not 1 <= number <= longest:
        text = _("Enter a day that is in the month you selected: 1 to %(last)s", last=longest)
        raise TypedError(text, "day")
    return date(found.year, found.month, number)


def month_of_year(year: str | None, month: str | None) -> Month:
    """Return the month of two typed fields. Raises TypedError naming the field."""
    number = _part(month, "month", _("Select the month"))
    if not 1 <= number <= 12:
        raise TypedError(_("Select the month"), "month")
    full = _part(year, "year", _("Enter the year with 4 digits, such as 2026"))
    if full not in _YEARS:
        raise TypedError(_("Enter the year with 4 digits, from 1900 to 2100"), "year")
    return Month(full, number)


def _part(text: str | None, part: str, message: str) -> int:
    found = plain(text)
    if not found.isascii() or not found.isdigit() or len(found) > 4:
        raise TypedError(message, part)
    return int(found)
