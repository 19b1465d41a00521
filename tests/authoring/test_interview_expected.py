"""What a scenario says of the interview, by its answers alone: these are asked for, no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.authoring import run_scenarios
from navigator.authoring.mutation import mutate
from navigator.authoring.update import updates
from navigator.content import open_library
from tests.authoring.conftest import NORA, Folder, draft_of, nora

GATED = {
    "    words: the month you moved in\n": "    words: the month you moved in\n"
    "    when: stage is moved and has includes car\n",
    "      pet: A pet\n": "      pet: {label: A pet, when: stage is moved}\n",
}
PLANNING = (
    nora("must: {}\n")
    .replace("stage: moved", "stage: planning")
    .replace("      moved_in: 2020-05\n", "")
)


def missed(made: Path) -> list[tuple[int, str, str]]:
    found = run_scenarios(open_library(made), made).findings
    return [(each.miss.place.line, each.miss.expected, each.miss.got) for each in found]


def survivors(made: Path) -> set[tuple[str, str]]:
    found = mutate(draft_of(made), made)
    assert not found.failing
    return {(mutant.owner.id, mutant.what) for mutant in found.survivors}


def test_an_answer_that_nobody_asks_for_is_told_with_its_place_and_why(folder: Folder) -> None:
    made = folder(nora("must: {}\n").replace("stage: moved", "stage: planning"), GATED)
    assert missed(made) == [(12, "`moved_in` is asked", "`moved_in` is not asked")]
    (finding,) = run_scenarios(open_library(made), made).findings
    assert finding.miss.why == ("`stage is moved` is no.",)


def test_an_answer_to_a_question_of_another_journey_is_told(folder: Folder) -> None:
    made = folder(nora("must: {}\n").replace("has: [car]", "has: [car]\n      content: yes"))
    (made / "staying.yaml").write_text(
        "journey: staying\ntitle: Staying\nsummary: To stay.\nowner: Tests\nreviewed: 2026-11-01\n"
        "interview: {first: [content]}\n"
        "questions: {content: {ask: Happy?, why: To know., answer: yes or no}}\n"
        "steps: {rest: {do: Rest, at: post_office, when: content}}\n",
        "utf-8",
    )
    assert missed(made) == [(10, "`content` is asked", "moving_house do not ask `content`")]


@pytest.mark.parametrize("chosen", ["[car, pet]", "[pet]"])
def test_an_option_that_is_chosen_is_on_offer(folder: Folder, chosen: str) -> None:
    scenario = PLANNING.replace("has: [car]", f"has: {chosen}")
    assert (9, "`has` offers `pet`", "it is not offered") in missed(folder(scenario, GATED))


def test_a_question_left_open_is_told_until_the_scenario_says_so(folder: Folder) -> None:
    without = nora("must: {}\n").replace("      worries: no\n", "")
    (found,) = missed(folder(without))
    assert found == (5, "`worries` is answered or not asked", "it is open")


def test_a_question_left_open_on_purpose_passes(folder: Folder) -> None:
    made = folder(nora("open: [worries]\n").replace("      worries: no\n", ""))
    assert missed(made) == []


def test_a_question_is_not_open_once_it_is_answered(folder: Folder) -> None:
    assert missed(folder(nora("open: [worries]\n"))) == [
        (15, "`worries` is open", "it is not open")
    ]


@pytest.mark.parametrize(
    ("expected", "missed_one"),
    [
        ("not_asked: [moved_in]", None),
        ("not_asked: [mail_held]", ("`mail_held` is not asked", "`mail_held` is asked")),
        ("not_asked: [rent]", ("`rent` is not asked", "`rent` is asked")),
        ("not_offered: {has: [pet]}", None),
        ("not_offered: {has: [car]}", ("`has` does not offer `car`", "it is offered")),
        ("not_offered: {moved_in: []}", None),
    ],
)
def test_what_is_not_asked_and_not_offered_is_expected_by_name(
    folder: Folder, expected: str, missed_one: tuple[str, str] | None
) -> None:
    scenario = PLANNING.replace("must: {}", expected).replace(
        "mail_held: no", "mail_held: not sure"
    )
    found = [miss[1:] for miss in missed(folder(scenario, GATED))]
    assert found == ([missed_one] if missed_one else [])


def test_the_answers_alone_notice_a_gate_of_the_first_round(folder: Folder) -> None:
    found = survivors(folder(nora("must: {}\n"), GATED))
    assert ("moved_in", 'take "stage is moved" as no') not in found
    assert ("moved_in", 'take "stage is moved" as yes') in found  # nobody is planning


def test_a_question_newly_asked_is_noticed(folder: Folder) -> None:
    found = survivors(folder(PLANNING, GATED))
    assert ("moved_in", 'take "stage is moved" as yes') not in found
    assert ("moved_in", 'take "has includes car" as yes') in found


def test_a_detail_newly_asked_is_noticed_where_it_is_expected_not_to_be(folder: Folder) -> None:
    gate = {
        "    words: whether your mail is held\n": "    words: whether your mail is held\n"
        "    when: worries\n"
    }
    change = ("mail_held", 'take "worries" as yes')
    scenario = nora("must: {}\n").replace("      mail_held: no\n", "")
    made = folder(scenario, gate)
    assert change in survivors(made)
    file = made / "scenarios" / "moving_house.yaml"
    file.write_text(file.read_text("utf-8") + "    not_asked: [mail_held]\n", "utf-8")
    assert change not in survivors(made)


def test_an_option_newly_offered_is_noticed_where_it_is_expected_not_to_be(folder: Folder) -> None:
    change = ("has", 'take "stage is moved" as yes')
    made = folder(PLANNING, GATED)
    assert change in survivors(made)
    file = made / "scenarios" / "moving_house.yaml"
    file.write_text(file.read_text("utf-8") + "    not_offered: {has: [pet]}\n", "utf-8")
    assert change not in survivors(made)


def test_an_option_that_was_chosen_is_missed_when_it_is_offered_no_more(folder: Folder) -> None:
    scenario = nora("must: {}\n").replace("has: [car]", "has: [car, pet]")
    assert ("has", 'take "stage is moved" as no') not in survivors(folder(scenario, GATED))


def test_update_writes_what_is_open_and_drops_what_is_asked_or_offered(folder: Folder) -> None:
    scenario = nora(
        "must: {}\nopen: [rent]\nnot_asked: [worries, moved_in]\nnot_offered:\n  has: [car, pet]\n"
    )
    made = folder(scenario.replace("      people: 1\n", "").replace("500", "1500"), GATED)
    said: list[str] = []
    for each in updates(open_library(made), made):
        each.path.write_text(each.text, "utf-8")
        said += each.changes
    written = (made / "scenarios" / "moving_house.yaml").read_text("utf-8")
    assert "nora: open: people" in said
    assert "    open: [people]\n" in written
    assert "not_asked" not in written
    assert "not_offered" not in written
    assert missed(made) == []


def test_update_never_changes_who_the_person_is(folder: Folder) -> None:
    made = folder(nora("must: {}\n").replace("stage: moved", "stage: planning"), GATED)
    before = (made / "scenarios" / "moving_house.yaml").read_text("utf-8")
    (update,) = updates(open_library(made), made)
    assert update.changes == ("nora: answers stay as they are: `moved_in` is not asked",)
    assert update.text == before
    assert NORA.replace("stage: moved", "stage: planning") in update.text
