"""What a browser keeps: small enough for the fullest plan, sealed, and only ever ours."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web import create_app
from navigator.web.packing import pack, unpack
from navigator.web.session import LARGEST_COOKIE, Vault
from navigator.web.shorthand import Shorthand
from tests.web.conftest import KEYS, TODAY, Browser
from tests.web.test_journey import MOVING

NEWER = "a-newer-key-for-tests-0123456789abcdefgh"
NO_PLAN = "There is no plan in this browser yet"
_OURS = ("marks", "~")  # what packing gives a meaning; no session holds another "~"
_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)
_marks = st.dictionaries(
    st.text(max_size=9),
    st.text(max_size=9)
    | st.dictionaries(st.sampled_from(["mark", "on", "turn"]), st.text(max_size=9)),
)


@given(st.dictionaries(st.text(max_size=9).filter(lambda name: name not in _OURS), _json), _marks)
def test_what_is_packed_is_unpacked_as_it_was(rest: dict[str, object], marks: object) -> None:
    content = {**rest, "marks": marks}
    assert unpack(pack(content, 0)) == unpack(pack(content, 10_000)) == content
    assert unpack(pack(rest, 0)) == rest


@given(st.binary(max_size=60))
def test_what_was_never_packed_is_refused_or_empty(noise: bytes) -> None:
    with suppress(ValueError):
        assert isinstance(unpack(noise), dict)


def _five_journeys(chance: random.Random) -> dict[str, Any]:
    """Return a plan of the size that five journeys together have: nothing in it repeats."""
    words = ["".join(chance.sample("abcdeghilmnoprstuw", 6)) for _ in range(150)]
    kinds = ["done", "have_it", "waiting", "refused", "not_for_me"]
    marks: dict[str, object] = {}
    for _ in range(500):
        kind, on = chance.choice(kinds), TODAY - timedelta(days=chance.randint(0, 30))
        dated = {"mark": kind, "on": on.isoformat()}
        marks["_".join(chance.sample(words, 2))] = dated if kind in kinds[2:4] else kind
    answers: dict[str, object] = {}
    for number in range(140):
        born = date(1940, 1, 1) + timedelta(days=chance.randint(0, 30_000))
        amount = {
            "amount": f"{chance.randint(100, 99_999)}.{chance.randint(10, 99)}",
            "per": "month",
        }
        kinds_of_answer = (True, None, chance.choice(words), born.isoformat(), amount, words[:3])
        answers["_".join(chance.sample(words, 2))] = kinds_of_answer[number % 6]
    journeys = ["having_a_child", "retirement", "financial_shock", "disaster_recovery"]
    token = f"{chance.getrandbits(160):040x}"
    told: dict[str, object] = {"who": "someone_close", "answers": answers, "marks": marks}
    return {**told, "journeys": [*journeys, "civilian_transition"], "csrf_token": token}


@pytest.mark.parametrize("seed", range(3))
def test_a_plan_of_five_journeys_fits_into_a_cookie(seed: int) -> None:
    content = _five_journeys(random.Random(seed))
    ids = (id for home in (content["answers"], content["marks"]) for id in home)
    vault = Vault(KEYS, shorthand=Shorthand(ids))
    token = vault.seal(content)
    assert len(token) <= LARGEST_COOKIE
    assert vault.unseal(token) == content


def test_two_people_with_equal_answers_have_different_cookies() -> None:
    content: dict[str, object] = {"who": "me", "answers": {"people": 7}}
    vault = Vault(KEYS, lambda: 1)
    assert vault.seal(content) != vault.seal(content)


@pytest.mark.parametrize("cut", [1, 4, 40, 100])
def test_a_truncated_cookie_is_an_empty_session(browser: Browser, cut: int) -> None:
    browser.tell(MOVING)
    assert browser.cookie is not None
    browser.client.set_cookie("plan", browser.cookie[:-cut])
    assert NO_PLAN in browser.get("/answers").text("h1")


def test_a_forged_cookie_is_an_empty_session(browser: Browser) -> None:
    browser.tell(MOVING)
    cookie = browser.cookie or ""
    for place in range(8, len(cookie), 90):
        other = "A" if cookie[place] != "A" else "B"
        browser.client.set_cookie("plan", cookie[:place] + other + cookie[place + 1 :])
        assert NO_PLAN in browser.get("/answers").text("h1")


@pytest.mark.parametrize("size", [5_000, 200_000])
def test_an_oversize_cookie_is_an_empty_session(browser: Browser, size: int) -> None:
    for value in ("A" * size, Vault(KEYS).seal({"who": "me"}) + "A" * size):
        response = browser.client.get("/answers", headers={"Cookie": f"plan={value}"})
        assert response.status_code == 200
        assert NO_PLAN in response.text


def test_a_cookie_from_the_future_is_an_empty_session(browser: Browser) -> None:
    content = {"journeys": ["moving"], "who": "me", "answers": {}}
    browser.client.set_cookie("plan", Vault(KEYS, lambda: time.time() + 3600).seal(content))
    assert NO_PLAN in browser.get("/checklist").text("h1")


def test_an_old_key_opens_and_the_new_key_seals(library: Library, browser: Browser) -> None:
    browser.tell(MOVING)
    old = browser.cookie or ""
    settings = Settings(site_name="Test site", keys=(NEWER, *KEYS))
    app = create_app(library, settings, today=lambda: TODAY, config={"TESTING": True})
    after = Browser(app.test_client())
    after.client.set_cookie("plan", old)
    page = after.send("/moving/people?from=answers", {"answer": "5"})
    assert after.path == "/answers"
    assert "5" in page.text("dl")
    assert Vault([NEWER]).unseal(after.cookie or "")["answers"] != {}
    assert Vault(KEYS).unseal(after.cookie or "") == {}
    assert Vault([NEWER]).unseal(old) == {}


def test_a_form_sealed_under_an_old_key_comes_again_with_the_answer(
    library: Library, browser: Browser
) -> None:
    token = browser.get("/moving/who_for").field("csrf_token")
    settings = Settings(site_name="Test site", keys=(NEWER, *KEYS))
    after = Browser(create_app(library, settings, today=lambda: TODAY).test_client())
    after.client.set_cookie("plan", browser.cookie or "")
    page = after.post("/moving/who_for", {"answer": "client", "csrf_token": token})
    assert after.status == 400
    assert page.all("input", value="client", checked="")
    after.post("/moving/who_for", {"answer": "client", "csrf_token": page.field("csrf_token")})
    assert after.path == "/moving/move_day"
