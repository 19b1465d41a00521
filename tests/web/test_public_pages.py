"""Steps and offices as everyone may read them: whom they are for, and the office of a state."""

from __future__ import annotations

from flask import Flask

from navigator.content.lint.references import TAKEN_ADDRESSES
from tests.web.conftest import Browser
from tests.web.test_lives import go_on


def test_a_step_says_whom_it_is_for_and_leads_into_each_of_its_journeys(person: Browser) -> None:
    page = person.get("/steps/food_card")
    assert "Who is this for? Do you need food soon? “Yes”" in page.text("main")
    for journey in ("baby", "flood", "work"):
        assert page.all("a", href=f"/{journey}/")
    assert "For everyone in one of the situations" in person.get("/steps/pump").text("main")


def test_a_state_with_an_office_of_its_own_shows_it(person: Browser) -> None:
    for path in ("/steps/food_card", "/agencies/food_office"):
        page = person.get(path)
        assert page.all("select", name="state"), path
        assert "State food office" in page.text("main")
        page = person.get(f"{path}?state=OH")
        assert "Ohio food office" in page.text("main")
        assert page.all("a", href="https://example.org/ohio")
        assert page.all("a", href="tel:5550102")
        assert page.all("option", value="OH", selected="")


def test_a_state_without_one_is_told_so_and_given_the_finder(person: Browser) -> None:
    page = person.get("/agencies/food_office?state=WV")
    assert "We do not have the page for West Virginia here: use this finder." in page.text("main")
    assert page.all("a", href="https://example.org/finder")
    for strange in ("XX", "", "oh", "<b>"):
        page = person.get(f"/agencies/food_office?state={strange}")
        assert "We do not have the page" not in page.text("main")


def test_an_office_that_is_the_same_everywhere_asks_for_no_state(person: Browser) -> None:
    assert not person.get("/agencies/help_line?state=OH").all("select")
    assert not person.get("/steps/pump?state=OH").all("select")


def test_a_picked_state_goes_along_into_the_interview(person: Browser) -> None:
    page = person.get("/steps/food_card?state=OH")
    assert page.all("a", href="/flood/?state=OH")
    page = person.get("/flood/?state=OH")
    assert page.all("a", href="/flood/who_for?state=OH")
    person.get("/flood/who_for?state=OH")
    person.send("/flood/who_for?state=OH", {"answer": "me"})
    assert "home_state" not in go_on(person)
    assert "Which state do you live in? Ohio" in person.get("/answers").text("main")


def test_an_answer_given_before_counts_more_than_a_picked_state(person: Browser) -> None:
    person.send("/flood/who_for?state=OH", {"answer": "me"})
    person.send("/flood/who_for?state=WV", {"answer": "me"})
    assert "Ohio" in person.get("/answers").text("main")


def test_an_office_says_whom_it_is_for_and_leads_into_journeys(person: Browser) -> None:
    page = person.get("/agencies/food_office")
    assert "Who it is for: Anyone who needs food" in page.text("main")
    assert page.all("a", href="/work/")
    page = person.get("/agencies/food_office?state=OH")
    assert page.all("a", href="/steps/food_card?state=OH")
    assert page.all("a", href="/work/?state=OH")


def test_the_plan_says_where_a_state_has_no_page_here(person: Browser) -> None:
    person.send("/flood/who_for?state=WV", {"answer": "me"})
    go_on(person)
    page = person.get("/checklist")
    assert "We do not have the page for West Virginia here: use this finder." in page.text("main")


def test_no_journey_can_take_an_address_of_the_site(app: Flask) -> None:
    first = {str(rule).split("/")[1].partition(".")[0] for rule in app.url_map.iter_rules()}
    words = {part for part in first if part.isidentifier()}
    assert words <= TAKEN_ADDRESSES
