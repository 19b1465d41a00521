"""The search: whole words before parts, rare words before common ones, slips forgiven, not more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.content.library import Library
from navigator.engine.names import words_of
from navigator.engine.search import index_of
from tests.engine.worlds import library, wording

TITLES = {
    "food": ("Ask for food help (SNAP)", "food stamps", "EBT"),
    "cover": ("Ask for Medicaid", "medical card", "health cover"),
    "care": ("Find child care", "daycare", "babysitter"),
    "old": ("Sign up for Medicare", "turning 65"),
    "papers": ("Replace a lost birth record", "birth certificate"),
}


@pytest.fixture(scope="module")
def town() -> Library:
    made = library({step: {} for step in TITLES})
    steps = {
        step: replace(made.steps[step], do=wording(title), also_called=also)
        for step, (title, *names) in TITLES.items()
        for also in [tuple(names)]
    }
    return replace(made, steps=steps)


def first(town: Library, query: str) -> str | None:
    found = index_of(town).find(query)
    return found[0].id if found else None


@pytest.mark.parametrize(
    ("query", "step"),
    [
        ("food stamps", "food"),
        ("FOOD STAMPS!", "food"),
        ("foodstamps", "food"),
        ("food stmaps", "food"),
        ("ebt", "food"),
        ("medicaid", "cover"),
        ("medicare", "old"),
        ("medicade", "cover"),
        ("day care", "care"),
        ("babysiter", "care"),
        ("birth certifcate", "papers"),
        ("i lost my birth certificate", "papers"),
        ("récord", "papers"),
    ],
)
def test_it_finds_what_was_meant(town: Library, query: str, step: str) -> None:
    assert first(town, query) == step


@pytest.mark.parametrize("query", ["", "   ", "!?", "xylophone", "ebx", "q" * 10_000])
def test_it_finds_nothing_where_nothing_comes_near(town: Library, query: str) -> None:
    assert index_of(town).find(query) == ()


def test_a_short_word_has_to_be_right(town: Library) -> None:
    assert first(town, "ebt") == "food"
    assert first(town, "abt") is None


def test_scores_fall_and_each_thing_is_found_once(town: Library) -> None:
    found = index_of(town).find("food help for a child")
    assert [match.score for match in found] == sorted((m.score for m in found), reverse=True)
    assert len({(match.home, match.id) for match in found}) == len(found)


def test_the_index_of_a_library_is_made_once(town: Library) -> None:
    assert index_of(town) is index_of(town)


def test_words_are_bare() -> None:
    assert words_of("Can’t pay the LIGHT-bill, señor") == (
        "cant",
        "pay",
        "the",
        "light",
        "bill",
        "senor",
    )
