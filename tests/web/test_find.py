"""No wrong door: everyday words lead to a step, a decision, an office or a life situation."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from tests.web.conftest import Browser
from tests.web.page_checks import Page

SECRET = "zebra-secret"


def found(page: Page) -> list[str]:
    links = [link["href"] for link in page.all("a")]
    return [link for link in links if link.startswith(("/steps/", "/choices/", "/agencies/"))]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("food stamps", "/steps/food_card"),
        ("Foodstamps", "/steps/food_card"),
        ("fod stmps", "/steps/food_card"),
        ("unemploymnt benefit", "/steps/claim"),
        ("SFO", "/agencies/food_office"),
        ("Ohio food office", "/agencies/food_office"),
        ("rebuild", "/choices/rebuild_or_move"),
        ("my house is under water", "/flood/"),
        ("hurricanes", "/flood/"),
    ],
)
def test_everyday_words_find_it_even_misspelled(person: Browser, words: str, path: str) -> None:
    page = person.get(f"/find?q={words}")
    assert path in [link["href"] for link in page.all("a")]
    assert page.field("q") == words


def test_nothing_found_is_said_and_leads_on(person: Browser) -> None:
    page = person.get("/find?q=xylophone")
    said = page.text("main")
    assert "We found nothing for these words" in said
    assert "That does not mean that there is no help" in said
    assert page.all("a", href="tel:211")
    assert page.all("a", href="https://www.usa.gov/")
    assert page.all("a", href="/")
    assert not found(page)


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%09", "?other=1"])
def test_an_empty_search_shows_the_box_alone(person: Browser, query: str) -> None:
    page = person.get(f"/find{query}")
    assert person.status == 200
    assert len(page.all("input", id="find")) == 1
    assert "nothing" not in page.text("main")


@pytest.mark.parametrize(
    "query",
    ["a" * 5000, "food " * 900, "%00", "%E2%80%AE7", "<script>", "'\"--", "½ २ 食物", "%ff"],
)
def test_any_query_is_answered(person: Browser, query: str) -> None:
    page = person.get(f"/find?q={query}")
    assert person.status == 200
    assert len(page.field("q")) <= 100


def test_the_box_stands_on_every_page_once(person: Browser) -> None:
    for path in (
        "/",
        "/find",
        "/flood/",
        "/steps/pump",
        "/checklist",
        "/flood/who_for",
        "/nowhere",
    ):
        assert len(person.get(path).all("input", id="find", name="q")) == 1, path


def test_what_was_searched_for_is_kept_nowhere(
    another_browser: Callable[[], Browser], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    browser = another_browser()
    page = browser.get(f"/find?q={SECRET}")
    assert SECRET not in caplog.text
    assert "GET /find 200" in caplog.text
    assert SECRET not in str(browser.response.headers)
    assert browser.response.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in browser.response.headers
    assert page.text("title") == "Test site"
    assert page.all("meta", name="robots", content="noindex")
