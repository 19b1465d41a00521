"""Which steps, questions, options and sides of tests the scenarios of a folder reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from navigator.authoring.aims import Aim, aims_of
from navigator.authoring.excuses import Excuse, parted, unneeded
from navigator.authoring.people import Target
from navigator.authoring.scenario_files import Scenarios, read_scenarios
from navigator.authoring.scenes import Scene, belonging, home_of
from navigator.content import Draft, Problem


@dataclass(frozen=True)
class Coverage:
    """What was reached of ``aims``; ``gaps`` is what nobody reaches and nobody excuses."""

    aims: int
    gaps: tuple[Aim, ...]
    excused: tuple[Aim, ...]
    unneeded: tuple[Excuse, ...]
    problems: tuple[Problem, ...]

    @property
    def is_fine(self) -> bool:
        """Whether all is reached or excused, and every excuse is needed."""
        return not (self.gaps or self.unneeded or self.problems)


def coverage(draft: Draft, folder: Path, journeys: Sequence[str] = ()) -> Coverage:
    """Say what the scenarios in ``folder/scenarios`` reach of ``journeys`` (ids; default: all)."""
    read = read_scenarios(draft.library, folder)
    owners = belonging(draft, journeys or tuple(draft.library.journeys))
    aims = aims_of(draft, owners)
    scenes = scenes_of(draft, read)
    missed = [aim for aim in aims if not any(aim.is_reached(scene) for scene in scenes)]
    excuses = [excuse for excuse in read.excuses if excuse.tool == "coverage"]
    gaps, excused = parted(missed, excuses)
    idle = tuple(unneeded(excuses, excused, owners))
    return Coverage(len(aims), tuple(gaps), tuple(excused), idle, problems_of(read))


def targets_of(draft: Draft, aim: Aim) -> tuple[Target, ...]:
    """Return whom to look for to reach ``aim``."""
    journeys = home_of(draft, aim.owner)
    return (Target(journeys, aim.is_reached, aim.wanted, aim.marks),)


def scenes_of(draft: Draft, read: Scenarios) -> list[Scene]:
    """Return the scenarios that can be played, as scenes."""
    return [
        Scene(draft.library, scenario.situation, scenario.journeys)
        for scenario in read.all
        if not scenario.problems
    ]


def problems_of(read: Scenarios) -> tuple[Problem, ...]:
    """Return all that cannot be understood in the scenario files."""
    return (*read.problems, *(problem for each in read.all for problem in each.problems))
