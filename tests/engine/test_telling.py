"""What one answer tells is not asked again: told questions, and options ticked beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from navigator.content import open_library
from navigator.content.library import Library
from navigator.engine import Situation, asked, checklist, next_question, progress
from navigator.engine.relevance import plan_of
from navigator.engine.telling import told_options, with_told
from tests.engine.random_people import random_person
from tests.engine.test_pairs import pairs, shipped

TODAY = date(2026, 11, 26)
PEOPLE = 3  # for each order of each pair
WORK = """\
journey: work
questions:
  stage:
    answer: one of
    options: {lost: {label: Lost, told: shock includes lost}, retired: Retired}
  settled: {answer: yes or no, told: stage is retired}
steps:
  claim: {at: office, when: stage is lost}
  rest: {at: office, when: settled}
"""
SHOCK = """\
journey: shocked
questions:
  shock: {answer: any of, options: {lost: {label: Lost, told: stage is lost}, debt: A debt}}
  calm: {answer: yes or no, told: settled}
steps:
  loan:
    at: office
    when: shock includes any of lost, debt
  breathe: {at: office, when: calm}
"""
OFFICE = "agencies:\n  office: {name: The office}\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two journeys that ask the same, each telling the other."""
    (tmp_path / "common").mkdir()
    for name, text in {"work": WORK, "shocked": SHOCK, "common/offices": OFFICE}.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return open_library(tmp_path)


def situation(**answers: object) -> Situation:
    return Situation(TODAY, answers)


def asked_next(library: Library, told: Situation, *journeys: str) -> str | None:
    question = next_question(library, told, journeys)
    return None if question is None else question.id


def test_a_question_that_another_answer_tells_is_not_asked(library: Library) -> None:
    told = situation(shock=["lost"])
    assert asked_next(library, told, "work") == "settled"
    assert progress(library, told, ("shocked", "work")).at_most_left == 2
    steps = [placed.entry.step.id for placed in checklist(library, told, ["work"]).to_do]
    assert steps == ["claim"]


def test_what_is_not_told_is_asked(library: Library) -> None:
    assert asked_next(library, situation(shock=["debt"]), "shocked", "work") == "stage"
    assert asked_next(library, situation(shock=None), "shocked", "work") == "stage"


def test_what_is_told_stands_among_the_answers_to_check(library: Library) -> None:
    told = situation(shock=["lost"], settled=False, calm=False)
    path = [question.id for question in asked(library, told, ("shocked", "work"))]
    assert path == ["shock", "stage", "calm", "settled"]


def test_an_answer_of_its_own_holds_against_what_is_told(library: Library) -> None:
    told = situation(shock=["lost"], stage="retired")
    assert with_told(library, told).answers["stage"] == "retired"
    unsure = situation(shock=["lost"], stage=None)
    assert with_told(library, unsure) == unsure


def test_what_is_told_tells_nothing_further(library: Library) -> None:
    told = with_told(library, situation(stage="retired"))
    assert told.answers == {"stage": "retired", "settled": True}


def test_options_that_are_told_are_ticked_and_the_rest_is_asked(library: Library) -> None:
    told = situation(stage="lost")
    assert asked_next(library, told, "work", "shocked") == "shock"
    reading = library.rulebook.read(told.answers, told.today)
    assert told_options(library.questions["shock"], reading) == {"lost"}
    assert told_options(library.questions["calm"], reading) == frozenset()


def test_what_opens_each_journey_is_asked_first(library: Library) -> None:
    assert asked_next(library, situation(), "work", "shocked") == "stage"
    assert asked_next(library, situation(stage="retired"), "work", "shocked") == "shock"


def interviews(journeys: tuple[str, str]) -> Iterator[Situation]:
    """Yield people who answered what they were asked, one question after the other."""
    chance = Random(f"{journeys} asked")
    plan = plan_of(shipped(), journeys)
    for _ in range(PEOPLE):
        full = random_person(plan, shipped(), chance)
        told = Situation(full.today)
        while question := next_question(shipped(), told, journeys, details=True):
            told = told.answering(question.id, full.answers.get(question.id))
        yield told


@pytest.mark.parametrize("pair", pairs(), ids=" and ".join)
def test_in_no_pair_of_journeys_is_asked_what_was_told(pair: tuple[str, str]) -> None:
    for first, last in permutations((pair[0], pair[-1])):
        for told in interviews((first, last)):
            given = list(told.answers.items())
            for number, (name, _) in enumerate(given):
                earlier = Situation(told.today, dict(given[:number]))
                assert name not in with_told(shipped(), earlier).answers
            shown = {question.id for question in asked(shipped(), told, (first, last))}
            assert shown <= with_told(shipped(), told).answers.keys()


VETERAN = {"service": ["veteran"], "leaving_kind": "own_choice"}
TOLD: dict[str, tuple[dict[str, object], str, object]] = {
    "lost work, before retirement": ({"happened": ["lost_job"]}, "retire_stage", "lost_job"),
    "lost work, in a shock": ({"retire_stage": "lost_job"}, "happened", ["lost_job"]),
    "a letter of Social Security": (
        {"happened": ["benefit"], "signs": ["ssa_no"]},
        "refusal_from",
        "from_social_security",
    ),
    "a letter before retirement": ({"refusal_from": "from_social_security"}, "signs", ["ssa_no"]),
    "a refused VA claim": (
        {**VETERAN, "service_hurt": "denied"},
        "refusal_from",
        "from_va",
    ),
    "a baby on the way": ({"stage": "pregnant"}, "people_home", ["pregnant"]),
    "a baby of 3 months": (
        {"stage": "born", "birth_date": "2026-08-26"},
        "people_home",
        ["under_1"],
    ),
    "parents who are married": ({"stage": "born", "parents": "married"}, "marital", "married"),
    "a child of one's own": ({"stage": "born"}, "own_child", True),
    "an age": ({"birth_month": "1966-11"}, "people_home", ["over_60"]),
    "cover by Medicaid": ({"cover": "medicaid"}, "has", ["medicaid"]),
    "a voucher, as a home": ({"housing": "rent_helped"}, "has", ["rent_help"]),
    "a voucher, as help": ({"has": ["rent_help"]}, "housing", "rent_helped"),
    "food bought with SNAP": ({"damage_lost": ["snap_food"]}, "has", ["snap"]),
    "a firm that was hit": ({"damage_lost": ["firm"]}, "work_kind", ["own_business"]),
    "crops that were hit": ({"damage_lost": ["farm_crops"]}, "work_kind", ["farm"]),
    "a federal employer": ({"employer": "federal"}, "ties", ["federal_job"]),
    "who served and died": ({"service": ["survivor"]}, "death_ties", ["served"]),
    "an illness that ends life": (
        {**VETERAN, "service_hurt": "not_filed", "severe": ["dying"]},
        "work_limit",
        "terminal",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_the_shipped_journeys_ask_a_fact_once(case: str) -> None:
    answers, name, known = TOLD[case]
    told = with_told(shipped(), situation(**answers))
    if isinstance(known, list):
        reading = shipped().rulebook.read(told.answers, TODAY)
        assert told_options(shipped().questions[name], reading) == set(known)
    else:
        assert told.answers[name] == known


@pytest.mark.parametrize("name", ["ssa_letter_date", "letter_date"])
def test_the_day_of_a_letter_is_one_question_of_all_journeys(name: str) -> None:
    assert shipped().questions[name].journey is None
    asking = [j for j in shipped().journeys.values() if name in j.first + j.details]
    assert len(asking) == 2
