"""What goes out: compressed, light enough for a slow line, its length giving no secret away."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator, Mapping

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from navigator.content import open_library
from navigator.content.library import Library, Question
from navigator.rules import AnyOf, OneOf, YesNo
from navigator.settings import Settings
from navigator.web import create_app
from navigator.web.session import Vault
from tests.web.conftest import KEYS, TODAY, Browser
from tests.web.test_journey import MOVING

FIRST, LATER = 45 * 1024, 12 * 1024  # bytes on the line
WHOLE = FIRST  # the whole plan on one page, to print: fetched once, never on the way
PLANTED = "planted7f3a"
JOURNEY = "having_a_child"
OPEN: dict[str, str] = {"gzip": "gzip", "br": "br, gzip, deflate"}  # encoding -> what is accepted


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def site(shipped: Library) -> Flask:
    settings = Settings(site_name="Test site", keys=KEYS)
    return create_app(shipped, settings, today=lambda: TODAY, config={"TESTING": True})


def _fetched(client: FlaskClient, path: str, encoding: str) -> TestResponse:
    return client.get(path, headers={"Accept-Encoding": OPEN[encoding]}, buffered=True)


def _plans(library: Library) -> Iterator[dict[str, object]]:
    """Return full plans: nothing is sure, everything may apply; with marks, and for a client."""
    for seed in range(8):
        chance = random.Random(seed)
        marks = {step: {"mark": "waiting", "on": "2026-11-01"} for step in library.steps}
        yield {
            "journeys": list(library.journeys),
            "who": chance.choice(["me", "client"]),
            "answers": {
                name: _likely(question, chance) if seed > 1 else None
                for name, question in library.questions.items()
            },
            "marks": marks if seed % 2 else {},
        }


def _likely(question: Question, chance: random.Random) -> object:
    if chance.random() < 0.4:
        return None
    match question.kind:
        case AnyOf(options):
            return list(options)
        case OneOf(options):
            return chance.choice(options)
        case YesNo():
            return True
    return None


def _with_plan(site: Flask, plan: Mapping[str, object]) -> FlaskClient:
    client = site.test_client()
    client.set_cookie("plan", Vault(KEYS).seal({"csrf_token": "0123456789" * 4, **plan}))
    return client


@pytest.mark.parametrize("encoding", OPEN)
def test_the_first_page_and_its_look_weigh_at_most_45_kilobytes(site: Flask, encoding: str) -> None:
    client = site.test_client()
    home = client.get("/").text
    parts = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', home))
    assert any("site.css" in part for part in parts)
    sent = [_fetched(client, path, encoding) for path in ("/", *parts)]
    assert sum(len(response.data) for response in sent) <= FIRST


@pytest.mark.parametrize("encoding", OPEN)
def test_every_page_before_the_plan_weighs_at_most_12_kilobytes(
    site: Flask, shipped: Library, encoding: str
) -> None:
    client = site.test_client()
    journey = shipped.journeys[JOURNEY]
    asked = (*journey.first, *journey.details)
    paths = ["/", f"/{JOURNEY}/", "/checklist", "/answers", "/nowhere", f"/{JOURNEY}/who_for"]
    paths += [f"/{JOURNEY}/{question}" for question in asked]
    paths += [f"/steps/{step}" for step in shipped.steps]
    paths += [f"/agencies/{agency}" for agency in shipped.agencies]
    weights = {path: len(_fetched(client, path, encoding).data) for path in paths}
    assert max(weights.values()) <= LATER, max(weights, key=lambda path: weights[path])


@pytest.mark.parametrize("encoding", OPEN)
def test_the_fullest_plan_weighs_at_most_12_kilobytes(
    site: Flask, shipped: Library, encoding: str
) -> None:
    for plan in _plans(shipped):
        client = _with_plan(site, plan)
        checklist = client.get("/checklist").text
        steps = set(re.findall(r'href="(/checklist/(?!print)\w+)"', checklist))
        assert steps
        for path in ("/checklist", "/answers", *sorted(steps)[:6]):
            assert len(_fetched(client, path, encoding).data) <= LATER, path
        assert len(_fetched(client, "/checklist/print", encoding).data) <= WHOLE


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
    response = _fetched(browser.client, path, encoding)
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
    first = _fetched(client, "/static/site.css", "br")
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
