"""Who is let in, what is sent to everyone, and what no setting can be talked into."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from navigator.content.library import Library
from navigator.settings import THIS_MACHINE, SettingError, Settings, read_settings
from navigator.web import create_app
from tests.web.conftest import KEYS, Browser
from tests.web.test_journey import MOVING

WEB = Path(create_app.__code__.co_filename).parent
METHODS = ("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE")
FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "plan.example.gov"}
PAGES = (
    "/",
    "/moving/",
    "/steps/change_address",
    "/agencies/post_office",
    "/moving/who_for",
    *(f"/moving/{question}" for question in MOVING),
    "/resting/who_for",
    "/answers",
    "/checklist",
    "/checklist/print",
    "/checklist/change_address",
    "/health",
    "/nowhere",
    "/static/site.css",
    "/static/nothing.css",
)


def _asked(library: Library, host: str, *allowed: str) -> int:
    settings = Settings(site_name="Test site", keys=KEYS, hosts=allowed)
    client = create_app(library, settings).test_client()
    return client.get("/", headers={"Host": host}).status_code


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:80", "[::1]:8000"])
def test_this_machine_is_answered_without_any_setting(library: Library, host: str) -> None:
    assert _asked(library, host, *read_settings({}).hosts) == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:8000",
        "",
        "a b",
        "é",
        "[::2]",
    ],
)
def test_a_foreign_name_is_turned_away(library: Library, host: str) -> None:
    assert _asked(library, host, *THIS_MACHINE) == 421


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("plan.example.gov", 200),
        ("PLAN.example.gov:443", 200),
        ("a.ohio.example", 200),
        ("ohio.example", 421),
        ("notohio.example", 421),
        ("localhost", 421),
    ],
)
def test_the_names_of_a_site_are_a_setting(library: Library, host: str, status: int) -> None:
    settings = read_settings({"NAVIGATOR_HOSTS": "plan.example.gov, .ohio.example"})
    assert _asked(library, host, *settings.hosts) == status


def test_a_foreign_name_is_told_what_to_set_and_gets_no_cookie(app: Flask) -> None:
    client = app.test_client()
    response = client.get("/moving/who_for", headers={"Host": "evil.example"})
    assert "NAVIGATOR_HOSTS" in response.text
    assert "evil" not in response.text
    assert "Set-Cookie" not in response.headers
    assert client.get("/health", headers={"Host": "10.0.0.7:8000"}).status_code == 200


def test_what_a_proxy_says_counts_only_when_there_is_one(library: Library) -> None:
    for proxies, secure in ((0, False), (1, True)):
        settings = Settings(keys=KEYS, hosts=("plan.example.gov", "localhost"), proxies=proxies)
        client = create_app(library, settings).test_client()
        headers = client.get("/moving/who_for", headers=FORWARDED).headers
        assert headers["Set-Cookie"].startswith("__Host-plan=") is secure
        assert ("Strict-Transport-Security" in headers) is secure
        forged = {"X-Forwarded-Host": "evil.example"}
        assert client.get("/", headers=forged).status_code == (421 if secure else 200)


def test_how_many_proxies_there_are_is_a_setting() -> None:
    assert read_settings({"NAVIGATOR_PROXIES": "2"}).proxies == 2
    assert read_settings({}).proxies == 0
    with pytest.raises(SettingError, match=r"NAVIGATOR_PROXIES is 'yes'; it must be a whole"):
        read_settings({"NAVIGATOR_PROXIES": "yes"})


def test_on_https_a_browser_is_told_to_stay_there(app: Flask) -> None:
    client = app.test_client()
    headers = client.get("/moving/who_for", base_url="https://localhost").headers
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    cookie = headers["Set-Cookie"]
    assert re.fullmatch(r"__Host-plan=\S+; Secure; HttpOnly; Path=/; SameSite=Lax", cookie)
    assert "Strict-Transport-Security" not in client.get("/").headers


@pytest.fixture
def answered(browser: Browser) -> Browser:
    browser.tell(MOVING)
    return browser


def _all_kinds(browser: Browser) -> Iterator[TestResponse]:
    """Return an answer of every kind: pages, redirects, refusals, files, and no page at all."""
    client = browser.client
    yield from (client.get(path, buffered=True) for path in PAGES)
    yield from (client.open("/checklist", method=method) for method in METHODS)
    yield client.get("/moving")
    yield client.get("/checklist/carry_on")
    yield client.post("/moving/people", data={"answer": "many"})
    yield client.post("/moving/people", data={"answer": "9" * 1_000_000})
    yield client.post("/checklist", data={"mark": "change_address:done"})
    yield client.post("/resting/", data={"way": "new"})
    yield client.get("/", headers={"Host": "evil.example"})
    yield client.post("/start-over")
    yield client.post("/leave")


def test_every_answer_is_protected_and_no_page_holds_anything_inline(answered: Browser) -> None:
    for response in _all_kinds(answered):
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'; base-uri 'none'" in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert not re.search(r"<(style|iframe|base)|\s(style|on\w+)=", response.text)
        for inside in re.findall(r"<script[^>]*>(.*?)</script>", response.text):
            assert inside == ""


def test_what_is_not_for_everyone_is_never_stored(answered: Browser) -> None:
    public = {"/", "/moving/", "/steps/change_address", "/agencies/post_office", "/health"}
    for response in _all_kinds(answered):
        kept = response.headers["Cache-Control"]
        path, status = response.request.path, response.status_code
        if response.request.method == "GET" and status == 200 and path in public:
            assert kept == "public, max-age=60"
        elif path != "/static/site.css":
            assert kept == "no-store", path


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", ["/", "/moving/people", "/checklist", "/leave", "/nowhere"])
def test_other_methods_change_nothing(answered: Browser, method: str, path: str) -> None:
    before = answered.cookie
    response = answered.client.open(path, method=method, data={"answer": "7"})
    if response.status_code == 405:
        assert "GET" in response.headers["Allow"] or "POST" in response.headers["Allow"]
    else:
        shown = 200 if method in ("HEAD", "OPTIONS") else 404
        assert response.status_code in (shown, 308)
    if method == "HEAD":
        assert response.data == b""
    assert answered.cookie == before


@pytest.mark.parametrize("module", sorted(WEB.rglob("*.py")), ids=lambda module: module.name)
def test_no_page_hides_a_fault_by_catching_everything(module: Path) -> None:
    handlers = [
        n for n in ast.walk(ast.parse(module.read_text())) if isinstance(n, ast.ExceptHandler)
    ]
    for handler in handlers:
        assert handler.type is not None
        named = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
        assert not named & {"Exception", "BaseException"}


def test_a_body_of_unknown_length_is_read_no_further_than_the_limit(answered: Browser) -> None:
    sent = answered.client.post(
        "/moving/people",
        data=b"answer=" + b"9" * 1_000_000,
        headers={"Content-Length": "", "Transfer-Encoding": "chunked"},
        content_type="application/x-www-form-urlencoded",
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert sent.status_code == 400
    assert "9" * 200 in sent.text
    assert "9" * 201 not in sent.text
