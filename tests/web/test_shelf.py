"""Where saved plans stand: what it knows, what survives a change, and when it does not answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask

from navigator.content import open_library
from navigator.content.library import Library
from navigator.settings import Settings
from navigator.storage import Plans, StoreError
from navigator.storage.database import open_store
from navigator.storage.store import Record
from navigator.web import create_app
from tests.web.conftest import JOURNEYS, KEYS, TODAY, Browser
from tests.web.saved import code_on, saved
from tests.web.test_journey import MOVING


@pytest.fixture
def told(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


class _Broken:
    """A database that takes nothing: each commit fails midway."""

    def add(self, locator: bytes, sealed: bytes, expires_on: date) -> None:
        raise StoreError("no")

    def find(self, locator: bytes, today: date) -> Record | None:
        raise StoreError("no")

    def replace(self, locator: bytes, record: Record) -> bool:
        raise StoreError("no")

    def delete(self, locator: bytes) -> None:
        raise StoreError("no")

    def sweep(self, today: date) -> int:
        raise StoreError("no")

    def close(self) -> None:
        """Nothing to let go of."""


def _site(library: Library, plans: Plans, today: date = TODAY) -> Browser:
    settings = Settings(site_name="Test site", keys=KEYS)
    config = {"TESTING": True, "PROPAGATE_EXCEPTIONS": True}
    app = create_app(library, settings, today=lambda: today, config=config, plans=plans)
    return Browser(app.test_client())


def test_a_save_that_fails_shows_an_error_and_no_code_and_keeps_the_answers(
    library: Library,
) -> None:
    browser = _site(library, Plans(_Broken()))
    browser.tell(MOVING)
    page = browser.send("/save", {"way": "new"})
    assert browser.status == 503
    assert "The plan was not saved" in page.text("main")
    assert not code_on(page)
    assert "$1,000.01" in browser.get("/answers").text("dl")
    assert not code_on(browser.get("/save"))
    browser.send("/return", {"code": "0PKK JEHW 7MG7 H9Y5 2A0F"})
    assert browser.status == 503


@pytest.fixture
def plans(tmp_path: Path) -> Iterator[Plans]:
    store = open_store(f"sqlite:///{tmp_path}/plans.db")
    yield Plans(store)
    store.close()


def test_a_plan_opens_after_the_journey_changed_and_says_what_is_new(
    library: Library, plans: Plans, tmp_path: Path
) -> None:
    first = _site(library, plans)
    first.tell(MOVING)
    first.send("/checklist", {"mark": "change_address:done"})
    code = saved(first)
    token = first.get("/checklist/book_firm").field("csrf_token")
    first.post("/checklist/book_firm/note", {"csrf_token": token, "note": "Ask for Ann"})
    later = _site(_edited(tmp_path / "journeys"), plans, TODAY + timedelta(days=10))
    page = later.send("/return", {"code": code})
    assert later.path == "/since"
    text = page.text("main")
    assert "It was saved on November 21, 2026" in text
    assert "New in the plan" in text
    assert "Call the water office" in text
    assert "The post office has a new form." in text
    assert "Ask for Ann" in later.get("/checklist/hire_firm").html, "the note went with the name"
    checklist = later.get("/checklist").text("main")
    assert "Done or set aside" in checklist
    later.send("/save", {"way": "update"})
    assert later.get("/since").text("h1") == later.get("/checklist").text("h1")


def _edited(folder: Path) -> Library:
    """Return the journeys after a designer renamed a step, added one and left a note."""
    for path in (*JOURNEYS.glob("*.yaml"), *JOURNEYS.glob("common/*.yaml")):
        text = path.read_text()
        if path.stem == "moving":
            text = text.replace("  book_firm:\n", "  hire_firm:\n    was: [book_firm]\n")
            text = text.replace("\nchoices:", f"\n{_NEW_STEP}choices:")
            text = text.replace("\nchanges:\n", f"\nchanges:\n{_NOTE}")
        target = folder / path.relative_to(JOURNEYS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return open_library(folder)


_NOTE = "  2026-11-30: The post office has a new form.\n"
_NEW_STEP = """\
  water_office:
    do: Call the water office
    at: post_office
    when: always
    how: Tell them the day.
    phone: 800-275-8777
"""


def test_the_database_and_the_logs_know_nothing(
    app: Flask, told: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    code = saved(told)
    token = told.get("/checklist/book_firm").field("csrf_token")
    told.post("/checklist/book_firm/note", {"csrf_token": token, "note": "planted-7f3a"})
    Browser(app.test_client()).send("/return", {"code": code})
    held = b"".join(p.read_bytes() for p in _files_of(app))
    for word in ("planted-7f3a", "book_firm", "rented", code.replace(" ", ""), code):
        assert word.encode() not in held
        assert word not in caplog.text


def _files_of(app: Flask) -> list[Path]:
    site = app.extensions["navigator"]
    folder = Path(site.settings.database.removeprefix("sqlite:///")).parent
    return [path for path in folder.iterdir() if path.is_file()]


def test_an_operator_can_ask_whether_the_database_answers(library: Library, plans: Plans) -> None:
    client = _site(library, plans).client
    assert client.get("/ready", headers={"Host": "10.0.0.1"}).status_code == 200
    broken = _site(library, Plans(_Broken())).client.get("/ready")
    assert (broken.status_code, broken.text) == (503, "the database does not answer\n")
