"""When a step opens and closes for one person: its days worked out, its turn found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from navigator.content.library import Step
from navigator.engine.situation import Situation
from navigator.rules import (
    NOT_APPLICABLE,
    Length,
    Month,
    Reading,
    Truth,
    Value,
    next_business_day,
    plus_months,
    shifted,
    tree,
)

Bounded = tuple[date | None, date | None]  # (the settled day, the best bound)

_NO_DAY: Bounded = (None, None)
_UNKNOWN: Final = Truth.UNKNOWN


class Clock(NamedTuple):
    """A step's days: a settled day is sure, a bound is the earliest it may still turn out to be.

    ``turn`` is the due day that marks of a recurring step belong to; ``ended`` says that ``until``
    is past; ``danger`` that the step is always due today and never late.
    """

    opens: date | None = None
    due: date | None = None
    best_by: date | None = None
    opens_bound: date | None = None
    due_bound: date | None = None
    turn: date | None = None
    until: date | None = None
    ended: bool = False
    danger: bool = False
    recurring: bool = False

    def is_late(self, situation: Situation) -> bool:
        """Whether the settled due day is over everywhere in the United States."""
        if self.due is None or self.danger or self.recurring:
            return False
        return self.due < situation.last_living_day


NO_DAYS = Clock()


def clock(step: Step, reading: Reading, situation: Situation) -> Clock:
    """Return the days of ``step`` as the answers in ``reading`` settle them."""
    if step.opens is None and step.due is None and step.best_by is None and step.until is None:
        return NO_DAYS
    if step.due is not None and isinstance(step.due.tree, tree.Today):
        return Clock(due=situation.today, due_bound=situation.today, danger=True)
    until = _day(step.until, reading, _last_day)[0] if step.until else None
    if step.every is not None:
        return _turn(step, step.every, reading, situation, until)
    opens, opens_bound = _day(step.opens, reading, _first_day) if step.opens else _NO_DAY
    due, due_bound = _day(step.due, reading, _last_day) if step.due else _NO_DAY
    best_by = _day(step.best_by, reading, _last_day)[1] if step.best_by else None
    if step.roll:
        due = due and _rolled(due)
        due_bound = due_bound and _rolled(due_bound)
    ended = until is not None and until < situation.last_living_day
    return Clock(opens, due, best_by, opens_bound, due_bound, None, until, ended)


def _turn(
    step: Step, every: Value, reading: Reading, situation: Situation, until: date | None
) -> Clock:
    """Return the first turn of a recurring step whose due day is not over."""
    first_opens, first_due = _raw(step.opens, reading), _raw(step.due, reading)
    length = every.evaluate(reading)
    if first_due is None or not isinstance(length, Length) or length == Length():
        bound = _day(step.due, reading, _last_day)[1]
        opens, opens_bound = _day(step.opens, reading, _first_day)
        return Clock(opens, None, None, opens_bound, bound, until=until, recurring=True)

    def due_of(number: int) -> date:
        try:
            last = _last_day(_moved(first_due, length, number))
        except OverflowError:  # past the year 9999: never over
            return date.max
        return _rolled(last) if step.roll else last

    number = _first_turn(due_of, situation.last_living_day)
    due = due_of(number)
    opens = None if first_opens is None else _first_day(_moved(first_opens, length, number))
    ended = until is not None and due > until
    return Clock(opens, due, None, opens, due, due, until, ended, recurring=True)


def _first_turn(due_of: Callable[[int], date], today: date) -> int:
    """Return the number of the first turn not over, by doubling and halving; days only grow."""
    if due_of(0) >= today:
        return 0
    over, high = 0, 1
    while due_of(high) < today:
        over, high = high, high * 2
    while high - over > 1:
        middle = (over + high) // 2
        over, high = (middle, high) if due_of(middle) < today else (over, middle)
    return high


def _moved(day: date | Month, length: Length, turns: int) -> date | Month:
    """Return ``day`` some turns later, counted from the first so that month ends do not wander."""
    whole = Length(length.months * turns, length.days * turns, length.business_days * turns)
    if isinstance(day, Month):
        return plus_months(day, whole.months)
    return shifted(day, whole, 1)


def _raw(value: Value | None, reading: Reading) -> date | Month | None:
    found = value.evaluate(reading) if value is not None else None
    return found if isinstance(found, date | Month) else None


def _day(value: Value | None, reading: Reading, edge: Callable[[date | Month], date]) -> Bounded:
    if value is None:
        return _NO_DAY
    found = value.evaluate(reading)
    if found is NOT_APPLICABLE:
        return _NO_DAY
    if found is _UNKNOWN:
        bound = value.best_bound(reading)
        return None, None if bound is None else edge(bound)
    day = edge(found)
    return day, day


def _first_day(day: date | Month) -> date:
    return day.first_day if isinstance(day, Month) else day


def _last_day(day: date | Month) -> date:
    return day.last_day if isinstance(day, Month) else day


def _rolled(day: date) -> date:
    try:
        return next_business_day(day)
    except OverflowError:
        return day
