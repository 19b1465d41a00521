"""What is asked: nothing in vain, nothing forgotten, and every path ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

import pytest

from navigator.content.library import Library
from navigator.engine import Situation, asked, checklist, next_question, progress
from navigator.engine.words import Words
from navigator.rules import Day, Kind, OneOf, YesNo
from tests.engine.worlds import TODAY, StepSpec, library

POSSIBLE: dict[str, tuple[object, ...]] = {
    "p": (True, False),
    "q": (True, False),
    "r": ("red", "green", "blue"),
    "d": ("2026-11-01", "2026-12-24"),
}
KINDS: dict[str, Kind] = {
    "p": YesNo(),
    "q": YesNo(),
    "r": OneOf(("red", "green", "blue")),
    "d": Day(),
}
_TESTS = {
    "p": ("p", "not p"),
    "q": ("q", "not q"),
    "r": ("r is red", "r is not green", "r is one of red, blue"),
    "d": ("d is before 2026-12-01", "d is after today"),
}


def random_journey(chance: Random) -> Library:
    """Return one to four steps whose conditions rest on each question at most once."""
    whens = {"q": chance.choice(_TESTS["p"])} if chance.random() < 0.3 else {}
    steps = {f"s{n}": _random_step(chance, whens) for n in range(chance.randint(1, 4))}
    return library(steps, KINDS, whens=whens, order=["p", "q", "r", "d"])


def _random_step(chance: Random, whens: Mapping[str, str]) -> StepSpec:
    names = chance.sample(sorted(_TESTS), chance.randint(0, 3))
    if "q" in whens and "q" in names:
        names = [name for name in names if name != "p"]  # q itself rests on p
    tests = [chance.choice(_TESTS[name]) for name in names]
    step: StepSpec = {"when": _joined(tests, chance) if tests else "always"}
    if chance.random() < 0.4 and "d" not in names:
        step["due"] = "10 days after d"
        step["if_late"] = "late"
    if chance.random() < 0.2 and "d" not in names:
        step["how"] = "Before {60 days after d}."
    return step


def _joined(tests: list[str], chance: Random) -> str:
    if len(tests) < 3:
        return chance.choice([" and ", " or "]).join(tests)
    inner, outer = chance.choice([(" or ", " and "), (" and ", " or ")])
    return f"{tests[0]}{outer}({tests[1]}{inner}{tests[2]})"


def shown(made: Library, answers: Mapping[str, object]) -> object:
    """Return all that the checklist shows, but for the reasons."""
    found = checklist(made, Situation(TODAY, answers), ["life"])
    words = Words(made, found.reading)
    return [
        (
            p.entry.step.id,
            p.entry.status,
            p.entry.state,
            p.entry.clock.due,
            words.text(p.entry.step.how),
        )
        for p in found.steps
    ]


def completions(
    open_names: list[str], answers: Mapping[str, object]
) -> Iterator[dict[str, object]]:
    for given in product(*(POSSIBLE[name] for name in open_names)):
        yield {**answers, **dict(zip(open_names, given, strict=True))}


def makes_a_difference(made: Library, answers: Mapping[str, object], question: str) -> bool:
    """Whether, for some answers to all else, two answers to ``question`` show different lists."""
    others = [name for name in POSSIBLE if name not in answers and name != question]
    return any(
        len({repr(shown(made, {**rest, question: answer})) for answer in POSSIBLE[question]}) > 1
        for rest in completions(others, answers)
    )


@pytest.mark.parametrize("seed", range(8))
def test_a_question_is_asked_only_if_it_makes_a_difference_and_none_is_forgotten(seed: int) -> None:
    chance = Random(seed)
    for _ in range(25):
        made = random_journey(chance)
        answers: dict[str, object] = {}
        while (question := next_question(made, Situation(TODAY, answers), ["life"])) is not None:
            assert makes_a_difference(made, answers, question.id)
            answers[question.id] = chance.choice([*POSSIBLE[question.id], None])
        left = [name for name in POSSIBLE if name not in answers]
        assert not any(makes_a_difference(made, answers, name) for name in left)


def test_every_path_of_answers_ends() -> None:
    chance = Random(7)
    for _ in range(20):
        made = random_journey(chance)
        _walk(made, {})


def _walk(made: Library, answers: Mapping[str, object]) -> None:
    question = next_question(made, Situation(TODAY, answers), ["life"])
    if question is None:
        return
    assert question.id not in answers
    for answer in (*POSSIBLE[question.id], None, "declined"):
        _walk(made, {**answers, question.id: answer})


def test_not_sure_is_not_asked_again_and_still_settles() -> None:
    made = library({"s": {"when": "p"}}, {"p": YesNo()})
    situation = Situation(TODAY, {"p": None})
    assert next_question(made, situation, ["life"]) is None
    found = checklist(made, situation, ["life"])
    assert found.settled_by(found.may_apply[0].entry) == ("p",)


def test_the_check_page_holds_exactly_the_questions_of_this_path() -> None:
    made = library(
        {"s": {"when": "p and q"}, "t": {"when": "not p and r is red"}},
        {name: KINDS[name] for name in "pqr"},
    )
    situation = Situation(TODAY, {"p": True, "q": True, "r": "red"})
    assert [question.id for question in asked(made, situation, ["life"])] == ["p", "q"]
    changed = situation.answering("p", False)
    assert [question.id for question in asked(made, changed, ["life"])] == ["p", "r"]


def test_progress_counts_what_can_still_matter() -> None:
    made = library(
        {"s": {"when": "p and q"}, "t": {"when": "not p and r is red"}},
        {name: KINDS[name] for name in "pqr"},
    )
    assert progress(made, Situation(TODAY), ["life"]).at_most_left == 3
    found = progress(made, Situation(TODAY, {"p": True}), ["life"])
    assert (found.answered, found.at_most_left) == (1, 1)


def test_an_answer_that_does_not_count_is_played_once() -> None:
    made = library({"s": {"when": "p"}}, {"p": YesNo()})
    path = asked(made, Situation(TODAY, {"p": "neither"}), ["life"])
    assert [question.id for question in path] == ["p"]
