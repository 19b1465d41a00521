"""The one order to do things in: by when to act, and never before what a step waits for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from operator import attrgetter
from typing import Final, NamedTuple, TypeAlias

from navigator.engine.entry import LONG_AGO, NEVER, Entry, Group, Soon, State, Urgency, group
from navigator.engine.life import Life
from navigator.engine.situation import Situation
from navigator.rules import Truth

__all__ = ["Group", "Placed", "in_order"]

Edges: TypeAlias = dict[str, list[str]]

_IS_DONE: Final = State.DONE
_YES: Final = Truth.YES


class Placed(NamedTuple):
    """An entry in its place: ``waits_for`` blocks it, ``first_if`` only should come first.

    ``urgency`` is what it is sorted by, with all that waits for it.
    """

    entry: Entry
    urgency: Urgency
    waits_for: tuple[str, ...] = ()
    first_if: tuple[str, ...] = ()

    @property
    def group(self) -> Group:
        """When to act."""
        return self.urgency[0]

    @property
    def act_by(self) -> date | None:
        """The earliest due day of its own and of all that wait for it."""
        due = self.urgency[1]
        return None if due == NEVER else due

    @property
    def act_from(self) -> date | None:
        """The latest opening day of its own and of those it waits for."""
        opens = self.urgency[2]
        return None if opens == LONG_AGO else opens


@dataclass(slots=True)
class _Times:
    """Effective days: the earliest due day and the latest opening day an entry stands under."""

    group: Group
    due: date
    opens: date


_key: Callable[[_Times], Urgency] = attrgetter("group", "due", "opens")


def in_order(entries: Iterable[Entry], life: Life, situation: Situation) -> list[Placed]:
    """Return the entries in the order to act: by group, effective due, effective opens, as written.

    Effective due is the earliest of a step's own and of all that wait for it; effective opens the
    latest of its own and of those it waits for. No step stands before one it waits for.
    """
    by_id = {entry.step.id: entry for entry in entries}
    waits = _prerequisites(by_id, life, situation)
    times = _effective_times(by_id, waits.hard, waits.soft, Soon.after(situation.today))
    before = _order_edges(times, waits.hard, waits.soft)
    keys = {step_id: entry.urgency for step_id, entry in by_id.items()}
    keys |= {step_id: _key(found) for step_id, found in times.items()}
    return [
        waits.placed(step_id, keys[step_id])
        if step_id in before
        else Placed(by_id[step_id], keys[step_id])
        for step_id in _sorted(keys, before)
    ]


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

    def placed(self, step_id: str, urgency: Urgency) -> Placed:
        """Return the entry in its place, with what comes before it."""
        hard, soft = self.hard.get(step_id, ()), self.soft.get(step_id, ())
        return Placed(self._by_id[step_id], urgency, tuple(hard), tuple(soft))

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


def _prerequisites(by_id: Mapping[str, Entry], life: Life, situation: Situation) -> _Waits:
    """Return, for each open step, what blocks it and what should only come before it."""
    found, waiting = _Waits(by_id), life.routes.waiting
    ahead = [
        (step_id, waiting[step_id])
        for step_id, entry in by_id.items()
        if step_id in waiting and entry.state is not _IS_DONE
    ]
    for step_id, waits in ahead:
        for first in waits.after:
            if first in by_id and by_id[first].state is not _IS_DONE:
                found.add(first, step_id, blocks=True, checked=True)
    for step_id, waits in ahead:
        needed = waits.after + waits.permits if situation.helping else waits.after
        for first in _standing(needed, by_id, life) if needed else ():
            found.add(first, step_id, blocks=True, checked=False)
        for first in _standing(waits.helped_by, by_id, life) if waits.helped_by else ():
            found.add(first, step_id, blocks=False, checked=False)
    return found


def _standing(needed: tuple[str, ...], by_id: Mapping[str, Entry], life: Life) -> Iterable[str]:
    """Return what of ``needed`` is still to do, replacements standing for what left the list."""
    found: dict[str, None] = {}
    waiting, seen = list(needed), set[str]()
    for step_id in waiting:
        entry = by_id.get(step_id)
        if entry is not None:
            if entry.state is not _IS_DONE:
                found[step_id] = None
        elif step_id not in seen:
            seen.add(step_id)
            waiting.extend(life.successors(step_id))
    return found


def _effective_times(
    by_id: Mapping[str, Entry], hard: Edges, soft: Edges, soon: Soon
) -> dict[str, _Times]:
    """Return the days of what waits or is waited for; all else stands as its own days have it."""
    involved = {*hard, *soft}.union(*hard.values(), *soft.values())
    times = {step_id: _Times(*by_id[step_id].urgency) for step_id in involved}
    _spread_due(times, hard, soft)
    _spread_opens(times, hard)
    for step_id, found in times.items():
        entry = by_id[step_id]
        found.group = group(entry.state, entry.clock, found.due, found.opens, soon)
    return times


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


def _sorted(keys: Mapping[str, Urgency], before: Edges) -> list[str]:
    """Return the ids, the smallest key first among those whose earlier steps are placed."""
    ranked = sorted(keys, key=keys.__getitem__)
    if not before:
        return ranked
    rank = {step_id: place for place, step_id in enumerate(ranked)}
    held_by = {then: len(firsts) for then, firsts in before.items()}
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for first, then in _pairs(before):
        followers[first].append(then)
    ordered: list[str] = []
    for place, step_id in enumerate(ranked):
        if held_by.get(step_id):
            continue  # passed over: it is placed behind the last of those it waits for
        ready = [place]
        while ready:
            first = ranked[heappop(ready)]
            ordered.append(first)
            for then in followers.get(first, ()):
                held_by[then] -= 1
                if not held_by[then] and rank[then] < place:
                    heappush(ready, rank[then])
    return ordered
