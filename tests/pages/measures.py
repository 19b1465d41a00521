"""What a browser can measure on a page; the measures themselves are in ``measures.js``."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from playwright.sync_api import Page

_CODE = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8").strip()
Measure = Literal["sideways", "low", "clipped", "edgeless", "moving"]
LEAST_TARGET = 44


def faults(page: Page, measure: Measure) -> list[str]:
    """Return the elements of ``page`` that fail ``measure``."""
    return cast(list[str], page.evaluate(f"{_CODE}.{measure}({LEAST_TARGET})"))


def spaced_faults(page: Page) -> list[str]:
    """Return what sticks out or is cut when people set wide text spacing."""
    page.evaluate(f"{_CODE}.space(true)")
    found = faults(page, "sideways") + faults(page, "clipped")
    page.evaluate(f"{_CODE}.space(false)")
    return found


def focus_is_drawn(page: Page) -> bool:
    """Whether what has the focus shows it with a line."""
    return cast(bool, page.evaluate(f"{_CODE}.focusIsDrawn()"))


def hidden_focus(page: Page) -> str | None:
    """Return what has the focus if it cannot be seen."""
    return cast(str | None, page.evaluate(f"{_CODE}.hiddenFocus()"))


def focused(page: Page) -> str:
    """Return the tag and id of what has the focus, such as "main#main"; "body#" for nothing."""
    return cast(str, page.evaluate("(e => `${e.localName}#${e.id}`)(document.activeElement)"))
