"""Every journey can be finished, and its list used, with a keyboard alone on a small screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from navigator.settings import journeys_folder
from tests.pages.keyboard import answer_by_keyboard, send, tab_stops, tab_to
from tests.pages.measures import hidden_focus
from tests.pages.people import MOVER, PEOPLE, Person
from tests.pages.scenes import SCENES
from tests.pages.studio import ALL_KINDS, Studio
from tests.pages.walks import answer_all, main

_TOLD = {person.journey for person in PEOPLE.values()}
_OTHERS = sorted(path.stem for path in journeys_folder().glob("*.yaml") if path.stem not in _TOLD)
_BY_KEYBOARD = ("expecting_with_a_job", "late_and_on_medicaid", "niece_of_a_grandmother")


def walk(page: Page, site: str, person: Person) -> None:
    """Go from the home page to the checklist."""
    page.goto(site)
    send(page, main(page).locator(f"a[href$='/{person.journey}/']"))
    send(page, main(page).get_by_role("link", name=re.compile("^Start")))
    answer_all(page, person, answer_by_keyboard, lambda page: None)
    send(page, main(page).get_by_role("link", name=re.compile("^Go to the plan")).first)


@pytest.mark.parametrize("walker", [*_BY_KEYBOARD, *_OTHERS])
def test_a_journey_is_finished_with_the_keyboard_alone(
    walker: str, studio: Studio, site: str
) -> None:
    page = studio.page()
    walk(page, site, PEOPLE.get(walker, Person(walker)))
    assert main(page).get_by_role("heading", name="Do this first").count()


def test_every_kind_of_question_is_answered_with_the_keyboard_alone(
    studio: Studio, addresses: dict[str, str]
) -> None:
    walk(studio.page(), addresses[ALL_KINDS], MOVER)


def test_a_step_is_marked_with_the_keyboard_alone(studio: Studio) -> None:
    page = studio.open(SCENES["checklist: expecting_with_a_job"])
    tab_to(page, page.locator("summary").filter(has_text="Mark this step").first)
    page.keyboard.press("Enter")
    send(page, main(page).get_by_role("button", name="Done").first)
    assert main(page).get_by_role("heading", name="Done or set aside").count()


@pytest.mark.parametrize("name", ["checklist unfolded", "step", "agency", "answers"])
def test_the_focus_is_always_seen_and_leaves_the_page(name: str, studio: Studio) -> None:
    page = studio.open(SCENES[name])
    page.locator("body").evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    hidden = [hidden_focus(page) for _ in tab_stops(page)]
    assert len(hidden) > 5
    assert not list(filter(None, hidden))
