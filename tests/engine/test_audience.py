"""Whom something is for, in words that hold for nobody in particular."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.content.library import Fact, Library
from navigator.engine import Words
from navigator.engine.audience import Audience, audience
from navigator.rules import AnyOf, Day, Kind, Money, Number, OneOf, State, YesNo
from tests.engine.worlds import TODAY, library, wording

KINDS: dict[str, Kind] = {
    "works": YesNo(),
    "likes": YesNo(),
    "stage": OneOf(("born", "pregnant")),
    "has": AnyOf(("food", "rent")),
    "home": State(),
    "income": Money("month"),
    "people": Number(),
    "birth": Day(),
}
FACTS = {"poor": "income is at most $900 a month", "settled": "works and likes", "far": "poor"}


@pytest.fixture(scope="module")
def town() -> Library:
    made = library({}, KINDS, FACTS)
    place = made.journeys["life"].place
    facts = {name: Fact(name, place) for name in FACTS}
    facts["poor"] = replace(facts["poor"], because=wording("your income is low"))
    return replace(made, facts=facts)


def told(town: Library, sentence: str) -> Audience:
    words = Words(town, town.rulebook.read({}, TODAY))
    return audience(town.rulebook.condition(sentence), words)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("works", "works? “Yes”"),
        ("not works", "works? “No”"),
        ("stage is born", "stage? “born”"),
        ("stage is one of born, pregnant", "stage? “born” or “pregnant”"),
        ("stage is not born", "stage? Not “born”"),
        ("has includes food", "has? “food”"),
        ("has includes none of food, rent", "has? Not “food” or “rent”"),
        ("not (has includes none of food, rent)", "has? “food” or “rent”"),
        ("home is one of OH, PR", "home? “Ohio” or “Puerto Rico”"),
        ("birth is known", "birth? The answer is known"),
        ("poor", "Your income is low"),
        ("not poor", "Not if your income is low"),
        ("far", "Your income is low"),
        ("income is at most $900 a month", "Income is at most $900 a month"),
        ("not (income is at most $900 a month)", "Income is more than $900 a month"),
        ("people is exactly 3", "People is exactly 3"),
        ("not (people is exactly 3)", "It depends on what you answer to “people?”"),
        ("birth is before 2026-01-01", "Birth is before January 1, 2026"),
        ("not (birth is before 2026-01-01)", "Birth is on or after January 1, 2026"),
        ("years since birth is less than 1", "It is less than 1 year since birth"),
        ("not (months since birth is at least 6)", "It is less than 6 months since birth"),
        ("weeks until birth is at most 2", "It is at most 2 weeks until birth"),
        ("helping", "Somebody helps another person"),
        ("people is at least 2 times people", "It depends on what you answer to “people?”"),
        ("today is after 2026-01-01", "It depends on the rules of the day"),
    ],
)
def test_a_test_is_told_in_words(town: Library, sentence: str, said: str) -> None:
    assert told(town, sentence) == Audience(True, (said,))


def test_groups_stand_within_groups(town: Library) -> None:
    either = Audience(False, ("likes? “Yes”", "stage? “born”"))
    found = told(town, "works and (likes or stage is born)")
    assert found == Audience(True, ("works? “Yes”", either))


def test_not_turns_a_group_around(town: Library) -> None:
    both = ("works? “No”", "likes? “No”")
    assert told(town, "not (works or likes)") == Audience(True, both)
    assert told(town, "not (works and likes)") == Audience(False, both)


def test_a_fact_without_words_is_told_by_what_it_means(town: Library) -> None:
    parts = ("works? “Yes”", "likes? “Yes”", "stage? “born”")
    assert told(town, "settled and stage is born") == Audience(True, parts)


def test_always_and_nothing_are_for_everyone(town: Library) -> None:
    assert told(town, "always") == Audience(True, ())
    words = Words(town, town.rulebook.read({}, TODAY))
    assert audience(None, words) == Audience(True, ())
