"""How far a day lies from the day it is counted from, as far as that can be told beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.rules import ConditionError, parse_value, tree

# The fewest and the most days a unit can have; business days are not told apart from holidays.
_DAYS = {"days": (1, 1), "weeks": (7, 7), "months": (28, 31), "years": (365, 366)}


@dataclass(frozen=True)
class Reach:
    """Between ``least`` and ``most`` days after ``start``, a sentence."""

    start: str
    least: int
    most: int

    def is_surely_after(self, other: Reach) -> bool:
        """Say whether every such day is after every day of ``other``; no if their starts differ."""
        return self.start == other.start and self.least > other.most


def reach_of(sentence: str) -> Reach | None:
    """Return the reach of a day such as `60 days after 2 months before letter_date`."""
    try:
        day = parse_value(sentence)
    except ConditionError:
        return None
    least = most = 0
    while isinstance(day, tree.Shift):
        span = day.length
        if not isinstance(span, tree.Span) or any(unit not in _DAYS for _, unit in span.parts):
            return None
        low = sum(number * _DAYS[unit][0] for number, unit in span.parts)
        high = sum(number * _DAYS[unit][1] for number, unit in span.parts)
        low, high = (low, high) if day.direction == "after" else (-high, -low)
        least, most, day = least + low, most + high, day.day
    return _from(day, least, most)


def _from(day: tree.Value, least: int, most: int) -> Reach:
    if isinstance(day, tree.Day):
        first = day.day.toordinal()
        return Reach("", first + least, first + most)
    return Reach(str(day), least, most)
