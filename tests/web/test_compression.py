"""What goes out is compressed, is what was written, and its length gives no secret away."""

from __future__ import annotations

import gzip
import re

import brotli
import pytest
from flask import Flask

from navigator.content import open_library
from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web import create_app
from tests.web.conftest import KEYS, TODAY, Browser
from tests.web.test_journey import MOVING
from tests.web.weights import LATER, fetched

PLANTED = "planted7f3a"
JOURNEY = "having_a_child"


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def site(shipped: Library) -> Flask:
    settings = Settings(site_name="Test site", keys=KEYS)
    return create_app(shipped, settings, today=lambda: TODAY, config={"TESTING": True})


def test_a_form_that_comes_back_is_light_without_compression(site: Flask, shipped: Library) -> None:
    browser = Browser(site.test_client())
    browser.send(f"/{JOURNEY}/who_for", {"answer": "client"})
    for question in (*shipped.journeys[JOURNEY].first, *shipped.journeys[JOURNEY].details):
        token = browser.get(f"/{JOURNEY}/{question}").field("csrf_token")
        sent = browser.client.post(
            f"/{JOURNEY}/{question}",
            data={"csrf_token": token, "answer": PLANTED},
            headers={"Accept-Encoding": "br, gzip"},
        )
        assert sent.status_code in (302, 303, 400)
        assert "Content-Encoding" not in sent.headers, "what was typed stands beside the token"
        assert len(sent.data) <= LATER


@pytest.mark.parametrize(
    ("encoding", "opened"), [("gzip", gzip.decompress), ("br", brotli.decompress)]
)
@pytest.mark.parametrize("path", ["/", "/moving/people", "/checklist", "/static/site.css"])
def test_what_is_compressed_is_what_was_written(
    browser: Browser, encoding: str, opened: object, path: str
) -> None:
    browser.tell(MOVING)
    response = fetched(browser.client, path, encoding)
    assert response.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in response.headers["Vary"]
    assert int(response.headers["Content-Length"]) == len(response.data)
    plain = browser.client.get(path, buffered=True)
    assert "Content-Encoding" not in plain.headers
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert callable(opened)
    assert _bare(opened(response.data)) == _bare(plain.data)


def test_a_style_sheet_that_is_still_fresh_is_not_sent_again(site: Flask) -> None:
    client = site.test_client()
    first = fetched(client, "/static/site.css", "br")
    again = {"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]}
    assert client.get("/static/site.css", headers=again, buffered=True).status_code == 304
    part = {"Accept-Encoding": "br", "Range": "bytes=0-9"}
    piece = client.get("/static/site.css", headers=part, buffered=True)
    assert piece.status_code == 206
    assert "Content-Encoding" not in piece.headers


@pytest.mark.parametrize("where", [f"?from={PLANTED}", f"?{PLANTED}=1", f"?answer={PLANTED}"])
def test_no_page_shows_again_what_its_address_brought(browser: Browser, where: str) -> None:
    """Else its compressed length would tell an onlooker what stands beside it."""
    browser.tell(MOVING)
    for path in ("/", "/moving/", "/moving/people", "/answers", "/checklist", "/checklist/print"):
        assert PLANTED not in browser.get(path + where).html
    assert PLANTED not in browser.get("/resting/who_for" + where).html
    for path in ("/moving", "/steps", "/agencies", "/checklist"):
        assert PLANTED not in browser.get(f"{path}/{PLANTED}").html


def _bare(html: bytes) -> bytes:
    """Return a page without its token, which is another each second."""
    return re.sub(rb'name="csrf_token" value="[^"]+"', b"", html)
