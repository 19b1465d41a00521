"""The journeys that come with the navigator, on the pages: nothing breaks, everything fits."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from navigator.content import open_library
from navigator.content.library import Library, Question, Step
from navigator.rules import AnyOf, Day, LengthKind, Money, MonthKind, Number, OneOf, State, YesNo
from navigator.settings import Settings
from navigator.web import create_app
from navigator.web.session import LARGEST_COOKIE, Vault
from navigator.web.visit import shorthand_of
from tests.web.conftest import KEYS, TODAY, Browser, Form
from tests.web.page_checks import Page

WALKS = 6


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


@pytest.fixture
def visitor(shipped: Library) -> Browser:
    settings = Settings(site_name="Test site", keys=KEYS)
    return Browser(create_app(shipped, settings, today=lambda: TODAY).test_client())


def test_every_public_page_can_be_shown(visitor: Browser, shipped: Library) -> None:
    paths = [f"/{journey}/" for journey in shipped.journeys]
    paths += [f"/steps/{step}" for step in shipped.steps]
    paths += [f"/agencies/{agency}" for agency in shipped.agencies]
    for path in paths:
        page = visitor.get(path)
        assert visitor.status == 200
        assert "not known yet" not in page.text("main")


def test_questions_that_settle_no_step_are_offered_without_a_count(visitor: Browser) -> None:
    told: dict[str, Form] = {
        "stage": {"answer": "lost"},
        "home_state": {"answer": "NM"},
        "cover": {"answer": "medicaid"},
    }
    visitor.tell(told, "having_a_child")
    offered = [link for link in visitor.get("/checklist").all("a") if "details" in link["href"]]
    assert offered
    assert "settle 0 steps" not in visitor.get("/checklist").text("main")


def test_the_fullest_situation_fits_into_a_cookie(shipped: Library) -> None:
    chance = random.Random(1)
    content = {
        "csrf_token": f"{chance.getrandbits(160):040x}",
        "journeys": list(shipped.journeys),
        "who": "someone_close",
        "answers": {
            name: _longest(question, chance) for name, question in shipped.questions.items()
        },
        "marks": {id: _longest_mark(step, chance) for id, step in shipped.steps.items()},
    }
    vault = Vault(KEYS, shorthand=shorthand_of(shipped))
    token = vault.seal(content)
    assert len(token) <= LARGEST_COOKIE
    assert vault.unseal(token) == content


@pytest.mark.parametrize("who", ["me", "someone_close", "client"])
@pytest.mark.parametrize("seed", range(WALKS))
def test_any_walk_ends_in_a_checklist(
    visitor: Browser, shipped: Library, who: str, seed: int
) -> None:
    chance = random.Random(f"{who} {seed}")
    for journey in shipped.journeys:
        visitor = Browser(visitor.client.application.test_client())
        visitor.send(f"/{journey}/who_for", {"answer": who})
        asked = 0
        while found := re.fullmatch(rf"/{journey}/(\w+)", visitor.path):
            page = visitor.get(visitor.path)
            visitor.send(visitor.path, some_answer(shipped.questions[found[1]], page, chance))
            assert visitor.status == 200
            asked += 1
            assert asked <= 15, "no path has more than 15 questions before the plan"
        assert visitor.path == "/answers"
        page = visitor.get("/checklist")
        assert re.search(r"[1-9]\d* step", page.text("main"))


def _longest_mark(step: Step, chance: random.Random) -> object:
    """Return the longest that can be said of a step: only an application has a day with it."""
    if step.refused or step.if_refused or step.if_silent:
        return {"mark": chance.choice(["waiting", "refused"]), "on": _some_day(chance)}
    return chance.choice(["done", "have_it", "not_for_me"])


def _some_day(chance: random.Random) -> str:
    return str(TODAY - timedelta(days=chance.randint(0, 30)))


def _longest(question: Question, chance: random.Random) -> object:
    match question.kind:
        case AnyOf(options):
            return list(options)
        case OneOf(options):
            return max(options, key=len)
        case Money():
            return {"amount": f"{chance.randint(10**5, 10**6 - 1)}.67", "per": "two weeks"}
        case Day():
            return _some_day(chance)
        case MonthKind():
            return "1961-11"
        case State():
            return "OH"
        case YesNo():
            return False
    return chance.randint(1_000, 9_999)


def some_answer(question: Question, page: Page, chance: random.Random) -> Form:
    if chance.random() < 0.1:
        return {"reply": "-not-sure", "answer": "-not-sure"}
    match question.kind:
        case Day():
            month, day = str(chance.randint(1, 11)), str(chance.randint(1, 28))
            return {"year": str(chance.choice([2025, 2026])), "month": month, "day": day}
        case MonthKind():
            return {"year": str(chance.randint(1940, 2008)), "month": str(chance.randint(1, 12))}
        case Money():
            return {"answer": str(chance.randint(0, 5000)), "per": chance.choice(["week", "month"])}
        case Number() | LengthKind():
            return {"answer": _number_within(question, chance)}
        case State():
            return {"answer": chance.choice(["OH", "CA", "NY", "PR", "AK", "TX"])}
    return {"answer": chance.choice(list(_choices(page)))}


def _choices(page: Page) -> Iterator[str]:
    for kind in ("radio", "checkbox"):
        for control in page.all("input", type=kind):
            yield control["value"]


def _number_within(question: Question, chance: random.Random) -> str:
    least = int(str(question.minimum.tree)) if question.minimum else 0
    most = int(str(question.maximum.tree)) if question.maximum else 40
    return str(chance.randint(least, most))
