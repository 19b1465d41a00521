"""Scenarios: each kind of expectation met and missed, and problems with their places."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from navigator.authoring import Outcome, run_scenarios
from navigator.content import Library, open_library

JOURNEYS = Path(__file__).parents[1] / "cli" / "journeys"
LIVES = Path(__file__).parents[1] / "web" / "lives"
PERSON = """\
scenarios:
  nora:
    who: Nora moved to Ohio two weeks ago with a car.
    today: 2026-11-21
    open: [people]
    answers:
      home_state: Ohio
      stage: moved
      moving_date: November 7, 2026
      has: [car]
      rent: 500 a week
      moved_in: May 2020
      worries: no
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(JOURNEYS)


def played(library: Library, folder: Path, text: str, file: str = "moving_house") -> Outcome:
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / f"{file}.yaml").write_text(text)
    return run_scenarios(library, folder)


@pytest.mark.parametrize(
    "expected",
    [
        "must: {forward_mail: }",
        "must: {forward_mail: {due: 2026-11-17, opens: 2026-10-08, state: overdue}}",
        "must: {license: {group: month, status: to_do}}",
        "must: {rent_help: {status: may_apply, due: none}}",
        "must_not: [pet_tag, license_late]",
        "may: [rent_help, held_mail]",
        "order: [[forward_mail, license], [forward_mail, refund]]",
        "next: [forward_mail, refund]",
        "marks: {forward_mail: done}\n    next: [license, refund]",
        "marks: {forward_mail: done}\n    must: {forward_mail: {state: done}}",
        "marks: {license: {mark: waiting, on: 2026-11-20}}\n    must: {license: }",
        "helping: yes\n    must: {license: }",
        "journeys: [moving_house]\n    must: {license: }",
    ],
)
def test_an_expectation_that_holds_passes(library: Library, tmp_path: Path, expected: str) -> None:
    outcome = played(library, tmp_path, f"{PERSON}    {expected}\n")
    assert outcome == Outcome(1, 0, (), ())


@pytest.mark.parametrize(
    ("line", "expected", "got", "why"),
    [
        (
            "must: {license: {due: 2026-12-08}}",
            "`license` has due 2026-12-08",
            "due 2026-12-07",
            "By Monday, December 7, 2026",
        ),
        ("must: {license: {due: none}}", "`license` has due none", "due 2026-12-07", "moved"),
        ("must: {refund: {due: 2026-12-08}}", "`refund` has due 2026-12-08", "due none", "May"),
        (
            "must: {pet_tag: }",
            "`pet_tag` is on the list",
            "`pet_tag` is not on the list",
            "You answered “A car”",
        ),
        (
            "must: {rent_help: }",
            "`rent_help` is on the list (to do)",
            "`rent_help` is on the list (may apply)",
            "Not answered: people.",
        ),
        (
            "must: {license_late: }",
            "`license_late` is on the list",
            "`license_late` is not on the list",
            "No other step leads to it.",
        ),
        (
            "must_not: [license]",
            "`license` is not on the list",
            "`license` is on the list (to do)",
            "Yes, I have moved",
        ),
        ("may: [license]", "`license` may apply", "`license` is on the list (to do)", "moved"),
        ("may: [pet_tag]", "`pet_tag` may apply", "`pet_tag` is not on the list", "A car"),
        (
            "order: [[license, forward_mail]]",
            "`license` stands before `forward_mail`",
            "`forward_mail` stands before `license`",
            "`license` is in group month",
        ),
        (
            "order: [[pet_tag, license]]",
            "`pet_tag` stands before `license`",
            "`pet_tag` is not on the list",
            "A car",
        ),
        (
            "next: [license]",
            "next: license",
            "next: forward_mail, refund",
            "it waits for forward_mail.",
        ),
    ],
)
def test_an_expectation_missed_says_expected_got_and_why(
    library: Library, tmp_path: Path, line: str, expected: str, got: str, why: str
) -> None:
    outcome = played(library, tmp_path, f"{PERSON}    {line}\n")
    (finding,) = outcome.findings
    assert (outcome.passed, outcome.failed) == (0, 1)
    assert (finding.scenario, finding.who) == (
        "nora",
        "Nora moved to Ohio two weeks ago with a car.",
    )
    assert (finding.miss.expected, finding.miss.got) == (expected, got)
    assert why in " ".join(finding.miss.why)
    assert finding.miss.place.line == 14


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("must: {licence: }", 12, "No step is called `licence`. Did you mean `license`?"),
        ("must_not: [pets]", 16, "No step is called `pets`."),
        ("may: [rent_halp]", 11, "Did you mean `rent_help`?"),
        ("order: [[forward_mail, licens]]", 28, "Did you mean `license`?"),
        ("next: [refundd]", 12, "Did you mean `refund`?"),
        ("marks: {licens: done}", 13, "Did you mean `license`?"),
        ("journeys: [moving]", 16, "No journey is called `moving`."),
        ("offers: [moving]", 14, "No journey is called `moving`."),
        ("must: {license: {due: soon}}", 27, "`soon` is no date. Write it like 2026-11-21, or"),
        ("must: {license: {group: mont}}", 29, "`group` cannot be `mont`. Did you mean `month`?"),
    ],
)
def test_what_cannot_be_understood_is_a_problem_with_its_place(
    library: Library, tmp_path: Path, line: str, column: int, said: str
) -> None:
    outcome = played(library, tmp_path, f"{PERSON}    {line}\n")
    (problem,) = outcome.problems
    assert (outcome.passed, outcome.failed, outcome.findings) == (0, 1, ())
    assert f"scenarios/moving_house.yaml:14:{column}: " in str(problem)
    assert said in str(problem)


