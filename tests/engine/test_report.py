"""What the checklist says: days, reasons, papers and calls in words, and the same as data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navigator.content import open_library
from navigator.content.library import Library
from navigator.engine import Mark, MarkKind, Situation, Words, checklist, report
from navigator.engine.situation import SituationError, read_marks, write_marks
from navigator.engine.summary import changes
from navigator.engine.timing import due_words
from navigator.rules import AnyOf, Day, Kind, Money, OneOf, YesNo, tree
from tests.engine.worlds import TODAY, StepSpec, library

KINDS: dict[str, Kind] = {
    "likes": YesNo(),
    "letter": Day(),
    "stage": OneOf(("born", "pregnant")),
    "income": Money("month"),
}


def words_for(made: Library, situation: Situation, journey: str = "life") -> Words:
    return Words(made, checklist(made, situation, [journey]).reading, situation.helping)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ({"due": "2027-01-09", "if_late": "x"}, "By Saturday, January 9, 2027, 49 days left"),
        ({"due": "2026-11-22", "if_late": "x"}, "By Sunday, November 22, 2026, 1 day left"),
        ({"due": "2026-11-21", "if_late": "x"}, "Today, Saturday, November 21, 2026"),
        ({"due": "2026-11-19", "if_late": "x"}, "Was due Thursday, November 19, 2026, 2 days ago"),
        ({"due": "today"}, "Now"),
        ({"best_by": "2026-12-01"}, "Best by Tuesday, December 1, 2026"),
        ({"best_by": "7 days after today"}, "Best within 7 days"),
        ({"best_by": "today"}, "Best done today"),
        ({"best_by": "later of 7 days after today and 2026-11-25"}, "Best within 7 days"),
        (
            {"best_by": "later of 7 days after today and 2027-01-31"},
            "Best by Sunday, January 31, 2027",
        ),
        ({"best_by": "first 31 January on or after today"}, "Best by Sunday, January 31, 2027"),
        (
            {"best_by": "2026-11-01"},
            "The best time was by Sunday, November 1, 2026: do it now",
        ),
        (
            {"best_by": "2026-11-30", "due": "2027-01-29", "if_late": "x"},
            "Best by Monday, November 30, 2026. By Friday, January 29, 2027, 69 days left",
        ),
        (
            {"best_by": "7 days after today", "due": "2026-11-22", "if_late": "x"},
            "By Sunday, November 22, 2026, 1 day left",
        ),
        (
            {"best_by": "2026-11-01", "due": "2026-11-19", "if_late": "x"},
            "Was due Thursday, November 19, 2026, 2 days ago",
        ),
        ({"due": "60 days after letter", "if_late": "x"}, "Due 60 days after letter"),
        (
            {"due": "later of letter and 2026-12-01", "if_late": "x"},
            "Due the later of letter and December 1, 2026; perhaps as early as December 1, 2026",
        ),
        (
            {"due": "7 days after first Sunday on or after letter", "if_late": "x"},
            "The last day is not known yet",
        ),
        (
            {"due": "later of 2026-12-01 and first Sunday on or after letter", "if_late": "x"},
            "The last day is not known yet; perhaps as early as December 1, 2026",
        ),
        ({}, ""),
    ],
)
def test_when_a_step_is_due_in_words(step: StepSpec, said: str) -> None:
    made = library({"step": step}, KINDS)
    situation = Situation(TODAY)
    found = checklist(made, situation, ["life"])
    assert due_words(found.steps[0].entry, situation, words_for(made, situation)) == said


def test_a_figure_that_is_not_known_is_not_said_by_its_title() -> None:
    shipped = open_library()
    words = words_for(shipped, Situation(date(2045, 1, 1)), "financial_shock")
    value = shipped.rulebook.value
    said = {name: words.value(value(tree.Name(name))) for name in shipped.figures}
    assert said["poverty_line"] == "an amount that is not known yet"
    assert said["open_enrollment_end"] == "a day that is not known yet"
    assert not [name for name, figure in shipped.figures.items() if figure.what in said[name]]


def test_where_it_is_still_yesterday_the_person_is_told_to_call() -> None:
    made = library({"step": {"due": "2026-11-20", "if_late": "x"}})
    situation = Situation(TODAY, still=date(2026, 11, 20))
    found = checklist(made, situation, ["life"])
    said = due_words(found.steps[0].entry, situation, words_for(made, situation))
    assert said.endswith("somewhere it is still that day: call now")


def test_the_reason_names_the_answers_that_decided() -> None:
    made = library(
        {"step": {"when": "likes and (stage is born or income is less than $5 a month)"}}, KINDS
    )
    situation = Situation(TODAY, {"likes": True, "stage": "born", "income": 2000})
    found = report(checklist(made, situation, ["life"]), words_for(made, situation))
    steps = found["steps"]
    assert isinstance(steps, list)
    assert steps[0]["because"] == [
        "You answered “Yes” to “likes?”",
        "You answered “born” to “stage?”",
    ]


def test_a_reason_names_of_all_that_was_ticked_what_counted() -> None:
    kinds: dict[str, Kind] = {"lost": AnyOf(("job", "home", "papers"))}
    steps: dict[str, StepSpec] = {
        "claim": {"when": "lost includes any of job, home"},
        "look": {"when": "lost includes none of home"},
    }
    made = library(steps, kinds)
    situation = Situation(TODAY, {"lost": ["papers", "job"]})
    steps_said = report(checklist(made, situation, ["life"]), words_for(made, situation))["steps"]
    assert isinstance(steps_said, list)
    assert [step["because"] for step in steps_said] == [
        ["You answered “job” to “lost?”"],
        ["You answered “papers, job” to “lost?”"],
    ]


@pytest.mark.parametrize(
    ("likes", "said"),
    [(True, "You answered “born” to “stage?”"), (False, "You answered “No” to “likes?”")],
    ids=["its own answer", "the one for which it is not asked"],
)
def test_a_reason_does_not_name_the_answers_for_which_its_question_was_asked(
    likes: bool, said: str
) -> None:
    made = library({"step": {"when": "stage is pregnant"}}, KINDS, whens={"stage": "likes"})
    situation = Situation(TODAY, {"likes": likes, "stage": "born"})
    data = report(checklist(made, situation, ["life"]), words_for(made, situation))
    assert data["not_for_you"] == [{"id": "step", "because": [said]}]


def test_what_is_not_for_you_says_because_of_which_answer_and_what_would_change_it() -> None:
    made = library({"step": {"when": "likes and stage is born"}}, KINDS)
    situation = Situation(TODAY, {"likes": True, "stage": "pregnant"})
    found = checklist(made, situation, ["life"])
    data = report(found, words_for(made, situation))
    assert data["not_for_you"] == [
        {"id": "step", "because": ["You answered “pregnant” to “stage?”"]}
    ]
    assert [(c.step, c.questions) for c in changes(found)] == [("step", ("stage",))]


def test_a_quiet_journey_does_not_list_what_is_not_for_the_person() -> None:
    steps: dict[str, StepSpec] = {"crib": {"when": "stage is born"}, "talk": {}}
    made = library(steps, KINDS, quiet="stage is pregnant")
    loud = checklist(made, Situation(TODAY, {"stage": "born"}), ["life"])
    assert loud.gone() == ()
    quiet = checklist(made, Situation(TODAY, {"stage": "pregnant"}), ["life"])
    assert quiet.gone() == ()
    assert [p.entry.step.id for p in quiet.steps] == ["talk"]


def test_two_answers_together_are_named_when_one_would_not_do() -> None:
    made = library({"step": {"when": "likes and stage is born"}}, KINDS)
    found = checklist(made, Situation(TODAY, {"likes": False, "stage": "pregnant"}), ["life"])
    assert [c.questions for c in changes(found)] == [("likes", "stage")]


def test_an_amount_given_by_the_week_is_said_by_the_week() -> None:
    made = library({"step": {"when": "income is at least $1 a month"}}, KINDS)
    situation = Situation(TODAY, {"income": {"amount": "500", "per": "week"}})
    found = report(checklist(made, situation, ["life"]), words_for(made, situation))
    steps = found["steps"]
    assert isinstance(steps, list)
    assert steps[0]["because"] == ["You answered “$500 a week” to “income?”"]


def test_calls_join_the_steps_of_one_agency() -> None:
    made = library({"one": {}, "two": {}})
    data = report(checklist(made, Situation(TODAY), ["life"]), words_for(made, Situation(TODAY)))
    assert data["calls"] == [{"agency": "office", "steps": ["one", "two"]}]


def test_a_step_brought_by_a_late_one_says_so() -> None:
    made = library({"window": {"due": "2026-11-01", "late": "route"}, "route": {"when": None}})
    situation = Situation(TODAY)
    data = report(checklist(made, situation, ["life"]), words_for(made, situation))
    steps = data["steps"]
    assert isinstance(steps, list)
    assert steps[0]["because"] == ["The day for this is over: window"]


def test_a_step_brought_by_an_approval_says_so() -> None:
    made = library({"apply": {"approved": ("renew",)}, "renew": {"when": None}})
    situation = Situation(TODAY, {}, {"apply": Mark(MarkKind.HAVE_IT)})
    data = report(checklist(made, situation, ["life"]), words_for(made, situation))
    steps = data["steps"]
    assert isinstance(steps, list)
    assert steps[0]["because"] == ["This is done: apply"]


def test_an_answer_that_could_not_be_read_is_named() -> None:
    made = library({"step": {}}, KINDS)
    situation = Situation(TODAY, {"letter": "2026-02-30", "unheard_of": True})
    data = report(checklist(made, situation, ["life"]), words_for(made, situation))
    assert data["problems"] == [
        "The answer to 'letter' is not a day, so it was not used.",
        "No question is called 'unheard_of', so its answer was not used.",
    ]


def test_marks_travel_as_json() -> None:
    marks = {
        "one": Mark(MarkKind.DONE),
        "two": Mark(MarkKind.WAITING, date(2026, 11, 1), date(2026, 12, 1)),
    }
    assert read_marks(write_marks(marks)) == marks


@pytest.mark.parametrize("raw", [[], {"one": "finished"}, {"one": {"mark": "done", "on": "soon"}}])
def test_a_mark_that_cannot_be_read_is_named(raw: object) -> None:
    with pytest.raises(SituationError):
        read_marks(raw)


def test_the_words_follow_the_reader() -> None:
    made = library({"step": {"when": "likes"}}, KINDS)
    situation = Situation(TODAY, {"likes": True})
    helper = replace(words_for(made, situation), helping=True)
    data = report(checklist(made, situation, ["life"]), helper)
    steps = data["steps"]
    assert isinstance(steps, list)
    assert steps[0]["because"] == ["“likes?” was answered “Yes”"]
