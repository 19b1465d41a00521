"""Take the plan along: calendar, copy, file, mail, note; nothing goes out that was not shown."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.web.conftest import Browser
from tests.web.page_checks import Page
from tests.web.saved import saved
from tests.web.test_journey import MOVING

SCHEMAS = {
    name: json.loads(files("navigator.engine").joinpath("schema", name).read_text("utf-8"))
    for name in ("plan.json", "carried.json")
}


@pytest.fixture
def told(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


def _download(browser: Browser, path: str) -> bytes:
    response = browser.client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment; filename=plan.")
    assert response.headers["Cache-Control"] == "no-store"
    return bytes(response.data)


def _plan_file(browser: Browser, *, without: tuple[str, ...] = ()) -> dict[str, object]:
    page = browser.get("/checklist.json")
    ticked = [box["value"] for box in page.all("input", type="checkbox", name="answer")]
    form = {
        "csrf_token": page.field("csrf_token"),
        "answer": [name for name in ticked if name not in without],
        "part": ["steps", "marks"],
    }
    found = json.loads(browser.client.post("/checklist.json", data=form).data)
    assert isinstance(found, dict)
    return found


def _load(browser: Browser, content: bytes) -> Page:
    token = browser.get("/load").field("csrf_token")
    form = {"csrf_token": token, "file": (io.BytesIO(content), "plan.json")}
    response = browser.client.post("/load", data=form, follow_redirects=True)
    browser.path, browser.status = response.request.path, response.status_code
    return Page(response.text)


def test_every_way_to_carry_the_plan_is_offered_and_leads_somewhere(told: Browser) -> None:
    page = told.get("/carry")
    for path in ("/checklist/print", "/checklist.ics", "/checklist.html", "/checklist.json"):
        assert page.all("a", href=path)
        assert told.client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/carry", "/checklist.ics", "/checklist.html", "/checklist.json"])
def test_without_a_plan_there_is_nothing_to_carry(browser: Browser, path: str) -> None:
    assert "There is no plan in this browser yet" in browser.get(path).text("main")


def test_the_calendar_holds_the_days_with_lasting_names(told: Browser) -> None:
    first = Calendar.from_ical(_download(told, "/checklist.ics"))
    again = Calendar.from_ical(_download(told, "/checklist.ics"))
    days = {str(event["uid"]): event.decoded("dtstart") for event in first.walk("VEVENT")}
    assert "2027-01-02" in {str(day) for day in days.values()}
    assert days.keys() == {str(event["uid"]) for event in again.walk("VEVENT")}


def test_the_copy_needs_nothing_from_elsewhere_and_has_boxes_to_tick(told: Browser) -> None:
    text = _download(told, "/checklist.html").decode()
    page = Page(text)
    assert page.all("input", type="checkbox")
    assert not page.all("link")
    assert not page.all("script")
    assert not page.all("img")
    assert "<use" not in text
    assert "By Saturday, January 2, 2027" in page.text("main")
    for link in page.all("a"):
        scheme = urlsplit(link["href"]).scheme
        assert scheme in ("http", "https", "tel") or link["href"][1:] in page.ids()


def test_the_file_follows_its_published_schema(told: Browser) -> None:
    told.send("/checklist", {"mark": "change_address:done"})
    resources = [(schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()]
    registry: Registry[Any] = Registry().with_resources(resources)
    validator = Draft202012Validator(SCHEMAS["carried.json"], registry=registry)
    assert [error.message for error in validator.iter_errors(_plan_file(told))] == []
    for name in SCHEMAS:
        assert json.loads(told.client.get(f"/schema/{name}").text) == SCHEMAS[name]


def test_each_field_is_shown_before_it_is_saved(told: Browser) -> None:
    text = told.get("/checklist.json").text("main")
    assert "$1,000.01" in text
    assert "A home I rent" in text or "rent" in text


def test_a_field_left_out_is_absent_and_cannot_be_read_between_the_lines(told: Browser) -> None:
    found = _plan_file(told, without=("rent", "pay"))
    text = json.dumps(found)
    assert "1,000.01" not in text
    assert "461" not in text
    assert isinstance(found["answers"], dict)
    assert "home" in found["answers"]
    assert "rent" not in found["answers"]


def test_a_file_opens_again_in_another_browser(
    told: Browser, another_browser: Callable[[], Browser]
) -> None:
    told.send("/checklist", {"mark": "change_address:done"})
    content = json.dumps(_plan_file(told)).encode()
    other = another_browser()
    page = _load(other, content)
    assert (other.path, other.status) == ("/answers", 200)
    assert "$1,000.01" in page.text("dl")
    assert "Done or set aside" in other.get("/checklist").text("main")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b'{"format": "another"}',
        b'{"format": "journey-navigator-plan/1", "journeys": "moving", "answers": {}}',
        b'{"format": "journey-navigator-plan/1", "journeys": ["vanished"], "answers": {}}',
        b"[" * 100_000,
        b'{"format": "journey-navigator-plan/1", "journeys": [["x"]], "answers": {}, "who": 1}',
    ],
)
def test_a_file_that_holds_no_plan_is_refused_and_nothing_is_lost(
    told: Browser, content: bytes
) -> None:
    page = _load(told, content)
    assert told.status == 400
    assert page.all("div", role="alert")
    assert "$1,000.01" in told.get("/answers").text("dl")


def test_a_form_without_a_file_says_what_to_select(told: Browser) -> None:
    page = told.send("/load", {})
    assert told.status == 400
    assert "Select the file, such as plan.json" in page.text("main")


def test_a_large_file_is_read_and_one_of_three_megabytes_is_too_much(told: Browser) -> None:
    _load(told, json.dumps({**_plan_file(told), "plan": "x" * 400_000}).encode())
    assert told.status == 200
    kind = "multipart/form-data; boundary=x"
    response = told.client.post("/load", content_type=kind, data=b"x" * 3_000_000)
    assert response.status_code == 413


def test_the_message_holds_the_next_steps_and_never_the_code(told: Browser) -> None:
    code = saved(told)
    (link,) = [a["href"] for a in told.get("/carry").all("a") if a["href"].startswith("mailto:")]
    assert len(link) <= 1800
    text = unquote(link)
    assert "Tell the post office the new address" in text
    assert "800-275-8777" in text
    assert code not in text
    assert code.replace(" ", "") not in text


def test_the_note_to_hand_over_is_for_helpers_and_made_by_their_own_act(browser: Browser) -> None:
    browser.tell(MOVING, who="client")
    page = browser.get("/carry")
    token = page.field("csrf_token")
    assert browser.client.get("/handover").status_code != 200
    note = browser.post("/handover", {"csrf_token": token}).text("article")
    assert "Facts given" in note
    assert "$1,000.01" in note
    assert "Help them tell the post office the new address" in note


def test_the_one_in_the_situation_is_not_offered_a_note_to_hand_over(told: Browser) -> None:
    assert "Make a note to hand over" not in told.get("/carry").text("main")
