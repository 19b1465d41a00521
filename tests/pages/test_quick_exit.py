"""The way out: the person is really gone, nothing comes back, and nobody is told from where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from navigator.web.site import NEUTRAL_SITE
from tests.pages.scenes import SCENES
from tests.pages.serving import NeutralSite
from tests.pages.studio import WIDE, Studio, View
from tests.pages.walks import follow, main

Way = Callable[[Page], None]
_STARTS = ["sensitive question", "checklist: unsafe_and_expecting_twins", "home", "no such page"]


def leave(page: Page) -> None:
    """Press the button that stands on every page."""
    follow(page, page.get_by_role("button", name="Leave").first)
    assert page.url == NEUTRAL_SITE


def press_shift(page: Page) -> None:
    """Leave with the keyboard alone, wherever the focus is."""
    with page.expect_navigation():
        for _ in range(3):
            page.keyboard.press("Shift")
    assert page.url == NEUTRAL_SITE


BY_BUTTON = pytest.param(View(), leave, id="button")
WITHOUT_SCRIPT = pytest.param(View(script=False), leave, id="button, no script")
BY_SHIFT = pytest.param(View(), press_shift, id="Shift three times")


@pytest.mark.parametrize("way", [leave, press_shift])
@pytest.mark.parametrize("name", _STARTS)
def test_leaving_leads_to_the_neutral_site_and_tells_it_nothing(
    name: str, way: Way, studio: Studio, neutral_site: NeutralSite
) -> None:
    neutral_site.visits.clear()
    page = studio.open(SCENES[name])
    way(page)
    assert page.title() == "Weather"
    assert neutral_site.visits == [("www.weather.gov", "/", None)]


@pytest.mark.parametrize(("view", "way"), [BY_BUTTON, WITHOUT_SCRIPT, BY_SHIFT])
def test_leaving_takes_the_cookies_away_and_back_shows_no_answer(
    view: View, way: Way, studio: Studio, site: str
) -> None:
    page = studio.open(SCENES["checklist: unsafe_and_expecting_twins"], view)
    page.goto(f"{site}/having_a_child/urgent_needs")
    assert page.locator("input:checked").count() == 2
    assert page.context.cookies(site)
    way(page)
    assert not page.context.cookies(site)
    for _ in range(2):
        page.go_back()
        assert page.url.startswith(site)
        assert not page.locator("input:checked").count()
        assert not page.get_by_text("Plan:").count()
        assert not main(page).get_by_role("heading", name="Do this first").count()


def test_after_leaving_there_is_no_plan(studio: Studio, site: str) -> None:
    page = studio.open(SCENES["answers"], WIDE)
    leave(page)
    page.goto(f"{site}/answers")
    assert "no plan" in main(page).inner_text()


def test_shift_leaves_while_somebody_types(studio: Studio) -> None:
    page = studio.open(SCENES["question: money per"])
    page.get_by_label("Amount in dollars").fill("1200")
    press_shift(page)


@pytest.mark.parametrize("keys", [("Shift+A", "Shift+B", "Shift+C"), ("Shift", "Shift", "Tab")])
def test_capital_letters_and_moving_about_do_not_leave(
    keys: tuple[str, ...], studio: Studio
) -> None:
    page = studio.open(SCENES["question: number"])
    page.get_by_role("textbox").focus()
    for key in (*keys, "Shift", "Shift"):
        page.keyboard.press(key)
    page.keyboard.press("x")
    assert page.url.endswith("/moving/people")
    assert page.get_by_role("heading", level=1).is_visible()


def test_pages_speak_of_the_keys_only_where_they_work(studio: Studio) -> None:
    words = "Pressing the Shift key three times does the same."
    assert studio.open(SCENES["home"]).get_by_text(words).is_visible()
    without = studio.open(SCENES["home"], View(script=False))
    assert not without.get_by_text(words).is_visible()


def test_the_way_out_is_on_the_screen_wherever_a_page_is_scrolled(studio: Studio) -> None:
    page = studio.open(SCENES["checklist: unsafe_and_expecting_twins"])
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    rect = page.get_by_role("button", name="Leave").first.bounding_box()
    assert rect is not None
    assert rect["y"] >= 0
    assert rect["y"] + rect["height"] <= 568


@pytest.mark.parametrize("name", ["sensitive question", "question for a caseworker"])
def test_the_title_of_a_sensitive_page_says_nothing(name: str, studio: Studio) -> None:
    assert studio.open(SCENES[name]).title() == "Test site"
