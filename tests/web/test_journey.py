"""A person goes through a journey: question by question, check, checklist, marks, leaving."""

from __future__ import annotations

import pytest

from tests.web.conftest import Browser, Form

MOVING: dict[str, Form] = {
    "move_day": {"month": "1", "day": "9", "year": "2027"},
    "home": {"answer": "rented"},
    "helpers": {"answer": ["firm"]},
    "people": {"answer": "2"},
    "rent": {"answer": "1,000.01"},
    "pay": {"answer": "$461", "per": "week"},
    "home_state": {"answer": "OH"},
    "born_in": {"month": "3", "year": "1990"},
    "warm": {"answer": "no"},
}


def test_a_journey_leads_from_home_to_the_checklist(browser: Browser) -> None:
    home = browser.get("/")
    assert home.all("a", href="/moving/")
    start = browser.get("/moving/")
    assert "At most 9 questions" in start.text("main")
    assert start.all("a", href="/moving/who_for")
    page = browser.tell(MOVING)
    assert browser.path == "/answers"
    assert page.all("a", href="/checklist")
    page = browser.get("/checklist")
    assert "Guidance, not a decision" in page.text("main")
    text = page.text("main")
    assert text.index("Tell the post office") < text.index("Book the moving firm")
    assert "By Saturday, January 2, 2027, 42 days left" in text
    assert "Your pay is low" in text or "your pay is low" in text
    assert "Ask for help with heating" in text
    assert "The Ohio office" in text
    assert "5 steps, 4 offices, 1 application, 1 paper to have ready" in text
    assert page.all("a", href="tel:8002758777")
    assert "number not confirmed yet" in text


def test_answers_are_shown_again_on_the_way_back(browser: Browser) -> None:
    browser.tell(MOVING)
    page = browser.get("/moving/move_day")
    assert (page.field("day"), page.field("year")) == ("09", "2027")
    assert page.all("option", value="1", selected="")
    assert browser.get("/moving/home").all("input", value="rented", checked="")
    assert browser.get("/moving/helpers").all("input", value="firm", checked="")
    assert browser.get("/moving/people").field("answer") == "2"
    page = browser.get("/moving/pay")
    assert page.field("answer") == "461"
    assert page.all("option", value="week", selected="")
    assert browser.get("/moving/warm").all("input", value="no", checked="")


def test_back_leads_to_the_question_before(browser: Browser) -> None:
    browser.tell(MOVING)
    assert browser.get("/moving/pay").all("a", href="/moving/rent")


def test_the_progress_counts_down(browser: Browser) -> None:
    page = browser.send("/moving/who_for", {"answer": "me"})
    assert "At most 8 more questions" in page.text("main")
    page = browser.send("/moving/move_day", MOVING["move_day"])
    assert "At most 7 more questions" in page.text("main")


def test_only_what_matters_is_asked(browser: Browser) -> None:
    browser.tell({**MOVING, "home": {"answer": "owned"}})
    page = browser.get("/answers")
    assert "How much is the deposit?" not in page.text("main")


def test_the_check_page_lists_exactly_the_questions_of_the_path(browser: Browser) -> None:
    page = browser.tell(MOVING)
    asked = [text.strip() for text in page.texts["dt"]]
    assert asked == [
        "Who is this plan for?",
        "When do you move?",
        "What do you move into?",
        "Who helps you?",
        "How many people move?",
        "How much is the deposit?",
        "How much do you earn?",
        "Which state do you move to?",
        "In which month were you born?",
        "Is the new home warm enough?",
    ]
    assert "$461 a week" in page.text("main")
    assert "A moving firm" in page.text("main")


def test_changing_an_answer_asks_only_what_became_new(browser: Browser) -> None:
    browser.tell({**MOVING, "home": {"answer": "owned"}})
    browser.send("/moving/home?from=answers", {"answer": "rented"})
    assert browser.path == "/moving/rent"
    browser.send("/moving/rent", {"answer": "900"})
    assert browser.path == "/moving/home_state"
    browser.send("/moving/home_state", {"answer": "OH"})
    assert browser.path == "/answers"
    page = browser.send("/moving/home?from=answers", {"answer": "owned"})
    assert browser.path == "/answers"
    assert "How much is the deposit?" not in page.text("main")


def test_the_plan_so_far_is_one_link_away_on_every_page(browser: Browser) -> None:
    page = browser.send("/moving/who_for", {"answer": "me"})
    assert page.all("a", href="/checklist")
    page = browser.get("/checklist")
    assert "May apply" in page.text("main")
    assert page.all("a", href="/moving/move_day")
    assert "Go on with the questions" in page.text("main")


