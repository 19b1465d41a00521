"""The one order to do things in: by when to act, and never before what a step waits for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from heapq import heapify, heappop, heappush

from navigator.content.library import Library
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


@dataclass(frozen=True, slots=True)
class Placed:
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
    group: Group = Group.ANY_TIME

    def key(self) -> tuple[Group, date, date]:
        return self.group, self.due, self.opens


def in_order(
    entries: Iterable[Entry], life: Life, situation: Situation, library: Library
) -> list[Placed]:
    """Return the entries in the order to act: by group, effective due, effective opens, as written.

    Effective due is the earliest of a step's own and of all that wait for it; effective opens the
    latest of its own and of those it waits for. No step stands before one it waits for.
    """
    by_id = {entry.step.id: entry for entry in entries}
    waits = _prerequisites(by_id, life, situation, library)
    times = _effective_times(by_id, waits.hard, waits.soft, situation)
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
        sure = self._by_id[first].status is Truth.YES
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


def _prerequisites(
    by_id: Mapping[str, Entry], life: Life, situation: Situation, library: Library
) -> _Waits:
    """Return, for each open step, what blocks it and what should only come before it."""
    waits = _Waits(by_id)
    ahead = [entry.step for entry in by_id.values() if entry.state is not State.DONE]
    for step in ahead:
        for first in step.after:
            if first in by_id and by_id[first].state is not State.DONE:
                waits.add(first, step.id, blocks=True, checked=True)
    for step in ahead:
        needed = step.after
        if situation.helping and step.helper is not None:
            needed += _permission_steps(step.helper.needs, library)
        for first in _standing(needed, by_id, life):
            waits.add(first, step.id, blocks=True, checked=False)
        for first in _standing(step.helped_by, by_id, life):
            waits.add(first, step.id, blocks=False, checked=False)
    return waits


def _permission_steps(needs: Iterable[str], library: Library) -> tuple[str, ...]:
    steps = (library.permissions[need].step for need in needs)
    return tuple(step for step in steps if step is not None)


def _standing(needed: Iterable[str], by_id: Mapping[str, Entry], life: Life) -> tuple[str, ...]:
    """Return what of ``needed`` is still to do, replacements standing for what left the list."""
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
        elif entry.state is not State.DONE:
            found[step_id] = None
    return tuple(found)


def _effective_times(
    by_id: Mapping[str, Entry], hard: Edges, soft: Edges, situation: Situation
) -> dict[str, _Times]:
    times = {step_id: _own_times(entry) for step_id, entry in by_id.items()}
    _spread_due(times, hard, soft)
    _spread_opens(times, hard)
    for step_id, entry in by_id.items():
        times[step_id].group = _group(times[step_id], entry, situation)
    return times


def _own_times(entry: Entry) -> _Times:
    days = entry.clock
    due = days.due_bound or _NEVER
    if days.best_by is not None:
        due = min(due, days.best_by)
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


def _group(times: _Times, entry: Entry, situation: Situation) -> Group:
    today = situation.today
    if entry.state is State.DONE:
        return Group.DONE
    if entry.clock.danger:
        return Group.NOW
    if entry.state is State.OVERDUE:
        return Group.OVERDUE
    if times.opens > today:
        return Group.NOT_YET
    if times.due == _NEVER:
        return Group.ANY_TIME
    if times.due <= today + timedelta(days=7):
        return Group.WEEK
    return Group.MONTH if times.due <= today + timedelta(days=31) else Group.LATER


def _order_edges(times: Mapping[str, _Times], hard: Edges, soft: Edges) -> Edges:
    """Lift what comes first into the group of what waits for it, then join the edges to sort by.

    A step that only helps stands before where its own time allows; it never holds another back.
    """
    _lift_groups(times, hard)
    return {
        then: [
            *hard.get(then, ()),
            *(first for first in soft.get(then, ()) if times[first].key() <= times[then].key()),
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
    keys = {step_id: (t.key(), place, step_id) for place, (step_id, t) in enumerate(times.items())}
    held_by = {then: len(firsts) for then, firsts in before.items()}
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for first, then in _pairs(before):
        followers[first].append(then)
    ready = [key for step_id, key in keys.items() if not held_by.get(step_id)]
    heapify(ready)
    ordered: list[str] = []
    while ready:
        step_id = heappop(ready)[2]
        ordered.append(step_id)
        for then in followers[step_id]:
            held_by[then] -= 1
            if not held_by[then]:
                heappush(ready, keys[then])
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
