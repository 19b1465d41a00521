"""Files to a Library: every key arrives, groups spread, what is shared is shared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from navigator.content import ContentError, Library, check_folder, open_library, unchecked
from navigator.content.library import (
    Agency,
    Choice,
    ChoiceOption,
    Document,
    Journey,
    Question,
    Step,
    Template,
)
from navigator.rules import Cases, Day, Money, OneOf, Truth, Value
from tests.content.conftest import TODAY, Check

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def library() -> Library:
    """The folder in which every key stands."""
    built, problems = check_folder(HERE / "every_key", TODAY)
    assert [str(problem) for problem in problems] == []
    assert built is not None
    return built


def said(cases: Cases[Template] | None) -> list[str]:
    assert cases is not None
    return ["".join(map(str, template.parts)) for template in cases.every()]


def empty_fields(
    built: Question | Step | Choice | ChoiceOption | Agency | Document | Journey,
) -> set[str]:
    values = ((field.name, getattr(built, field.name)) for field in fields(built))
    return {name for name, value in values if value is None or value in ((), "", {})}


def test_every_key_arrives_in_its_field(library: Library) -> None:
    other_kinds = {"options_from", "minimum", "maximum", "unit"}
    assert empty_fields(library.questions["stage"]) == other_kinds
    other_steps = {"best_by", "every", "until", "if_late", "online_only"}
    assert empty_fields(library.steps["tell_post"]) == other_steps
    assert empty_fields(library.choices["keep"]) == set()
    assert empty_fields(library.choices["keep"].options[0]) == set()
    assert empty_fields(library.agencies["post_office"]) == set()
    assert empty_fields(library.documents["passport"]) == set()
    assert empty_fields(library.journeys["move"]) == set()


def test_what_one_step_cannot_have_arrives_in_others(library: Library) -> None:
    newsletter, late = library.steps["newsletter"], library.steps["tell_late"]
    assert None not in (newsletter.best_by, newsletter.every, newsletter.until)
    assert None not in (late.if_late, late.online_only)
    assert late.when is None
    assert library.questions["weight"].unit == "pounds"
    assert library.questions["driver"].options_from == "movers"


def test_texts_have_a_twin_for_helpers_and_holes_with_values(library: Library) -> None:
    step = library.steps["tell_post"]
    assert said(step.do.plain) == ["Tell the post office"]
    assert said(step.do.helper) == ["Help them tell the post office"]
    assert step.how is not None
    (template,) = step.how.for_reader(False).every()
    deadline, between, fee, end = template.parts
    assert isinstance(deadline, Value)
    assert isinstance(fee, Value)
    assert (deadline.kind, between, fee.kind, end) == (
        Day(),
        " is the last day. The fee is ",
        Money(None),
        ".",
    )


def test_a_missing_twin_is_the_plain_text(library: Library) -> None:
    words = library.questions["weight"].words
    assert words is not None
    assert words.helper is words.plain


def test_groups_are_spread_in_the_order_of_the_interview(library: Library) -> None:
    journey = library.journeys["move"]
    assert journey.first == ("stage", "home_state", "move_date", "movers", "driver", "payer")
    assert journey.details == ("fee_paid", "weight")


def test_a_shared_step_reached_by_a_route_is_listed_behind_it(library: Library) -> None:
    assert library.journeys["move"].steps == (
        "tell_post",
        "complain",
        "tell_late",
        "newsletter",
        "pack",
    )


def test_options_are_borrowed_and_offered_as_ticked(library: Library) -> None:
    driver, payer = library.questions["driver"], library.questions["payer"]
    assert driver.kind == payer.kind == OneOf(("adult", "child"))
    reading = library.rulebook.read({"movers": ["adult"]}, TODAY)
    assert reading.offered("driver") == ("adult",)
    assert reading.offered("payer") == ("adult", "child")
    assert driver.options[1].when is not None
    assert driver.options[1].when.decide(reading) is Truth.NO


def test_cases_of_days_and_of_step_ids_are_chosen_by_answers(library: Library) -> None:
    step = library.steps["tell_post"]
    answers = {"weight": 200, "move_date": "2027-01-31"}
    reading = library.rulebook.read(answers, TODAY)
    assert step.due is not None
    assert step.late is not None
    assert step.due.evaluate(reading) == date(2027, 1, 31)
    assert step.late.choose(reading) == "tell_late"
    assert step.late.every() == ("tell_late", "closed")
    assert step.bring is not None
    assert step.bring.every() == (("passport",), ("passport", "bill"))


def test_a_states_row_replaces_what_it_names(library: Library) -> None:
    office = library.agencies["post_office"]
    assert office.rows["OH"].name == "Ohio post"
    assert office.contact.name == "Post office"


def test_what_is_still_to_be_confirmed_is_listed(library: Library) -> None:
    listed = [(each.id, each.keys) for each in unchecked(library)]
    assert listed == [
        ("post_office", ("phone",)),
        ("fee", ("from",)),
        ("tell_post", ("phone", "cost")),
    ]


def test_nothing_in_the_library_holds_on_to_the_files(library: Library) -> None:
    seen: list[object] = [library.steps, library.questions, library.agencies, library.journeys]
    while seen:
        each = seen.pop()
        if isinstance(each, str):
            assert type(each) is str
        elif isinstance(each, dict):
            seen += [*each.keys(), *each.values()]
        elif isinstance(each, tuple):
            seen += each
        elif is_dataclass(each) and not isinstance(each, type | Value):
            seen += [getattr(each, field.name) for field in fields(each)]


def test_the_version_changes_with_the_content(check: Check) -> None:
    first, _ = check("journey: move\n")
    again, _ = check("journey: move\n")
    other, _ = check("journey: move\ntitle: Moving\n")
    assert first is not None
    assert again is not None
    assert other is not None
    assert first.version == again.version != other.version


def test_a_missing_text_falls_back_to_the_id_in_words(check: Check) -> None:
    built, _ = check(
        "journey: move\nquestions: {move_date: {answer: date}}\n"
        "steps: {tell_post: {at: office, when: move_date is known}}"
    )
    assert built is not None
    assert built.journeys["move"].title == "Move"
    assert said(built.steps["tell_post"].do.plain) == ["Tell post"]
    assert said(built.questions["move_date"].ask.plain) == ["Move date"]


def test_without_an_interview_questions_are_asked_as_written(check: Check) -> None:
    built, _ = check("journey: move\nquestions: {q2: {answer: date}, q1: {answer: date}}\n")
    assert built is not None
    assert built.journeys["move"].first == ("q2", "q1")


def test_a_folder_with_errors_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"There is no such folder"):
        open_library(tmp_path / "nowhere")
    with pytest.raises(ContentError, match=r"holds no journey"):
        open_library(tmp_path)


def test_warnings_are_kept_in_the_library(check: Check) -> None:
    built, problems = check("journey: move\n")
    assert built is not None
    assert built.problems == problems != ()


def test_a_stranger_gets_by_with_the_essential_keys() -> None:
    built, problems = check_folder(HERE / "stranger" / "journeys", TODAY)
    assert built is not None, "\n".join(map(str, problems))
    journey = built.journeys["moving_house"]
    assert (len(journey.first + journey.details), len(journey.steps)) == (17, 30)


def test_thirty_errors_are_found_in_one_run_each_at_its_place() -> None:
    folder = HERE / "thirty_errors"
    _, *expected = (folder / "expected.txt").read_text("utf-8").splitlines()
    _, problems = check_folder(folder / "journeys", TODAY)
    errors = [problem for problem in problems if problem.severity.value == "error"]
    assert all(problem.message.endswith(".") and problem.hint for problem in errors)
    shown = [str(problem).partition("thirty_errors/journeys/")[2] for problem in errors]
    assert shown == expected
    assert len({problem.rule for problem in errors}) >= 25
