"""What the site leaves behind: logs that are alike for everybody, and no word of what was said."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.conftest import Browser, Form

PLANTED = "planted-7f3a"
Visit = list[tuple[str, Form | None]]
MOTHER: Visit = [
    ("/moving/who_for", {"answer": "me"}),
    ("/moving/move_day", {"month": "1", "day": "9", "year": "2027"}),
    ("/moving/people", {"answer": "11"}),
    ("/moving/pay", {"answer": PLANTED}),
    ("/moving/home_state", {"answer": "PR"}),
    (f"/moving/warm?from={PLANTED}", {"answer": "yes"}),
    ("/moving/vanished", {"answer": PLANTED}),
    ("/answers", None),
    ("/checklist", {"mark": "change_address:done"}),
    ("/checklist/print", None),
    (f"/agencies/{PLANTED}", None),
]
CASEWORKER: Visit = [
    ("/resting/who_for", {"answer": "client"}),
    ("/resting/tired?from=checklist", {"answer": "no"}),
    ("/xb/resting/tired", {"answer": "yes"}),
    ("/resting/tired", {"answer": PLANTED}),
    ("/resting/tired", {"reply": "-not-sure"}),
    (f"/resting/tired?{PLANTED}=1", {"reply": "-not-sure"}),
    ("/checklist", None),
    ("/checklist", {"mark": "rest:not_for_me"}),
    ("/answers", None),
    (f"/steps/{PLANTED}", None),
]


class Watched:
    """A browser that keeps all that came back, and of each address asked for what it was."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.came: list[TestResponse] = []

    def go(self, visit: Visit) -> None:
        for path, form in visit:
            page = self._keep(self.browser.client.get(path))
            if form is None:
                continue
            found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
            token = found[1] if found else ""
            self._keep(self.browser.client.post(path, data={"csrf_token": token, **form}))

    def _keep(self, response: TestResponse) -> TestResponse:
        self.came.append(response)
        return response


def _lines(app: Flask, caplog: pytest.LogCaptureFixture) -> list[tuple[object, ...]]:
    """Return all that was logged, with every route template made one word."""
    routes = {str(rule) for rule in app.url_map.iter_rules()} | {"(no such page)"}
    found: list[tuple[object, ...]] = []
    for record in caplog.records:
        method, _, rest = record.getMessage().partition(" ")
        route, _, status = rest.rpartition(" ")
        assert route in routes, record.getMessage()
        found.append((record.name, record.levelno, record.msg, method, "ROUTE", status))
        assert {str(part) for part in record.args or ()} == {method, route, status}
    return found


def test_two_very_different_people_leave_the_same_trace(
    app: Flask, another_browser: Callable[[], Browser], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    lines = []
    for visit in (MOTHER, CASEWORKER):
        caplog.clear()
        Watched(another_browser()).go(visit)
        lines.append(set(_lines(app, caplog)))
        assert PLANTED not in caplog.text
        assert "resting" not in caplog.text
        assert "moving" not in caplog.text
    assert lines[0] == lines[1], "they differ in nothing but route templates"


@pytest.mark.parametrize("visit", [MOTHER, CASEWORKER])
def test_nothing_typed_is_in_a_header_an_address_or_a_cookie(
    another_browser: Callable[[], Browser], visit: Visit
) -> None:
    watched = Watched(another_browser())
    watched.go(visit)
    said = {str(value) for _, form in visit if form for value in form.values()}
    for response in watched.came:
        del response.headers["Content-Length"]  # any digits, such as those of a year
        headers = " ".join(f"{name}: {value}" for name, value in response.headers)
        location = urlsplit(response.headers.get("Location", ""))
        assert location.query in ("", "from=checklist", "from=answers", "from=details")
        assert not [value for value in said if len(value) > 3 and value in headers]


def test_nothing_is_written_to_disk(
    another_browser: Callable[[], Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = another_browser()
    browser.get("/moving/who_for")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened for writing")

    monkeypatch.setattr("os.replace", refuse)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
    Watched(browser).go(MOTHER)
