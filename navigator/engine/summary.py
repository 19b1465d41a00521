"""The plan from other sides: papers, calls, its burden, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from navigator.content.library import Agency, Contact, Library
from navigator.engine.checklist import Checklist
from navigator.engine.life import State, Why
from navigator.engine.order import Placed
from navigator.rules import Reading, Truth

_MOST_CHANGES = 2


@dataclass(frozen=True)
class Paper:
    """A document to have ready, once, with the ids of the steps it serves."""

    id: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """The steps of one agency: one call or visit instead of several."""

    agency: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Burden:
    """What the plan asks of a person: how many steps, agencies, applications and papers.

    A step that takes papers and can be refused is an application.
    """

    steps: int
    agencies: int
    applications: int
    papers: int


@dataclass(frozen=True)
class Change:
    """The smallest set of questions whose answers, if different, could bring ``step``."""

    step: str
    questions: tuple[str, ...]


def papers(found: Checklist) -> tuple[Paper, ...]:
    """Return each document of what is to do or may apply, once, in the order first needed."""
    steps: dict[str, list[str]] = {}
    for placed in _ahead(found):
        for paper in bring(placed, found.reading):
            steps.setdefault(paper, []).append(placed.entry.step.id)
    return tuple(Paper(paper, tuple(ids)) for paper, ids in steps.items())


def bring(placed: Placed, reading: Reading) -> tuple[str, ...]:
    """Return the papers of a step; while undecided, those of every case still possible."""
    cases = placed.entry.step.bring
    if cases is None:
        return ()
    chosen = cases.choose(reading)
    if isinstance(chosen, tuple):
        return chosen
    return tuple(dict.fromkeys(paper for papers in cases.open(reading) for paper in papers))


def calls(found: Checklist) -> tuple[Call, ...]:
    """Return the steps to do by agency, in the order the agencies come up."""
    steps: dict[str, list[str]] = {}
    for placed in found.to_do:
        steps.setdefault(placed.entry.step.agency, []).append(placed.entry.step.id)
    return tuple(Call(agency, tuple(ids)) for agency, ids in steps.items())


def permits(found: Checklist) -> tuple[str, ...]:
    """Return the steps to do that get somebody who helps a permission, in order."""
    wanted = {permission.step for permission in found.library.permissions.values()}
    return tuple(p.entry.step.id for p in found.to_do if p.entry.step.id in wanted)


def burden(found: Checklist) -> Burden:
    """Return how much the plan asks for, what only may apply left out."""
    needed = {paper for placed in found.to_do for paper in bring(placed, found.reading)}
    steps = [placed.entry.step for placed in found.to_do]
    applications = sum(1 for s in steps if s.bring and (s.if_refused or s.refused))
    return Burden(len(steps), len(calls(found)), applications, len(needed))


def contact(agency: Agency, reading: Reading) -> Contact:
    """Return how to reach ``agency``: the row of the person's state where there is one."""
    state = reading[agency.by] if agency.by is not None else None
    return agency.rows.get(state, agency.contact) if isinstance(state, str) else agency.contact


def changes(found: Checklist) -> tuple[Change, ...]:
    """Return, for each step the answers rule out, the fewest answers that could bring it.

    An answer is taken back to see whether it alone, or with one other, keeps the step away.
    """
    return tuple(
        Change(gone.step.id, questions)
        for gone in found.gone()
        if gone.why is Why.ANSWERS and (questions := _fewest(found, gone.step.id))
    )


def _fewest(found: Checklist, step_id: str) -> tuple[str, ...]:
    when = found.library.steps[step_id].when
    if when is None:
        return ()
    answered = tuple(sorted(_answered(found, when.names)))
    for size in range(1, _MOST_CHANGES + 1):
        for questions in combinations(answered, size):
            reading = _reading_without(found, questions)
            if when.decide(reading) is not Truth.NO:
                return questions
    return ()


def _answered(found: Checklist, names: frozenset[str]) -> Iterator[str]:
    behind = {q for name in names for q in found.library.rulebook.questions_behind(name)}
    return (question for question in behind if question in found.situation.answers)


def _reading_without(found: Checklist, questions: tuple[str, ...]) -> Reading:
    situation = found.situation.without(*questions)
    return found.library.rulebook.read(situation.answers, situation.today, situation.helping)


def agencies_of(library: Library, found: Checklist) -> tuple[Agency, ...]:
    """Return the agencies of the steps to do, each once."""
    return tuple(library.agencies[call.agency] for call in calls(found))


def _ahead(found: Checklist) -> Iterator[Placed]:
    return (placed for placed in found.steps if placed.entry.state is not State.DONE)
