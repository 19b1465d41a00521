"""No page is heavier than a slow line can bear: 45 KB for the first load, 12 KB for any other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from flask import Flask

from navigator.content import open_library
from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web import create_app
from tests.web import weights
from tests.web.conftest import KEYS, TODAY
from tests.web.weights import FIRST, LATER, OPEN, WHOLE, WHOLE_OF_ALL

ENCODINGS = pytest.mark.parametrize("encoding", OPEN)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def site(shipped: Library) -> Flask:
    settings = Settings(site_name="Test site", keys=KEYS)
    return create_app(shipped, settings, today=lambda: TODAY, config={"TESTING": True})


def _too_heavy(found: Mapping[str, int]) -> dict[str, int]:
    return {path: weight for path, weight in found.items() if weight > LATER}


@ENCODINGS
def test_the_first_page_with_all_of_its_look_is_light(site: Flask, encoding: str) -> None:
    found = weights.first_load(site, encoding)
    for part in ("site.css", "icons.svg", "icon.svg", "leave.js"):
        assert any(part in path for path in found), part
    assert sum(found.values()) <= FIRST


@ENCODINGS
def test_every_page_before_the_plan_is_light(site: Flask, shipped: Library, encoding: str) -> None:
    assert not _too_heavy(weights.pages_before(site, shipped, encoding))


@ENCODINGS
def test_the_fullest_plan_of_each_journey_is_light(
    site: Flask, shipped: Library, encoding: str
) -> None:
    for journey in shipped.journeys.values():
        pages, whole = weights.pages_of_full_plans(site, shipped, journey, encoding)
        assert len(pages) > 2
        assert not _too_heavy(pages)
        assert whole <= WHOLE


@ENCODINGS
def test_the_printed_plan_of_all_journeys_in_one_is_bearable(
    site: Flask, shipped: Library, encoding: str
) -> None:
    heaviest = weights.printed_plan_of_all(site, shipped, encoding)
    assert WHOLE < heaviest <= WHOLE_OF_ALL
