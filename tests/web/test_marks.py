"""What a person says of a step, and what the plan says at once in return."""

from __future__ import annotations

import pytest

from navigator.content import open_library
from navigator.settings import Settings
from navigator.web import create_app
from tests.web.conftest import KEYS, TODAY, Browser
from tests.web.test_journey import MOVING


@pytest.fixture
def told(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


def test_a_refused_step_tells_at_once_what_to_do_and_no_day_to_apply(told: Browser) -> None:
    told.send("/checklist", {"mark": "change_address:refused"})
    text = told.get("/checklist").text("main")
    said = text.partition("They said no, since November 21, 2026")[2]
    assert "If they say no: Ask for the reason." in said[:200]
    assert "By " not in said.partition("If they say no:")[0]


def test_waiting_tells_since_when_and_what_to_do_when_nothing_comes(told: Browser) -> None:
    told.send("/checklist", {"mark": "change_address:waiting"})
    text = told.get("/checklist").text("main")
    assert "Sent, waiting for an answer, since November 21, 2026" in text
    assert "If you hear nothing: Call after 7 days." in text


def test_a_helper_sees_the_permissions_to_get_before_what_to_do_first() -> None:
    settings = Settings(site_name="Test site", keys=KEYS)
    browser = Browser(create_app(open_library(), settings, today=lambda: TODAY).test_client())
    browser.tell({"has": {"answer": ["medicaid"]}}, "having_a_child", who="client")
    for path in ("/checklist", "/checklist/print"):
        before, _, _ = browser.get(path).text("main").partition("Do this first")
        assert "Permissions to get first" in before
        assert "Get permission to act at the Medicaid office" in before


def test_who_answers_alone_needs_no_permission(told: Browser) -> None:
    assert "Permissions to get first" not in told.get("/checklist").text("main")
