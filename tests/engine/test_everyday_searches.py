"""What people type leads to the right place in the shipped journeys, among the first three."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from navigator.content import open_library
from navigator.content.library import Library
from navigator.engine.search import index_of

SEARCHES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("everyday_searches.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


def test_there_are_sixty_of_them_or_more() -> None:
    assert len(SEARCHES) >= 60


@pytest.mark.parametrize("query", SEARCHES)
def test_everyday_words_find_what_was_meant(shipped: Library, query: str) -> None:
    found = [match.id for match in index_of(shipped).find(query)[:3]]
    assert set(found) & set(SEARCHES[query]), found


def test_every_search_names_something_that_is_there(shipped: Library) -> None:
    homes = (shipped.journeys, shipped.steps, shipped.choices, shipped.agencies)
    known = {id for home in homes for id in home}
    lost = {query: ids for query, ids in SEARCHES.items() if not known & set(ids)}
    assert not lost
