"""What a phone has to fetch, in bytes on the line: the first page with its look, then each page."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from navigator.content.library import Journey, Library, Question
from navigator.rules import AnyOf, OneOf, YesNo
from navigator.web.session import Vault
from navigator.web.visit import shorthand_of
from tests.web.conftest import KEYS

FIRST, LATER = 45 * 1024, 12 * 1024  # the most they may be
WHOLE = FIRST  # the whole plan on one page, to print: fetched once, never on the way
WHOLE_OF_ALL = 100 * 1024  # the same of five journeys at once, every step waited for or unsure
OPEN: Mapping[str, str] = {"gzip": "gzip", "br": "br, gzip, deflate"}  # encoding -> accepted


def fetched(client: FlaskClient, path: str, encoding: str) -> TestResponse:
    """Return what is sent to a browser that takes ``encoding``."""
    return client.get(path, headers={"Accept-Encoding": OPEN[encoding]}, buffered=True)


def first_load(app: Flask, encoding: str) -> Mapping[str, int]:
    """Return the home page and all it asks for: style sheet, its pictures, icons and script."""
    client = app.test_client()
    parts = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', client.get("/").text))
    for sheet in [part for part in parts if "site.css" in part]:
        text = client.get(sheet, buffered=True).get_data(as_text=True)
        pictures = re.findall(r'url\("?(img/[^")]+)', text)
        parts |= {f"/static/{picture}" for picture in pictures}
    return _weights(client, ("/", *parts), encoding)


def pages_before(app: Flask, library: Library, encoding: str) -> Mapping[str, int]:
    """Return all pages that need no plan: starts, questions, steps, agencies, and refusals."""
    paths = ["/", "/checklist", "/answers", "/nowhere"]
    for journey in library.journeys.values():
        asked = ("", "who_for", *journey.first, *journey.details)
        paths += [f"/{journey.id}/{question}" for question in asked]
    paths += [f"/steps/{step}" for step in library.steps]
    paths += [f"/agencies/{agency}" for agency in library.agencies]
    return _weights(app.test_client(), paths, encoding)


def pages_of_full_plans(
    app: Flask, library: Library, journey: Journey, encoding: str
) -> tuple[Mapping[str, int], int]:
    """Return the pages of the fullest plans of ``journey``, and the heaviest whole plan."""
    pages: dict[str, int] = {}
    whole = 0
    for plan in _plans(library, [journey]):
        client = _holding(app, library, plan)
        steps = set(re.findall(r'href="(/checklist/(?!print)\w+)"', client.get("/checklist").text))
        found = _weights(client, ("/checklist", "/answers", *sorted(steps)[:6]), encoding)
        pages |= {path: max(weight, pages.get(path, 0)) for path, weight in found.items()}
        whole = max(whole, len(fetched(client, "/checklist/print", encoding).data))
    return pages, whole


def printed_plan_of_all(app: Flask, library: Library, encoding: str) -> int:
    """Return the heaviest printed plan of all journeys in one."""
    plans = _plans(library, list(library.journeys.values()))
    clients = (_holding(app, library, plan) for plan in plans)
    return max(len(fetched(client, "/checklist/print", encoding).data) for client in clients)


def _holding(app: Flask, library: Library, plan: Mapping[str, object]) -> FlaskClient:
    client = app.test_client()
    vault = Vault(KEYS, shorthand=shorthand_of(library))
    client.set_cookie("plan", vault.seal({"csrf_token": "0123456789" * 4, **plan}))
    return client


def _weights(
    client: FlaskClient, paths: Iterator[str] | tuple[str, ...] | list[str], encoding: str
) -> dict[str, int]:
    return {path: len(fetched(client, path, encoding).data) for path in paths}


def _plans(library: Library, journeys: Sequence[Journey]) -> Iterator[dict[str, object]]:
    """Yield full plans: nothing is sure, everything may apply; with marks, and for a client."""
    asked = dict.fromkeys(name for each in journeys for name in (*each.first, *each.details))
    steps = dict.fromkeys(step for each in journeys for step in each.steps)
    for seed in range(8):
        chance = random.Random(seed)
        marks = {step: {"mark": "waiting", "on": "2026-11-01"} for step in steps}
        yield {
            "journeys": [journey.id for journey in journeys],
            "who": chance.choice(["me", "client"]),
            "answers": {
                name: _likely(library.questions[name], chance) if seed > 1 else None
                for name in asked
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
