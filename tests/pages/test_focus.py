"""Where the focus is when a page arrives, as far as pages without scripts can say.

After a mistake it is on what has to be put right. On every other page nothing has it: a browser
then reads from the top, the first Tab reaches the way to the main part, and that way works.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.pages.measures import focused, hidden_focus
from tests.pages.scenes import SCENES, press_continue
from tests.pages.studio import Studio
from tests.pages.walks import follow, main

MISTAKES = [name for name in SCENES if name.startswith("mistake: ")]
_DESCRIPTIONS = """described => described
  .flatMap(element => (element.getAttribute("aria-describedby") ?? "").split(" "))
  .map(id => document.getElementById(id)?.innerText ?? "").join(" ")"""
_IN_MAIN = "document.activeElement.closest('main') !== null"


def skip_to_main(page: Page) -> None:
    """Take the first Tab's way to the main part."""
    page.keyboard.press("Tab")
    assert "main" in page.evaluate("document.activeElement.innerText")
    assert hidden_focus(page) is None
    page.keyboard.press("Enter")


@pytest.mark.parametrize("name", MISTAKES)
def test_after_a_mistake_the_focus_is_on_what_to_put_right(name: str, studio: Studio) -> None:
    page = studio.open(SCENES[name])
    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    assert page.get_by_role("alert").evaluate("e => e.getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_leads_to_its_field_which_says_what_is_wrong(name: str, studio: Studio) -> None:
    page = studio.open(SCENES[name])
    link = page.get_by_role("alert").get_by_role("link").first
    link.focus()
    page.keyboard.press("Enter")
    field = page.locator(":focus")
    assert field.evaluate("field => field.matches('input, select')")
    described = field.or_(page.get_by_role("group").filter(has=field))
    assert link.inner_text() in described.evaluate_all(_DESCRIPTIONS)


@pytest.mark.parametrize("name", ["question: one of", "answers", "checklist so far", "step"])
def test_a_new_page_starts_at_its_top_one_tab_away_from_the_main_part(
    name: str, studio: Studio
) -> None:
    page = studio.open(SCENES[name])
    assert focused(page) == "body#"
    assert page.evaluate("scrollY") == 0
    skip_to_main(page)
    assert focused(page) == "main#main"
    page.keyboard.press("Tab")
    assert page.evaluate(_IN_MAIN)


def test_the_next_question_starts_at_its_top(studio: Studio, site: str) -> None:
    page = studio.open(SCENES["shipped question"])
    main(page).get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    press_continue(page)
    assert focused(page) == "body#"
    skip_to_main(page)
    assert focused(page) == "main#main"


def test_after_a_mark_the_person_is_back_at_the_step(studio: Studio) -> None:
    page = studio.open(SCENES["checklist: expecting_with_a_job"])
    page.get_by_text("Mark this step").first.click()
    follow(page, main(page).get_by_role("button", name="They said no").first)
    target = page.locator(":target")
    assert target.evaluate("e => e.getBoundingClientRect().top < innerHeight")
    page.keyboard.press("Tab")
    assert target.evaluate("e => e.contains(document.activeElement)")
