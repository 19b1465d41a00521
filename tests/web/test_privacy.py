"""Nothing is kept but in the person's own browser, and nothing of it can be read elsewhere."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from flask import Flask, session

from navigator.content.library import Library
from navigator.settings import SettingError, Settings, read_settings
from navigator.web import create_app
from navigator.web.keys import site_keys
from navigator.web.session import LARGEST_COOKIE, Vault
from tests.web.conftest import KEYS, TODAY, Browser
from tests.web.test_journey import MOVING

PUBLIC = ["/", "/moving/", "/steps/change_address", "/agencies/post_office", "/nowhere"]
PERSONAL = ["/moving/who_for", "/moving/people", "/answers", "/checklist"]


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_set_no_cookie(browser: Browser, path: str) -> None:
    browser.get(path)
    assert "Set-Cookie" not in browser.response.headers
    assert "Cookie" not in browser.response.headers.get("Vary", "")


@pytest.mark.parametrize("path", PUBLIC[:4])
def test_public_pages_are_the_same_for_everyone(browser: Browser, path: str) -> None:
    before = browser.get(path).html
    browser.tell(MOVING, who="client")
    assert browser.get(path).html == before
    assert browser.response.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize("path", PERSONAL)
def test_personal_pages_are_never_stored(browser: Browser, path: str) -> None:
    browser.tell(MOVING)
    browser.get(path)
    assert browser.response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PUBLIC + PERSONAL)
def test_every_page_is_protected(browser: Browser, path: str) -> None:
    browser.get(path)
    headers = browser.response.headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_cookie_cannot_be_read_by_scripts_or_other_sites(browser: Browser) -> None:
    browser.get("/moving/who_for")
    cookie = browser.response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age" not in cookie


def test_on_https_the_cookie_is_bound_to_this_host(app: Flask) -> None:
    client = app.test_client()
    response = client.get("/moving/who_for", base_url="https://localhost")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-plan=")
    assert "Secure" in cookie


def test_the_cookie_does_not_show_what_was_answered(browser: Browser) -> None:
    browser.tell({**MOVING, "people": {"answer": "7"}})
    assert browser.cookie is not None
    assert "rented" not in browser.cookie
    assert len(browser.cookie) < LARGEST_COOKIE


@pytest.mark.parametrize(
    "token",
    ["", "x", "gAAAA", "é", "=" * 3000, Vault(["another-key-" * 4]).seal({"who": "me"})],
)
def test_a_broken_or_foreign_cookie_is_an_empty_session(browser: Browser, token: str) -> None:
    browser.client.set_cookie("plan", token)
    page = browser.get("/checklist")
    assert "There is no plan in this browser yet" in page.text("h1")
    browser.send("/moving/who_for", {"answer": "me"})
    assert browser.path == "/moving/move_day"


@pytest.mark.parametrize("content", [{"who": 3, "journeys": "moving", "answers": [], "marks": 7}])
def test_a_cookie_of_another_shape_is_an_empty_session(
    browser: Browser, content: dict[str, object]
) -> None:
    browser.client.set_cookie("plan", Vault(KEYS).seal(content))
    browser.get("/checklist")
    assert browser.status == 200


def test_an_older_key_still_opens_a_session(library: Library, browser: Browser) -> None:
    newer = "a-newer-key-for-tests-0123456789abcdefgh"
    app = create_app(library, Settings(site_name="Test site", keys=(newer, *KEYS)))
    client = Browser(app.test_client())
    browser.tell(MOVING)
    assert browser.cookie is not None
    client.client.set_cookie("plan", browser.cookie)
    assert client.get("/checklist").text("h1") == "Your plan"


def test_leaving_clears_everything(browser: Browser) -> None:
    browser.tell(MOVING)
    response = browser.client.post("/leave")
    assert response.status_code == 303
    assert response.headers["Location"].startswith("https://www.weather.gov")
    assert '"cookies"' in response.headers["Clear-Site-Data"]
    assert browser.cookie is None
    assert "no plan" in browser.get("/answers").text("h1")


def test_starting_over_asks_first_and_then_clears_everything(browser: Browser) -> None:
    page = browser.tell(MOVING)
    assert page.all("a", href="/clear")
    page = browser.get("/clear")
    assert "Keep them" in page.text("main")
    assert browser.cookie is not None
    browser.post("/start-over", {"csrf_token": page.field("csrf_token")})
    assert browser.cookie is None


def test_a_failure_is_logged_without_path_or_values(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(library, Settings(site_name="Test site", keys=KEYS), today=lambda: TODAY)

    @app.get("/broken/<word>")
    def broken(word: str) -> str:
        raise ValueError(f"cannot read {word} {dict(session)}")

    page = Browser(app.test_client()).get("/broken/secret-answer")
    assert page.text("h1") == "The page could not be shown"
    assert "secret-answer" not in caplog.text
    assert "ValueError on GET /broken/<word>" in caplog.text


def test_keys_are_made_once_for_this_site_alone(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    made = site_keys((), folder)
    assert made == site_keys((), folder)
    assert stat.S_IMODE((folder / "keys").stat().st_mode) == 0o600


def test_a_key_that_could_be_guessed_is_refused() -> None:
    with pytest.raises(SettingError, match="32 characters"):
        read_settings({"NAVIGATOR_KEYS": "short"})


def test_sensitive_pages_have_a_discreet_title(browser: Browser) -> None:
    assert browser.get("/moving/pay").text("title") == "Test site"
    assert browser.get("/moving/people").text("title") == "How many people move? - Test site"


def test_health(app: Flask) -> None:
    response = app.test_client().get("/health")
    assert response.get_data(as_text=True) == "ok\n"
