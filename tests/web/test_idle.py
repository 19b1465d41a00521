"""Answers nobody uses are forgotten: after 20 hours, or 30 minutes where others may see them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask

from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web import create_app
from navigator.web.session import Vault
from tests.web.conftest import KEYS, TODAY, Browser, Form

MINUTE, HOUR = 60, 3600
LONG: list[Form] = [{"answer": "me"}, {"answer": "someone_close"}]
SHORT: list[Form] = [{"answer": "me", "shared": "yes"}, {"answer": "client"}]


@dataclass
class Clock:
    """Stands still until it is told to go on."""

    now: float = 1_800_000_000

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(library: Library, clock: Clock) -> Flask:
    settings = Settings(site_name="Test site", keys=KEYS)
    config = {"TESTING": True, "PROPAGATE_EXCEPTIONS": True}
    return create_app(library, settings, today=lambda: TODAY, clock=clock, config=config)


def _has_plan(browser: Browser) -> bool:
    return browser.get("/checklist").text("h1") != "There is no plan in this browser yet"


@pytest.mark.parametrize(
    ("told", "lasts"),
    [*((form, 20 * HOUR) for form in LONG), *((form, 30 * MINUTE) for form in SHORT)],
)
def test_a_plan_nobody_uses_is_forgotten_in_time(
    browser: Browser, clock: Clock, told: Form, lasts: int
) -> None:
    browser.send("/moving/who_for", told)
    clock.now += lasts - 1
    assert _has_plan(browser)
    clock.now += lasts + 1
    assert not _has_plan(browser)


@pytest.mark.parametrize(("told", "pause"), [(LONG[0], 5 * HOUR), (SHORT[0], 10 * MINUTE)])
def test_every_use_begins_the_time_anew(
    browser: Browser, clock: Clock, told: Form, pause: int
) -> None:
    browser.send("/moving/who_for", told)
    browser.send("/moving/people", {"answer": "3"})
    for _ in range(12):
        clock.now += pause
        assert browser.get("/moving/people").field("answer") == "3"


def test_a_cookie_is_not_made_anew_at_every_page(browser: Browser, clock: Clock) -> None:
    browser.send("/moving/who_for", SHORT[0])
    clock.now += 20
    browser.get("/checklist")
    assert "Set-Cookie" not in browser.response.headers


def test_pages_say_when_answers_are_forgotten(browser: Browser) -> None:
    both = "after 20 hours; after 30 minutes if you said that others use this device"
    for path in ("/", "/moving/", "/checklist"):
        assert both in browser.get(path).text("body")
    asked = browser.get("/moving/who_for").text("main")
    assert "after 30 minutes without use, not after 20 hours" in asked
    browser.send("/moving/who_for", LONG[0])
    assert "Without use they are gone after 20 hours." in browser.get("/answers").text("footer")
    browser.send("/moving/who_for", SHORT[0])
    assert "Without use they are gone after 30 minutes." in browser.get("/answers").text("footer")
    assert both in browser.get("/").text("footer"), "a page for everyone tells nothing of a plan"


def test_that_a_device_is_shared_is_shown_again_and_can_be_taken_back(
    browser: Browser, clock: Clock
) -> None:
    browser.send("/moving/who_for", SHORT[0])
    assert browser.get("/moving/who_for").all("input", name="shared", checked="")
    browser.send("/moving/who_for?from=answers", LONG[0])
    assert not browser.get("/moving/who_for").all("input", name="shared", checked="")
    clock.now += HOUR
    assert _has_plan(browser)


def test_a_form_with_a_mistake_keeps_that_a_device_is_shared(browser: Browser) -> None:
    page = browser.send("/moving/who_for", {"shared": "yes"})
    assert browser.status == 400
    assert page.all("input", name="shared", checked="")


def test_an_answer_sent_too_late_comes_again_and_asks_for_whom_anew(
    browser: Browser, clock: Clock
) -> None:
    browser.send("/moving/who_for", SHORT[0])
    token = browser.get("/moving/people").field("csrf_token")
    clock.now += 31 * MINUTE
    page = browser.post("/moving/people", {"csrf_token": token, "answer": "4"})
    assert (browser.status, page.field("answer")) == (400, "4")
    browser.post("/moving/people", {"csrf_token": page.field("csrf_token"), "answer": "4"})
    assert browser.path == "/moving/who_for"


@pytest.mark.parametrize("shared", [7, [], {}, "no", None])
def test_whatever_a_cookie_says_of_the_device_opens(clock: Clock, shared: object) -> None:
    vault = Vault(KEYS, clock)
    content = {"who": "me", "shared": shared}
    assert vault.unseal(vault.seal(content)) == content