def test_an_open_step_names_what_would_settle_it(browser: Browser) -> None:
    browser.tell({**MOVING, "warm": {"answer": "-not-sure"}})
    page = browser.get("/checklist")
    assert page.all("a", href="/moving/warm?from=checklist")
    assert "Answer 1 question to settle this: Is the new home warm" in page.text("main")
    browser.send("/moving/warm?from=checklist", {"answer": "no"})
    assert browser.path == "/checklist"


def test_the_second_round_is_offered_and_leads_back(browser: Browser) -> None:
    browser.tell(MOVING)
    page = browser.get("/checklist")
    assert "Answer 2 more questions to settle 1 step" in page.text("main")
    browser.send("/moving/pets?from=details", {"answer": "yes"})
    assert browser.path == "/moving/box_days"
    page = browser.send("/moving/box_days?from=details", {"answer": "3"})
    assert browser.path == "/checklist"
    assert "You answered “3" in page.text("main")


def test_what_is_not_on_the_list_says_why_and_what_would_change_it(browser: Browser) -> None:
    browser.tell({**MOVING, "warm": {"answer": "yes"}})
    page = browser.get("/checklist")
    assert "Not in this plan, and why" in page.text("main")
    assert page.all("a", href="/moving/warm?from=checklist")


@pytest.mark.parametrize(("mark", "said"), [("done", "Done"), ("not_for_me", "Not for this")])
def test_a_step_can_be_marked_and_the_mark_taken_off(
    browser: Browser, mark: str, said: str
) -> None:
    browser.tell(MOVING)
    page = browser.send("/checklist", {"mark": f"change_address:{mark}"})
    assert said in page.text("main")
    assert "Done or set aside" in page.text("main")
    assert page.all("button", value="change_address:")
    page = browser.send("/checklist", {"mark": "change_address:"})
    assert "Done or set aside" not in page.text("main")


def test_a_plan_for_someone_else_is_worded_for_the_helper(browser: Browser) -> None:
    page = browser.send("/moving/who_for", {"answer": "client"})
    assert page.text("h1") == "When do they move?"
    page = browser.send("/moving/move_day", MOVING["move_day"])
    assert "Ask when nobody else can hear" in page.text("main")
    assert "A home they own" in page.text("main")
    browser.tell(MOVING, who="someone_close")
    page = browser.get("/checklist/print")
    assert "for the person you help" in page.text("header")
    assert "Help them tell the post office" in page.text("main")
    assert "I am helping someone move." in page.text("main")
    assert "A signed card" in page.text("main")
    assert "“What does the person you help move into?” was answered" in page.text("main")


def test_each_step_of_the_plan_has_a_page_that_says_all_of_it(browser: Browser) -> None:
    browser.tell(MOVING)
    page = browser.get("/checklist")
    assert page.all("a", href="/checklist/change_address")
    page = browser.get("/checklist/change_address")
    assert page.text("h1") == "Tell the post office the new address"
    assert page.text("title") == "Test site"
    assert "What happens next" in page.text("main")
    page = browser.post(
        "/checklist",
        {"csrf_token": page.field("csrf_token"), "mark": "change_address:done"},
    )
    assert "Done or set aside" in page.text("main")


def test_a_step_that_is_not_on_the_plan_is_shown_as_everyone_may_read_it(browser: Browser) -> None:
    browser.get("/checklist/change_address")
    assert browser.path == "/steps/change_address"
    browser.get("/checklist/no_such_step")
    assert browser.status == 404


def test_another_journey_asks_first(browser: Browser) -> None:
    browser.tell(MOVING)
    page = browser.get("/resting/who_for")
    assert "You already have a plan" in page.text("h1")
    token = page.field("csrf_token")
    page = browser.post("/resting/", {"csrf_token": token, "way": "add"})
    assert browser.path == "/resting/tired"
    assert "Moving house, A time of rest" in page.text("header")
    page = browser.send("/resting/tired", {"answer": "yes"})
    assert "When do you move?" in page.text("main")


def test_starting_another_journey_afresh_forgets_the_first(browser: Browser) -> None:
    browser.tell(MOVING)
    token = browser.get("/resting/who_for").field("csrf_token")
    browser.post("/resting/", {"csrf_token": token, "way": "new"})
    assert browser.path == "/resting/who_for"
    browser.tell({"tired": {"answer": "yes"}}, journey="resting")
    assert "move" not in browser.get("/answers").text("main").lower()
