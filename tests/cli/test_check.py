"""`navigator check` and `navigator scenarios`: what is wrong, where, and the exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from navigator.cli import main
from tests.cli.conftest import JOURNEYS, TODAY, Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(JOURNEYS, tmp_path / "journeys"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_warnings_are_fine_unless_strict(run: Run) -> None:
    assert run("check", "--today", TODAY).exit_code == 0
    strict = run("check", "--today", TODAY, "--strict")
    assert strict.exit_code == 1
    assert "0 errors" in strict.output


def test_a_misspelled_question_is_one_line_with_place_and_likely_name(
    run: Run, folder: Path
) -> None:
    change(folder / "moving_house.yaml", "stage is moved", "stge is moved")
    result = run("check", "--today", TODAY, "--journeys", str(folder))
    errors = [line for line in result.output.splitlines() if "stge" in line]
    assert result.exit_code == 1
    assert len(errors) == 1
    assert "moving_house.yaml:93:11: " in errors[0]
    assert "stage" in errors[0]


def test_errors_of_scenarios_are_found_by_check(run: Run, folder: Path) -> None:
    change(folder / "scenarios" / "moving_house.yaml", "[pet_tag, ", "[pet_tags, ")
    result = run("check", "--today", TODAY, "--journeys", str(folder))
    assert result.exit_code == 1
    assert "No step is called `pet_tags`. Did you mean `pet_tag`? [unknown-step]" in result.output


def test_what_is_still_to_confirm_is_listed_on_request(run: Run) -> None:
    said = "`pet_tag`: still to confirm: mail."
    assert said not in run("check", "--today", TODAY).output
    result = run("check", "--today", TODAY, "--unchecked")
    assert result.exit_code == 0
    assert said in result.output


def test_check_as_json_holds_places_and_counts(run: Run) -> None:
    result = run("check", "--today", TODAY, "--unchecked", "--format", "json")
    found = json.loads(result.output)
    assert found["errors"] == 0
    assert found["warnings"] == len(found["problems"])
    assert found["problems"][0]["line"] >= 1
    assert found["unchecked"][0]["id"] == "pet_tag"


def test_the_folder_can_come_from_the_environment() -> None:
    runner = CliRunner(env={"NAVIGATOR_JOURNEYS": str(JOURNEYS)})
    result = runner.invoke(main, ["scenarios"])
    assert (result.exit_code, result.output) == (0, "2 passed, 0 failed\n")


def test_a_folder_without_journeys_falls_short(tmp_path: Path, run: Run) -> None:
    result = run("check", "--journeys", str(tmp_path))
    assert result.exit_code == 1
    assert "The folder holds no journey." in result.output


def test_scenarios_that_hold_pass(run: Run) -> None:
    result = run("scenarios")
    assert result.exit_code == 0
    assert result.output == "2 passed, 0 failed\n"


def test_a_failing_expectation_says_expected_got_why_and_where(run: Run, folder: Path) -> None:
    change(folder / "scenarios" / "moving_house.yaml", "due: 2026-12-07", "due: 2026-12-08")
    result = run("scenarios", "moving_house", "--journeys", str(folder))
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0].endswith(
        "moving_house.yaml:16: nora: Nora moved to Ohio two weeks ago with a car."
    )
    assert lines[1] == "  expected: `license` has due 2026-12-08"
    assert lines[2] == "  got:      due 2026-12-07"
    assert lines[3] == "  why:      `due` is `30 days after moving_date`."
    assert lines[6].strip().startswith("You answered “Yes, I have moved”")
    assert lines[-1] == "1 passed, 1 failed"


def test_scenarios_as_json(run: Run, folder: Path) -> None:
    change(folder / "scenarios" / "moving_house.yaml", "may: [pet_tag]", "may: [refund, license]")
    result = run("scenarios", "--format", "json", "--journeys", str(folder))
    found = json.loads(result.output)
    assert result.exit_code == 1
    assert (found["passed"], found["failed"]) == (1, 1)
    assert [miss["expected"] for miss in found["findings"]] == ["`license` may apply"]
    assert found["findings"][0]["scenario"] == "li"


def test_a_journey_without_scenarios_passes_none(run: Run, folder: Path) -> None:
    (folder / "scenarios" / "moving_house.yaml").unlink()
    result = run("scenarios", "--journeys", str(folder))
    assert result.exit_code == 0
    assert result.output == "0 passed, 0 failed\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scenarios", "moving_hous"), "Did you mean `moving_house`?"),
        (("scenarios", "--format", "ics"), "'ics' is not one of"),
        (("check", "moving_house"), "unexpected extra argument"),
        (("check", "--journeys", "nowhere"), "does not exist"),
        (("checks",), "Did you mean 'check'?"),
        (("serve", "--port", "70000"), "70000 is not in the range"),
        (("serve", "--workers", "0"), "0 is not in the range"),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("command", ["serve", "check", "ask", "plan", "scenarios"])
def test_every_help_text_has_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"navigator {command}" in result.output.split("Example:")[1]


def test_serving_journeys_with_errors_is_refused(run: Run, folder: Path) -> None:
    change(folder / "moving_house.yaml", "stage is moved", "stge is moved")
    change(folder / "moving_house.yaml", "has includes pet", "has includes pets")
    result = run("serve", "--port", "0", "--journeys", str(folder))
    assert result.exit_code == 1
    assert "stge" in result.output
    assert "pets" in result.output
    assert "The journeys cannot be used: 2 errors." in result.output
