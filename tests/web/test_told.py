"""What was told in one journey is not asked in another, and the check page shows it."""

from __future__ import annotations

import re

import pytest

from navigator.content import open_library
from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web import create_app
from tests.web.conftest import KEYS, TODAY, Browser, Form
from tests.web.test_lives import start, with_query

SKIP: Form = {"reply": "-not-sure"}
NOT_SURE: Form = {"answer": "-not-sure"}


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


@pytest.fixture
def visitor(shipped: Library) -> Browser:
    settings = Settings(site_name="Test site", keys=KEYS)
    return Browser(create_app(shipped, settings, today=lambda: TODAY).test_client())


def answer(visitor: Browser, told: dict[str, Form]) -> list[str]:
    """Answer question after question; return what was asked, in order."""
    asked = []
    while found := re.fullmatch(r"/\w+/(\w+)", visitor.path):
        asked.append(found[1])
        path = with_query(visitor)
        is_chosen = bool(visitor.get(path).all("input", type="radio"))
        visitor.send(path, told.get(found[1], NOT_SURE if is_chosen else SKIP))
        assert visitor.status == 200
    return asked


def test_lost_work_is_told_once_and_can_be_changed(visitor: Browser) -> None:
    start(visitor, "financial_shock", "retirement")
    asked = answer(visitor, {"who_for": {"answer": "me"}, "happened": {"answer": ["lost_job"]}})
    assert "retire_stage" not in asked
    page = visitor.get("/answers")
    assert "I lost my job or most of my hours" in page.text("main")
    (change,) = page.all("a", href="/retirement/retire_stage?from=answers")
    assert visitor.get(change["href"]).all("input", value="lost_job", checked="")
    page = visitor.send("/retirement/retire_stage?from=answers", {"answer": "stopping"})
    assert "I plan to stop or cut back my work" in page.text("main")
    assert "I lost my job, or will soon" in page.text("main")


def test_what_is_told_is_ticked_where_more_can_be_ticked(visitor: Browser) -> None:
    answer_me: dict[str, Form] = {"who_for": {"answer": "me"}}
    start(visitor, "retirement")
    answer(visitor, {**answer_me, "retire_stage": {"answer": "lost_job"}})
    page = start(visitor, "financial_shock")
    action = page.all("form", method="post")[1]["action"]
    visitor.post(action, {"csrf_token": page.field("csrf_token"), "way": "add"})
    page = visitor.get("/financial_shock/happened")
    assert page.all("input", value="lost_job", checked="")
    assert not page.all("input", value="debt", checked="")
    assert "What was told already is ticked." in page.text("main")
    visitor.send("/financial_shock/happened", {"answer": ["debt"]})
    page = visitor.get("/financial_shock/happened")
    assert not page.all("input", value="lost_job", checked="")
    assert "What was told already is ticked." not in page.text("main")
