"""Which steps stand on a person's list, and how each stands: language.md, the life of a step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from navigator.content.library import CLOSED, Step
from navigator.engine.clock import NO_DAYS, Clock, clock
from navigator.engine.entry import Entry, State, urgency
from navigator.engine.routes import Routes
from navigator.engine.same_for_all import same_for_all
from navigator.engine.situation import Mark, MarkKind, Situation
from navigator.rules import NOT_APPLICABLE, Reading, Truth

__all__ = ["Entry", "Gone", "Life", "State", "Why"]

_HAD = {MarkKind.DONE, MarkKind.HAVE_IT}
_SETTLES = {*_HAD, MarkKind.NOT_FOR_ME}


# In Python 3.11 a member of an enum is slow to look up: these stand in the way of every step.
_OPEN: Final = State.OPEN
_DONE: Final = State.DONE
_NO: Final = Truth.NO
_YES: Final = Truth.YES


class Why(Enum):
    """Why a step is not on the list."""

    ANSWERS = "answers"
    CLOSED = "closed"
    STARTS = "starts"
    ENDED = "ended"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Gone:
    """A step that is not on the list, why, since which ``day``, and the steps in its place."""

    step: Step
    why: Why
    by: tuple[str, ...] = ()
    day: date | None = None


class Life:
    """One person's steps, each worked out once and kept."""

    def __init__(self, routes: Routes, situation: Situation, reading: Reading) -> None:
        self.routes = routes
        self._situation = situation
        self._reading = reading
        self._last_living_day = situation.last_living_day
        self._same = same_for_all(routes, situation.today, situation.last_living_day)
        self._marks = {
            routes.former.get(step, step): mark for step, mark in situation.marks.items()
        }
        self._soon = self._same.soon
        self._listed: dict[str, Truth] = {}
        self._via: dict[str, str] = {}
        self._clocks: dict[str, Clock] = {}
        self._done: dict[str, bool] = {}

    def entries(self) -> list[Entry]:
        """Return the steps on the list in written order, those of a finished choice folded."""
        reading, marks = self._reading, self._marks
        may_leave = self.routes.leaving | marks.keys() if marks else self.routes.leaving
        found: list[Entry] = []
        for step, step_id, decide, is_steady in self.routes.turns:
            status = self.listed(step_id) if decide is None else decide(reading)
            if status is _NO or (step_id in may_leave and self.has_left(step_id)):
                continue
            steady = is_steady and step_id not in marks
            found.append(self._steady(step, status) if steady else self._entry(step, status))
        return _fold_choices(found)

    def _steady(self, step: Step, status: Truth) -> Entry:
        """Return what stands the same for everybody today: worked out for the first of them."""
        kept = self._same.sure if status is _YES else self._same.perhaps
        entry = kept.get(step.id)
        if entry is None:
            entry = kept[step.id] = self._entry(step, status)
        return entry

    def gone(self, step_id: str) -> Gone | None:
        """Say why ``step_id`` is not on the list; None if it is, or if it only comes by others."""
        step = self.routes.steps[step_id]
        today = self._situation.today
        if step.valid_from is not None and today < step.valid_from:
            return Gone(step, Why.STARTS, day=step.valid_from)
        if step.valid_until is not None and today > step.valid_until:
            return Gone(step, Why.ENDED, day=step.valid_until)
        if self.listed(step_id) is Truth.NO:
            return Gone(step, Why.ANSWERS) if step.when is not None else None
        if self.is_done(step_id):
            return None
        if by := self._replacers(step_id):
            return Gone(step, Why.REPLACED, by)
        if self.clock(step_id).ended:
            return Gone(step, Why.ENDED, day=self.clock(step_id).until)
        if self.has_left(step_id):
            by = self.successors(step_id)
            return Gone(step, Why.REPLACED if by else Why.CLOSED, by, self.clock(step_id).due)
        return None

    def listed(self, step_id: str) -> Truth:
        """Return whether ``step_id`` comes up, by its own ``when`` or by another's route."""
        known = self._listed.get(step_id)
        if known is not None:
            return known
        decide = self.routes.alone.get(step_id)
        found = self._by_any_way(step_id) if decide is None else decide(self._reading)
        self._listed[step_id] = found
        return found

    def _by_any_way(self, step_id: str) -> Truth:
        self._listed[step_id] = found = _NO  # a step that leads to itself brings nothing
        step = self.routes.steps[step_id]
        if self._is_valid(step):
            if step.when is not None:
                found = step.when.decide(self._reading)
            if found is not _YES and step_id in self.routes.brought_by:
                found = self._by_route(step_id, found)
        return found

    def clock(self, step_id: str) -> Clock:
        """Return the days of ``step_id``."""
        if step_id not in self.routes.dated:
            return NO_DAYS
        found = self._clocks.get(step_id)
        if found is None:
            found = clock(self.routes.steps[step_id], self._reading, self._situation)
            self._clocks[step_id] = found
        return found

    def is_done(self, step_id: str) -> bool:
        """Whether it is marked done, had or not for the person, or its ``done_if`` says so."""
        if step_id not in self._marks and step_id not in self.routes.settling:
            return False
        found = self._done.get(step_id)
        if found is None:
            step = self.routes.steps[step_id]
            mark = self._mark(step_id)
            found = (mark is not None and mark.kind in _SETTLES) or (
                step.done_if is not None and step.done_if.decide(self._reading) is Truth.YES
            )
            self._done[step_id] = found
        return found

    def successors(self, step_id: str) -> tuple[str, ...]:
        """Return what stands for a step that left: its replacers, its late or its refused route.

        A step that no journey of the plan lists has left nothing behind.
        """
        if step_id not in self.routes.steps or self.listed(step_id) is _NO:
            return ()
        if by := self._replacers(step_id):
            return by
        return tuple(target for target in self._next_ids(step_id) if self._counts(target))

    def _counts(self, step_id: str) -> bool:
        return step_id in self.routes.steps and self.listed(step_id) is not _NO

    def _is_valid(self, step: Step) -> bool:
        today = self._situation.today
        after_start = step.valid_from is None or today >= step.valid_from
        return after_start and (step.valid_until is None or today <= step.valid_until)

    def _by_route(self, step_id: str, found: Truth) -> Truth:
        for source in self.routes.brought_by[step_id]:
            sure = self._brings(source, step_id)
            if sure.value > found.value:
                self._via[step_id] = source
                found = sure
        return found

    def _brings(self, source: str, step_id: str) -> Truth:
        """Return whether ``source`` brings ``step_id``: approved, refused or late."""
        status = self.listed(source)
        if status is _NO:
            return _NO
        if self.is_done(source):
            mark = self._mark(source)
            is_had = mark is not None and mark.kind in _HAD  # who has it knows better than answers
            return _YES if is_had and step_id in self.routes.steps[source].approved else _NO
        targets = self._next_ids(source)
        if step_id not in targets or self._replacers(source):
            return _NO
        return status if len(targets) == 1 else Truth.UNKNOWN

    def _next_ids(self, step_id: str) -> tuple[str, ...]:
        """Return where a refused or late step leads: several steps while that is not decided."""
        step = self.routes.steps[step_id]
        mark = self._mark(step_id)
        if mark is not None and mark.kind is MarkKind.REFUSED:
            return (step.refused,) if step.refused else ()
        if step.late is None or not self.is_late(step_id):
            return ()
        chosen = step.late.choose(self._reading)
        if chosen is NOT_APPLICABLE:
            return ()
        targets = step.late.open(self._reading) if isinstance(chosen, Truth) else (chosen,)
        return tuple(target for target in targets if target != CLOSED)

    def is_replaced(self, step_id: str) -> bool:
        """Whether a step that is to do takes its place (``instead_of``)."""
        return bool(self._replacers(step_id))

    def has_left(self, step_id: str) -> bool:
        """Whether a step that came up has left the list again: replaced, ended, late or refused."""
        may_leave = step_id in self.routes.leaving or step_id in self._marks
        if not may_leave or self.is_done(step_id):
            return False
        if self._replacers(step_id) or self.clock(step_id).ended:
            return True
        step = self.routes.steps[step_id]
        mark = self._mark(step_id)
        if mark is not None and mark.kind is MarkKind.REFUSED:
            return step.refused is not None
        return step.late is not None and self.is_late(step_id)

    def _replacers(self, step_id: str) -> tuple[str, ...]:
        others = self.routes.replaced_by.get(step_id)
        if others is None:
            return ()
        return tuple(other for other in others if self._takes_its_place(other))

    def _takes_its_place(self, step_id: str) -> bool:
        """A step that is to do replaces another; one closed or not for the person does not."""
        if self.listed(step_id) is not _YES:
            return False
        mark = self._mark(step_id)
        if mark is not None and mark.kind is MarkKind.NOT_FOR_ME:
            return False
        return self.is_done(step_id) or not self.has_left(step_id) or bool(self.successors(step_id))

    def is_late(self, step_id: str) -> bool:
        """Whether its settled due day is over and the person does not yet wait for an answer."""
        mark = self._mark(step_id)
        waiting = mark is not None and mark.kind is MarkKind.WAITING
        return not waiting and self.clock(step_id).is_late(self._situation)

    def _mark(self, step_id: str) -> Mark | None:
        mark = self._marks.get(step_id)
        if mark is None or self.routes.steps[step_id].every is None or mark.turn is None:
            return mark
        return mark if mark.turn == self.clock(step_id).turn else None

    def _entry(self, step: Step, status: Truth) -> Entry:
        step_id = step.id
        days, mark = self.clock(step_id), self._mark(step_id) if self._marks else None
        state = self._state(step_id, days)
        soon = urgency(state, days, self._soon)
        return Entry(step, status, state, days, soon, mark, self._via.get(step_id))

    def _state(self, step_id: str, days: Clock) -> State:
        due, opens = days.due, days.opens
        if self.is_done(step_id):
            return _DONE
        if due is not None and due < self._last_living_day and self.is_late(step_id):
            return State.OVERDUE
        if opens is not None and self._situation.today < opens:
            return State.NOT_YET
        return _OPEN


def _fold_choices(entries: list[Entry]) -> list[Entry]:
    """Fold what is left of a choice once one of its steps is done."""
    done = {
        entry.step.choose: entry.step.id
        for entry in entries
        if entry.state is _DONE and entry.step.choose and not _is_not_for_me(entry)
    }
    if not done:
        return entries
    return [
        e.folded(done[e.step.choose]) if e.step.choose in done and e.state is not _DONE else e
        for e in entries
    ]


def _is_not_for_me(entry: Entry) -> bool:
    return entry.mark is not None and entry.mark.kind is MarkKind.NOT_FOR_ME
