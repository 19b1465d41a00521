"""The picture of the dates, and the table that says the same."""

from __future__ import annotations

import pytest

from tests.web.conftest import Browser
from tests.web.test_journey import MOVING


@pytest.fixture
def told(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


def test_the_picture_and_the_table_show_the_same_steps(told: Browser) -> None:
    page = told.get("/checklist")
    dots = len(page.all("circle")) + len(page.all("path"))
    rows = page.all("th", scope="row")
    assert dots == len(rows) >= 2
    assert page.all("svg", role="img")[0]["aria-labelledby"] == "timeline-name"
    assert "Jan 2, 2027" in page.text("tbody")


def test_the_earliest_day_comes_first(told: Browser) -> None:
    ends = [float(dot["cx"]) for dot in told.get("/checklist").all("circle")]
    assert ends == sorted(ends)
    assert all(0 <= end <= 288 for end in ends)


def test_a_plan_with_fewer_than_two_dates_has_no_picture(browser: Browser) -> None:
    browser.tell({"home": {"answer": "owned"}})
    assert not browser.get("/checklist").all("table")
