"""Clear my answers, and stay: on every page, and only while there is something to keep."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.web.conftest import Browser
from tests.web.saved import saved
from tests.web.test_journey import MOVING


@pytest.fixture
def told(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


def test_clearing_asks_first_and_says_what_stays(told: Browser) -> None:
    assert "cannot be brought back" in told.get("/clear").text("main")
    saved(told)
    page = told.get("/clear")
    assert "The saved plan stays" in page.text("main")
    told.post("/start-over", {"csrf_token": page.field("csrf_token")})
    assert "There is no plan in this browser yet" in told.get("/checklist").text("main")


def test_every_page_leads_to_clearing_and_to_a_saved_plan(told: Browser) -> None:
    for path in ("/", "/moving/", "/moving/home", "/checklist", "/save", "/nowhere"):
        page = told.get(path)
        assert page.all("a", href="/clear")
        assert page.all("a", href="/return")


def test_staying_is_possible_only_while_there_is_something_to_keep(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    assert told.client.get("/stay").status_code == 200
    assert another_browser().client.get("/stay").status_code == 404
