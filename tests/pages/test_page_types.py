"""Every page type, small and wide, with wide text and with forced colors: nothing is lost."""

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


@pytest.fixture(scope="module")
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """Return what axe-core finds wrong: rule, what it asks for, and each element."""
    page.evaluate(axe)
    return cast(list[str], page.evaluate(_RUN))


def all_faults(page: Page, axe: str) -> dict[str, list[str]]:
    """Return what is wrong with a page at 320 pixels, then at 1280; only what is wrong."""
    found = {
        "axe-core": violations(page, axe),
        "sticks out of 320 pixels": faults(page, "sideways"),
        "lower than 44 pixels": faults(page, "low"),
        "lost with wide text spacing": spaced_faults(page),
        "moves though motion is reduced": faults(page, "moving"),
    }
    page.emulate_media(forced_colors="active")
    found["no edge with forced colors"] = faults(page, "edgeless")
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": WIDE.width, "height": WIDE.height})
    found["axe-core at 1280 pixels"] = violations(page, axe)
    return {what: elements for what, elements in found.items() if elements}


@pytest.mark.parametrize("name", SCENES)
def test_everybody_can_use_a_page(name: str, studio: Studio, axe: str) -> None:
    found = all_faults(studio.open(SCENES[name]), axe)
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
