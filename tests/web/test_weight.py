"""What a phone on a slow line has to fetch, compressed: first the look and a page, then pages."""

from __future__ import annotations

import gzip
import re

import pytest
from flask import Flask

from navigator.content import open_library
from navigator.settings import Settings
from navigator.web import create_app
from tests.web.conftest import KEYS, TODAY, Browser

FIRST = 45 * 1024
LATER = 12 * 1024
JOURNEY = "having_a_child"
WHOLE = "/checklist/print"  # everything, to keep and to print: the one page that weighs more


@pytest.fixture(scope="module")
def shipped() -> Flask:
    settings = Settings(site_name="Test site", keys=KEYS)
    return create_app(open_library(), settings, today=lambda: TODAY, config={"TESTING": True})


@pytest.fixture
def phone(shipped: Flask) -> Browser:
    return Browser(shipped.test_client())


def _sent(phone: Browser, path: str) -> bytes:
    with phone.client.get(path) as response:
        return response.get_data()


def _weight(phone: Browser, path: str) -> int:
    return len(gzip.compress(_sent(phone, path)))


def test_the_first_page_with_all_of_its_look_is_light(phone: Browser) -> None:
    home = phone.get("/").html
    parts = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', home))
    assert len(parts) == 3, parts  # style sheet, icons, the icon of the site
    sheet = next(part for part in parts if "site.css" in part)
    pictures = re.findall(r'url\("?(img/[^")]+)', _sent(phone, sheet).decode())
    parts |= {f"/static/{picture}" for picture in pictures}
    assert sum(_weight(phone, part) for part in ("/", *parts)) <= FIRST


@pytest.mark.parametrize("who", ["me", "client"])
def test_every_later_page_is_light_even_when_nobody_is_sure_of_anything(
    phone: Browser, who: str
) -> None:
    phone.send(f"/{JOURNEY}/who_for", {"answer": who})
    while phone.path.startswith(f"/{JOURNEY}/"):
        assert _weight(phone, phone.path) <= LATER, phone.path
        phone.send(phone.path, {"answer": "-not-sure", "reply": "-not-sure"})
    checklist = phone.get("/checklist")
    steps = sorted({*re.findall(r'href="(/checklist/\w+)"', checklist.html)} - {WHOLE})
    assert steps
    for path in ("/answers", "/checklist", *steps[:5]):
        assert _weight(phone, path) <= LATER, path
    assert _weight(phone, WHOLE) <= FIRST
