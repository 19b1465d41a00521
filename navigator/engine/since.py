"""What changed in a plan since it was kept: by new rules, and by days that went by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from navigator.engine.checklist import Checklist, checklist
from navigator.engine.life import Gone, State
from navigator.engine.order import Placed

Snapshot = Mapping[str, object]
"""Step id to ``[fingerprint, opens, due, state]``: how each open step stood, as JSON values."""


@dataclass(frozen=True)
class Changed:
    """A step that says something else than when the plan was kept, or on other days."""

    step: str
    words: bool
    days: bool


@dataclass(frozen=True)
class Since:
    """What is different now. Steps are ids of the present content.

    ``gone`` holds None as the reason where the content no longer has the step. ``notes`` are what
    the journeys' designers say of their changes since, in plain words.
    """

    kept_on: date
    new: tuple[str, ...]
    changed: tuple[Changed, ...]
    gone: tuple[tuple[str, Gone | None], ...]
    overdue: tuple[str, ...]
    opened: tuple[str, ...]
    notes: tuple[tuple[date, str], ...]

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        told = (self.new, self.changed, self.gone, self.overdue, self.opened, self.notes)
        return any(told)


def snapshot(found: Checklist) -> dict[str, object]:
    """Return how each step that is not done stands, to be kept with the plan."""
    return {placed.entry.step.id: _standing(placed) for placed in _open_steps(found)}


def since(kept: Snapshot, kept_on: date, now: Checklist) -> Since:
    """Compare ``now`` with the ``kept`` snapshot of ``kept_on``.

    What the present rules would have said on that day tells new rules from passing days.
    """
    situation = replace(now.situation, today=kept_on, still=None)
    then = _standings(checklist(now.library, situation, now.plan.journeys))
    before = _under_present_names(kept, now)
    present = _standings(now)
    states = {step: standing[3] for step, standing in present.items()}
    return Since(
        kept_on,
        new=tuple(step for step in present if step not in before),
        changed=tuple(_changed(before, then)),
        gone=tuple(_gone(before, now)),
        overdue=tuple(s for s in before if states.get(s) == _LATE and before[s][3] != _LATE),
        opened=tuple(s for s in before if states.get(s) == _OPEN and before[s][3] == _NOT_YET),
        notes=tuple(_notes(kept_on, now)),
    )


_LATE, _OPEN, _NOT_YET = State.OVERDUE.value, State.OPEN.value, State.NOT_YET.value
_PARTS = 4
_Standing = list[object]


def _open_steps(found: Checklist) -> Iterator[Placed]:
    return (placed for placed in found.steps if placed.entry.state is not State.DONE)


def _standings(found: Checklist) -> dict[str, _Standing]:
    return {placed.entry.step.id: _standing(placed) for placed in _open_steps(found)}


def _standing(placed: Placed) -> _Standing:
    step, clock, state = placed.entry.step, placed.entry.clock, placed.entry.state
    opens, due = (None if day is None else day.isoformat() for day in (clock.opens, clock.due))
    return [step.fingerprint, opens, due, state.value]


def _under_present_names(kept: Snapshot, now: Checklist) -> dict[str, _Standing]:
    """Return what was kept under the ids that steps have now; what cannot be read is left out."""
    former = now.plan.routes.former
    return {
        former.get(step, step): standing
        for step, standing in kept.items()
        if isinstance(standing, list) and len(standing) == _PARTS
    }


def _changed(before: Mapping[str, _Standing], then: Mapping[str, _Standing]) -> Iterator[Changed]:
    for step, standing in before.items():
        if step in then:
            words, days = standing[0] != then[step][0], standing[1:3] != then[step][1:3]
            if words or days:
                yield Changed(step, words, days)


def _gone(before: Mapping[str, _Standing], now: Checklist) -> Iterator[tuple[str, Gone | None]]:
    listed = {placed.entry.step.id for placed in now.steps}
    for step in before:
        if step not in listed:
            known = step in now.plan.routes.steps
            yield step, now.life.gone(step) if known else None


def _notes(kept_on: date, now: Checklist) -> Iterator[tuple[date, str]]:
    for journey in now.plan.journeys:
        for day, note in now.library.journeys[journey].changes:
            if kept_on < day <= now.situation.today:
                yield day, note
