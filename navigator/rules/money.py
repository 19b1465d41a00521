"""Exact money: cents as int, or as Fraction where a cent is divided; rates turned, dollars rounded.

A year is 12 months or 52 weeks.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeAlias

from navigator.rules.tree import Period

PayPeriod: TypeAlias = Literal["week", "two weeks", "month", "year"]
Exact: TypeAlias = int | Fraction

_A_YEAR: Mapping[PayPeriod, int] = MappingProxyType(
    {"week": 52, "two weeks": 26, "month": 12, "year": 1}
)
PAY_PERIODS = frozenset(_A_YEAR)


def turn(source: PayPeriod, target: Period) -> Fraction:
    """Return what a rate per ``source`` is multiplied by to be one per ``target``."""
    return Fraction(_A_YEAR[source], _A_YEAR[target])


def times(amount: Exact, factor: Fraction) -> Exact:
    """Return ``amount`` times ``factor``, as an int if it is whole."""
    return tidy(amount * factor.numerator, factor.denominator)


def tidy(numerator: Exact, denominator: int) -> Exact:
    """Return the quotient, as an int if it is whole: integers are many times faster."""
    whole, rest = divmod(numerator, denominator)
    return whole if rest == 0 else Fraction(numerator) / denominator


def whole_dollars_up(cents: Exact, parts: int = 1) -> int:
    """Return ``cents``, divided into so many ``parts``, rounded up to a whole dollar; in cents."""
    return -(-cents // (100 * parts)) * 100
