"""A library read back says the same as one made anew, letter for letter, to hundreds of people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

import pytest

from navigator.content import Library, open_library
from navigator.content.keeping import LibraryFile
from navigator.content.languages import LONG, languages
from navigator.content.translation import as_written
from navigator.engine import (
    Situation,
    Who,
    Words,
    checklist,
    next_question,
    open_details,
    progress,
    report,
)
from navigator.settings import journeys_folder
from tests.bench.people import Crowd, ranges_of
from tests.engine.worlds import TODAY

PEOPLE = 300


@pytest.fixture(scope="module")
def made() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Library:
    path = tmp_path_factory.mktemp("state") / "journeys"
    LibraryFile(path, b"k" * 32).library(journeys_folder())
    return LibraryFile(path, b"k" * 32).library(journeys_folder())


def plans(library: Library, like: Library) -> Iterator[str]:
    """Yield what the engine says to random people: half of them have answered half only.

    ``like`` makes the people, the same ones for every library.
    """
    crowd, chance = Crowd(like.rulebook, TODAY, ranges_of(like)), Random("kept")
    for number in range(PEOPLE):
        answers, helping = crowd.person(chance)
        told = dict(list(answers.items())[:: 1 + number % 2])
        situation = Situation(TODAY, told, who=Who.CLIENT if helping else Who.ME)
        journeys = tuple(chance.sample(list(like.journeys), 1 + number % 2))
        found = checklist(library, situation, journeys)
        asked = next_question(library, situation, journeys)
        said = (
            report(found, Words(library, found.reading)),
            asked and asked.id,
            [question.id for question in open_details(library, situation, journeys)],
            str(progress(library, situation, journeys)),
        )
        yield json.dumps(said, sort_keys=False)


def titles(library: Library) -> list[str]:
    return [as_written(t) for step in library.steps.values() for t in step.do.plain.every()]


def test_plans_are_the_same_to_the_letter(made: Library, kept: Library) -> None:
    assert kept is not made
    for number, (one, other) in enumerate(zip(plans(made, made), plans(kept, made), strict=True)):
        assert one == other, f"person {number}"


def test_what_is_kept_says_all_that_there_is(made: Library, kept: Library) -> None:
    homes = ("journeys", "questions", "facts", "figures", "steps", "choices", "agencies")
    for home in (*homes, "documents", "permissions"):
        assert list(getattr(kept, home)) == list(getattr(made, home)), home
    assert kept.problems == made.problems
    assert kept.rulebook.kinds == made.rulebook.kinds
    assert kept.rulebook.definitions == made.rulebook.definitions


def test_it_can_be_translated_and_each_library_only_once(made: Library, kept: Library) -> None:
    (language,) = (each for each in languages((LONG,)) if each.code == LONG)
    assert language.of(kept) is language.of(kept)
    assert language.of(kept) is not language.of(made)
    assert titles(language.of(kept)) == titles(language.of(made)) != titles(made)