@pytest.mark.parametrize(
    ("answer", "column", "said"),
    [
        ("stge: moved", 7, "No question is called `stge`. Did you mean `stage`?"),
        ("high_rent: yes", 7, "`high_rent` is a fact. Answer the questions it is made from."),
        ("people: many", 15, "`many` is no answer to `people`. Enter a whole number, such as 3."),
        ("people: 0", 15, "`0` is beyond the limits of `people`. Enter a number of at least 1."),
        ("mail_held: perhaps", 18, "`perhaps` is no answer to `mail_held`. Enter yes or no."),
    ],
)
def test_an_answer_that_is_none_is_a_problem_with_its_place(
    library: Library, tmp_path: Path, answer: str, column: int, said: str
) -> None:
    outcome = played(library, tmp_path, f"{PERSON}      {answer}\n")
    (problem,) = outcome.problems
    assert f":14:{column}: {said}" in str(problem)


@pytest.mark.parametrize(
    ("lost_job", "offered", "got"),
    [("yes", "work", None), ("no", "", None), ("no", "work", "none"), ("yes", "", "work")],
)
def test_journeys_offered_beside_the_list_are_those_and_no_others(
    tmp_path: Path, lost_job: str, offered: str, got: str | None
) -> None:
    text = f"""\
scenarios:
  after_a_flood:
    who: Someone after a flood.
    today: 2026-11-21
    answers: {{lost_job: {lost_job}}}
    open: [flood_day, home_state, hungry]
    offers: [{offered}]
"""
    findings = played(open_library(LIVES), tmp_path, text, file="flood").findings
    assert [each.miss.got for each in findings] == ([f"offers: {got}"] if got else [])


def test_a_file_named_after_no_journey_is_a_problem(library: Library, tmp_path: Path) -> None:
    outcome = played(library, tmp_path, PERSON, file="moving")
    assert "No journey is called `moving`, as this file is." in str(outcome.problems[0])


def test_a_file_that_is_not_yaml_is_a_problem_and_stops_no_other(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "bad.yaml").write_text("scenarios: [\n")
    (tmp_path / "scenarios" / "moving_house.yaml").write_text(PERSON)
    outcome = run_scenarios(library, tmp_path)
    assert outcome.passed == 1
    assert not outcome.is_fine
    assert "bad.yaml:" in str(outcome.problems[0])


def test_only_the_journeys_asked_for_are_played(library: Library) -> None:
    assert run_scenarios(library, JOURNEYS, ("moving_house",)).passed == 2
    assert run_scenarios(library, JOURNEYS, ("another",)).passed == 0


def test_all_expectations_missed_are_found_at_once(library: Library, tmp_path: Path) -> None:
    more = "must: {pet_tag: , license: {due: none, group: week}}\nmust_not: [refund]\n"
    outcome = played(library, tmp_path, PERSON + textwrap.indent(more, "    "))
    assert len(outcome.findings) == 4
    assert outcome.failed == 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("must: {pet_tag: }", "`has includes pet` is no."),
        ("must: {rent_help: }", "`people is at least 3` is not known."),
        ("must: {license: {due: none}}", "`due` is `30 days after moving_date`."),
        ("must_not: [license]", "`stage is moved` is yes."),
    ],
)
def test_a_miss_names_the_tests_that_decided(
    library: Library, tmp_path: Path, line: str, why: str
) -> None:
    (finding,) = played(library, tmp_path, f"{PERSON}    {line}\n").findings
    assert why in finding.miss.why


def test_a_miss_names_the_tests_behind_a_fact(library: Library, tmp_path: Path) -> None:
    poor = PERSON.replace("rent: 500 a week", "rent: 500").replace("    open: [people]\n", "")
    (finding,) = played(library, tmp_path, f"{poor}    must: {{rent_help: }}\n").findings
    assert finding.miss.why[:2] == (
        "`high_rent` is no.",
        "`rent is at least $1,000 a month` is no.",
    )
