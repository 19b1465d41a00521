"""With forced colors the focus, what is selected and what is late can still be told."""

from __future__ import annotations

import pytest

from tests.pages.keyboard import tab_stops
from tests.pages.measures import focus_is_drawn
from tests.pages.scenes import SCENES
from tests.pages.studio import Studio, View

FORCED = View(forced_colors="active")
_TABBED = [
    "home, help open",
    "mistake: date",
    "mistake: money per",
    "question: one of",
    "question: any of",
    "question: state",
    "answers",
    "another journey",
]


@pytest.mark.parametrize("name", _TABBED)
def test_with_forced_colors_the_focus_is_drawn_on_every_stop(name: str, studio: Studio) -> None:
    page = studio.open(SCENES[name], FORCED)
    undrawn = [stop for stop in tab_stops(page) if not focus_is_drawn(page)]
    assert not undrawn


@pytest.mark.parametrize("name", ["answered: one of", "answered: any of"])
def test_with_forced_colors_what_is_selected_looks_different(name: str, studio: Studio) -> None:
    page = studio.open(SCENES[name], FORCED)
    box = page.locator("input:checked").first
    page.locator("h1").click()
    selected = page.locator(f"label[for='{box.get_attribute('id')}']").locator("..")
    before = selected.screenshot()
    box.evaluate("box => { box.checked = false }")
    assert selected.screenshot() != before


def test_a_late_step_says_so_in_words(studio: Studio) -> None:
    page = studio.open(SCENES["checklist: late_and_on_medicaid"], FORCED)
    assert page.get_by_role("main").get_by_text("late", exact=False).count()
