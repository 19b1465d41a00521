"""People press twice, go back, keep two tabs open, allow no cookies; nothing is lost in silence."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.web.conftest import Browser
from tests.web.page_checks import Page
from tests.web.test_journey import MOVING

STALE = "That page was open for a long time. Nothing was changed."


@pytest.fixture
def told(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


def test_a_form_sent_twice_counts_once(browser: Browser) -> None:
    page = browser.get("/moving/who_for")
    form = {"csrf_token": page.field("csrf_token"), "answer": "client"}
    for _ in range(2):
        browser.post("/moving/who_for", form)
        assert browser.path == "/moving/move_day"
    form = {"csrf_token": browser.get("/moving/people").field("csrf_token"), "answer": "2"}
    first, second = (_untokened(browser.post("/moving/people", form)) for _ in range(2))
    assert first == second


def test_a_mark_or_a_second_journey_sent_twice_counts_once(told: Browser) -> None:
    form = {"csrf_token": told.get("/checklist").field("csrf_token"), "mark": "change_address:done"}
    first, second = (_untokened(told.post("/checklist", form)) for _ in range(2))
    assert first == second
    form = {"csrf_token": told.get("/resting/who_for").field("csrf_token"), "way": "add"}
    for _ in range(2):
        page = told.post("/resting/", form)
        assert "Plan: Moving house, A time of rest" in page.text("header")


def test_starting_afresh_twice_still_starts(told: Browser) -> None:
    form = {"csrf_token": told.get("/resting/who_for").field("csrf_token"), "way": "new"}
    for _ in range(2):
        told.post("/resting/", form)
        assert (told.path, told.status) == ("/resting/who_for", 200)


def test_an_answer_changed_on_the_way_back_and_forth_is_the_one_that_counts(told: Browser) -> None:
    earlier = told.get("/moving/home").field("csrf_token")
    told.get("/moving/people")
    told.post("/moving/home", {"csrf_token": earlier, "answer": "owned"})
    answers = told.get("/answers").text("dl")
    assert "A home I own" in answers
    assert "deposit" not in answers, "what no longer applies is neither asked nor shown"
    told.send("/moving/home", {"answer": "rented"})
    assert "$1,000.01" in told.get("/answers").text("dl"), "what applies again was not lost"


def test_two_tabs_on_one_journey_share_their_answers(browser: Browser) -> None:
    browser.send("/moving/who_for", {"answer": "me"})
    first, second = browser.get("/moving/people"), browser.get("/moving/warm")
    tokens = first.field("csrf_token"), second.field("csrf_token")
    browser.post("/moving/people", {"csrf_token": tokens[0], "answer": "3"})
    browser.post("/moving/warm", {"csrf_token": tokens[1], "answer": "yes"})
    assert browser.get("/moving/people").field("answer") == "3"
    assert browser.get("/moving/warm").all("input", value="yes", checked="")


def test_two_tabs_on_two_journeys_ask_before_one_takes_the_place_of_the_other(
    browser: Browser,
) -> None:
    one = browser.get("/moving/who_for").field("csrf_token")
    two = browser.get("/resting/who_for").field("csrf_token")
    browser.post("/moving/who_for", {"csrf_token": one, "answer": "me"})
    page = browser.post("/resting/who_for", {"csrf_token": two, "answer": "client"})
    assert page.text("h1") == "You already have a plan in this browser"
    assert "Moving house" in page.text("header")
    page = browser.send("/moving/people", {"answer": "4"})
    assert browser.get("/moving/people").field("answer") == "4", "the first plan goes on"


def test_a_tab_left_open_from_a_cleared_plan_brings_nothing_back(told: Browser) -> None:
    token = told.get("/checklist").field("csrf_token")
    told.post("/start-over", {"csrf_token": token})
    page = told.post("/checklist", {"csrf_token": token, "mark": "change_address:done"})
    assert "no plan in this browser" in page.text("h1")
    page = told.post("/moving/people", {"csrf_token": token, "answer": "3"})
    assert told.status == 400
    assert page.field("answer") == "3"


@pytest.mark.parametrize(
    ("path", "form"), [("/checklist", {"mark": "change_address:done"}), ("/start-over", {})]
)
def test_a_button_that_did_nothing_says_so(told: Browser, path: str, form: dict[str, str]) -> None:
    before = told.cookie
    page = told.post(path, {"csrf_token": "old", **form})
    assert told.status == 400
    assert STALE in page.text("main")
    assert told.cookie == before


def test_a_mark_that_does_not_fit_says_so(told: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    token = told.get("/checklist").field("csrf_token")
    before = told.cookie
    monkeypatch.setattr("navigator.web.session.LARGEST_COOKIE", 10)
    page = told.post("/checklist", {"csrf_token": token, "mark": "change_address:done"})
    assert told.status == 400
    assert "too long for this browser to remember" in page.text("main")
    assert told.cookie == before


def test_without_cookies_a_page_says_so_and_nothing_goes_in_circles(app: Flask) -> None:
    browser = Browser(app.test_client(use_cookies=False))
    for path, answer in (("/moving/who_for", "me"), ("/moving/people", "3")):
        for _ in range(2):
            page = browser.send(path, {"answer": answer})
            assert (browser.path, browser.status) == (path, 400), "it stays on the page"
            assert "allow cookies for this site" in page.text("main")
        assert page.all("input", value=answer)
    page = browser.post("/checklist", {"mark": "change_address:done"})
    assert "your browser keeps no cookies: allow them" in page.text("main")
    browser.post("/resting/", {"way": "add"})
    assert browser.path == "/resting/who_for"


KINDS: dict[str, list[object]] = {
    "move_day": [True, "2027-02-30", "9999999-01-01", 20270101, ["2027-01-01"], {}],
    "home": [True, "castle", ["rented"], 7, {"amount": "1", "per": "week"}],
    "helpers": ["firm", ["castle"], True, {"firm": True}],
    "people": ["many", True, [3], 2.5],
    "rent": ["NaN", "1e9999", -5, True, "-1", []],
    "pay": [
        {"amount": "x", "per": "week"},
        {"amount": "5", "per": "blink"},
        {"per": 1},
        "Infinity",
    ],
    "home_state": ["XX", 7, None.__class__.__name__, ["OH"]],
    "born_in": ["2026-13", "2026-01-01", 1990, True],
    "warm": ["yes", 1, [], {}],
    "vanished": [True, "x", None],
}


@pytest.mark.parametrize("question", KINDS)
def test_an_answer_that_no_longer_fits_is_named_and_never_used(
    browser: Browser, question: str
) -> None:
    browser.send("/moving/who_for", {"answer": "me"})
    for answer in KINDS[question]:
        with browser.client.session_transaction() as session:
            session["answers"] = {question: answer}
        main = browser.get("/answers").text("main")
        named = browser.get(f"/moving/{question}").text("h1")
        named = "A question we no longer ask" if question == "vanished" else named
        assert f"are not used: {named}" in main, answer
        assert browser.get("/checklist").text("h1") == "Your plan"
        assert browser.get("/checklist/print").text("h1")


def _untokened(page: Page) -> str:
    """Return a page without its tokens, which hold the second they were made in."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page.html)
