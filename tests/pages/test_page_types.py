"""Every page type, small and wide, with wide text and forced colors: nothing is wrong or lost."""

from __future__ import annotations

from importlib.resources import files
from typing import cast

import pytest
from playwright.sync_api import Page

from tests.pages.measures import faults, spaced_faults
from tests.pages.people import PEOPLE
from tests.pages.scenes import SCENES
from tests.pages.studio import WIDE, ZOOMED, Studio
from tests.pages.walks import finish

# The rule for the size of targets (WCAG 2.2) is the only one of WCAG 2.2 AA that is off by default;
# on paper nobody presses anything.
_RUN = """axe.run({
  resultTypes: ["violations"],
  rules: {"target-size": {enabled: !matchMedia("print").matches}},
}).then(found => found.violations.map(
  v => [v.id, v.help, ...v.nodes.map(n => n.html)].join("\\n  ")
))"""


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


@pytest.fixture(scope="module")
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """Return what axe-core finds wrong: rule, what it asks for, and each element."""
    page.evaluate(axe)
    return cast(list[str], page.evaluate(_RUN))


def all_faults(page: Page, axe: str) -> dict[str, list[str]]:
    """Return what is wrong with a page at 320 pixels; only what is wrong."""
    found = {
        "axe-core": violations(page, axe),
        "sticks out of 320 pixels": faults(page, "sideways"),
        "lower than 44 pixels": faults(page, "low"),
        "lost with wide text spacing": spaced_faults(page),
        "moves though motion is reduced": faults(page, "moving"),
    }
    page.emulate_media(forced_colors="active")
    found["no edge with forced colors"] = faults(page, "edgeless")
    return {what: elements for what, elements in found.items() if elements}


@pytest.mark.parametrize("name", [name for name in SCENES if name != PAPER])
def test_everybody_can_use_a_page(name: str, studio: Studio, axe: str) -> None:
    found = all_faults(studio.open(SCENES[name]), axe)
    assert not found


@pytest.mark.parametrize("name", ON_WIDE_SCREENS)
def test_axe_finds_nothing_on_a_wide_screen_or_on_paper(
    name: str, studio: Studio, axe: str
) -> None:
    page = studio.open(SCENES[name], WIDE)
    found = violations(page, axe) + faults(page, "sideways")
    assert not found


def test_axe_finds_nothing_on_any_page_of_a_walk(studio: Studio, site: str, axe: str) -> None:
    found: dict[str, list[str]] = {}

    def look(page: Page) -> None:
        found[page.url] = violations(page, axe)

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
