"""What every person is promised, whatever they answer -> what a checklist does not keep of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from navigator.authoring.people import People
from navigator.authoring.scenes import Scene
from navigator.content import Draft, Library
from navigator.engine import Situation
from navigator.engine.life import State
from navigator.engine.order import Placed
from navigator.engine.summary import bring, contact


def broken_promises(scene: Scene) -> Iterator[str]:
    """Yield what is missing on a list: a step, a person to talk to, a way to act, a day in order.

    The list holds at least one step and one office with a phone or a door. Each step has an agency,
    papers that are known, a way without the internet or the reason why not, and neither opens nor
    waits for what opens after its last day.
    """
    ahead = [placed for placed in scene.checklist.steps if placed.entry.state is not State.DONE]
    if not ahead:
        yield "no step is left to do"
    elif not any(_has_a_person(placed, scene) for placed in ahead):
        yield "no step has a phone number or an office to go to"
    for placed in scene.checklist.steps:
        yield from (f"{placed.entry.step.id}: {fault}" for fault in _faults(placed, scene))


def random_promises(
    draft: Draft, people: People, journeys: Sequence[str], number: int
) -> Iterator[tuple[Situation, str]]:
    """Yield each promise that is not kept to one of ``number`` random people, and who it is."""
    for _ in range(number):
        scene = Scene(draft.library, people.anybody(journeys), tuple(journeys))
        yield from ((scene.situation, broken) for broken in broken_promises(scene))


def _has_a_person(placed: Placed, scene: Scene) -> bool:
    step = placed.entry.step
    return bool(step.phone or step.in_person or _phone_of_agency(placed, scene))


def _phone_of_agency(placed: Placed, scene: Scene) -> str | None:
    agency = scene.library.agencies.get(placed.entry.step.agency)
    return None if agency is None else contact(agency, scene.checklist.reading).phone


def _faults(placed: Placed, scene: Scene) -> Iterator[str]:
    step, clock, library = placed.entry.step, placed.entry.clock, scene.library
    if step.agency not in library.agencies:
        yield f"has no agency `{step.agency}`"
    for paper in bring(placed, scene.checklist.reading):
        if not _is_told(paper, library):
            yield f"asks for a paper nobody explains, `{paper}`"
    ways = (step.phone, step.in_person, step.mail, step.online_only)
    if not any(ways) and not _phone_of_agency(placed, scene):
        yield "has no way without the internet"
    if placed.act_from is not None and clock.due is not None and placed.act_from > clock.due:
        yield f"opens, or what it waits for does, after it is due ({clock.due})"


def _is_told(paper: str, library: Library) -> bool:
    return paper in library.documents
