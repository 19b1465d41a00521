"""Every page type, small and wide, with wide text and forced colors: nothing is wrong or lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.pages.judging import all_faults, violations
from tests.pages.measures import faults
from tests.pages.people import PEOPLE
from tests.pages.scenes import SCENES
from tests.pages.studio import WIDE, ZOOMED, Studio
from tests.pages.walks import finish

PAPER = "checklist on paper"
# One of each template: what differs between the others is not laid out anew on a wide screen.
ON_WIDE_SCREENS = [
    "home, help open",
    "journey start",
    "shipped question",
    "mistake: date",
    "answers",
    "checklist unfolded",
    "step",
    "agency",
    "another journey",
    PAPER,
]


@pytest.mark.parametrize("name", [name for name in SCENES if name != PAPER])
def test_everybody_can_use_a_page(name: str, studio: Studio) -> None:
    found = all_faults(studio.open(SCENES[name]))
    assert not found


@pytest.mark.parametrize("name", ON_WIDE_SCREENS)
def test_axe_finds_nothing_on_a_wide_screen_or_on_paper(name: str, studio: Studio) -> None:
    page = studio.open(SCENES[name], WIDE)
    found = violations(page) + faults(page, "sideways")
    assert not found


def test_axe_finds_nothing_on_any_page_of_a_walk(studio: Studio, site: str) -> None:
    found: dict[str, list[str]] = {}

    def look(page: Page) -> None:
        found[page.url] = violations(page)

    finish(studio.page(), site, PEOPLE["unsafe_and_expecting_twins"], look)
    assert len(found) > 10
    assert not {url: wrong for url, wrong in found.items() if wrong}


def test_nothing_sticks_out_at_400_percent_on_any_page_of_a_walk(studio: Studio, site: str) -> None:
    found: dict[str, list[str]] = {}

    def look(page: Page) -> None:
        found[page.url] = faults(page, "sideways") + faults(page, "clipped")

    page = studio.page(ZOOMED)
    finish(page, site, PEOPLE["late_and_on_medicaid"], look)
    assert page.evaluate("innerWidth * devicePixelRatio") == 1280
    assert len(found) > 10
    assert not {url: wrong for url, wrong in found.items() if wrong}
