"""Mutation: each small change of the rules is noticed by a scenario, or listed with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.authoring.differences import targets_of
from navigator.authoring.mutation import Mutation, mutate
from navigator.authoring.suggestions import suggest
from tests.authoring.conftest import Folder, draft_of, nora

WIDER = "when: has includes pet and has includes any of car, pet\n"
LAST_DAY = "{value: 30 days after moving_date, words: the last day}"
EXACT = """\
must:
  forward_mail: {opens: 2026-10-08, due: 2026-11-17, state: overdue}
  license: {due: 2026-12-07}
  refund:
exactly: yes
"""


def survivors(found: Mutation) -> set[tuple[str, str]]:
    return {(mutant.owner.id, mutant.what) for mutant in found.survivors}


def mutated(made: Path) -> Mutation:
    return mutate(draft_of(made), made)


@pytest.mark.parametrize(
    ("id", "what"),
    [
        ("license", 'take "stage is moved" as no'),
        ("license", 'take "has includes car" as no'),
        ("license", 'move due "30 days after moving_date" by a day'),
        ("forward_mail", 'move opens "30 days before moving_date" by a day'),
        ("pet_tag", 'take "has includes pet" as yes'),
        ("held_mail", 'take "mail_held" as yes'),
        ("refund", 'take "years since moved_in is at least 1" as no'),
    ],
)
def test_a_change_that_breaks_an_expectation_is_noticed(folder: Folder, id: str, what: str) -> None:
    found = mutated(folder(nora(EXACT)))
    assert (id, what) not in survivors(found)
    assert found.mutants > len(found.survivors)


@pytest.mark.parametrize(
    ("id", "what"),
    [
        ("license", 'take "stage is moved" as yes'),  # nobody is only planning
        ("pet_tag", 'take "has includes pet" as no'),
        ("rent_help", 'take "people is at least 3" as yes'),  # the rent is low, too
        ("high_rent", 'take "rent is at least $1,000 a month" as yes'),
        ("secret_address", 'move due "today" by a day'),
    ],
)
def test_a_change_that_breaks_none_survives(folder: Folder, id: str, what: str) -> None:
    assert (id, what) in survivors(mutated(folder(nora(EXACT))))


def test_without_exactly_a_step_too_many_is_not_noticed(folder: Folder) -> None:
    made = folder(nora("must: {license: {due: 2026-12-07}}\n"))
    assert ("pet_tag", 'take "has includes pet" as yes') in survivors(mutated(made))


def test_what_is_not_known_stays_unknown_in_a_changed_test(folder: Folder) -> None:
    unknown = nora("may: [pet_tag]\n").replace("has: [car]", "has: not sure")
    found = survivors(mutated(folder(unknown)))
    assert ("pet_tag", 'take "has includes pet" as yes') in found
    assert ("pet_tag", 'take "has includes pet" as no') in found


def test_a_fact_is_changed_for_all_steps_that_rest_on_it(folder: Folder) -> None:
    rich = nora("must: {rent_help: }\n").replace("rent: 500", "rent: 1000")
    found = survivors(mutated(folder(rich.replace("people: 1", "people: 3"))))
    assert ("high_rent", 'take "rent is at least $1,000 a month" as no') not in found
    assert ("high_rent", 'take "rent is at least $1,000 a month" as yes') in found


def test_days_in_facts_and_in_cases_are_moved(folder: Folder) -> None:
    made = folder(
        nora("must: {license: {due: 2026-12-07}}\n"),
        {
            "    due: 30 days after moving_date\n": "    due: [{when: worries, then: today}, "
            "{otherwise: last_day}]\n",
            "  high_rent:\n": f"  last_day: {LAST_DAY}\n  high_rent:\n",
        },
    )
    found = survivors(mutated(made))
    assert ("last_day", 'move value "30 days after moving_date" by a day') not in found
    assert ("license", 'move due "last_day" by a day') not in found
    assert ("license", 'move due "today" by a day') in found
    assert ("license", 'take "worries" as yes') not in found
    assert ("license", 'take "worries" as no') in found


def test_a_month_is_moved_by_a_month(folder: Folder) -> None:
    made = folder(
        nora("must: {refund: {best_by: 2026-05-31}}\n"),
        {"    when: years since": "    best_by: 6 years after moved_in\n    when: years since"},
    )
    found = mutated(made)
    assert not found.problems
    what = 'move best_by "6 years after moved_in" by a month'
    assert ("refund", what) not in survivors(found)


def test_a_survivor_stands_where_it_is_written(folder: Folder) -> None:
    made = folder(nora(EXACT))
    lines = (made / "moving_house.yaml").read_text("utf-8").splitlines()
    mutant = next(m for m in mutated(made).survivors if m.what.startswith('take "people'))
    assert lines[mutant.place.line - 1][mutant.place.column - 1 :] == "people is at least 3"


def test_nothing_is_tried_while_a_scenario_fails(folder: Folder) -> None:
    found = mutated(folder(nora("must: {pet_tag: }\n")))
    assert (found.mutants, found.failing, found.is_fine) == (0, ("nora",), False)


def test_an_excuse_lets_a_survivor_pass_and_one_without_is_told(folder: Folder) -> None:
    excuses = """
excuse:
  mutate:
    - {step: pet_tag, what: 'take "has includes pet" as no', why: Pets come later.}
    - {step: license, what: 'take "stage is moved" as no', why: It was new.}
"""
    found = mutated(folder(nora(EXACT), more=excuses))
    assert ("pet_tag", 'take "has includes pet" as no') not in survivors(found)
    assert [mutant.owner.id for mutant in found.excused] == ["pet_tag"]
    assert [excuse.owner.id for excuse in found.unneeded] == ["license"]


def test_somebody_is_found_who_would_notice_each_survivor(folder: Folder) -> None:
    made = folder(nora(EXACT))
    draft, found = draft_of(made), mutated(made)
    people = suggest(draft, made, [targets_of(draft, mutant) for mutant in found.survivors])
    assert len(people.reached) == len(found.survivors)


def test_nobody_is_found_for_a_test_that_makes_no_difference(folder: Folder) -> None:
    made = folder(nora(EXACT), {"when: has includes pet\n": WIDER})
    draft, found = draft_of(made), mutated(made)
    (mutant,) = (
        m for m in found.survivors if m.what == 'take "has includes any of car, pet" as yes'
    )
    assert suggest(draft, made, [targets_of(draft, mutant)]).reached == {}
