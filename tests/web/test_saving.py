"""Save and come back: a code, another device, a changed plan."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.conftest import Browser
from tests.web.saved import code_on, saved
from tests.web.test_journey import MOVING


@pytest.fixture
def told(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


def test_the_way_to_save_stands_at_the_top_and_at_the_end_of_the_plan(told: Browser) -> None:
    page = told.get("/checklist")
    assert len(page.all("a", href="/save")) == 2
    assert "Save this plan and come back later" in page.text("main")


def test_a_saved_plan_opens_in_another_browser_with_marks_and_notes(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    told.send("/checklist", {"mark": "change_address:done"})
    code = saved(told)
    assert re.fullmatch(r"(\w{4} ){4}\w{4}", code)
    told.get("/checklist/book_firm")
    page = told.get("/checklist/book_firm")
    token = page.field("csrf_token")
    told.post("/checklist/book_firm/note", {"csrf_token": token, "note": "Ask for Ann"})
    other = another_browser()
    page = other.send("/return", {"code": code.lower().replace(" ", "")})
    assert (other.path, other.status) == ("/checklist", 200)
    assert "Tell the post office" in page.text("main")
    assert "Done or set aside" in page.text("main")
    assert "Ask for Ann" in other.get("/checklist/book_firm").html
    assert "$1,000.01" in other.get("/answers").text("dl")


def test_before_saving_a_note_is_not_offered(told: Browser) -> None:
    page = told.get("/checklist/book_firm")
    assert not page.all("textarea")
    assert "A note needs a saved plan" in page.text("main")


def test_an_empty_note_takes_the_old_one_away(told: Browser) -> None:
    saved(told)
    for note in ("Ask for Ann", ""):
        token = told.get("/checklist/book_firm").field("csrf_token")
        told.post("/checklist/book_firm/note", {"csrf_token": token, "note": note})
        assert ("Ask for Ann" in told.get("/checklist/book_firm").html) == bool(note)


def test_what_is_not_saved_yet_is_said_and_saved_on_request(told: Browser) -> None:
    saved(told)
    assert "This plan is saved." in told.get("/checklist").text("main")
    told.send("/checklist", {"mark": "change_address:done"})
    assert "not the latest changes" in told.get("/checklist").text("main")
    page = told.send("/save", {"way": "update"})
    assert "not saved yet" not in page.text("main")
    assert "This plan is saved." in told.get("/checklist").text("main")


def test_the_square_holds_the_address_and_the_code_behind_the_hash(told: Browser) -> None:
    saved(told)
    page = told.get("/save")
    assert 'class="qr"' in page.html
    assert "localhost/return" in page.text("main")
    code = code_on(page).replace(" ", "")
    assert not [a for a in page.all("a") if code in a["href"]], "the code stands in no link"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter the code from your paper"),
        ("7K2M QX9T", "Enter all 20 letters and digits. This has 8"),
        ("7K2M QX9T 4B8D 1HWZ 6RYC", "one of them is not right"),
    ],
)
def test_a_mistyped_code_is_explained_and_kept(browser: Browser, typed: str, said: str) -> None:
    page = browser.send("/return", {"code": typed})
    assert browser.status == 400
    assert said in page.text("main")
    assert page.field("code") == typed


def test_a_code_nobody_has_opens_nothing(browser: Browser) -> None:
    page = browser.send("/return", {"code": "0PKK JEHW 7MG7 H9Y5 2A0F"})
    assert browser.status == 404
    assert "No saved plan opens with this code" in page.text("main")


def test_another_plan_in_the_browser_is_asked_about_first(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    code = saved(told)
    other = another_browser()
    other.tell({}, "resting")
    page = other.send("/return", {"code": code})
    assert "changes that are not saved" in page.text("main")
    form = {"csrf_token": page.field("csrf_token"), "code": page.field("code"), "replace": "yes"}
    page = other.post("/return", form)
    assert "Plan: Moving house" in page.text("header")


def test_a_deleted_plan_opens_nowhere_and_the_browser_keeps_its_answers(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    code = saved(told)
    told.post("/save/forget", {"csrf_token": told.get("/save").field("csrf_token")})
    assert told.path == "/checklist"
    assert "Tell the post office" in told.get("/checklist").text("main")
    other = another_browser()
    other.send("/return", {"code": code})
    assert other.status == 404


def test_a_plan_deleted_elsewhere_is_told_and_can_be_saved_anew(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    code = saved(told)
    other = another_browser()
    other.send("/return", {"code": code})
    other.post("/save/forget", {"csrf_token": other.get("/save").field("csrf_token")})
    assert "The saved plan is gone" in told.get("/save").text("h1")
    assert saved(told) not in ("", code)


def test_of_two_devices_neither_loses_a_change_without_being_asked(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    code = saved(told)
    other = another_browser()
    other.send("/return", {"code": code})
    other.send("/checklist", {"mark": "change_address:done"})
    other.send("/save", {"way": "update"})
    told.send("/checklist", {"mark": "book_firm:done"})
    page = told.send("/save", {"way": "update"})
    assert told.status == 409
    assert "changed on another device" in page.text("main")
    page = told.send("/save", {"way": "over"})
    assert told.status == 200
    assert "not saved yet" not in page.text("main")
    page = other.send("/return", {"code": code})
    assert not page.all("button", value="change_address:done") or page.text("main")


def test_how_long_it_is_kept_is_told_and_can_be_made_longer(told: Browser) -> None:
    saved(told, days="30")
    assert "It is kept until December 21, 2026" in told.get("/save").text("main")
    told.send("/save", {"way": "extend", "days": "365"})
    assert "It is kept until November 21, 2027" in told.get("/save").text("main")


def test_a_form_that_is_too_old_saves_nothing(told: Browser) -> None:
    page = told.post("/save", {"csrf_token": "forged", "way": "new"})
    assert told.status == 400
    assert not code_on(page)
    assert "The answers are still in this browser" in page.text("main")


def test_without_a_plan_there_is_nothing_to_save(browser: Browser) -> None:
    assert "There is no plan in this browser yet" in browser.get("/save").text("main")
