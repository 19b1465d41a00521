"""Two small sites, one of lives that come together, and a browser that checks every page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from navigator.content import open_library
from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web import create_app
from tests.web.page_checks import Page, check_page

TODAY = date(2026, 11, 21)
JOURNEYS = Path(__file__).parent / "journeys"
LIVES = Path(__file__).parent / "lives"
KEYS = ("a-key-for-tests-only-0123456789abcdef",)
Form = Mapping[str, str | list[str]]


class Browser:
    """Keeps cookies, follows redirects, and checks every page on arrival."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.path = "/"
        self.status = 0
        self.response: TestResponse

    def get(self, path: str) -> Page:
        return self._arrive(self.client.get(path, follow_redirects=True))

    def post(self, path: str, form: Form) -> Page:
        """Send a form as it is, without the hidden fields of any page."""
        return self._arrive(self.client.post(path, data=form, follow_redirects=True))

    def send(self, path: str, form: Form) -> Page:
        """Fill in the form at ``path`` and send it."""
        token = self.get(path).field("csrf_token")
        return self.post(path, {"csrf_token": token, **form})

    def tell(self, answers: Mapping[str, Form], journey: str = "moving", who: str = "me") -> Page:
        """Go through a journey: give ``answers`` by question, be not sure of everything else."""
        page = self.send(f"/{journey}/who_for", {"answer": who})
        while found := re.fullmatch(rf"/{journey}/(\w+)", self.path):
            skip = {"reply": "-not-sure"}
            page = self.send(self.path, answers.get(found.group(1), skip))
            assert self.status == 200, page.text("main")
        return page

    @property
    def cookie(self) -> str | None:
        found = self.client.get_cookie("plan")
        return found.value if found else None

    def _arrive(self, response: TestResponse) -> Page:
        self.response = response
        self.path, self.status = response.request.path, response.status_code
        page = Page(response.get_data(as_text=True))
        check_page(page, self.status)
        return page


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library(JOURNEYS)


@pytest.fixture(scope="session")
def app(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    database = f"sqlite:///{tmp_path_factory.mktemp('state')}/plans.db"
    settings = Settings(site_name="Test site", keys=KEYS, database=database)
    config = {"TESTING": True, "PROPAGATE_EXCEPTIONS": True}
    return create_app(library, settings, today=lambda: TODAY, config=config)


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app.test_client())


@pytest.fixture(scope="session")
def lives() -> Library:
    return open_library(LIVES)


@pytest.fixture
def person(lives: Library) -> Browser:
    """A browser on a site of three journeys that share questions and a step."""
    settings = Settings(site_name="Test site", keys=KEYS)
    config = {"TESTING": True, "PROPAGATE_EXCEPTIONS": True}
    return Browser(create_app(lives, settings, today=lambda: TODAY, config=config).test_client())


@pytest.fixture
def another_browser(app: Flask) -> Callable[[], Browser]:
    return lambda: Browser(app.test_client())
