"""People wander: any link, any form, any text, back and forth, and no page ever breaks."""

from __future__ import annotations

import random

import pytest
from flask import Flask

from tests.web.conftest import Browser
from tests.web.page_checks import Page

STEPS = 120
JUNK = [
    "",
    " ",
    "0",
    "3",
    "-1",
    "1,200.50",
    "9" * 300,
    "\x00",
    "\u202e7",
    "é<b>'\"&",
    "-none",
    "{}",
]


@pytest.mark.parametrize("seed", range(4))
def test_a_random_walk_meets_no_broken_page(app: Flask, seed: int) -> None:
    chance = random.Random(seed)
    browser = Browser(app.test_client())
    page = browser.get("/moving/who_for")
    for _ in range(STEPS):
        page = _step(browser, page, chance)
        assert browser.status in (200, 400, 404, 405)


def _step(browser: Browser, page: Page, chance: random.Random) -> Page:
    links = [link["href"] for link in page.all("a") if link["href"].startswith("/")]
    forms = [form for form in page.all("form") if form["action"] != "/leave"]
    if forms and chance.random() < 0.75:
        return browser.post(chance.choice(forms)["action"], _filled(page, chance))
    if chance.random() < 0.02:
        browser.client.delete_cookie("plan")
    return browser.get(chance.choice(links))


def _filled(page: Page, chance: random.Random) -> dict[str, str | list[str]]:
    form: dict[str, str | list[str]] = {}
    for control in page.all("input") + page.all("select"):
        form[control["name"]] = chance.choice(JUNK)
    offered = [
        box["value"] for kind in ("radio", "checkbox") for box in page.all("input", type=kind)
    ]
    if offered and chance.random() < 0.8:
        form["answer"] = chance.sample(offered, chance.randint(1, min(2, len(offered))))
    for button in page.all("button"):
        if button.get("name") and chance.random() < 0.2:
            form[button["name"]] = button["value"]
    if page.all("select", name="month") and chance.random() < 0.7:
        form |= {"month": "2", "day": str(chance.randint(1, 30)), "year": "2027"}
    if chance.random() < 0.95 and page.all("input", name="csrf_token"):
        form["csrf_token"] = page.field("csrf_token")
    return form
