"""Whether the scenarios notice each small change of the rules; those they do not are survivors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from navigator.authoring.coverage import problems_of
from navigator.authoring.excuses import Excuse, parted, unneeded
from navigator.authoring.expectations import Seen
from navigator.authoring.mutants import Mutant, Sentence, mutants_of
from navigator.authoring.scenario_files import Scenario, read_scenarios
from navigator.authoring.scenes import Scene, belonging
from navigator.content import Draft, Library, Problem
from navigator.content.sentences import Owner
from navigator.engine import Words
from navigator.engine.checklist import Checklist, checklist_of
from navigator.rules import Condition, Reading


@dataclass(frozen=True)
class Mutation:
    """What became of the mutants. ``failing`` scenarios fail without any change: mend them first.

    Nothing is tried while there are ``failing`` scenarios or ``problems``.
    """

    mutants: int
    survivors: tuple[Mutant, ...]
    excused: tuple[Mutant, ...]
    unneeded: tuple[Excuse, ...]
    failing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_fine(self) -> bool:
        """Whether every change is noticed or excused, and every excuse is needed."""
        return not (self.survivors or self.unneeded or self.failing or self.problems)


@dataclass(frozen=True, eq=False)
class Played:
    """A scenario and its scene without any change."""

    scenario: Scenario
    scene: Scene

    def notices(self, mutant: Mutant) -> bool:
        """Whether an expectation of the scenario is not met once the rules are changed."""
        change, reading = mutant.change, self.scene.reading
        if mutant.owner.kind == "step" and mutant.owner.id not in self.scene.plan.routes.steps:
            return False
        if not differs(change.was, change.now, reading):
            return False
        return self._fails(changed_checklist(mutant, self.scene))

    @cached_property
    def fails(self) -> bool:
        """Whether an expectation is not met as things are."""
        return self._fails(self.scene.checklist)

    def _fails(self, found: Checklist) -> bool:
        helping = self.scenario.situation.helping
        seen = Seen(found, Words(found.library, found.reading, helping))
        return any(True for each in self.scenario.expectations for _ in each.misses(seen))


def mutate(draft: Draft, folder: Path, journeys: Sequence[str] = ()) -> Mutation:
    """Try the mutants of ``journeys`` (ids; default: all) on all scenarios in the folder."""
    read = read_scenarios(draft.library, folder)
    played = [_played(draft.library, scenario) for scenario in read.all if not scenario.problems]
    failing = tuple(each.scenario.id for each in played if each.fails)
    if failing or problems_of(read):
        return Mutation(0, (), (), (), failing, problems_of(read))
    owners = belonging(draft, journeys or tuple(draft.library.journeys))
    mutants = mutants_of(draft, owners)
    missed = [mutant for mutant in mutants if not any(each.notices(mutant) for each in played)]
    return _judged(mutants, missed, read.excuses, owners)


def _played(library: Library, scenario: Scenario) -> Played:
    return Played(scenario, Scene(library, scenario.situation, scenario.journeys))


def changed_checklist(mutant: Mutant, scene: Scene) -> Checklist:
    """Return the checklist of ``scene`` with the rules of ``mutant``."""
    library, plan, change = scene.library, scene.plan, mutant.change
    if change.rule is not None:
        rulebook = library.rulebook.with_fact(mutant.owner.id, change.rule)
        library = replace(library, rulebook=rulebook)
    if change.step is not None:
        plan = replace(plan, routes=plan.routes.with_step(change.step))
    return checklist_of(library, scene.situation, plan)


def differs(was: Sentence, now: Sentence, reading: Reading) -> bool:
    """Say whether a sentence comes out otherwise once it is changed."""
    if isinstance(was, Condition) and isinstance(now, Condition):
        return was.decide(reading) is not now.decide(reading)
    if isinstance(was, Condition) or isinstance(now, Condition):
        return True
    if was.evaluate(reading) != now.evaluate(reading):
        return True
    return was.best_bound(reading) != now.best_bound(reading)


def _judged(
    mutants: Sequence[Mutant],
    missed: Sequence[Mutant],
    excuses: Iterable[Excuse],
    owners: Iterable[Owner],
) -> Mutation:
    allowed = [excuse for excuse in excuses if excuse.tool == "mutate"]
    survivors, excused = parted(missed, allowed)
    return Mutation(
        len(mutants),
        tuple(survivors),
        tuple(excused),
        tuple(unneeded(allowed, excused, owners)),
    )
