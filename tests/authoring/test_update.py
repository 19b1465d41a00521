"""Update and new: scenarios written down as it comes out now; all else of a file stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from navigator.authoring import run_scenarios
from navigator.authoring.new_scenario import new_scenario
from navigator.authoring.update import updates
from navigator.content import open_library
from navigator.engine import Mark, MarkKind, Situation, Who
from tests.authoring.conftest import NORA, Folder, nora

WRONG = """\
must:
  # the post first
  forward_mail: {due: 2026-11-18, state: overdue}   # ten days
  pet_tag:
    # two lines
    state: open
  license: {due: '2026-12-08'}  # thirty days
must_not: [refund, secret_address]  # none of these
may: [license_late]

# an order
order:
  - [license, forward_mail]
  - [forward_mail, pet_tag]
next: [license]
"""
RIGHT = """\
must:
  # the post first
  forward_mail: {due: 2026-11-17, state: overdue}   # ten days
  license: {due: 2026-12-07}  # thirty days
  refund: {}
must_not: [secret_address, pet_tag, license_late]

# an order
order:
  - [forward_mail, license]
next: [forward_mail, refund]
"""


def update(made: Path) -> list[str]:
    """Write the updates and return what they say."""
    said: list[str] = []
    for each in updates(open_library(made), made):
        each.path.write_text(each.text, "utf-8")
        said += each.changes
    return said


def passes(made: Path) -> bool:
    return run_scenarios(open_library(made), made).is_fine


def scenarios(made: Path, file: str = "moving_house") -> str:
    return (made / "scenarios" / f"{file}.yaml").read_text("utf-8")


def test_what_fails_expects_what_comes_out_and_the_rest_stays(folder: Folder) -> None:
    made = folder(nora(WRONG))
    said = update(made)
    assert scenarios(made) == f"scenarios:\n{nora(RIGHT)}"
    assert "nora: forward_mail: due 2026-11-18 is now 2026-11-17" in said
    assert "nora: pet_tag: from must to must_not" in said
    assert passes(made)


def test_nothing_changes_where_nothing_fails(folder: Folder) -> None:
    made = folder(nora(RIGHT), more="# the end\n")
    assert update(made) == []
    assert scenarios(made).endswith("# the end\n")


def test_steps_too_many_are_added_where_the_list_is_exact(folder: Folder) -> None:
    made = folder(nora("must: {license: }\nmay: []\nexactly: yes\n").replace("mail_held: no", ""))
    update(made)
    assert passes(made)
    assert "may: [held_mail]" in scenarios(made)


def test_other_scenarios_stay_as_they_are(folder: Folder) -> None:
    good = nora("must: {license: {due:   2026-12-07}}\n").replace("nora", "zoe", 1)
    made = folder(nora("must_not: [license]\n") + good)
    update(made)
    assert scenarios(made).endswith(good)
    assert passes(made)


def test_a_scenario_in_braces_is_said_to_stay(folder: Folder) -> None:
    body = "{who: Li., today: 2026-11-21, answers: {}, must: {license: }}"
    made = folder(f"  li: {body}\n")
    assert update(made) == ["li: stays as it is: write it over several lines, without { }"]
    assert body in scenarios(made)


@pytest.mark.parametrize("more", ["", "\nexcuse:\n  mutate: []\n"])
def test_a_new_scenario_passes_and_stands_behind_the_others(folder: Folder, more: str) -> None:
    made = folder(NORA, more=more)
    answers = {
        "stage": "moved",
        "moving_date": "2026-11-07",
        "has": ["car", "pet"],
        "rent": {"amount": "500.50", "per": "two weeks"},
        "moved_in": None,
        "worries": "declined",
    }
    marks = {"forward_mail": Mark(MarkKind.WAITING, date(2026, 11, 20))}
    who = Situation(date(2026, 11, 21), answers, marks, Who.CLIENT)
    new = new_scenario(open_library(made), made, ("moving_house",), who)
    new.path.write_text(new.text, "utf-8")
    assert new.id == "new_1"
    assert new.text.startswith(f"scenarios:\n{NORA}\n  new_1:\n")
    assert new.text.endswith(more or "]\n")
    assert passes(made)
    assert new_scenario(open_library(made), made, ("moving_house",), who).id == "new_2"


def test_a_scenario_of_several_journeys_goes_to_their_common_file(folder: Folder) -> None:
    made = folder(NORA)
    (made / "staying.yaml").write_text(
        "journey: staying\ntitle: Staying\nsummary: To stay.\nowner: Tests\nreviewed: 2026-11-01\n"
        "interview: {first: [content]}\n"
        "questions: {content: {ask: Happy?, why: To know., answer: yes or no}}\n"
        "steps: {rest: {do: Rest, at: post_office, when: content}}\n",
        "utf-8",
    )
    who = Situation(date(2026, 11, 21), {"content": True, "stage": "moved"})
    new = new_scenario(open_library(made), made, ("moving_house", "staying"), who)
    new.path.write_text(new.text, "utf-8")
    assert "journeys: [moving_house, staying]" in scenarios(made, "combined")
    assert "rest: {}" in scenarios(made, "combined")
    assert passes(made)
