"""Because of what a condition holds or fails."""

from __future__ import annotations

import pytest

from navigator.rules import Number, YesNo, parse_condition
from tests.rules.books import TODAY, book, fact, question

RULES = book(
    p=question(YesNo()),
    q=question(YesNo()),
    r=question(YesNo()),
    n=question(Number()),
    m=question(Number()),
    both=fact("p and q"),
)


@pytest.mark.parametrize(
    ("sentence", "answers", "reasons"),
    [
        ("p", {"p": True}, [("p", True)]),
        ("p", {"p": False}, [("p", False)]),
        ("p", {}, []),
        ("not p", {"p": False}, [("p", False)]),
        ("not p", {"p": True}, [("p", True)]),
        ("p and q", {"p": True, "q": True}, [("p", True), ("q", True)]),
        ("p and q", {"p": True, "q": False}, [("q", False)]),
        ("p and q", {"q": False}, [("q", False)]),
        ("p and q", {"p": False, "q": False}, [("p", False)]),
        ("p and q", {"p": True}, []),
        ("p or q", {"p": False, "q": True}, [("q", True)]),
        ("p or q", {"q": True}, [("q", True)]),
        ("p or q", {"p": True, "q": True}, [("p", True)]),
        ("p or q", {"p": False, "q": False}, [("p", False), ("q", False)]),
        ("p or q", {"p": False}, []),
        ("not (p and q)", {"p": True, "q": False}, [("q", False)]),
        ("(p or q) and r", {"q": True, "r": True}, [("q", True), ("r", True)]),
        ("p or (q and r)", {"q": True, "r": True}, [("q", True), ("r", True)]),
        ("both and r", {"p": True, "q": True, "r": True}, [("both", True), ("r", True)]),
        ("both", {"p": False}, [("both", False)]),
        ("n is at least m", {"n": 3, "m": 2}, [("n is at least m", True)]),
        ("n is not known", {"n": None}, [("n is not known", True)]),
        ("always", {}, []),
        ("always and p", {"p": True}, [("p", True)]),
    ],
)
def test_the_reasons_are_the_tests_that_decide(
    sentence: str, answers: dict[str, object], reasons: list[tuple[str, bool]]
) -> None:
    found = RULES.condition(sentence).because(RULES.read(answers, TODAY))

    assert [(str(reason.test), reason.holds) for reason in found] == reasons


def test_a_reason_names_what_it_looks_at_as_written() -> None:
    condition = RULES.condition("m plus n is at least m")

    [reason] = condition.because(RULES.read({"n": 3, "m": 2}, TODAY))

    assert reason.names == ("m", "n")
    assert reason.test == parse_condition("m plus n is at least m")
