"""Answers as JSON holds them -> runtime values, by the kind of their question.

Whatever is not an answer of the kind reads as ``Truth.UNKNOWN``; nothing raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import singledispatch
from typing import Any, Final, TypeAlias

from navigator.rules import kinds
from navigator.rules.lengths import Length
from navigator.rules.money import PAY_PERIODS, Exact, times, turn
from navigator.rules.months import Month
from navigator.rules.places import PLACES
from navigator.rules.tree import LengthUnit, Period
from navigator.rules.truth import Truth

Parse: TypeAlias = Callable[[object], Any]

DECLINED = "declined"
"""The answer of a person who prefers not to say."""

LARGEST_NUMBER = 10**9
LONGEST = 10**6
"""No length in an answer has more units than this, no number is larger than the other."""

_UNKNOWN: Final = Truth.UNKNOWN
_DOLLARS = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@singledispatch
def parser_of(kind: kinds.Kind) -> Parse:
    """Return the function that reads the answers to a question of ``kind``.

    Raises TypeError for a kind no question has (percent, count).
    """
    raise TypeError(f"no question is answered with {kind}")


@parser_of.register
def _yes_no(_: kinds.YesNo) -> Parse:
    def parse(raw: object) -> Truth:
        if raw is True:
            return Truth.YES
        return Truth.NO if raw is False else _UNKNOWN

    return parse


@parser_of.register
def _one_of(kind: kinds.OneOf) -> Parse:
    return _one_in(kind.options)


@parser_of.register
def _state(_: kinds.State) -> Parse:
    return _one_in(tuple(PLACES))


def _one_in(ids: tuple[str, ...]) -> Parse:
    known = {id_: id_ for id_ in ids}

    def parse(raw: object) -> str | Truth:
        return known.get(raw, _UNKNOWN) if isinstance(raw, str) else _UNKNOWN

    return parse


@parser_of.register
def _any_of(kind: kinds.AnyOf) -> Parse:
    options = frozenset(kind.options)

    def parse(raw: object) -> frozenset[str] | Truth:
        if not isinstance(raw, list | tuple):
            return _UNKNOWN
        try:
            ticked = frozenset(raw)
        except TypeError:
            return _UNKNOWN
        return ticked if ticked <= options else _UNKNOWN

    return parse


@parser_of.register
def _number(_: kinds.Number) -> Parse:
    def parse(raw: object) -> int | Truth:
        return raw if type(raw) is int and abs(raw) <= LARGEST_NUMBER else _UNKNOWN

    return parse


@parser_of.register
def _length(kind: kinds.LengthKind) -> Parse:
    unit: LengthUnit = kind.unit or "days"

    def parse(raw: object) -> Length | Truth:
        return Length.of(raw, unit) if type(raw) is int and 0 <= raw <= LONGEST else _UNKNOWN

    return parse


@parser_of.register
def _money(kind: kinds.Money) -> Parse:
    per = kind.per

    def parse(raw: object) -> Exact | Truth:
        return _rate(raw, per) if isinstance(raw, dict) else _cents(raw)

    return parse


def _rate(raw: dict[str, object], per: Period | None) -> Exact | Truth:
    cents = _cents(raw.get("amount"))
    paid = raw.get("per", per)
    if isinstance(cents, Truth) or paid == per:
        return cents
    if per is None or not isinstance(paid, str) or paid not in PAY_PERIODS:
        return _UNKNOWN
    return times(cents, turn(paid, per))


def _cents(raw: object) -> int | Truth:
    if type(raw) is int:
        return raw * 100 if 0 <= raw < 10**12 else _UNKNOWN
    text = repr(raw) if type(raw) is float else raw
    found = _DOLLARS.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return _UNKNOWN
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


@parser_of.register
def _day(_: kinds.Day) -> Parse:
    def parse(raw: object) -> date | Truth:
        if not isinstance(raw, str) or len(raw) != 10 or not raw[4] == raw[7] == "-":
            return _UNKNOWN
        try:
            return date.fromisoformat(raw)
        except ValueError:
            return _UNKNOWN

    return parse


@parser_of.register
def _month(_: kinds.MonthKind) -> Parse:
    def parse(raw: object) -> Month | Truth:
        found = _MONTH.fullmatch(raw) if isinstance(raw, str) else None
        if found is None or found[1] == "0000":
            return _UNKNOWN
        return Month(int(found[1]), int(found[2]))

    return parse
