"""What is to be reached -> people who reach it, each found once and used for all they reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from navigator.authoring.coverage import scenes_of
from navigator.authoring.people import People, Target
from navigator.authoring.scenario_files import read_scenarios
from navigator.authoring.scenes import Scene
from navigator.content import Draft
from navigator.engine import Situation


@dataclass(frozen=True)
class Suggested:
    """People in order, and by the number of a target that of the person who reaches it.

    Nobody was found for a target that is not in ``reached``; perhaps nobody can reach it.
    """

    people: tuple[Scene, ...]
    reached: Mapping[int, int]


def suggest(draft: Draft, folder: Path, targets: Sequence[Sequence[Target]]) -> Suggested:
    """Return people who reach ``targets``, as few as may be.

    A target is given as one or more ways to look for it. The search begins at the scenarios of
    ``folder``, on the day that most of them have.
    """
    scenarios = read_scenarios(draft.library, folder)
    known = [scene.situation for scene in scenes_of(draft, scenarios)]
    people = People(draft, usual_day(draft, known), known=tuple(known))
    found: list[Scene] = []
    reached: dict[int, int] = {}
    for number, ways in enumerate(targets):
        same = (n for n, scene in enumerate(found) if _reaches(scene, ways[0]))
        who = next(same, None)
        scenes = (scene for way in ways if (scene := people.find(way)) is not None)
        if who is None and (scene := next(scenes, None)) is not None:
            found.append(scene)
            who = len(found) - 1
        if who is not None:
            reached[number] = who
    return Suggested(tuple(found), reached)


def usual_day(draft: Draft, known: Sequence[Situation]) -> date:
    """Return the day of most situations, else the latest on which a journey was reviewed."""
    days = Counter(situation.today for situation in known)
    if days:
        return days.most_common(1)[0][0]
    journeys = draft.library.journeys.values()
    return max(journey.reviewed or date.min for journey in journeys)


def _reaches(scene: Scene, target: Target) -> bool:
    return set(target.journeys) <= set(scene.journeys) and target.is_reached(scene)
