"""The pages in two languages made for tests: of long texts, and from right to left."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from navigator.content.languages import LONG, MIRRORED
from tests.pages.judging import all_faults, violations
from tests.pages.measures import faults
from tests.pages.scenes import SCENES, unfold
from tests.pages.studio import SHIPPED, SMALL, WIDE, ZOOMED, Studio, View, speaking
from tests.pages.walks import main

BOTH = pytest.mark.parametrize("language", [LONG, MIRRORED])
# One of each template and of each control, as it comes and with something to put right.
_SMALL = [
    "home, help open",
    "journey start",
    "who for, nothing selected",
    "sensitive question",
    "question for a caseworker",
    "question answered with not sure",
    *(name for name in SCENES if name.startswith("question: ")),
    *(f"mistake: {kind}" for kind in ("any of", "state", "money per", "date")),
    "answers",
    "answers so far",
    "checklist: social_worker_for_a_tiny_baby",
    "checklist so far",
    "checklist unfolded",
    "checklist with a choice",
    "step",
    "agency",
    "another journey",
    "no plan yet",
    "no such page",
]
_WIDE = ["home", "mistake: date", "answers", "checklist unfolded", "checklist on paper", "step"]
_LONGEST_WALK = 30


@BOTH
@pytest.mark.parametrize("name", _SMALL)
def test_everybody_can_use_a_page(name: str, language: str, studio: Studio) -> None:
    page = studio.open(replace(SCENES[name], language=language))
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == MIRRORED else "ltr")
    found = all_faults(page)
    assert not found


@BOTH
@pytest.mark.parametrize("name", _WIDE)
def test_axe_finds_nothing_on_a_wide_screen_or_on_paper(
    name: str, language: str, studio: Studio
) -> None:
    page = studio.open(replace(SCENES[name], language=language), WIDE)
    found = violations(page) + faults(page, "sideways")
    assert not found


@BOTH
@pytest.mark.parametrize("view", [SMALL, ZOOMED], ids=["small", "zoomed"])
def test_a_whole_journey_is_walked(language: str, view: View, studio: Studio) -> None:
    page = studio.page(view)
    page.goto(f"{studio.addresses[speaking(SHIPPED)]}/{language}/having_a_child/who_for")
    found: dict[str, list[str]] = {}
    while re.fullmatch(rf"/{language}/having_a_child/\w+", urlsplit(page.url).path):
        found[page.url] = faults(page, "sideways") + faults(page, "clipped")
        assert len(found) < _LONGEST_WALK, "the questions come to an end"
        _answer_anything(page)
    assert urlsplit(page.url).path == f"/{language}/answers"
    found[page.url] = violations(page) + faults(page, "sideways")
    assert len(found) > 8
    assert not {url: wrong for url, wrong in found.items() if wrong}


_BACKWARD = """[...document.querySelectorAll("a[href^='tel'], .number")].filter(number => {
  const text = number.firstChild;
  const first = text.data.search(/[0-9]/);
  const left = at => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  };
  return first >= 0 && number.getClientRects().length && left(first) > left(first + 2);
}).map(number => number.outerHTML)"""


def test_telephone_numbers_stand_the_right_way_round_among_words_that_do_not(
    studio: Studio,
) -> None:
    scene = replace(SCENES["checklist: social_worker_for_a_tiny_baby"], language=MIRRORED)
    page = studio.open(scene)
    unfold(page)
    assert page.locator("a[href^=tel]").count() > 10
    assert not page.evaluate(_BACKWARD)


def _answer_anything(page: Page) -> None:
    """Answer with the first that can be selected, or with numbers; no word of the page is read."""
    form = main(page).locator("form")
    labels = form.locator(".usa-radio label, .usa-checkbox:not(.device *) label")
    if labels.count():
        labels.first.click()
    else:
        for field, entry in (("month", "3"), ("day", "14"), ("year", "2027"), ("answer", "2")):
            _enter(page, field, entry)
    with page.expect_navigation():
        form.locator("button[type=submit]").first.click()


def _enter(page: Page, field: str, entry: str) -> None:
    box = page.locator(f"#{field}")
    if not box.count():
        return
    if box.evaluate("e => e.localName") == "select":
        box.select_option(index=int(entry))
    else:
        box.fill(entry)
