"""Reach: the longest interview, and what every person is promised."""

from __future__ import annotations

from datetime import date

import pytest

from navigator.authoring.people import People
from navigator.authoring.promises import broken_promises, random_promises
from navigator.authoring.reach import Reach, reach
from navigator.authoring.scenes import Scene
from navigator.content import Draft
from navigator.engine import Situation
from tests.authoring.conftest import NORA, Folder, draft_of

TODAY = date(2026, 11, 21)


def people(draft: Draft) -> People:
    return People(draft, TODAY)


def reached(draft: Draft) -> Reach:
    return reach(draft, ("moving_house",), people(draft))


def broken(draft: Draft, answers: dict[str, object]) -> list[str]:
    situation = Situation(TODAY, answers)
    return list(broken_promises(Scene(draft.library, situation, ("moving_house",))))


def test_without_conditions_every_question_is_asked(folder: Folder) -> None:
    found = reached(draft_of(folder(NORA)))
    assert (found.most, found.bound, found.is_proved) == (9, 8, True)


def test_questions_that_exclude_each_other_are_not_asked_of_one_person(folder: Folder) -> None:
    moved = "stage is known and stage is moved"
    people, rent = "    ask: How many people move?\n", "    ask: What is the rent?\n"
    gates = {people: f"    when: {moved}\n{people}", rent: f"    when: not ({moved})\n{rent}"}
    found = reached(draft_of(folder(NORA, gates)))
    assert (found.most, found.bound) == (7, 7)  # one that applies matters no more: seven with who
    assert not {"people", "rent"} <= set(found.longest)


def test_a_limit_decides_on_both_of_its_sides(folder: Folder) -> None:
    found = reached(
        draft_of(
            folder(
                NORA,
                {
                    "    ask: What is the rent?\n": "    when: people is at least 17\n"
                    "    ask: What is the rent?\n",
                    "    ask: Since when": "    when: people is less than 17\n    ask: Since when",
                },
            )
        )
    )
    assert found.bound == 8  # an answer that is not sure leaves both open
    assert len(found.longest) == 8


def test_an_interview_that_asks_too_much_is_not_proved(folder: Folder) -> None:
    more = "".join(
        f"  more_{n}: {{ask: More?, ask_helper: More?, why: To know., answer: yes or no}}\n"
        for n in range(7)
    )
    names = ", ".join(f"more_{n}" for n in range(7))
    found = reached(
        draft_of(
            folder(
                NORA,
                {
                    "questions:\n": f"questions:\n{more}",
                    "worries]": f"worries, {names}]",
                    "when: has includes pet\n": "when: has includes pet and "
                    + " and ".join(f"more_{n}" for n in range(7))
                    + "\n",
                },
            )
        )
    )
    assert (found.most, found.is_proved) == (16, False)


def test_the_small_journey_keeps_its_promises_to_random_people(folder: Folder) -> None:
    draft = draft_of(folder(NORA))
    assert list(random_promises(draft, people(draft), ("moving_house",), 300)) == []


def test_random_people_are_the_same_for_the_same_seed(folder: Folder) -> None:
    draft = draft_of(folder(NORA))
    one, other = (People(draft, TODAY, seed=7) for _ in range(2))
    crowd = [one.anybody(("moving_house",)) for _ in range(20)]
    assert crowd == [other.anybody(("moving_house",)) for _ in range(20)]
    assert len({str(each) for each in crowd}) > 15


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"    when: always\n": "    when: stage is moved\n"},
            "no step is left to do",
        ),
        (
            {
                "    when: always\n": "    when: stage is moved\n",
                "    when: has includes pet\n": "    when: stage is planning\n",
            },
            "no step has a phone number or an office to go to",
        ),
        (
            {"    opens: 30 days before moving_date\n": "    opens: 20 days after moving_date\n"},
            "forward_mail: opens, or what it waits for does, after it is due (2026-12-20)",
        ),
    ],
)
def test_a_promise_that_is_not_kept_is_told(
    folder: Folder, changes: dict[str, str], said: str
) -> None:
    draft = draft_of(folder(NORA, changes))
    answers: dict[str, object] = {
        "stage": "planning",
        "moving_date": "2026-12-10",
        "has": [],
        "people": 1,
        "rent": 100,
        "moved_in": "2026-11",
        "worries": False,
        "mail_held": False,
    }
    assert said in broken(draft, answers)
