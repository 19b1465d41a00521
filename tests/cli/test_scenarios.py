"""`navigator scenarios`: what failed and why, what is not reached or noticed, update and new."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from navigator.cli import main
from tests.cli.conftest import JOURNEYS, Run

Here = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path) -> Here:
    """Return a function that runs a command on a copy of the small folder."""
    copied = tmp_path / "journeys"
    shutil.copytree(JOURNEYS, copied)

    def invoke(command: str, *words: str) -> Result:
        return CliRunner().invoke(main, [command, "--journeys", str(copied), *words], color=False)

    return invoke


def file_of(tmp_path: Path) -> Path:
    return tmp_path / "journeys" / "scenarios" / "moving_house.yaml"


def test_coverage_lists_gaps_with_places_and_people(run: Run) -> None:
    result = run("scenarios", "--coverage")
    assert result.exit_code == 1
    assert "moving_house.yaml:122:11: step `pet_tag`: no scenario does this: have" in result.output
    assert "(person_1 would)" in result.output
    assert "\n  person_1:\n    who: In one sentence, who this is.\n" in result.output
    assert "excuse:\n  coverage:\n    - question: has\n      what: choose pet\n" in result.output
    assert result.output.endswith(" not reached, 0 excused\n")


def test_mutate_lists_survivors_with_places(run: Run) -> None:
    result = run("scenarios", "--mutate")
    assert result.exit_code == 1
    survivor = 'step `pet_tag`: no scenario notices this: take "has includes pet" as no\n'
    assert survivor in result.output
    met = 'step `license`: no scenario notices this: take "stage is moved" as yes'
    assert f"{met} (li would, with `must_not: [license]`)\n" in result.output
    assert "person_1" not in result.output


def test_mutate_names_people_when_asked_to(run: Run) -> None:
    result = run("scenarios", "moving_house", "--mutate", "--people")
    assert 'take "has includes pet" as no (person_' in result.output
    assert "\n  person_1:\n" in result.output


def test_coverage_and_mutations_as_json(run: Run) -> None:
    reached, noticed = (
        json.loads(run("scenarios", flag, "--format", "json").output)
        for flag in ("--coverage", "--mutate")
    )
    assert {"question": "has", "what": "choose pet"}.items() <= reached["gaps"][0].items()
    assert reached["people"][reached["gaps"][0]["person"]]["answers"]["has"]
    assert noticed["changes"] > len(noticed["survivors"]) > 0
    assert noticed["survivors"][0].keys() >= {"file", "line", "column", "what"}
    assert {"scenario": "li", "expectation": "must_not: [license]"} in [
        each["noticed_with"] for each in noticed["survivors"]
    ]


def test_update_writes_what_comes_out_and_says_so(here: Here, tmp_path: Path) -> None:
    file = file_of(tmp_path)
    right = file.read_text("utf-8")
    file.write_text(right.replace("due: 2026-12-07", "due: 2026-12-08"), "utf-8")
    result = here("scenarios", "--update")
    assert result.exit_code == 0
    assert "nora: license: due 2026-12-08 is now 2026-12-07\n" in result.output
    assert file.read_text("utf-8") == right


def test_new_writes_a_scenario_of_a_saved_interview(here: Here, tmp_path: Path) -> None:
    saved = tmp_path / "answers.json"
    saved.write_text('{"stage": "moved", "has": ["pet"]}', "utf-8")
    result = here(
        "scenarios", "moving_house", "--new", str(saved), "--today", "2026-11-21", "--helping"
    )
    assert result.exit_code == 0, result.output
    assert "Scenario `new_1` stands at the end of" in result.output
    written = file_of(tmp_path).read_text("utf-8")
    assert "    helping: yes\n    answers:\n      stage: moved\n      has: [pet]\n" in written
    assert here("scenarios").output == "3 passed, 0 failed\n"


@pytest.mark.parametrize("content", ["[]", "{", '{"stage": "moved"}\n{"stage": "moved"}\n'])
def test_new_refuses_what_is_not_one_persons_answers(
    here: Here, tmp_path: Path, content: str
) -> None:
    saved = tmp_path / "answers.json"
    saved.write_text(content, "utf-8")
    result = here("scenarios", "moving_house", "--new", str(saved))
    assert result.exit_code == 2
    assert "is not one JSON object of answers." in result.output
    assert "new_1" not in file_of(tmp_path).read_text("utf-8")


def test_new_needs_to_know_the_journey(here: Here, tmp_path: Path) -> None:
    saved = tmp_path / "answers.json"
    saved.write_text("{}", "utf-8")
    result = here("scenarios", "--new", str(saved))
    assert result.exit_code == 2
    assert "Name a journey." in result.output
