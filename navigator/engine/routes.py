"""How the steps of a plan hang together: what brings, replaces and precedes what; once a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from navigator.content.library import CLOSED, Library, Step
from navigator.rules import Reading, Truth


@dataclass(frozen=True, eq=False)
class Routes:
    """Who may bring and who may replace each step, over the steps of a plan; made once a plan.

    ``alone`` are the steps that nothing but their own ``when`` brings, always valid; ``leaving``
    those that may leave the list, ``settling`` those that may be done without a mark, ``dated``
    those with days, ``steady`` those that stand the same for everybody on one day unless they are
    marked, ``waiting`` those that wait for others.
    """

    steps: Mapping[str, Step]
    brought_by: Mapping[str, tuple[str, ...]]
    replaced_by: Mapping[str, tuple[str, ...]]
    former: Mapping[str, str]
    alone: Mapping[str, Callable[[Reading], Truth]]
    leaving: frozenset[str]
    settling: frozenset[str]
    dated: frozenset[str]
    steady: frozenset[str]
    waiting: Mapping[str, Waits]

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every step in written order."""
        return tuple(
            Turn(step, step_id, self.alone.get(step_id), step_id in self.steady)
            for step_id, step in self.steps.items()
        )

    def with_step(self, step: Step) -> Routes:
        """Return the same routes with ``step`` in its place, other in its sentences only."""
        if self.steps[step.id].when is None:
            step = replace(step, when=None)
        alone = self.alone
        if step.when is not None and step.id in alone:
            alone = {**alone, step.id: step.when.decide}
        steps, steady = {**self.steps, step.id: step}, self.steady - {step.id}
        return replace(self, steps=steps, alone=alone, steady=steady)


class Turn(NamedTuple):
    """A step whose turn it is to be looked at: ``decide`` if nothing but its own ``when`` does."""

    step: Step
    step_id: str
    decide: Callable[[Reading], Truth] | None
    is_steady: bool


class Waits(NamedTuple):
    """What a step waits for: ``permits`` only when somebody helps, ``helped_by`` not strictly."""

    after: tuple[str, ...]
    helped_by: tuple[str, ...]
    permits: tuple[str, ...]


def routes(library: Library, step_ids: Iterable[str]) -> Routes:
    """Return the routes among ``step_ids`` and all they lead to: late, refused, approved.

    What is not among them comes by its route alone, whatever its own ``when`` says: a plan holds
    the renewal of what it brought, not that of all the person ever had.
    """
    listed = dict.fromkeys(step_ids)
    steps: dict[str, Step] = {}
    brought: defaultdict[str, list[str]] = defaultdict(list)
    replaced: defaultdict[str, list[str]] = defaultdict(list)
    waiting = list(listed)
    for step_id in waiting:
        if step_id in steps:
            continue
        step = library.steps[step_id]
        steps[step_id] = step = step if step_id in listed else replace(step, when=None)
        for target in _targets(step):
            brought[target].append(step_id)
            waiting.append(target)
        for target in step.instead_of:
            replaced[target].append(step_id)
    alone = {
        step.id: step.when.decide
        for step in steps.values()
        if step.when is not None
        if step.id not in brought and step.valid_from is None and step.valid_until is None
    }
    return Routes(
        steps,
        {target: tuple(ids) for target, ids in brought.items()},
        {target: tuple(ids) for target, ids in replaced.items()},
        {old: step.id for step in steps.values() for old in step.was},
        alone,
        frozenset(s.id for s in steps.values() if s.id in replaced or s.until or s.late),
        frozenset(s.id for s in steps.values() if s.done_if is not None),
        frozenset(s.id for s in steps.values() if s.opens or s.due or s.best_by or s.until),
        frozenset(s.id for s in steps.values() if s.id in alone and _is_steady(s)),
        {s.id: waits for s in steps.values() if any(waits := _waits(s, steps, library))},
    )


def _is_steady(step: Step) -> bool:
    """Whether no answer changes when it opens and closes, or sets it done."""
    days = (step.opens, step.due, step.best_by, step.until, step.every)
    return step.done_if is None and not any(day.names for day in days if day is not None)


def _waits(step: Step, steps: Mapping[str, Step], library: Library) -> Waits:
    """Return what ``step`` waits for among ``steps``: what the plan does not hold is no hurdle."""
    needs = step.helper.needs if step.helper is not None else ()
    permits = (library.permissions[need].step for need in needs)
    return Waits(
        tuple(first for first in step.after if first in steps),
        tuple(first for first in step.helped_by if first in steps),
        tuple(permit for permit in permits if permit in steps and permit is not None),
    )


def _targets(step: Step) -> list[str]:
    late = step.late.every() if step.late is not None else ()
    targets = (*late, step.refused, *step.approved)
    return [target for target in targets if target and target != CLOSED]
