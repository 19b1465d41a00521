"""Whether the scenarios notice each small change of the rules; those they do not are survivors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from navigator.authoring.coverage import problems_of
from navigator.authoring.excuses import Excuse, parted, unneeded
from navigator.authoring.expectations import Seen
from navigator.authoring.mutants import Mutant, Sentence, mutants_of
from navigator.authoring.noticing import Hint, hints
from navigator.authoring.scenario_files import Scenario, read_scenarios
from navigator.authoring.scenes import Scene, belonging
from navigator.content import Draft, Library, Problem, Step
from navigator.content.sentences import Owner
from navigator.engine import Words
from navigator.engine.checklist import Checklist, checklist_of
from navigator.rules import Condition, Reading


class Noticing(NamedTuple):
    """The scenario (its id) that would notice a change, if it also said ``hint``."""

    scenario: str
    hint: Hint


@dataclass(frozen=True)
class Mutation:
    """What became of the mutants. ``failing`` scenarios fail without any change: mend them first.

    Nothing is tried while there are ``failing`` scenarios or ``problems``.
    """

    mutants: int
    survivors: tuple[Mutant, ...]
    excused: tuple[Mutant, ...]
    unneeded: tuple[Excuse, ...]
    hints: Mapping[int, Noticing] = field(default_factory=dict)
    """What a scenario would have to say to notice a survivor, by its number among them."""
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

    def is_touched(self, mutant: Mutant) -> bool:
        """Whether the changed sentence comes out otherwise for this person."""
        change = mutant.change
        return meets(self.scene, mutant.owner) and differs(
            change.was, change.now, self.scene.reading
        )

    def notices(self, mutant: Mutant, changed: Library) -> bool:
        """Whether an expectation is not met in the ``changed`` library."""
        return self._fails(changed_checklist(mutant, self.scene, changed))

    @cached_property
    def fails(self) -> bool:
        """Whether an expectation is not met as things are."""
        return self._fails(self.scene.checklist)

    def _fails(self, found: Checklist) -> bool:
        seen = seen_by(self.scene, found)
        return any(True for each in self.scenario.expectations for _ in each.misses(seen))


def mutate(draft: Draft, folder: Path, journeys: Sequence[str] = ()) -> Mutation:
    """Try the mutants of ``journeys`` (ids; default: all) on all scenarios in the folder."""
    read = read_scenarios(draft.library, folder)
    played = [_played(draft.library, scenario) for scenario in read.all if not scenario.problems]
    failing = tuple(each.scenario.id for each in played if each.fails)
    if failing or problems_of(read):
        return Mutation(0, (), (), (), failing=failing, problems=problems_of(read))
    owners = belonging(draft, journeys or tuple(draft.library.journeys))
    mutants = mutants_of(draft, owners)
    missed = list(_unnoticed(mutants, played, draft.library))
    excuses = [excuse for excuse in read.excuses if excuse.tool == "mutate"]
    survivors, excused = parted(missed, excuses)
    return Mutation(
        len(mutants),
        tuple(survivors),
        tuple(excused),
        tuple(unneeded(excuses, excused, owners)),
        dict(_noticings(survivors, played, draft.library)),
    )


def _noticings(
    survivors: Sequence[Mutant], played: Sequence[Played], library: Library
) -> Iterator[tuple[int, Noticing]]:
    for number, mutant in enumerate(survivors):
        changed = mutant.library(library)
        for each in played:
            if each.is_touched(mutant) and (hint := hint_for(mutant, each.scene, changed)):
                yield number, Noticing(each.scenario.id, hint)
                break


def hint_for(mutant: Mutant, scene: Scene, changed: Library) -> Hint | None:
    """Return what the person of ``scene`` would have to expect for ``mutant`` to be noticed."""
    before = seen_by(scene, scene.checklist)
    after = seen_by(scene, changed_checklist(mutant, scene, changed))
    return next(hints(mutant, before, after), None)


def _played(library: Library, scenario: Scenario) -> Played:
    return Played(scenario, Scene(library, scenario.situation, scenario.journeys))


def _unnoticed(
    mutants: Iterable[Mutant], played: Sequence[Played], library: Library
) -> Iterator[Mutant]:
    """Yield the mutants that no scenario notices.

    Whoever noticed a change is asked first about the next one, which mostly stands beside it.
    """
    asked = list(played)
    for mutant in mutants:
        who = _who_notices(mutant, asked, library)
        if who is None:
            yield mutant
        else:
            asked.remove(who)
            asked.insert(0, who)


def _who_notices(mutant: Mutant, played: Iterable[Played], library: Library) -> Played | None:
    """Return a scenario that fails once the rules are changed, tried only where that can be."""
    touched = (each for each in played if each.is_touched(mutant))
    first = next(touched, None)
    if first is None:
        return None
    changed = mutant.library(library)
    return next((each for each in chain((first,), touched) if each.notices(mutant, changed)), None)


def meets(scene: Scene, owner: Owner) -> bool:
    """Whether the journeys of ``scene`` bring what ``owner`` names."""
    match owner.kind:
        case "step":
            return owner.id in scene.plan.routes.steps
        case "question":
            return owner.id in scene.asked
        case "choice":
            return any(owner.id in scene.library.journeys[j].choices for j in scene.journeys)
        case "journey":
            return owner.id in scene.journeys
    return True


def seen_by(scene: Scene, found: Checklist) -> Seen:
    """Return ``found`` as the expectations for the person of ``scene`` look at it."""
    return Seen(found, Words(found.library, found.reading, scene.situation.helping))


def changed_checklist(mutant: Mutant, scene: Scene, changed: Library) -> Checklist:
    """Return the checklist of ``scene`` with the rules of ``mutant``, as ``changed`` has them."""
    if not mutant.change.is_ruling:
        return replace(scene.checklist, library=changed)
    plan, made = scene.plan, mutant.change.made
    if isinstance(made, Step):
        plan = replace(plan, routes=plan.routes.with_step(made))
    return checklist_of(changed, scene.situation, plan)


def differs(was: Sentence, now: Sentence, reading: Reading) -> bool:
    """Say whether a sentence comes out otherwise once it is changed."""
    if isinstance(was, Condition) and isinstance(now, Condition):
        return was.decide(reading) is not now.decide(reading)
    if isinstance(was, Condition) or isinstance(now, Condition):
        return True
    if was.evaluate(reading) != now.evaluate(reading):
        return True
    return was.best_bound(reading) != now.best_bound(reading)
