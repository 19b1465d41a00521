"""Amounts as people type them -> answers: "2000", "$2,000.50", "2k", "500 a week"."""

from __future__ import annotations

import re
from decimal import Decimal

from navigator.authoring.typed_days import TypedError

_AMOUNT = re.compile(
    r"(?:(?:about|around|roughly|approximately|approx\.?|~) ?)?"
    r"\$? ?(?P<amount>\d{1,3}(?:,\d{3})+|\d+)(?P<cents>\.\d{1,2})?(?P<thousands> ?k)?"
    r"(?: ?(?:dollars?|bucks|usd|\$))?(?P<per>\W*[^\d\W].*|\W*every 2.*|\W*2 w.*)?"
)
_LEADING = re.compile(r"^(?:\W|\b(?:a|an|per|each|every|the)\b)+")
_LARGEST = Decimal(10**12)

_WEEK = {"week", "wk", "weekly", "w"}
_TWO_WEEKS = {
    *("two weeks", "2 weeks", "2 wks", "other week", "second week", "fortnight"),
    *("biweekly", "bi-weekly", "bi weekly", "2 week", "two week"),
}
_MONTH = {"month", "mo", "monthly", "mth", "m"}
_TWICE_A_MONTH = {"twice a month", "twice monthly", "semimonthly", "semi-monthly", "half month"}
_YEAR = {"year", "yr", "yearly", "annually", "annum", "annual", "y"}


def read_money(said: str, per: str | None) -> object:
    """Return the answer (JSON) to a question asked ``per`` week, month or year, or of an amount.

    Raises TypedError.
    """
    found = _AMOUNT.fullmatch(" ".join(said.casefold().split()))
    if found is None:
        raise TypedError(_wanted(per))
    amount = Decimal(found["amount"].replace(",", "") + (found["cents"] or ""))
    if found["thousands"]:
        amount *= 1000
    return _rate(amount, (found["per"] or "").strip(" ."), per)


def _rate(amount: Decimal, period: str, per: str | None) -> object:
    times, paid = _period(period) if period else (1, per)
    amount *= times
    if amount >= _LARGEST:
        raise TypedError("Enter a smaller amount.")
    if paid == per:
        return _json(amount)
    if per is None:
        raise TypedError("Enter one amount, such as 2,000, without a week, month or year.")
    return {"amount": str(_json(amount)), "per": paid}


def _period(said: str) -> tuple[int, str]:
    words = said if said in _TWICE_A_MONTH else _LEADING.sub("", said)
    if words in _TWICE_A_MONTH:
        return 2, "month"
    named = {"week": _WEEK, "two weeks": _TWO_WEEKS, "month": _MONTH, "year": _YEAR}
    for period, names in named.items():
        if words in names:
            return 1, period
    raise TypedError(
        "Enter the amount a week, every two weeks, a month or a year, such as 500 a week."
    )


def _json(amount: Decimal) -> int | str:
    return int(amount) if amount == amount.to_integral_value() else f"{amount:.2f}"


def _wanted(per: str | None) -> str:
    if per is None:
        return "Enter an amount in dollars, such as 2,000."
    return "Enter an amount in dollars, such as 2,000 a month or 500 a week."
