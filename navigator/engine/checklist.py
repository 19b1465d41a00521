"""The checklist: every step of the chosen journeys for one situation, in the order to act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from navigator.content.library import Choice, Library, SeeAlso
from navigator.engine.life import Entry, Gone, Life, State, Why
from navigator.engine.order import Group, Placed, in_order
from navigator.engine.relevance import Plan, open_for, plan_of
from navigator.engine.situation import UNSURE, MarkKind, Situation
from navigator.engine.telling import with_told
from navigator.rules import Reading, Truth

_MOST_NEXT = 3
_CAN_BE_TAKEN = (State.OPEN, State.OVERDUE)
_YES: Final = Truth.YES


@dataclass(frozen=True, eq=False)
class Checklist:
    """What to do, in order. Texts are not filled in here: ``report`` and the pages say them.

    ``situation`` holds what was answered and what those answers tell of other questions.
    ``steps`` holds what is to do, what may apply and what is done, in one order; no step stands
    before one it waits for. ``next`` are the ids of the one to three steps to take first.
    """

    library: Library
    situation: Situation
    plan: Plan
    reading: Reading
    life: Life
    steps: tuple[Placed, ...]
    next: tuple[str, ...]
    _settled_by: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def to_do(self) -> tuple[Placed, ...]:
        """The steps that are to do and not done."""
        return tuple(p for p in self.steps if _is_to_do(p) and not _is_done(p))

    @cached_property
    def may_apply(self) -> tuple[Placed, ...]:
        """The steps that an open answer still decides."""
        return tuple(p for p in self.steps if not _is_to_do(p) and not _is_done(p))

    @cached_property
    def done(self) -> tuple[Placed, ...]:
        """The steps that are done, had, or set aside by the person."""
        return tuple(p for p in self.steps if _is_done(p))

    def settled_by(self, entry: Entry) -> tuple[str, ...]:
        """Return the questions that would settle whether, when or how ``entry`` is done.

        What was answered *not sure* or *prefer not to say* is never asked again but stays here.
        """
        step_id, turn = entry.step.id, self.plan.turn_of
        if step_id not in self._settled_by:
            found = open_for(self.plan.subject_of[step_id], *self._as_if_open)
            self._settled_by[step_id] = tuple(sorted(found & turn.keys(), key=turn.__getitem__))
        return self._settled_by[step_id]

    @cached_property
    def _as_if_open(self) -> tuple[Reading, Life]:
        """The situation as if all that is not sure or declined had not been answered."""
        unsure = [name for name, said in self.situation.answers.items() if said in UNSURE]
        open_again = self.situation.without(*unsure)
        reading = self.library.rulebook.read(
            open_again.answers, open_again.today, open_again.helping
        )
        return reading, Life(self.plan.routes, open_again, reading)

    def gone(self) -> tuple[Gone, ...]:
        """Return the steps that are not on the list, in written order, and why.

        Where a journey asks for quiet (after a death, say), those that answers rule out are left
        out: a list of things for a baby is the last that a person needs then.
        """
        return self._gone

    @cached_property
    def _gone(self) -> tuple[Gone, ...]:
        found = (self.life.gone(step_id) for step_id in self.plan.routes.steps)
        quiet = self.is_quiet
        return tuple(g for g in found if g is not None and not (quiet and g.why is Why.ANSWERS))

    @property
    def is_quiet(self) -> bool:
        """Whether a journey asks for quiet."""
        asked = (self.library.journeys[journey].quiet for journey in self.plan.journeys)
        return any(when is not None and when.decide(self.reading) is Truth.YES for when in asked)

    def choices(self) -> tuple[Choice, ...]:
        """Return the hard decisions that this person faces or may face, each asked once."""
        journeys = (self.library.journeys[journey] for journey in self.plan.journeys)
        asked = (self.library.choices[c] for journey in journeys for c in journey.choices)
        faced = [(choice, self._faces(choice)) for choice in asked]
        replaced = {other for c, truth in faced if truth is _YES for other in c.instead_of}
        return tuple(c for c, truth in faced if truth is not Truth.NO and c.id not in replaced)

    def _faces(self, choice: Choice) -> Truth:
        return _YES if choice.when is None else choice.when.decide(self.reading)

    def see_also(self) -> tuple[SeeAlso, ...]:
        """Return the offers of journeys that an answer calls for and that are not in the plan.

        A journey is offered once, for the first of its reasons.
        """
        offers: dict[str, SeeAlso] = {}
        for journey in self.plan.journeys:
            for offer in self.library.journeys[journey].see_also:
                if offer.when.decide(self.reading) is _YES:
                    offers.setdefault(offer.journey, offer)
        return tuple(each for id, each in offers.items() if id not in self.plan.journeys)


def checklist(library: Library, situation: Situation, journeys: Sequence[str]) -> Checklist:
    """Return the checklist of ``journeys`` (ids, joined into one plan) for ``situation``."""
    return checklist_of(library, situation, plan_of(library, tuple(journeys)))


def checklist_of(library: Library, situation: Situation, plan: Plan) -> Checklist:
    """Return the checklist of ``plan``, whose steps need not be those of ``library``."""
    told = with_told(library, situation)
    reading = library.rulebook.read(told.answers, told.today, told.helping)
    life = Life(plan.routes, situation, reading)
    placed = tuple(in_order(life.entries(), life, situation))
    return Checklist(library, told, plan, reading, life, placed, _next_steps(placed))


def _next_steps(placed: Sequence[Placed]) -> tuple[str, ...]:
    """Return the first one to three steps that can be taken now: open, not blocked, not waiting."""
    ready = (p.entry.step.id for p in placed if _can_be_taken(p))
    return tuple(step for step, _ in zip(ready, range(_MOST_NEXT), strict=False))


def _can_be_taken(placed: Placed) -> bool:
    entry = placed.entry
    if entry.status is not _YES or placed.waits_for or entry.state not in _CAN_BE_TAKEN:
        return False
    waiting = entry.mark is not None and entry.mark.kind is MarkKind.WAITING
    return not waiting and placed.group is not Group.NOT_YET


def _is_to_do(placed: Placed) -> bool:
    return placed.entry.status is Truth.YES


def _is_done(placed: Placed) -> bool:
    return placed.entry.state is State.DONE
