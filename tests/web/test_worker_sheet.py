"""The sheet for a worker: what to do first stands first, and a stranger can read all of it."""

from __future__ import annotations

import pytest
from flask import Flask

from navigator.content import open_library
from navigator.web.unconfirmed import in_words
from tests.web.conftest import Browser
from tests.web.test_journey import MOVING


@pytest.fixture
def sheet(browser: Browser) -> str:
    browser.tell(MOVING)
    return browser.get("/checklist/worker").text("article")


def test_it_is_offered_with_all_other_ways_to_carry_a_plan(browser: Browser) -> None:
    browser.tell(MOVING)
    assert browser.get("/carry").all("a", href="/checklist/worker")


def test_it_has_the_rule_the_source_the_contact_and_the_authority_of_each_step(sheet: str) -> None:
    assert "Guidance, not a decision" in sheet
    assert "$1,000.01" in sheet, "the facts it rests on"
    assert "The post office, 800-275-8777 (text telephone 711), usps.com" in sheet
    assert "A signed card: Anyone. Card 3801." in sheet
    assert "39 USC 1" in sheet


def test_what_to_do_first_stands_before_the_facts_and_all_steps_in_order(sheet: str) -> None:
    parts = ["Do this first", "Tell the post office", "Facts given", "Steps, in order"]
    parts += ["Later, by a set day", "Tell the post office", "Any time", "deposit in parts"]
    at = 0
    for part in parts:
        at = sheet.index(part, at) + 1


def test_what_may_apply_stands_apart_and_says_what_to_ask(browser: Browser) -> None:
    browser.tell(MOVING | {"home": {"reply": "-not-sure"}})
    may_apply = browser.get("/checklist/worker").text("article").partition("May apply")[2]
    assert "Ask to pay the deposit in parts" in may_apply
    assert "To settle What do you move into?" in may_apply


def test_when_the_day_has_passed_it_says_what_to_do_now(browser: Browser) -> None:
    browser.tell(MOVING | {"move_day": {"month": "11", "day": "20", "year": "2026"}})
    sheet = browser.get("/checklist/worker").text("article")
    assert "The day has passed: still do this" in sheet
    assert "Tell it today. Mail may be slow for a while." in sheet


def test_rules_speak_of_the_client_where_a_helper_reads(browser: Browser) -> None:
    browser.tell(MOVING, who="client")
    sheet = browser.get("/checklist/worker").text("article")
    assert "Rule All of these fit: What does the person you help move into?" in sheet
    assert "“A home they own”" in sheet
    assert "do you move" not in sheet


def test_what_is_not_confirmed_is_said_in_words(sheet: str) -> None:
    assert "Not confirmed here the cost, when it opens, the phone number" in sheet


def test_every_key_that_a_journey_has_to_confirm_has_words(app: Flask) -> None:
    library = open_library()
    keys = {key for step in library.steps.values() for key in step.confirm}
    keys |= {key for agency in library.agencies.values() for key in agency.confirm}
    assert len(keys) > 10
    with app.test_request_context("/"):
        assert [key for key in keys if in_words([key]) == "other details"] == []


def test_a_key_without_words_is_not_shown_raw(app: Flask) -> None:
    with app.test_request_context("/"):
        assert in_words(["phone", "xyz", "abc"]) == "other details, the phone number"
