"""A plan that is saved, and the code it was saved under."""

from __future__ import annotations

import re

from tests.web.conftest import Browser
from tests.web.page_checks import Page


def code_on(page: Page) -> str:
    """Return the code a page shows, "" if it shows none."""
    found = re.search(r'<p class="code">\s*<span aria-hidden="true">([^<]+)</span>', page.html)
    return found[1] if found else ""


def saved(browser: Browser, **form: str) -> str:
    """Save the plan of ``browser`` and return the code it was shown."""
    browser.send("/save", {"way": "new", **form})
    assert browser.path == "/save"
    return code_on(browser.get("/save"))
