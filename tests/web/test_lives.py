"""Several life situations in one plan: ticked at home or added later, and nothing asked twice."""

from __future__ import annotations

import re

from tests.web.conftest import Browser, Form
from tests.web.page_checks import Page

TOLD: dict[str, Form] = {
    "flood_day": {"month": "11", "day": "2", "year": "2026"},
    "last_day": {"month": "11", "day": "10", "year": "2026"},
    "due_day": {"month": "3", "day": "1", "year": "2027"},
    "home_state": {"answer": "OH"},
    "hungry": {"answer": "yes"},
    "lost_job": {"answer": "yes"},
}


def go_on(person: Browser) -> list[str]:
    """Answer question after question; return what was asked, in order."""
    asked = []
    while found := re.fullmatch(r"/\w+/(\w+)", person.path):
        asked.append(found[1])
        form = {"answer": "me"} if found[1] == "who_for" else TOLD[found[1]]
        person.send(with_query(person), form)
        assert person.status == 200
    return asked


def with_query(person: Browser) -> str:
    query = person.response.request.query_string.decode()
    return f"{person.path}?{query}" if query else person.path


def start(person: Browser, *journeys: str) -> Page:
    return person.get("/start?" + "&".join(f"journey={journey}" for journey in journeys))


def titles(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.texts["h3"]]


def test_several_answers_at_home_begin_one_interview_and_make_one_list(person: Browser) -> None:
    home = person.get("/")
    boxes = [box["value"] for box in home.all("input", type="checkbox", name="journey")]
    assert boxes == ["baby", "flood", "work"]
    start(person, *boxes)
    asked = go_on(person)
    assert asked == [
        "who_for",
        "due_day",
        "flood_day",
        "last_day",
        "hungry",
        "home_state",
        "lost_job",
    ]
    page = person.get("/checklist")
    steps = titles(page)
    assert steps.count("Ask for a food card") == 1
    assert {"See a doctor", "Pump the water out", "Claim unemployment pay"} <= set(steps)
    assert "Having a baby, After a flood, Losing a job" in page.text("header")


def test_each_life_situation_still_has_a_start_page_of_its_own(person: Browser) -> None:
    home = person.get("/")
    for journey in ("baby", "flood", "work"):
        assert home.all("a", href=f"/{journey}/")
        assert person.get(f"/{journey}/").all("a", href=f"/{journey}/who_for")


def test_nothing_ticked_says_what_to_do(person: Browser) -> None:
    for path in ("/start", "/start?journey=vanished", "/start?journey="):
        page = person.get(path)
        assert person.status == 400
        assert "Select at least one thing that is happening" in page.text("main")
        assert "Set-Cookie" not in person.response.headers


def test_a_mistake_at_the_first_question_keeps_all_that_was_ticked(person: Browser) -> None:
    start(person, "baby", "work")
    page = person.send(with_query(person), {})
    assert person.status == 400
    action = page.all("form", autocomplete="off")[0]["action"]
    person.post(action, {"csrf_token": page.field("csrf_token"), "answer": "me"})
    assert "Having a baby, Losing a job" in person.get("/checklist").text("header")


def test_ticking_another_while_there_is_a_plan_asks_first(person: Browser) -> None:
    start(person, "baby")
    go_on(person)
    page = start(person, "flood", "work")
    assert "You already have a plan" in page.text("h1")
    assert "Add “After a flood”, “Losing a job” to this plan" in page.text("main")
    action = page.all("form", method="post")[1]["action"]
    person.post(action, {"csrf_token": page.field("csrf_token"), "way": "add"})
    assert go_on(person) == ["flood_day", "last_day", "home_state", "lost_job"]
    assert "Having a baby, After a flood, Losing a job" in person.get("/answers").text("header")


def test_starting_over_with_several_forgets_the_first(person: Browser) -> None:
    start(person, "baby")
    go_on(person)
    page = start(person, "flood", "work")
    action = page.all("form", method="post")[1]["action"]
    person.post(action, {"csrf_token": page.field("csrf_token"), "way": "new"})
    assert go_on(person)[0] == "who_for"
    assert "After a flood, Losing a job" in person.get("/answers").text("header")
    assert "baby due" not in person.get("/answers").text("main")


def test_ticking_what_is_in_the_plan_already_asks_nothing_new(person: Browser) -> None:
    start(person, "flood", "work")
    go_on(person)
    assert "Who is this plan for?" in start(person, "work").text("h1")


def test_an_answer_offers_a_journey_and_one_button_adds_it(person: Browser) -> None:
    start(person, "flood")
    go_on(person)
    page = person.get("/checklist")
    assert "You lost work because of the flood." in page.text("main")
    assert len(page.all("form", action="/work/")) == 1, "each journey is offered once"
    before = set(titles(page))
    person.post("/work/", {"csrf_token": page.field("csrf_token"), "way": "add"})
    assert go_on(person) == ["last_day"], "what was told for the flood is not asked again"
    page = person.get("/checklist")
    assert before - {"Losing a job"} <= set(titles(page))
    assert "Claim unemployment pay" in titles(page)
    assert "This may help as well" not in page.text("main")
    answers = person.get("/answers").text("main")
    assert "Which state do you live in? Ohio" in answers
    assert "What was your last day at work?" in answers
    assert answers.count("Do you need food soon?") == 2, "the question, and its link to change it"


def test_the_button_of_an_old_page_changes_nothing(person: Browser) -> None:
    start(person, "flood")
    go_on(person)
    page = person.post("/work/", {"csrf_token": "old", "way": "add"})
    assert person.status == 400
    assert "Add “Losing a job” to this plan" in page.text("main")
    assert "Losing a job" not in person.get("/checklist").text("header")
