"""Whatever is sent, the page says what to enter, keeps what was typed, and never fails."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.conftest import Browser, Form
from tests.web.test_journey import MOVING

Wrong = tuple[str, Form, str]
DATE: Form = {"month": "2", "day": "10", "year": "2027"}

WRONG: list[Wrong] = [
    ("who_for", {}, "Select who this plan is for"),
    ("who_for", {"answer": "nobody"}, "Select one of the answers in the list"),
    ("who_for", {"answer": "-not-sure"}, "Select one of the answers in the list"),
    ("who_for", {"reply": "-not-sure"}, "Select who this plan is for"),
    ("warm", {"answer": "-prefer-not"}, "Select one of the answers in the list"),
    ("people", {"reply": "-prefer-not"}, "Enter a number"),
    ("move_day", {}, "Enter the day of the move"),
    ("move_day", {"month": " ", "day": "\u200b", "year": "\x00"}, "Enter the day of the move"),
    ("move_day", {**DATE, "day": "30"}, "Enter a day that is in the month you selected: 1 to 28"),
    ("move_day", {**DATE, "day": "0"}, "1 to 28"),
    ("move_day", {**DATE, "day": "-1"}, "Enter the day as a number"),
    ("move_day", {**DATE, "day": "tenth"}, "Enter the day as a number"),
    ("move_day", {"day": "10", "year": "2027"}, "Select the month"),
    ("move_day", {**DATE, "month": "13"}, "Select the month"),
    ("move_day", {**DATE, "year": "27"}, "Enter the year with 4 digits"),
    ("move_day", {**DATE, "year": "99999999999999999999"}, "Enter the year with 4 digits"),
    ("move_day", {**DATE, "year": "2025"}, "not before January 1, 2026"),
    ("move_day", {**DATE, "year": "2028"}, "not after December 31, 2027"),
    ("home", {}, "Select an answer"),
    ("home", {"answer": "castle"}, "Select one of the answers in the list"),
    ("home", {"answer": "shared"}, "Select one of the answers in the list"),
    ("helpers", {}, "Select all that fit"),
    ("helpers", {"answer": ["firm", "-none"]}, "Select either what fits, or “None of these”"),
    ("helpers", {"answer": ["firm", "aliens"]}, "Select one of the answers in the list"),
    ("people", {"answer": ""}, "Enter a number, such as 3"),
    ("people", {"answer": "two"}, "Enter a whole number in digits"),
    ("people", {"answer": "2.5"}, "Enter a whole number in digits"),
    ("people", {"answer": "-3"}, "Enter a whole number in digits"),
    ("people", {"answer": "1e3"}, "Enter a whole number in digits"),
    ("people", {"answer": "0"}, "Enter a number that is at least 1"),
    ("people", {"answer": "13"}, "Enter a number that is at most 12"),
    ("people", {"answer": "9" * 5000}, "Enter a smaller number"),
    ("people", {"answer": "½"}, "Enter a whole number in digits"),
    ("rent", {"answer": " "}, "Enter an amount, such as 1,200"),
    ("rent", {"answer": "-5"}, "Enter an amount that is 0 or more"),
    ("rent", {"answer": "1,23"}, "Enter an amount in digits"),
    ("rent", {"answer": "12.345"}, "Enter an amount in digits"),
    ("rent", {"answer": "NaN"}, "Enter an amount in digits"),
    ("rent", {"answer": "Infinity"}, "Enter an amount in digits"),
    ("rent", {"answer": "<script>alert(1)</script>"}, "Enter an amount in digits"),
    ("rent", {"answer": "999,999,999,999"}, "Enter a smaller amount"),
    ("pay", {"answer": ""}, "Enter an amount, such as 1,800"),
    ("pay", {"answer": "100"}, "Select how often this money comes"),
    ("pay", {"answer": "100", "per": "blink"}, "Select how often this money comes"),
    ("home_state", {}, "Select a state or territory"),
    ("home_state", {"answer": "XX"}, "Select one of the answers in the list"),
    ("home_state", {"answer": "\u202eOH"}, "Select one of the answers in the list"),
    ("born_in", {"month": "3"}, "Enter the year with 4 digits"),
    ("born_in", {}, "Enter a month and a year"),
    ("born_in", {"month": "12", "year": "2026"}, "Enter a date that is not after"),
    ("warm", {}, "Select yes or no"),
    ("warm", {"answer": "maybe"}, "Select one of the answers in the list"),
    ("warm", {"reply": "whatever"}, "Select yes or no"),
]


@pytest.fixture
def begun(browser: Browser) -> Browser:
    browser.send("/moving/who_for", {"answer": "me"})
    browser.send("/moving/move_day", MOVING["move_day"])
    browser.send("/moving/home", {"answer": "rented"})
    return browser


@pytest.mark.parametrize(("question", "form", "message"), WRONG)
def test_a_wrong_answer_is_answered_with_what_to_enter(
    begun: Browser, question: str, form: Form, message: str
) -> None:
    page = begun.send(f"/moving/{question}", form)
    assert begun.status == 400
    summary = unescape(page.html.split('role="alert"')[1].split("</div>")[0])
    assert message in summary
    for name, value in form.items():
        if isinstance(value, str) and page.all("input", type="text", name=name):
            kept = page.field(name)
            assert kept == re.sub(r"[\x00\u200b\u202e]", "", value)[:200]


@pytest.mark.parametrize(
    ("question", "form", "shown"),
    [
        ("people", {"answer": " 1,1\u0660 "}, None),
        ("people", {"answer": "\u0663"}, "3"),
        ("people", {"answer": "\uff11\uff12"}, "12"),
        ("people", {"answer": "\u202e\u200f4\x00"}, "4"),
        ("rent", {"answer": " $1,234.5 "}, "$1,234.50"),
        ("rent", {"answer": "0"}, "$0"),
        ("pay", {"answer": "900", "per": "two weeks"}, "$900 every two weeks"),
        ("born_in", {"month": "02", "year": "२०००"}, "February 2000"),
        ("home_state", {"reply": "-not-sure"}, "I’m not sure"),
        ("pay", {"reply": "-prefer-not", "answer": "12"}, "Prefer not to say"),
        ("helpers", {"answer": "-none"}, "None of these"),
    ],
)
def test_generous_reading(begun: Browser, question: str, form: Form, shown: str | None) -> None:
    begun.send(f"/moving/{question}", form)
    if shown is None:
        assert begun.status == 400
        return
    begun.tell({name: form for name, form in MOVING.items() if name != question} | {question: form})
    assert shown in begun.get("/answers").text("main")


def test_a_button_given_before_is_said_when_coming_back(begun: Browser) -> None:
    begun.send("/moving/pay", {"reply": "-prefer-not"})
    assert "You answered: Prefer not to say" in begun.get("/moving/pay").text("main")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/castle/", 404),
        ("/castle/who_for", 404),
        ("/moving/dragon", 404),
        ("/moving/tired", 404),
        ("/moving/%00", 404),
        ("/moving/%ff%fe", 404),
        ("/steps/dragon", 404),
        ("/agencies/dragon", 404),
        ("/" + "a" * 5000, 404),
        ("/moving/who_for?from=%22%3E%3Cscript%3E", 200),
    ],
)
def test_strange_addresses_have_a_page(browser: Browser, path: str, status: int) -> None:
    page = browser.get(path)
    assert browser.status == status
    assert "<script>" not in page.html
    assert "%3C" not in page.html


@pytest.mark.parametrize("path", ["/moving/dragon", "/castle/who_for", "/castle/", "/nowhere"])
def test_strange_posts_have_a_page(browser: Browser, path: str) -> None:
    browser.post(path, {"answer": "x"})
    assert browser.status in (404, 405)


def test_a_body_that_is_too_large_is_refused(begun: Browser) -> None:
    begun.post("/moving/people", {"answer": "9" * 1_000_000})
    assert begun.status == 413


def test_a_file_in_place_of_an_answer_is_no_answer(begun: Browser) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="answer"; filename="a"\r\n\r\n7\r\n--x--\r\n'
    )
    sent = begun.client.post(
        "/moving/people", data=body, content_type="multipart/form-data; boundary=x"
    )
    assert sent.status_code == 400


@pytest.mark.parametrize(
    "body", [b"answer=\xff\xfe&csrf_token=\x80", b"answer=%ff%00", b"&=&;;%", b""]
)
def test_a_body_that_is_no_text_is_no_answer(begun: Browser, body: bytes) -> None:
    kind = "application/x-www-form-urlencoded"
    sent = begun.client.post("/moving/people", data=body, content_type=kind)
    assert sent.status_code == 400


def test_a_failed_token_shows_the_form_again_with_the_answer(begun: Browser) -> None:
    page = begun.post("/moving/pay", {"answer": "1,234", "per": "year", "csrf_token": "old"})
    assert begun.status == 400
    assert "Your answer is still here" in page.text("main")
    assert page.field("answer") == "1,234"
    assert page.all("option", value="year", selected="")


def test_a_lost_cookie_is_explained_and_the_answer_kept(begun: Browser) -> None:
    token = begun.get("/moving/people").field("csrf_token")
    begun.client.delete_cookie("plan")
    page = begun.post("/moving/people", {"answer": "5", "csrf_token": token})
    assert "allow cookies" in page.text("main")
    page = begun.post(
        "/moving/people",
        {"answer": page.field("answer"), "csrf_token": page.field("csrf_token")},
    )
    assert begun.path == "/moving/who_for"
    assert begun.get("/moving/people").field("answer") == "5"


@pytest.mark.parametrize("mark", ["", "dragon:done", "change_address:eaten", "rest:done", ":"])
def test_strange_marks_are_refused(begun: Browser, mark: str) -> None:
    begun.send("/checklist", {"mark": mark})
    assert begun.status == 400


def test_a_mark_without_a_token_changes_nothing(begun: Browser) -> None:
    page = begun.post("/checklist", {"mark": "change_address:done"})
    assert begun.path == "/checklist"
    assert "Done or set aside" not in page.text("main")


def test_a_question_that_does_not_apply_leads_on(browser: Browser) -> None:
    browser.send("/moving/who_for", {"answer": "me"})
    browser.send("/moving/home", {"answer": "owned"})
    browser.get("/moving/rent")
    assert browser.path == "/moving/move_day"


def test_answers_that_no_longer_fit_are_named_not_used(begun: Browser) -> None:
    with begun.client.session_transaction() as session:
        session["answers"] = {"people": "many", "vanished": True, "home": "rented"}
        session["marks"] = {"change_address": "exploded"}
    page = begun.get("/answers")
    assert "These answers no longer fit" in page.text("main")
    assert "How many people move?" in page.text("main")
    begun.get("/checklist")
    assert begun.status == 200


@pytest.mark.parametrize(
    ("question", "answer", "shown"),
    [
        ("people", 13, "13"),
        ("people", 0, "0"),
        ("born_in", "2027-05", "2027"),
        ("move_day", "2025-12-31", "2025"),
        ("move_day", "2028-01-01", "2028"),
    ],
)
def test_an_answer_beyond_new_limits_is_named_not_used_and_not_lost(
    begun: Browser, question: str, answer: object, shown: str
) -> None:
    with begun.client.session_transaction() as session:
        session["answers"] = {**session.get("answers", {}), question: answer}
    page = begun.get("/answers")
    assert "These answers no longer fit" in page.text("main")
    asked = begun.get(f"/moving/{question}")
    assert asked.text("h1") in page.text("main")
    assert asked.text("h1") not in page.text("dl"), "it does not count as answered"
    field = "answer" if question == "people" else "year"
    assert asked.field(field) == shown
    begun.send("/moving/warm", {"answer": "yes"})
    assert begun.get(f"/moving/{question}").field(field) == shown, "another answer leaves it alone"


def test_answers_within_limits_are_not_complained_of(begun: Browser) -> None:
    begun.tell(MOVING)
    assert "no longer fit" not in begun.get("/answers").text("main")
    begun.tell({**MOVING, "people": {"answer": "12"}})
    assert "no longer fit" not in begun.get("/answers").text("main")


def test_an_answer_too_many_for_the_browser_is_explained_and_kept_on_the_page(
    begun: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = begun.cookie
    monkeypatch.setattr("navigator.web.session.LARGEST_COOKIE", len(before or ""))
    page = begun.send("/moving/helpers", {"answer": ["friends", "firm"]})
    assert begun.status == 400
    assert "too long for this browser to remember" in page.text("main")
    assert page.all("input", value="firm", checked="")
    assert begun.cookie == before


def test_an_option_that_is_no_longer_offered_counts_as_not_answered(begun: Browser) -> None:
    begun.send("/moving/move_day", {"month": "11", "day": "21", "year": "2026"})
    begun.send("/moving/home", {"answer": "shared"})
    begun.send("/moving/move_day?from=answers", MOVING["move_day"])
    assert begun.path == "/moving/home"
    page = begun.get("/answers")
    assert "A shelter" not in page.text("main")
    assert "These answers no longer fit" in page.text("main")
    assert "What do you move into?" in page.text("main")
