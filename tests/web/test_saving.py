"""Save and come back: a code, another device, a changed plan, a refusing database."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask

from navigator.content import open_library
from navigator.content.library import Library
from navigator.content.lint.references import TAKEN_ADDRESSES
from navigator.settings import Settings
from navigator.storage import Plans, StoreError
from navigator.storage.database import open_store
from navigator.storage.store import Record
from navigator.web import create_app
from tests.web.conftest import JOURNEYS, KEYS, TODAY, Browser
from tests.web.page_checks import Page
from tests.web.test_journey import MOVING


def code_on(page: Page) -> str:
    """Return the code a page shows, "" if it shows none."""
    found = re.search(r'<p class="code">\s*<span aria-hidden="true">([^<]+)</span>', page.html)
    return found[1] if found else ""


def saved(browser: Browser, **form: str) -> str:
    """Save the plan of ``browser`` and return the code it was shown."""
    browser.send("/save", {"way": "new", **form})
    assert browser.path == "/save"
    return code_on(browser.get("/save"))


@pytest.fixture
def told(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


def test_the_way_to_save_stands_at_the_top_and_at_the_end_of_the_plan(told: Browser) -> None:
    page = told.get("/checklist")
    assert len(page.all("a", href="/save")) == 2
    assert "Save this plan and come back later" in page.text("main")


def test_a_saved_plan_opens_in_another_browser_with_marks_and_notes(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    told.send("/checklist", {"mark": "change_address:done"})
    code = saved(told)
    assert re.fullmatch(r"(\w{4} ){4}\w{4}", code)
    told.get("/checklist/book_firm")
    page = told.get("/checklist/book_firm")
    token = page.field("csrf_token")
    told.post("/checklist/book_firm/note", {"csrf_token": token, "note": "Ask for Ann"})
    other = another_browser()
    page = other.send("/return", {"code": code.lower().replace(" ", "")})
    assert (other.path, other.status) == ("/checklist", 200)
    assert "Tell the post office" in page.text("main")
    assert "Done or set aside" in page.text("main")
    assert "Ask for Ann" in other.get("/checklist/book_firm").html
    assert "$1,000.01" in other.get("/answers").text("dl")


def test_before_saving_a_note_is_not_offered(told: Browser) -> None:
    page = told.get("/checklist/book_firm")
    assert not page.all("textarea")
    assert "A note needs a saved plan" in page.text("main")


def test_an_empty_note_takes_the_old_one_away(told: Browser) -> None:
    saved(told)
    for note in ("Ask for Ann", ""):
        token = told.get("/checklist/book_firm").field("csrf_token")
        told.post("/checklist/book_firm/note", {"csrf_token": token, "note": note})
        assert ("Ask for Ann" in told.get("/checklist/book_firm").html) == bool(note)


def test_what_is_not_saved_yet_is_said_and_saved_on_request(told: Browser) -> None:
    saved(told)
    assert "This plan is saved." in told.get("/checklist").text("main")
    told.send("/checklist", {"mark": "change_address:done"})
    assert "not the latest changes" in told.get("/checklist").text("main")
    page = told.send("/save", {"way": "update"})
    assert "not saved yet" not in page.text("main")
    assert "This plan is saved." in told.get("/checklist").text("main")


def test_the_square_holds_the_address_and_the_code_behind_the_hash(told: Browser) -> None:
    saved(told)
    page = told.get("/save")
    assert 'class="qr"' in page.html
    assert "localhost/return" in page.text("main")
    code = code_on(page).replace(" ", "")
    assert not [a for a in page.all("a") if code in a["href"]], "the code stands in no link"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter the code from your paper"),
        ("7K2M QX9T", "Enter all 20 letters and digits. This has 8"),
        ("7K2M QX9T 4B8D 1HWZ 6RYC", "one of them is not right"),
    ],
)
def test_a_mistyped_code_is_explained_and_kept(browser: Browser, typed: str, said: str) -> None:
    page = browser.send("/return", {"code": typed})
    assert browser.status == 400
    assert said in page.text("main")
    assert page.field("code") == typed


def test_a_code_nobody_has_opens_nothing(browser: Browser) -> None:
    page = browser.send("/return", {"code": "0PKK JEHW 7MG7 H9Y5 2A0F"})
    assert browser.status == 404
    assert "No saved plan opens with this code" in page.text("main")


def test_another_plan_in_the_browser_is_asked_about_first(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    code = saved(told)
    other = another_browser()
    other.tell({}, "resting")
    page = other.send("/return", {"code": code})
    assert "changes that are not saved" in page.text("main")
    form = {"csrf_token": page.field("csrf_token"), "code": page.field("code"), "replace": "yes"}
    page = other.post("/return", form)
    assert "Plan: Moving house" in page.text("header")


def test_a_deleted_plan_opens_nowhere_and_the_browser_keeps_its_answers(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    code = saved(told)
    told.post("/save/forget", {"csrf_token": told.get("/save").field("csrf_token")})
    assert told.path == "/checklist"
    assert "Tell the post office" in told.get("/checklist").text("main")
    other = another_browser()
    other.send("/return", {"code": code})
    assert other.status == 404


def test_a_plan_deleted_elsewhere_is_told_and_can_be_saved_anew(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    code = saved(told)
    other = another_browser()
    other.send("/return", {"code": code})
    other.post("/save/forget", {"csrf_token": other.get("/save").field("csrf_token")})
    assert "The saved plan is gone" in told.get("/save").text("h1")
    assert saved(told) not in ("", code)


def test_of_two_devices_neither_loses_a_change_without_being_asked(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    code = saved(told)
    other = another_browser()
    other.send("/return", {"code": code})
    other.send("/checklist", {"mark": "change_address:done"})
    other.send("/save", {"way": "update"})
    told.send("/checklist", {"mark": "book_firm:done"})
    page = told.send("/save", {"way": "update"})
    assert told.status == 409
    assert "changed on another device" in page.text("main")
    page = told.send("/save", {"way": "over"})
    assert told.status == 200
    assert "not saved yet" not in page.text("main")
    page = other.send("/return", {"code": code})
    assert not page.all("button", value="change_address:done") or page.text("main")


def test_how_long_it_is_kept_is_told_and_can_be_made_longer(told: Browser) -> None:
    saved(told, days="30")
    assert "It is kept until December 21, 2026" in told.get("/save").text("main")
    told.send("/save", {"way": "extend", "days": "365"})
    assert "It is kept until November 21, 2027" in told.get("/save").text("main")


def test_a_form_that_is_too_old_saves_nothing(told: Browser) -> None:
    page = told.post("/save", {"csrf_token": "forged", "way": "new"})
    assert told.status == 400
    assert not code_on(page)
    assert "The answers are still in this browser" in page.text("main")


def test_without_a_plan_there_is_nothing_to_save(browser: Browser) -> None:
    assert "There is no plan in this browser yet" in browser.get("/save").text("main")


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


def test_clearing_asks_first_and_says_what_stays(told: Browser) -> None:
    assert "cannot be brought back" in told.get("/clear").text("main")
    saved(told)
    page = told.get("/clear")
    assert "The saved plan stays" in page.text("main")
    told.post("/start-over", {"csrf_token": page.field("csrf_token")})
    assert "There is no plan in this browser yet" in told.get("/checklist").text("main")


def test_every_page_leads_to_clearing_and_to_a_saved_plan(told: Browser) -> None:
    for path in ("/", "/moving/", "/moving/home", "/checklist", "/save", "/nowhere"):
        page = told.get(path)
        assert page.all("a", href="/clear")
        assert page.all("a", href="/return")


def test_staying_is_possible_only_while_there_is_something_to_keep(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    assert told.client.get("/stay").status_code == 200
    assert another_browser().client.get("/stay").status_code == 404


def test_no_journey_can_take_an_address_of_the_site(app: Flask) -> None:
    first = {str(rule).split("/")[1].partition(".")[0] for rule in app.url_map.iter_rules()}
    words = {part for part in first if part.isidentifier()}
    assert words <= TAKEN_ADDRESSES


def test_a_refused_step_tells_at_once_what_to_do_and_no_day_to_apply(told: Browser) -> None:
    told.send("/checklist", {"mark": "change_address:refused"})
    text = told.get("/checklist").text("main")
    said = text.partition("They said no, since November 21, 2026")[2]
    assert "If they say no: Ask for the reason." in said[:200]
    assert "By " not in said.partition("If they say no:")[0]


def test_waiting_tells_since_when_and_what_to_do_when_nothing_comes(told: Browser) -> None:
    told.send("/checklist", {"mark": "change_address:waiting"})
    text = told.get("/checklist").text("main")
    assert "Sent, waiting for an answer, since November 21, 2026" in text
    assert "If you hear nothing: Call after 7 days." in text


def test_a_helper_sees_the_permissions_to_get_first(browser: Browser) -> None:
    page = browser.tell(MOVING, who="client")
    text = browser.get("/checklist").text("main")
    assert page.all("a", href="/checklist")
    assert "Permissions to get first" not in text, "no step of this journey gets one"


def test_an_operator_can_ask_whether_the_database_answers(library: Library, plans: Plans) -> None:
    client = _site(library, plans).client
    assert client.get("/ready", headers={"Host": "10.0.0.1"}).status_code == 200
    broken = _site(library, Plans(_Broken())).client.get("/ready")
    assert (broken.status_code, broken.text) == (503, "the database does not answer\n")
