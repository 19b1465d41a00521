"""A step on the list: how it stands today, and how soon it asks to be acted on."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum, IntEnum
from typing import Final, NamedTuple, TypeAlias

from navigator.content.library import Step
from navigator.engine.clock import NO_DAYS, Clock
from navigator.engine.situation import Mark
from navigator.rules import Truth

NEVER: Final = date.max
LONG_AGO: Final = date.min


class State(Enum):
    """How a step on the list stands today."""

    OPEN = "open"
    NOT_YET = "not_yet"
    OVERDUE = "overdue"
    DONE = "done"


class Group(IntEnum):
    """When to act, in the order of the list."""

    NOW = 0  # danger: always first
    OVERDUE = 1
    WEEK = 2  # the next 7 days
    MONTH = 3  # the next 31 days
    LATER = 4  # dated later
    ANY_TIME = 5
    NOT_YET = 6  # not open yet
    DONE = 7


Urgency: TypeAlias = tuple[Group, date, date]
"""What the list is sorted by: the group, the day to act by (or NEVER), the day it opens."""

# In Python 3.11 a member of an enum is slow to look up: these stand in the way of every step.
_NOW, _OVERDUE, _WEEK, _MONTH, _LATER, _ANY_TIME, _NOT_YET, _DONE = Group
_IS_DONE: Final = State.DONE
_IS_OVERDUE: Final = State.OVERDUE


class Soon(NamedTuple):
    """The days that groups end with, for one day."""

    today: date
    week: date
    month: date

    @classmethod
    def after(cls, today: date) -> Soon:
        """Return the ends of the groups of ``today``."""
        return cls(today, today + timedelta(days=7), today + timedelta(days=31))


class Entry(NamedTuple):
    """A step on the list. ``status`` is YES (to do) or UNKNOWN (may apply).

    ``urgency`` is its own, whatever waits for it. ``via`` names the step whose lateness,
    refusal or approval brought this one; ``folded_by`` the step of the same choice done already.
    """

    step: Step
    status: Truth
    state: State
    clock: Clock
    urgency: Urgency
    mark: Mark | None = None
    via: str | None = None
    folded_by: str | None = None

    def folded(self, by: str) -> Entry:
        """Return the entry as done, since the step ``by`` of the same choice is."""
        _, due, opens = self.urgency
        return self._replace(state=_IS_DONE, urgency=(_DONE, due, opens), folded_by=by)


def urgency(state: State, days: Clock, soon: Soon) -> Urgency:
    """Return how soon a step asks to be acted on by its own days.

    Advice whose day is past is best followed today, not before.
    """
    if days is NO_DAYS:
        return (_DONE if state is _IS_DONE else _ANY_TIME), NEVER, LONG_AGO
    due, opens = days.due_bound or NEVER, days.opens_bound or LONG_AGO
    if days.best_by is not None:
        due = min(due, max(days.best_by, soon.today))
    return group(state, days, due, opens, soon), due, opens


def group(state: State, days: Clock, due: date, opens: date, soon: Soon) -> Group:
    """Return when to act on what is to be done by ``due`` and opens on ``opens``."""
    if state is _IS_DONE:
        return _DONE
    if days.danger:
        return _NOW
    if state is _IS_OVERDUE:
        return _OVERDUE
    if opens > soon.today:
        return _NOT_YET
    if due == NEVER:
        return _ANY_TIME
    if due <= soon.week:
        return _WEEK
    return _MONTH if due <= soon.month else _LATER
