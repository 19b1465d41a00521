"""The one order to do things in: by when to act, and never before what a step waits for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from heapq import heappop, heappush
from operator import attrgetter
from typing import Final, NamedTuple

from navigator.engine.clock import NO_DAYS, Clock
from navigator.engine.life import Entry, Life, State
from navigator.engine.situation import Situation
from navigator.rules import Truth

_NEVER = date.max
_LONG_AGO = date.min


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


# In Python 3.11 a member of an enum is slow to look up: these stand in the way of every step.
_NOW, _OVERDUE, _WEEK, _MONTH, _LATER, _ANY_TIME, _NOT_YET, _DONE = Group
_IS_DONE: Final = State.DONE
_IS_OVERDUE: Final = State.OVERDUE
_YES: Final = Truth.YES


class Placed(NamedTuple):
    """An entry in its place: ``waits_for`` blocks it, ``first_if`` only should come first."""

    entry: Entry
    group: Group
    act_by: date | None
    act_from: date | None
    waits_for: tuple[str, ...] = ()
    first_if: tuple[str, ...] = ()


@dataclass(slots=True)
class _Times:
    """Effective days: the earliest due day and the latest opening day an entry stands under."""

    due: date
    opens: date
    group: Group = _ANY_TIME


class _Soon(NamedTuple):
    today: date
    week: date
    month: date


_key: Callable[[_Times], tuple[Group, date, date]] = attrgetter("group", "due", "opens")


def in_order(entries: Iterable[Entry], life: Life, situation: Situation) -> list[Placed]:
    """Return the entries in the order to act: by group, effective due, effective opens, as written.

    Effective due is the earliest of a step's own and of all that wait for it; effective opens the
    latest of its own and of those it waits for. No step stands before one it waits for.
    """
    by_id = {entry.step.id: entry for entry in entries}
    waits = _prerequisites(by_id, life, situation)
    times = _effective_times(by_id, waits.hard, waits.soft, situation.today)
    before = _order_edges(times, waits.hard, waits.soft)
    return [_placed(by_id[step_id], times[step_id], waits) for step_id in _sorted(times, before)]


class _Waits:
    """What comes before what. A loop that late or replaced steps would close is never entered."""

    def __init__(self, by_id: Mapping[str, Entry]) -> None:
        self._by_id = by_id
        self.hard: Edges = defaultdict(list)  # then -> what blocks it
        self.soft: Edges = defaultdict(list)  # then -> what only should come first

    def add(self, first: str, then: str, *, blocks: bool, checked: bool) -> None:
        """Put ``first`` before ``then``; ``checked``: the content check has ruled out a loop."""
        if first in self.hard[then] or first in self.soft[then]:
            return
        if not checked and self._leads(then, first):
            return
        sure = self._by_id[first].status is _YES
        (self.hard if blocks and sure else self.soft)[then].append(first)

    def _leads(self, first: str, then: str) -> bool:
        """Whether ``then`` is ``first`` or comes after it."""
        waiting, seen = [then], set[str]()
        while waiting:
            step_id = waiting.pop()
            if step_id == first:
                return True
            if step_id not in seen:
                seen.add(step_id)
                waiting += [*self.hard.get(step_id, ()), *self.soft.get(step_id, ())]
        return False


Edges = dict[str, list[str]]


def _prerequisites(by_id: Mapping[str, Entry], life: Life, situation: Situation) -> _Waits:
    """Return, for each open step, what blocks it and what should only come before it."""
    found = _Waits(by_id)
    ahead = [
        (step_id, waits)
        for step_id, waits in life.routes.waiting.items()
        if step_id in by_id and by_id[step_id].state is not _IS_DONE
    ]
    for step_id, waits in ahead:
        for first in waits.after:
            if first in by_id and by_id[first].state is not _IS_DONE:
                found.add(first, step_id, blocks=True, checked=True)
    for step_id, waits in ahead:
        needed = waits.after + waits.permits if situation.helping else waits.after
        for first in _standing(needed, by_id, life):
            found.add(first, step_id, blocks=True, checked=False)
        for first in _standing(waits.helped_by, by_id, life):
            found.add(first, step_id, blocks=False, checked=False)
    return found


def _standing(needed: tuple[str, ...], by_id: Mapping[str, Entry], life: Life) -> Iterable[str]:
    """Return what of ``needed`` is still to do, replacements standing for what left the list."""
    if not needed:
        return ()
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting = list(needed)
    while waiting:
        step_id = waiting.pop(0)
        if step_id in seen:
            continue
        seen.add(step_id)
        entry = by_id.get(step_id)
        if entry is None:
            waiting.extend(life.successors(step_id))
        elif entry.state is not _IS_DONE:
            found[step_id] = None
    return found


def _effective_times(
    by_id: Mapping[str, Entry], hard: Edges, soft: Edges, today: date
) -> dict[str, _Times]:
    times = {step_id: _own_times(entry.clock, today) for step_id, entry in by_id.items()}
    if hard or soft:
        _spread_due(times, hard, soft)
        _spread_opens(times, hard)
    soon = _Soon(today, today + timedelta(days=7), today + timedelta(days=31))
    for found, entry in zip(times.values(), by_id.values(), strict=True):
        found.group = _group(found, entry, soon)
    return times


def _own_times(days: Clock, today: date) -> _Times:
    """Return the days to sort by. Advice whose day is past is best followed today, not before."""
    if days is NO_DAYS:
        return _Times(_NEVER, _LONG_AGO)
    due = days.due_bound or _NEVER
    if days.best_by is not None:
        due = min(due, max(days.best_by, today))
    return _Times(due, days.opens_bound or _LONG_AGO)


def _spread_due(times: dict[str, _Times], *edges: Edges) -> None:
    """Hand each due day on to what comes before; days only fall, so this ends even on a loop."""
    before: defaultdict[str, list[str]] = defaultdict(list)
    for found in edges:
        for first, then in _pairs(found):
            before[then].append(first)
    waiting = list(before)
    while waiting:
        step_id = waiting.pop()
        for first in before.get(step_id, ()):
            if times[step_id].due < times[first].due:
                times[first].due = times[step_id].due
                waiting.append(first)


def _spread_opens(times: dict[str, _Times], hard: Edges) -> None:
    after: defaultdict[str, list[str]] = defaultdict(list)
    for first, then in _pairs(hard):
        after[first].append(then)
    waiting = list(after)
    while waiting:
        step_id = waiting.pop()
        for then in after.get(step_id, ()):
            if times[step_id].opens > times[then].opens:
                times[then].opens = times[step_id].opens
                waiting.append(then)


def _pairs(edges: Edges) -> Iterable[tuple[str, str]]:
    """Yield (what comes first, what comes then)."""
    return ((first, then) for then, firsts in edges.items() for first in firsts)


def _group(times: _Times, entry: Entry, soon: _Soon) -> Group:
    due = times.due
    if entry.state is _IS_DONE:
        return _DONE
    if entry.clock.danger:
        return _NOW
    if entry.state is _IS_OVERDUE:
        return _OVERDUE
    if times.opens > soon.today:
        return _NOT_YET
    if due == _NEVER:
        return _ANY_TIME
    if due <= soon.week:
        return _WEEK
    return _MONTH if due <= soon.month else _LATER


def _order_edges(times: Mapping[str, _Times], hard: Edges, soft: Edges) -> Edges:
    """Lift what comes first into the group of what waits for it, then join the edges to sort by.

    A step that only helps stands before where its own time allows; it never holds another back.
    """
    _lift_groups(times, hard)
    return {
        then: [
            *hard.get(then, ()),
            *(first for first in soft.get(then, ()) if _key(times[first]) <= _key(times[then])),
        ]
        for then in {*hard, *soft}
    }


def _lift_groups(times: Mapping[str, _Times], hard: Edges) -> None:
    waiting = list(hard)
    while waiting:
        then = waiting.pop()
        for first in hard.get(then, ()):
            if times[first].group > times[then].group:
                times[first].group = times[then].group
                waiting.append(first)


def _sorted(times: Mapping[str, _Times], before: Edges) -> list[str]:
    """Return the ids, the smallest key first among those whose earlier steps are placed."""
    keys = {step_id: _key(found) for step_id, found in times.items()}
    ranked = sorted(keys, key=keys.__getitem__)
    if not before:
        return ranked
    rank = {step_id: place for place, step_id in enumerate(ranked)}
    held_by = {then: len(firsts) for then, firsts in before.items()}
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for first, then in _pairs(before):
        followers[first].append(then)
    ready = [place for place, step_id in enumerate(ranked) if not held_by.get(step_id)]
    ordered: list[str] = []
    while ready:
        step_id = ranked[heappop(ready)]
        ordered.append(step_id)
        for then in followers.get(step_id, ()):
            held_by[then] -= 1
            if not held_by[then]:
                heappush(ready, rank[then])
    return ordered


def _placed(entry: Entry, times: _Times, waits: _Waits) -> Placed:
    return Placed(
        entry,
        times.group,
        None if times.due == _NEVER else times.due,
        None if times.opens == _LONG_AGO else times.opens,
        tuple(waits.hard.get(entry.step.id, ())),
        tuple(waits.soft.get(entry.step.id, ())),
    )
