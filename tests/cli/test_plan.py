"""`navigator plan`: results for one person and for many, as text, JSON and a calendar."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from tests.cli.conftest import JOURNEYS, TODAY, Run

MOVED = {
    "home_state": "OH",
    "stage": "moved",
    "moving_date": "2026-11-07",
    "has": ["car"],
    "rent": {"amount": "500", "per": "week"},
}
SCHEMA = json.loads(files("navigator.engine").joinpath("schema", "plan.json").read_text("utf-8"))


def lines(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def ids(result: dict[str, object]) -> list[str]:
    steps = result["steps"]
    assert isinstance(steps, list)
    return [step["id"] for step in steps]


def test_the_next_steps_stand_on_top_and_groups_are_headings(plan: Run) -> None:
    result = plan(json.dumps(MOVED))
    assert result.exit_code == 0
    order = ["NEXT STEPS", "- Forward your mail", "OVERDUE", "IN THE NEXT 31 DAYS", "MAY APPLY"]
    places = [result.output.index(part) for part in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "said",
    [
        "By Monday, December 7, 2026, 16 days left",
        "First: Forward your mail",
        "Why: You answered",
        "Where: Ohio Bureau of Motor Vehicles",
        "Phone: 1-844-644-6268",
        "Bring: A photo ID; Your lease or deed",
        "Settled by: How many people move?",
        "Do it now; mail goes to the old address (https://www.usps.com/manage).",
        "[ ] A photo ID",
        "- Post Office, 1-800-275-8777",
        "- Register your pet",
    ],
)
def test_a_step_says_by_when_why_where_and_with_what(plan: Run, said: str) -> None:
    assert said in plan(json.dumps(MOVED)).output


def test_the_text_fits_80_columns(plan: Run) -> None:
    output = plan(json.dumps(MOVED)).output
    assert max(len(line) for line in output.splitlines()) <= 80


def test_a_helper_reads_of_the_person_they_help_and_of_permissions(plan: Run) -> None:
    output = plan(json.dumps(MOVED), "--helper").output
    assert "For the person you help" in output
    assert "PERMISSIONS TO GET FIRST" in output
    assert "A power of attorney. The person signs it before a notary. BMV 3771" in output


@pytest.mark.parametrize(
    "answers",
    [{}, MOVED, {"stage": "planning", "moving_date": None, "worries": "declined"}, {"rent": "x"}],
)
def test_results_fit_the_published_schema(plan: Run, answers: dict[str, object]) -> None:
    (result,) = lines(plan(json.dumps(answers), "--format", "json").output)
    Draft202012Validator(SCHEMA).validate(result)


def test_every_key_of_the_published_schema_is_described() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    plan, step = SCHEMA["$defs"]["plan"], SCHEMA["$defs"]["step"]
    parts = ("papers", "calls", "not_for_you", "see_also")
    for each in (plan, step, *(plan["properties"][part]["items"] for part in parts)):
        assert sorted(each["required"]) == sorted(each["properties"])
        assert all("description" in key for key in each["properties"].values())


def test_each_line_of_answers_gives_one_line_of_results(plan: Run) -> None:
    result = plan('{}\n\n{"stage": "planning"}\r\n{"stage": "moved"}', "--format", "json")
    assert result.exit_code == 0
    assert len(lines(result.output)) == 3


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"{bad", "Line 2 cannot be read: Expecting property name"),
        (b"[1]", "Line 2 cannot be read: it is no object."),
        (b"null", "Line 2 cannot be read: it is no object."),
        (b'{"has": NaN}', "Line 2 cannot be read: NaN is no number."),
        (b'{"a": 1, "a": 2}', "Line 2 cannot be read: 'a' stands twice."),
        (b'{"a": "\xff"}', "Line 2 cannot be read: it is not UTF-8."),
        (b"[" * 100_000, "Line 2 cannot be read: it is nested too deeply."),
    ],
)
def test_a_bad_line_says_so_and_does_not_stop_the_rest(plan: Run, bad: bytes, said: str) -> None:
    result = plan(b"{}\n" + bad + b"\n{}\n", "--format", "json")
    first, second, third = lines(result.output)
    assert result.exit_code == 1
    assert first == third
    assert second["line"] == 2
    Draft202012Validator(SCHEMA).validate(second)
    assert said in str(second["problems"])


def test_one_object_may_stand_over_several_lines(plan: Run) -> None:
    result = plan(json.dumps(MOVED, indent=2), "--format", "json")
    assert result.exit_code == 0
    assert "forward_mail" in ids(lines(result.output)[0])


def test_a_broken_file_of_several_lines_is_one_problem_with_its_place(plan: Run) -> None:
    result = plan('{\n  "stage": moved\n}', "--format", "json")
    assert result.exit_code == 1
    expected = "The answers cannot be read: Expecting value at line 2, column 12."
    assert lines(result.output) == [{"problems": [expected]}]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"stagee": "moved"}, "No question is called 'stagee', so its answer was not used."),
        ({"stagee": "moved"}, "Did you mean `stage`?"),
        (
            {"people": 21},
            "The answer to 'people' is beyond its limits. Enter a number of at most 20.",
        ),
        ({"moving_date": "2019-12-31"}, "Enter a date not before January 1, 2020."),
        ({"people": "three"}, "The answer to 'people' is not a number, so it was not used."),
    ],
)
def test_an_answer_that_cannot_be_right_is_named(
    plan: Run, answers: dict[str, object], said: str
) -> None:
    result = plan(json.dumps(answers), "--format", "json")
    assert result.exit_code == 1
    assert said in str(lines(result.output)[0]["problems"])


def test_marks_settle_steps(plan: Run, tmp_path: Path) -> None:
    marks = tmp_path / "marks.json"
    marks.write_text('{"forward_mail": "done"}')
    (result,) = lines(plan(json.dumps(MOVED), "--marks", str(marks), "--format", "json").output)
    assert result["next"] == ["license"]


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ('{"forward_mal": "done"}', "No step is called 'forward_mal'"),
        ('{"forward_mail": "finished"}', "The mark of 'forward_mail' must be one of"),
        ("{", "The marks cannot be read"),
    ],
)
def test_marks_that_cannot_be_used_are_named(
    plan: Run, tmp_path: Path, marks: str, said: str
) -> None:
    file = tmp_path / "marks.json"
    file.write_text(marks)
    result = plan("{}", "--marks", str(file), "--format", "json")
    assert result.exit_code == 1
    assert said in result.output


def test_marks_of_one_person_are_not_taken_for_many(plan: Run, tmp_path: Path) -> None:
    marks = tmp_path / "marks.json"
    marks.write_text("{}")
    result = plan("{}\n{}", "--marks", str(marks))
    assert result.exit_code == 2
    assert "--marks has 1 and --answers 2 people" in result.output


def test_several_people_as_text_stand_under_their_line(plan: Run) -> None:
    output = plan("{}\nno\n{}").output
    assert "==== Line 1 ====" in output
    assert "Line 2 cannot be read" in output
    assert "==== Line 3 ====" in output


def test_the_calendar_can_be_read_back(plan: Run) -> None:
    answers = {**MOVED, "moving_date": "2026-12-31", "stage": "planning", "worries": True}
    result = plan(json.dumps(answers), "--format", "ics")
    events = Calendar.from_ical(result.stdout_bytes).walk("VEVENT")
    days = {str(event["summary"]): str(event.decoded("dtstart")) for event in events}
    assert days == {
        "Due: Forward your mail": "2027-01-10",
        "Opens: Forward your mail": "2026-12-01",
    }


def test_the_same_plan_gives_the_same_calendar(plan: Run) -> None:
    first, second = (plan(json.dumps(MOVED), "--format", "ics").stdout_bytes for _ in range(2))
    assert first == second


def test_an_event_keeps_its_name_when_its_day_moves(plan: Run) -> None:
    def names(moving_date: str) -> list[str]:
        answers = json.dumps({"moving_date": moving_date})
        made = Calendar.from_ical(plan(answers, "--format", "ics").stdout_bytes)
        return sorted(str(event["uid"]) for event in made.walk("VEVENT"))

    assert names("2027-01-01") == names("2027-02-01")


def test_a_calendar_is_for_one_person(plan: Run) -> None:
    assert plan("{}\n{}", "--format", "ics").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing option '--answers'"),
        (("--answers", "-"), "Missing option '--today'"),
        (("--answers", "-", "--today", "soon"), "Enter a day like 2026-11-21, not 'soon'."),
        (("--answers", "-", "--today", "2026-02-30"), "Enter a day like 2026-11-21"),
        (("--answers", "nowhere.json", "--today", TODAY), "No such file"),
        (("--answers", "-", "--today", TODAY), "the file is empty"),
        (("--answers", "-", "--today", TODAY, "--format", "pdf"), "'pdf' is not one of"),
        (("--answers", "-", "--today", TODAY, "--language", "xx"), "'xx' is not"),
        (("--answers", "-", "--today", TODAY, "--journeys", "nowhere"), "does not exist"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    result = run("plan", "moving_house", *arguments)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("moving_hose",), "There is no journey `moving_hose`. Did you mean `moving_house`?"),
        (("zzz",), "moving_house  Moving house"),
        ((), "Name a journey."),
    ],
)
def test_an_unknown_journey_is_wrong_usage(run: Run, names: tuple[str, ...], said: str) -> None:
    result = run("plan", *names, "--answers", "-", "--today", TODAY, given="{}")
    assert result.exit_code == 2
    assert said in result.output


def test_journeys_with_errors_end_with_1_and_all_their_errors(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("journey: broken\ntitle: Broken\nsteps: {a: {when: b}}\n")
    arguments = ("--answers", "-", "--today", TODAY, "--journeys", str(tmp_path))
    result = run("plan", "broken", *arguments, given="{}")
    assert result.exit_code == 1
    assert "The journeys cannot be used" in result.output
    assert "broken.yaml:3:" in result.output


def test_control_characters_never_reach_the_terminal(plan: Run) -> None:
    assert "\x1b" not in plan(json.dumps({"\x1b[2J": 1})).output


def test_the_folder_of_these_tests_has_no_errors(run: Run) -> None:
    assert JOURNEYS.is_dir()
    assert run("check", "--today", TODAY).exit_code == 0
