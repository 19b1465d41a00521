"""A plan of five journeys: every page stays light, and no step gets lost between the pages."""

from __future__ import annotations

import gzip
import random
import re

import pytest

from navigator.content import open_library
from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web import create_app
from tests.web.conftest import KEYS, TODAY, Browser, Form
from tests.web.fivefold import fivefold
from tests.web.page_checks import Page
from tests.web.test_lives import with_query
from tests.web.test_shipped import some_answer

LATER = 12 * 1024
NOT_SURE: Form = {"answer": "-not-sure", "reply": "-not-sure"}


@pytest.fixture(scope="module")
def five() -> Library:
    return fivefold(open_library(), "having_a_child")


@pytest.fixture
def family(five: Library) -> Browser:
    return on_a_site_of(five)


def on_a_site_of(library: Library) -> Browser:
    settings = Settings(site_name="Test site", keys=KEYS)
    return Browser(create_app(library, settings, today=lambda: TODAY).test_client())


def tell(family: Browser, five: Library, seed: int | None) -> None:
    """Start all journeys; answer at random, or without a ``seed`` be sure of nothing."""
    chance = random.Random(seed)
    family.get("/start?" + "&".join(f"journey={journey}" for journey in five.journeys))
    page = family.send(with_query(family), {"answer": "me"})
    while found := re.fullmatch(r"/\w+/(\w+)", family.path):
        assert weight(page) <= LATER, family.path
        question = five.questions[found[1]]
        form = NOT_SURE if seed is None else some_answer(question, page, chance)
        page = family.send(family.path, form)


def weight(page: Page) -> int:
    return len(gzip.compress(page.html.encode()))


def cards(page: Page) -> list[str]:
    return [id for id in page.ids() if id.startswith("step-")]


@pytest.mark.parametrize("seed", [None, 1, 2])
@pytest.mark.parametrize("is_shipped", [False, True])
def test_every_page_is_light_and_each_step_stands_on_one_of_them(
    five: Library, is_shipped: bool, seed: int | None
) -> None:
    library = open_library() if is_shipped else five
    family = on_a_site_of(library)
    tell(family, library, seed)
    whole = cards(family.get("/checklist/print"))
    assert len(whole) > (20 if is_shipped else 100)
    waiting, seen = ["/answers", "/checklist"], []
    met: list[str] = []
    while waiting:
        path = waiting.pop(0)
        seen.append(path)
        page = family.get(path)
        assert family.status == 200
        assert weight(page) <= LATER, path
        met += cards(page)
        links = {link["href"] for link in page.all("a")}
        waiting += sorted(
            link
            for link in links
            if link.startswith("/checklist/more/") and link not in (*seen, *waiting)
        )
    assert sorted(met) == sorted(whole)


def test_the_pages_of_a_part_lead_on_and_back(family: Browser, five: Library) -> None:
    tell(family, five, None)
    page = family.get("/checklist/more/may-apply")
    assert "Page 1 of" in page.text("main")
    after = page.all("a", href="/checklist/more/may-apply?page=2")
    assert after
    page = family.get("/checklist/more/may-apply?page=2")
    assert page.all("a", href="/checklist/more/may-apply")
    assert page.all("a", href="/checklist")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("may-apply?page=0", 404),
        ("may-apply?page=99", 404),
        ("may-apply?page=-1", 404),
        ("may-apply?page=two", 200),
        ("vanished", 404),
        ("done", 404),
    ],
)
def test_a_part_that_is_not_there_is_no_page(
    family: Browser, five: Library, path: str, status: int
) -> None:
    tell(family, five, None)
    family.get(f"/checklist/more/{path}")
    assert family.status == status


def test_a_part_without_a_plan_says_so(family: Browser) -> None:
    assert "no plan" in family.get("/checklist/more/papers").text("h1")


def test_a_short_plan_has_no_other_pages(browser: Browser) -> None:
    browser.tell({})
    assert "/checklist/more/" not in browser.get("/checklist").html
