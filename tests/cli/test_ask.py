"""`navigator ask`: an interview over a pipe, one question at a time."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from navigator.cli import main
from tests.cli.conftest import JOURNEYS, TODAY, Run

WHOLE = "1\nOhio\n2\nNov 7, 2026\n1\n4\n$1,500\nMay 2020\nno\nyes\nno\n"


def ask(run: Run, given: str | bytes, *more: str) -> str:
    result = run("ask", "moving_house", "--today", TODAY, *more, given=given)
    assert result.exit_code == 0, result.output
    return result.output


def saved(run: Run, tmp_path: Path, given: str) -> dict[str, object]:
    file = tmp_path / "answers.json"
    ask(run, given, "--save", str(file))
    found = json.loads(file.read_text())
    assert isinstance(found, dict)
    return found


def test_the_whole_interview_ends_with_the_checklist(run: Run) -> None:
    output = ask(run, WHOLE)
    assert output.index("Who is this plan for?") < output.index("Which state do you live in?")
    assert output.index("What is the rent?") < output.index("NEXT STEPS")
    assert "2. Change the address on your license" in output
    assert "MAY APPLY" not in output
    assert output.endswith("Nothing was kept.\n")


def test_over_a_real_pipe_it_reads_lines_and_never_moves_the_cursor() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "navigator", "ask", "moving_house"),
            *("--today", TODAY, "--journeys", str(JOURNEYS)),
        ],
        input=WHOLE.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""
    assert "Forward your mail" in done.stdout.decode()


def test_the_end_of_the_input_gives_the_plan_so_far(run: Run) -> None:
    output = ask(run, "1\nOhio\n")
    assert "NEXT STEPS" in output
    assert "MAY APPLY" in output


def test_no_input_at_all_still_gives_a_plan(run: Run) -> None:
    assert "NEXT STEPS" in ask(run, "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1\n?\n", "Why we ask: Offices differ from state to state."),
        ("1\nOhoi\n", "Did you mean Ohio?"),
        ("1\nOhio\n3\n", "Select a number from 1 to 2."),
        ("1\nOhio\nperhaps\n", "Select a number from 1 to 2."),
        ("1\nOhio\n1\n11/21\n", "Enter the year as well"),
        ("1\nOhio\n1\nNovember 31, 2026\n", "Enter a day from 1 to 30: November has 30."),
        ("1\nOhio\n1\n1/1/1999\n", "Enter a date not before January 1, 2020."),
        ("1\nOhio\n1\nu\n0\n\n", "Enter the number of people, such as 3."),
        ("1\nOhio\n1\nu\n0\nmany\n", "Enter a whole number, such as 3."),
        ("1\nOhio\n1\nu\n0\n21\n", "Enter a number of at most 20."),
        ("1\nOhio\n1\nu\n0\n3\n5 an hour\n", "Enter the amount a week, every two weeks"),
        ("1\nd\n", "Enter an answer, or u if you are not sure."),
        ("7\n", "Enter 1, 2 or 3."),
    ],
)
def test_what_cannot_be_read_is_asked_again_with_what_to_enter(
    run: Run, typed: str, said: str
) -> None:
    assert said in ask(run, typed)


def test_answers_are_read_back_as_they_were_understood(run: Run) -> None:
    output = ask(run, WHOLE)
    assert "= November 7, 2026" in output
    assert "= $1,500 a month" in output
    assert "= May 2020" in output


def test_saved_answers_can_be_planned(run: Run, tmp_path: Path) -> None:
    assert saved(run, tmp_path, WHOLE) == {
        "home_state": "OH",
        "stage": "moved",
        "moving_date": "2026-11-07",
        "has": ["car"],
        "people": 4,
        "rent": 1500,
        "moved_in": "2020-05",
        "worries": False,
        "mail_held": False,
    }
    file = str(tmp_path / "answers.json")
    arguments = ("--answers", file, "--today", TODAY, "--format", "json")
    result = run("plan", "moving_house", *arguments)
    assert result.exit_code == 0
    assert json.loads(result.output)["next_question"] is None


def test_saved_answers_are_private_and_can_be_carried_on(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    ask(run, "1\nOhio\nq\n", "--save", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    output = ask(run, "1\n", "--answers", str(file))
    assert "Which state" not in output
    assert "Have you moved yet?" in output


def test_letters_stand_for_not_sure_prefer_not_to_say_and_none(run: Run, tmp_path: Path) -> None:
    found = saved(run, tmp_path, "1\nu\n1\nnot sure\n0\n2\nu\nd\nn\n")
    assert found["home_state"] is None
    assert found["moving_date"] is None
    assert found["has"] == []
    assert found["worries"] == "declined"


def test_prefer_not_to_say_is_offered_for_sensitive_questions_alone(run: Run) -> None:
    parts = ask(run, WHOLE).split("> ")
    offered = [part for part in parts if "d prefer not to say" in part]
    assert len(offered) == 1
    assert "Is somebody looking for you" in offered[0]


def test_back_asks_the_last_question_again_and_at_the_start_who_it_is_for(run: Run) -> None:
    output = ask(run, "1\nOhio\nb\nb\n2\n")
    assert output.count("Which state do you live in?\nEnter a state") == 3
    assert output.count("Who is this plan for?") == 2


def test_the_plan_so_far_can_be_seen_at_any_question(run: Run) -> None:
    output = ask(run, "p\n1\np\nq\n")
    assert output.count("NEXT STEPS") == 2


def test_quitting_prints_no_plan(run: Run) -> None:
    output = ask(run, "1\nq\n")
    assert "NEXT STEPS" not in output
    assert output.endswith("Nothing was kept.\n")


def test_a_caseworker_reads_how_to_ask(run: Run) -> None:
    output = ask(run, "3\nOhio\n1\n")
    assert "When do they move?" in output
    assert "How to ask: A rough day is enough." in output
    assert "For the person you help" in output


def test_details_are_offered_once_what_comes_first_is_asked(run: Run) -> None:
    first = WHOLE.removesuffix("yes\nno\n")
    output = ask(run, first)
    assert "1 more question would make your plan more exact." in output
    assert "Does your mail wait" not in output.split("NEXT STEPS")[0]
    assert "Does your mail wait" in ask(run, first + "y\n").split("NEXT STEPS")[0]


def test_bytes_that_are_no_text_are_asked_again(run: Run) -> None:
    assert "Enter a state or territory" in ask(run, b"1\n\xff\xfe\nOhio\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask",), "Name a journey."),
        (("ask", "moving"), "There is no journey `moving`."),
        (("ask", "moving_house", "--today", "now"), "Enter a day like 2026-11-21"),
        (("ask", "moving_house", "--save", "no/such/folder/a.json"), "there is no folder"),
        (("ask", "moving_house", "--answers", "no.json"), "does not exist"),
        (("ask", "moving_house", "--answers", __file__), "is not one JSON object of answers."),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_what_was_told_in_one_journey_is_known_in_another() -> None:
    journeys = ("retirement", "financial_shock")
    command = ["ask", *journeys, "--today", "2026-11-26"]
    output = CliRunner().invoke(main, command, input="1\n3\n0\nq\n", color=False).output
    assert "3. I lost my job or most of my hours" in output
    assert "Told already: I lost my job, or will soon\n" in output
    assert "= I lost my job, or will soon\n" in output
