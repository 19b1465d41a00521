"""What the engine takes of a page's time: for one journey, and for all of them in one plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from navigator.content import Library
from navigator.engine import Situation, checklist, next_question
from tests.bench.measuring import Work, side_by_side
from tests.bench.served import OURS, Server, plan_cookie, served
from tests.bench.visits import interviews
from tests.bench.works import Figure, all_of
from tests.engine.worlds import TODAY

_VISITORS = 15  # people whose interviews are asked for page by page, and their checklists
_MOST, _MOST_OF_ALL = 10, 30  # percent of the page's time

Plan = tuple[str, ...]


def shares(library: Library) -> Iterator[Figure]:
    """Compare the engine's work with the page it is done for, as the server's worker serves it."""
    every = tuple(library.journeys)
    with TemporaryDirectory() as folder, served(OURS, Path(folder)) as server:
        yield from _shares(library, [(journey,) for journey in every], server, _MOST)
        yield from _shares(library, [every], server, _MOST_OF_ALL)


def _shares(
    library: Library, plans: Sequence[Plan], server: Server, most: float
) -> Iterator[Figure]:
    people = [
        (plan, person)
        for plan in plans
        for person in interviews(library, plan, TODAY, _VISITORS // len(plans))
    ]
    asked = [(plan, *visit) for plan, person in people for visit in person.asked]
    ends = [(plan, person.end) for plan, person in people]
    works = {
        "next": all_of([_next(library, told, plan) for plan, told, _ in asked]),
        "asking": all_of(
            [
                server.page(f"/{plan[0]}/{question}", plan_cookie(plan, told))
                for plan, told, question in asked
            ]
        ),
        "checklist": all_of([_checklist(library, told, plan) for plan, told in ends]),
        "showing": all_of(
            [server.page("/checklist", plan_cookie(plan, told)) for plan, told in ends]
        ),
    }
    clocks = {"asking": server.cpu, "showing": server.cpu}
    times = side_by_side(works, rounds=8, clocks=clocks)
    whose = "one journey" if len(plans) > 1 else f"{len(plans[0])} journeys in one plan"
    for what, work, page, many in (
        (f"next question of {whose}, to the page that asks it", "next", "asking", asked),
        (f"checklist of {whose}, to the page that shows it", "checklist", "showing", ends),
    ):
        yield Figure(what, times.ratio(work, to=page) * 100, "%", most)
        yield Figure("  alone", times.typical(work) / len(many) * 1e6, "µs")
        yield Figure("  the page", times.typical(page) / len(many) * 1e6, "µs")
    share = times.ratio("checklist", to="asking") * len(asked) / len(ends)
    yield Figure("  such a checklist to a question page", share * 100, "%")


def _next(library: Library, situation: Situation, plan: Plan) -> Work:
    return lambda: next_question(library, situation, plan)


def _checklist(library: Library, situation: Situation, plan: Plan) -> Work:
    return lambda: checklist(library, situation, plan)
