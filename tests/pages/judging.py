"""Whether everybody can use a page: what axe-core finds, and what can be measured; "" is good."""

from __future__ import annotations

from importlib.resources import files
from typing import cast

from playwright.sync_api import Page

from tests.pages.measures import faults, spaced_faults

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# The rule for the size of targets (WCAG 2.2) is the only one of WCAG 2.2 AA that is off by default;
# on paper nobody presses anything.
_RUN = """axe.run({
  resultTypes: ["violations"],
  rules: {"target-size": {enabled: !matchMedia("print").matches}},
}).then(found => found.violations.map(
  v => [v.id, v.help, ...v.nodes.map(n => n.html)].join("\\n  ")
))"""


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong: rule, what it asks for, and each element.

    From the top of the page: a link half scrolled under the bar that stays in view is none too low.
    """
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.evaluate(_AXE)
    return cast(list[str], page.evaluate(_RUN))


def all_faults(page: Page) -> dict[str, list[str]]:
    """Return what is wrong with a page at 320 pixels; only what is wrong."""
    found = {
        "axe-core": violations(page),
        "sticks out of 320 pixels": faults(page, "sideways"),
        "lower than 44 pixels": faults(page, "low"),
        "lost with wide text spacing": spaced_faults(page),
        "moves though motion is reduced": faults(page, "moving"),
    }
    page.emulate_media(forced_colors="active")
    found["no edge with forced colors"] = faults(page, "edgeless")
    return {what: elements for what, elements in found.items() if elements}
