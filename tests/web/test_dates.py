"""The day decides: rules and figures of that day, and an honest word where they are not known."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from navigator.cli import main
from navigator.content import check_folder, open_library
from navigator.content.library import Library
from navigator.engine import Situation, checklist
from navigator.settings import Settings
from navigator.web import create_app
from tests.web.conftest import KEYS, LIVES, Browser
from tests.web.test_lives import go_on

NOT_KNOWN = "Not known here for this day yet: Income limit of the food card. Ask the office."
KNOWN = [
    (date(2026, 9, 30), "$1,500 a month"),
    (date(2026, 10, 1), "$1,600 a month"),
    (date(2026, 12, 31), "$1,600 a month"),
]


def on(lives: Library, day: date) -> Browser:
    settings = Settings(site_name="Test site", keys=KEYS)
    return Browser(create_app(lives, settings, today=lambda: day).test_client())


@pytest.mark.parametrize(("day", "limit"), KNOWN)
def test_the_site_shows_the_figure_of_the_day(lives: Library, day: date, limit: str) -> None:
    person = on(lives, day)
    page = person.get("/steps/food_card")
    assert f"The most you may earn is {limit}." in page.text("main")
    assert NOT_KNOWN not in page.text("main")


def test_after_its_last_known_day_every_page_of_the_step_says_so(lives: Library) -> None:
    person = on(lives, date(2027, 1, 1))
    assert NOT_KNOWN in person.get("/steps/food_card").text("main")
    person.send("/baby/who_for", {"answer": "me"})
    go_on(person)
    for path in ("/checklist/food_card", "/checklist/print"):
        page = person.get(path)
        assert NOT_KNOWN in page.text("main"), path
        assert "$1,600" not in page.text("main"), path


@pytest.mark.parametrize(("day", "limit"), KNOWN)
def test_the_terminal_uses_the_day_it_is_given(day: date, limit: str) -> None:
    told = _plan(str(day))
    assert limit in told
    assert "Not known here" not in told


def test_the_terminal_says_what_is_not_known_for_a_day_to_come() -> None:
    told = _plan("2027-01-01")
    assert " ".join(NOT_KNOWN.split()) in told
    assert "$1,600" not in told


def _plan(day: str) -> str:
    answers = json.dumps({"hungry": True, "due_day": "2027-03-01"})
    arguments = ["plan", "baby", "--journeys", str(LIVES), "--answers", "-", "--today", day]
    result = CliRunner().invoke(main, arguments, input=answers)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 30), None),
        (date(2026, 12, 1), "After 2026-12-31, `food_limit` counts as unknown."),
        (date(2027, 1, 1), "Since 2026-12-31, `food_limit` counts as unknown."),
    ],
)
def test_check_lists_figures_that_run_out(day: date, said: str | None) -> None:
    _, problems = check_folder(LIVES, day)
    found = [p.message for p in problems if p.rule == "figure-check-by"]
    assert found == ([said] if said else [])


def test_a_rule_counts_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    _write(tmp_path, "valid: {from: 2026-07-01, until: 2026-12-31}")
    library = open_library(tmp_path)
    for day, listed in (
        (date(2026, 6, 30), False),
        (date(2026, 7, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ):
        found = checklist(library, Situation(day), ["baby"])
        assert ("doctor" in [p.entry.step.id for p in found.steps]) is listed, day
        said = {gone.step.id: gone.why.name for gone in found.gone()}
        assert said.get("doctor") == (None if listed else "STARTS" if day.year == 2026 else "ENDED")


def _write(folder: Path, valid: str) -> None:
    (folder / "common").mkdir()
    shared = (LIVES / "common" / "shared.yaml").read_text("utf-8")
    (folder / "common" / "shared.yaml").write_text(shared, "utf-8")
    baby = (LIVES / "baby.yaml").read_text("utf-8").replace("doctor: {", f"doctor: {{{valid}, ")
    (folder / "baby.yaml").write_text(baby, "utf-8")
