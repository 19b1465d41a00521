"""Decision pages: the same for everyone, and on a plan with the person's own days."""

from __future__ import annotations

from tests.web.conftest import Browser
from tests.web.test_lives import go_on, start


def test_everyone_reads_all_ways_whom_they_fit_and_what_cannot_be_undone(person: Browser) -> None:
    page = person.get("/choices/rebuild_or_move")
    said = page.text("main")
    assert page.text("h1") == "Rebuild or move away"
    assert "We recommend none of these" in said
    for heading in ("What it brings", "What it costs", "What cannot be undone", "Until when"):
        assert heading in said
    assert "When it fits Did you lose work because of the flood? “No”" in said
    assert "60 days after the flood" in said
    assert page.all("a", href="/flood/")
    assert "Set-Cookie" not in person.response.headers
    person.get("/choices/vanished")
    assert person.status == 404


def test_the_plan_links_to_the_choice_with_the_persons_own_days(person: Browser) -> None:
    start(person, "flood")
    person.send("/flood/who_for", {"answer": "me"})
    person.send("/flood/flood_day", {"month": "11", "day": "2", "year": "2026"})
    page = person.get("/checklist")
    assert page.all("a", href="/checklist/choices/rebuild_or_move")
    page = person.get("/checklist/choices/rebuild_or_move")
    assert "Say so by January 1, 2027." in page.text("main")
    assert "When it fits" in page.text("main"), "nobody asked yet about lost work"
    assert page.text("title") == "Test site"
    assert "After a flood" in page.text("header")


def test_a_way_that_answers_rule_out_is_not_on_the_plan(person: Browser) -> None:
    start(person, "flood")
    go_on(person)
    page = person.get("/checklist/choices/rebuild_or_move")
    assert page.texts["h2"][:1] == ["Move away"]
    assert "You keep your home" in person.get("/choices/rebuild_or_move").text("main")


def test_without_a_plan_the_own_page_is_the_public_one(person: Browser) -> None:
    person.get("/checklist/choices/rebuild_or_move")
    assert person.path == "/choices/rebuild_or_move"
    person.get("/checklist/choices/vanished")
    assert person.status == 404


def test_the_whole_plan_on_paper_holds_every_way(person: Browser) -> None:
    start(person, "flood")
    go_on(person)
    assert "The land is sold for good." in person.get("/checklist/print").text("main")
    assert "The land is sold for good." not in person.get("/checklist").text("main")
