"""Hard decisions and other journeys beside a checklist, each said once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.content.library import Choice, Library, SeeAlso
from navigator.engine import Situation, checklist
from navigator.rules import YesNo, parse_condition
from tests.engine.worlds import HERE, TODAY, library, wording


def with_choices() -> Library:
    """Return a library in which *which fire cover* takes the place of *which cover*."""
    made = library({}, questions={"burned": YesNo(), "uncovered": YesNo()})
    general = _choice("which_cover", made, "uncovered", ())
    after_fire = _choice("which_fire_cover", made, "burned", ("which_cover",))
    journey = replace(made.journeys["life"], choices=(general.id, after_fire.id))
    return replace(
        made,
        journeys={"life": journey},
        choices={each.id: each for each in (general, after_fire)},
    )


def _choice(id: str, made: Library, when: str, instead_of: tuple[str, ...]) -> Choice:
    condition = made.rulebook.condition(parse_condition(when))
    return Choice(id, HERE, wording(id), condition, None, (), instead_of)


@pytest.mark.parametrize(
    ("answers", "faced"),
    [
        ({"burned": True, "uncovered": True}, ["which_fire_cover"]),
        ({"burned": False, "uncovered": True}, ["which_cover"]),
        ({"uncovered": True}, ["which_cover", "which_fire_cover"]),
        ({"burned": False, "uncovered": False}, []),
    ],
    ids=["takes its place", "not faced", "may be faced: both stay", "nothing"],
)
def test_a_choice_takes_the_place_of_another_once_it_is_faced(
    answers: dict[str, object], faced: list[str]
) -> None:
    found = checklist(with_choices(), Situation(TODAY, answers), ["life"])
    assert [choice.id for choice in found.choices()] == faced


def test_a_journey_is_offered_once_for_the_first_of_its_reasons() -> None:
    made = library({}, questions={"burned": YesNo(), "uncovered": YesNo()})
    reasons = [
        SeeAlso("fires", made.rulebook.condition(parse_condition(when)), wording(when))
        for when in ("burned", "uncovered", "always")
    ]
    journey = replace(made.journeys["life"], see_also=tuple(reasons))
    made = replace(made, journeys={"life": journey})
    found = checklist(made, Situation(TODAY, {"burned": False, "uncovered": True}), ["life"])
    assert found.see_also() == (reasons[1],)
