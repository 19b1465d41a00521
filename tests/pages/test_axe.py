"""axe-core finds nothing on any page type, small or wide."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import cast

import pytest
from playwright.sync_api import Page

from tests.pages.people import PEOPLE
from tests.pages.scenes import SCENES
from tests.pages.studio import SMALL, WIDE, Studio, View
from tests.pages.walks import finish

# The rule for the size of targets (WCAG 2.2) is the only one of WCAG 2.2 AA that is off by default.
_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_SUMMARY = "found.violations.map(v => [v.id, v.help, ...v.nodes.map(n => n.html)].join('\\n  '))"


@pytest.fixture(scope="module")
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """Return what axe-core finds wrong: rule, what it asks for, and each element."""
    page.evaluate(axe)
    call = f"axe.run({json.dumps(_OPTIONS)}).then(found => {_SUMMARY})"
    return cast(list[str], page.evaluate(call))


@pytest.mark.parametrize("view", [SMALL, WIDE], ids=["320", "1280"])
@pytest.mark.parametrize("name", SCENES)
def test_axe_finds_nothing_on(name: str, view: View, studio: Studio, axe: str) -> None:
    page = studio.open(SCENES[name], view)
    assert not violations(page, axe)


def test_axe_finds_nothing_on_any_page_of_a_walk(studio: Studio, site: str, axe: str) -> None:
    found: list[str] = []
    looked: list[str] = []

    def look(page: Page) -> None:
        looked.append(page.url)
        found.extend(f"{page.url}: {line}" for line in violations(page, axe))

    finish(studio.page(), site, PEOPLE["unsafe_and_expecting_twins"], look)
    assert len(looked) > 10
    assert not found
