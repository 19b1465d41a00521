"""Coverage: what no scenario reaches, where it stands, and people who would."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.authoring import run_scenarios
from navigator.authoring.coverage import Coverage, coverage, targets_of
from navigator.authoring.suggestions import suggest
from navigator.authoring.written_scenario import written_scenario
from navigator.content import open_library
from tests.authoring.conftest import Folder, draft_of, nora


def gaps(found: Coverage) -> set[tuple[str, str]]:
    return {(gap.owner.id, gap.what) for gap in found.gaps}


def covered(made: Path) -> Coverage:
    return coverage(draft_of(made), made)


@pytest.mark.parametrize(
    ("id", "what"),
    [
        ("pet_tag", "reach the step"),
        ("license_late", "reach the step"),
        ("has", "choose pet"),
        ("stage", "choose planning"),
        ("license", 'have "has includes car" as no'),
        ("high_rent", 'have "rent is at least $1,000 a month" as yes'),
        ("rent_help", 'have "high_rent" as yes'),
    ],
)
def test_what_nobody_reaches_is_a_gap(folder: Folder, id: str, what: str) -> None:
    assert (id, what) in gaps(covered(folder(nora("must: {license: }\n"))))


@pytest.mark.parametrize(
    ("id", "what"),
    [
        ("license", "reach the step"),
        ("has", "choose car"),
        ("people", "answer the question"),
        ("license", 'have "has includes car" as yes'),
        ("high_rent", 'have "rent is at least $1,000 a month" as no'),
    ],
)
def test_what_somebody_reaches_is_none(folder: Folder, id: str, what: str) -> None:
    assert (id, what) not in gaps(covered(folder(nora("must: {license: }\n"))))


def test_an_answer_that_is_not_sure_answers_no_question(folder: Folder) -> None:
    made = folder(nora("must: {license: }\n").replace("people: 1", "people: not sure"))
    assert ("people", "answer the question") in gaps(covered(made))


def test_a_case_of_a_text_counts_only_where_its_step_came_up(folder: Folder) -> None:
    case = "\n    how:\n      - {when: people is at least 2, then: Go. }\n      - otherwise: Go.\n"
    before = "when: has includes pet\n    how: Send the form.\n"
    made = folder(nora("must: {license: }\n"), {before: f"when: has includes pet{case}"})
    assert ("pet_tag", 'have "people is at least 2" as no') in gaps(covered(made))


def test_a_gap_stands_where_its_test_is_written(folder: Folder) -> None:
    made = folder(nora("must: {license: }\n"))
    lines = (made / "moving_house.yaml").read_text("utf-8").splitlines()
    gap = next(g for g in covered(made).gaps if g.what == 'have "people is at least 3" as yes')
    assert lines[gap.place.line - 1][gap.place.column - 1 :] == "people is at least 3"


def test_an_excuse_lets_a_gap_pass_and_one_without_a_gap_is_told(folder: Folder) -> None:
    excuses = """
excuse:
  coverage:
    - step: pet_tag
      what: reach the step
      why: Pets come later.
    - step: license
      what: reach the step
      why: It was new.
"""
    found = covered(folder(nora("must: {license: }\n"), more=excuses))
    assert ("pet_tag", "reach the step") not in gaps(found)
    assert [gap.owner.id for gap in found.excused] == ["pet_tag"]
    assert [(each.owner.id, each.place.line) for each in found.unneeded] == [("license", 22)]
    assert not found.is_fine


@pytest.mark.parametrize(
    ("excuse", "said"),
    [
        ("{what: reach the step, why: No.}", ":18:7: It is not clear whose. Name one: step,"),
        ("{step: a, fact: b, what: x, why: No.}", ":18:7: It is not clear whose."),
        ("{step: pet_tags, what: x, why: No.}", ":18:8: No step is called `pet_tags`. Did you"),
    ],
)
def test_an_excuse_must_say_whose_it_is(folder: Folder, excuse: str, said: str) -> None:
    excuses = f"excuse:\n  coverage:\n    - {excuse}\n"
    (problem,) = covered(folder(nora("must: {license: }\n"), more=excuses)).problems
    assert said in str(problem)


def test_people_are_found_for_all_that_can_be_reached_and_pass_as_scenarios(
    folder: Folder,
) -> None:
    made = folder(nora("must: {license: }\n"))
    draft = draft_of(made)
    found = coverage(draft, made)
    people = suggest(draft, made, [targets_of(draft, gap) for gap in found.gaps])
    assert len(people.reached) == len(found.gaps)
    written = "".join(
        written_scenario(f"person_{n}", scene, "Somebody.", "moving_house")
        for n, scene in enumerate(people.people)
    )
    file = made / "scenarios" / "moving_house.yaml"
    file.write_text(file.read_text("utf-8") + written, "utf-8")
    assert run_scenarios(open_library(made), made).findings == ()
    assert covered(made).is_fine


def test_nobody_is_found_for_what_cannot_be(folder: Folder) -> None:
    impossible = {"when: has includes pet": "when: has includes pet and has includes none of pet"}
    made = folder(nora("must: {license: }\n"), impossible)
    draft = draft_of(made)
    gap = next(
        g for g in covered(made).gaps if (g.owner.id, g.what) == ("pet_tag", "reach the step")
    )
    assert suggest(draft, made, [targets_of(draft, gap)]).reached == {}


def test_only_what_the_journeys_asked_for_bring_is_looked_at(folder: Folder) -> None:
    made = folder(nora("must: {license: }\n"))
    (made / "staying.yaml").write_text(
        "journey: staying\ntitle: Staying\nsummary: To stay.\nowner: Tests\nreviewed: 2026-11-01\n"
        "interview: {first: [content]}\n"
        "questions: {content: {ask: Happy?, why: To know., answer: yes or no}}\n"
        "steps: {rest: {do: Rest, at: post_office, when: content}}\n",
        "utf-8",
    )
    draft = draft_of(made)
    found = coverage(draft, made, ("staying",))
    assert {id for id, _ in gaps(found)} == {"content", "rest"}
