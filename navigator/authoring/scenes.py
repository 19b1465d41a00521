"""A situation played through the engine once: what every tool for designers looks at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from navigator.content import Draft, Library
from navigator.content.sentences import Owner
from navigator.engine import Checklist, Situation, Words, checklist
from navigator.engine.interview import Interview
from navigator.engine.life import Life
from navigator.engine.relevance import Plan, plan_of
from navigator.rules import Reading, Truth


@dataclass(frozen=True, eq=False)
class Scene:
    """One situation and its checklist, worked out when first looked at."""

    library: Library
    situation: Situation
    journeys: tuple[str, ...]

    @cached_property
    def checklist(self) -> Checklist:
        """The checklist."""
        return checklist(self.library, self.situation, self.journeys)

    @cached_property
    def plan(self) -> Plan:
        """What the journeys ask and bring."""
        return plan_of(self.library, self.journeys)

    @cached_property
    def reading(self) -> Reading:
        """The values of names."""
        situation = self.situation
        return self.library.rulebook.read(situation.answers, situation.today, situation.helping)

    @cached_property
    def life(self) -> Life:
        """How each step stands."""
        return Life(self.plan.routes, self.situation, self.reading)

    @cached_property
    def words(self) -> Words:
        """What is said to this reader."""
        return Words(self.library, self.checklist.reading, self.situation.helping)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The ids of the steps on the list."""
        return frozenset(placed.entry.step.id for placed in self.checklist.steps)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The ids of all questions that these journeys may ask."""
        return frozenset(self.plan.questions + self.plan.details)

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The questions of the first round that are still to be asked, in order."""
        interview = Interview(self.library, self.situation, self.plan)
        return tuple(interview.open_questions(self.plan.questions))

    def came_up(self, step: str) -> bool:
        """Whether ``step`` is on the list, or was and has left it."""
        return step in self.plan.routes.steps and self.life.listed(step) is not Truth.NO


def belonging(draft: Draft, journeys: Sequence[str]) -> frozenset[Owner]:
    """Return all that ``journeys`` (ids) bring: steps, questions, choices, papers, and facts."""
    library = draft.library
    owners = {Owner("journey", journey) for journey in journeys}
    for journey in journeys:
        plan = plan_of(library, (journey,))
        steps = plan.routes.steps.values()
        owners |= {Owner("step", step.id) for step in steps}
        owners |= {Owner("question", name) for name in plan.questions + plan.details}
        owners |= {Owner("choice", choice) for choice in library.journeys[journey].choices}
        papers = (ids for step in steps if step.bring for ids in step.bring.every())
        owners |= {Owner("document", paper) for ids in papers for paper in ids}
    named = {name for use in draft.uses if use.owner in owners for name in use.names}
    return frozenset(owners | facts_behind(draft, named))


def home_of(draft: Draft, owner: Owner) -> tuple[str, ...]:
    """Return the first journey that brings ``owner``, alone."""
    journeys = draft.library.journeys
    return next(((j,) for j in journeys if owner in belonging(draft, (j,))), tuple(journeys)[:1])


def facts_behind(draft: Draft, names: Iterable[str]) -> set[Owner]:
    """Return the facts among ``names`` and those they rest on, by way of figures too."""
    library = draft.library
    found: set[Owner] = set()
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in seen or name not in library.facts.keys() | library.figures.keys():
            continue
        seen.add(name)
        if name in library.facts:
            found.add(Owner("fact", name))
        waiting.extend(library.rulebook.uses_of(name))
    return found
