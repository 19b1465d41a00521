"""Somebody who wanders: any link, form, address and cookie, good, bad or hostile, in any order.

Hypothesis chooses what to do next; when a page breaks, it finds the shortest way to break it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from flask import Flask
from flask.testing import FlaskClient
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from werkzeug.test import TestResponse

from navigator.content.library import Library
from navigator.web.session import Vault
from navigator.web.site import Site
from tests.web.conftest import KEYS
from tests.web.page_checks import Page, Tag, check_page

PLANTED = "planted-7f3a"  # typed by people, so it must stay out of headers and addresses
REMEMBERED = 12  # pages that other tabs and the way back still show
HOSTILE = (
    "",
    " ",
    "0",
    "3",
    "-1",
    "1,200.50",
    "1e309",
    "NaN",
    "½",
    "२०२७",
    "9" * 300,
    "9" * 5000,
    "\x00",
    "a\x00b",
    "\u202e7\u2066",
    "\U0001f600",
    "é<b>'\"&",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "%s%(x)s{0}",
    "' OR 1=1 --",
    "../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    "-none",
    "-not-sure",
    "-prefer-not",
    "declined",
    "null",
    "[]",
    PLANTED,
    PLANTED * 9000,
)
CONTENTS: tuple[dict[str, object], ...] = (
    {},
    {"who": 3, "journeys": "moving", "answers": [], "marks": 7},
    {"who": "me", "journeys": ["moving", "vanished", "moving"], "answers": {"people": "many"}},
    {"who": "me", "journeys": ["moving"], "answers": {"": None, "home": {}, "pay": {"per": 1}}},
    {"who": "client", "journeys": ["having_a_child"], "answers": {"home_state": 7}, "marks": {}},
    {"journeys": [None, 3, []], "answers": {"move_day": "2027-02-30"}, "marks": {"rest": "done"}},
    {"who": [], "journeys": ["moving"], "marks": {"change_address": {"on": "never"}}},
)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE")
EXPECTED = {200, 302, 303, 308, 400, 404, 405, 409, 413}

_text = st.sampled_from(HOSTILE) | st.text(max_size=40)
_cookie = st.sampled_from(["", "x", "é", "gAAAA", "=" * 3000]) | st.sampled_from(CONTENTS)


class Wanderer(RuleBasedStateMachine):
    """One browser with several tabs, all on one site."""

    app: Flask
    met: Counter[str]  # what was met: "requests", and each status code

    def __init__(self) -> None:
        super().__init__()
        self.client: FlaskClient = self.app.test_client()
        self.pages: list[Page] = []
        self.cookies: list[str] = []
        self.posted: tuple[str, dict[str, str | list[str]]] | None = None
        self.seek("GET", "/")

    @initialize(who=st.sampled_from([None, "me", "client"]))
    def come_with_a_plan(self, who: str | None) -> None:
        if who:
            plan = {"who": who, "journeys": list(self._library().journeys), "answers": {}}
            self.come_with(plan)
            self.seek("GET", "/checklist")

    @rule(data=st.data())
    def follow_a_link(self, data: st.DataObject) -> None:
        links = [link["href"] for link in self._page(data).all("a")]
        inside = sorted({link.partition("#")[0] for link in links if link.startswith("/")})
        self.seek("GET", data.draw(st.sampled_from(inside), "link"))

    @rule(data=st.data())
    def send_a_form(self, data: st.DataObject) -> None:
        page = self._page(data)
        forms = [form for form in page.all("form", method="post") if form["action"] != "/leave"]
        if not forms or not data.draw(st.integers(0, 19)):
            forms = page.all("form", action="/leave")
        form = data.draw(st.sampled_from(forms), "form")
        self.posted = form["action"], filled(page, data)
        self.seek("POST", *self.posted)

    @rule(data=st.data())
    def ask_for_something(self, data: st.DataObject) -> None:
        form = data.draw(st.sampled_from(self._page(data).all("form", method="get")), "form")
        journeys = st.lists(self._names(), max_size=3)
        query = {"q": data.draw(_text, "q"), "state": "OH", "journey": data.draw(journeys)}
        self.seek("GET", f"{form['action']}?{urlencode(query, doseq=True)}")

    @rule(data=st.data())
    def answer_some_questions(self, data: st.DataObject) -> None:
        for page in reversed(self.pages):
            if page.all("form", autocomplete="off"):
                action = page.all("form", autocomplete="off")[0]["action"]
                self.posted = action, filled(page, data)
                return self.seek("POST", *self.posted)
        return self.seek("GET", f"/{next(iter(self._library().journeys))}/who_for")

    @precondition(lambda self: self.posted is not None)
    @rule()
    def send_it_again(self) -> None:
        assert self.posted is not None
        self.seek("POST", *self.posted)

    @rule(data=st.data(), method=st.sampled_from(METHODS), text=_text)
    def try_an_address(self, data: st.DataObject, method: str, text: str) -> None:
        rules = sorted({str(found) for found in self.app.url_map.iter_rules()})
        path = data.draw(st.sampled_from(rules), "route")
        for name in ("journey", "question", "step", "agency", "choice", "part", "path:filename"):
            if f"<{name}>" in path:
                said = data.draw(self._names() | _text, name)
                path = path.replace(f"<{name}>", quote(said[:2000]))
        path = "/" + path.lstrip("/")  # two would name another host
        query = data.draw(
            st.sampled_from(["", "?from=answers", f"?from={quote(text[:2000])}&{PLANTED}"])
        )
        self.seek(method, path + query, {"answer": text, "mark": text, "csrf_token": text})

    @rule(cookie=_cookie)
    def come_with_a_strange_cookie(self, cookie: str | dict[str, object]) -> None:
        self.come_with(cookie)

    def come_with(self, cookie: str | Mapping[str, object]) -> None:
        sealed = cookie if isinstance(cookie, str) else Vault(KEYS).seal(cookie)
        self.client.set_cookie("plan", sealed)

    @precondition(lambda self: self.cookies)
    @rule(data=st.data())
    def come_with_an_old_cookie(self, data: st.DataObject) -> None:
        cookie = data.draw(st.sampled_from(self.cookies), "cookie")
        self.client.set_cookie("plan", cookie[: data.draw(st.sampled_from([None, -1, 40]))])

    def seek(self, method: str, path: str, form: dict[str, str | list[str]] | None = None) -> None:
        """Ask for ``path``, follow where it leads inside the site, and check all that comes."""
        for _ in range(5):
            response = self.client.open(path, method=method, data=form)
            self.met.update(["requests", str(response.status_code)])
            self._check(response, method)
            path, method, form = response.headers.get("Location", ""), "GET", None
            if not path.startswith("/"):
                return
        raise AssertionError(f"{path} leads on and on")

    def _check(self, response: TestResponse, method: str) -> None:
        assert response.status_code in EXPECTED
        if PLANTED not in response.request.url:
            assert PLANTED not in str(response.headers)
        assert "script-src 'self';" in response.headers["Content-Security-Policy"]
        if response.mimetype != "text/html" or method == "HEAD" or 300 < response.status_code < 400:
            return
        if "Content-Disposition" in response.headers:
            return  # a file to keep, not a page of the site: test_carrying looks into it
        page = Page(response.get_data(as_text=True))
        if page.html or method != "OPTIONS":
            check_page(page, response.status_code)
            self.pages = [*self.pages, page][-REMEMBERED:]
        if cookie := self.client.get_cookie("plan"):
            self.cookies = [*self.cookies, cookie.value][-REMEMBERED:]

    def _page(self, data: st.DataObject) -> Page:
        """Return the page that one looks at: the latest, or one in another tab."""
        return self.pages[-1 - data.draw(st.integers(0, len(self.pages) - 1), "page")]

    def _names(self) -> st.SearchStrategy[str]:
        library = self._library()
        names = [*library.journeys, *library.questions, *library.steps]
        return st.sampled_from(["who_for", "papers", *names, *library.agencies, *library.choices])

    def _library(self) -> Library:
        site = self.app.extensions["navigator"]
        assert isinstance(site, Site)
        return site.library


def filled(page: Page, data: st.DataObject) -> dict[str, str | list[str]]:
    """Return all fields and one button of a page, filled in well, badly or with malice."""
    form: dict[str, str | list[str]] = {}
    for control in page.all("input") + page.all("select"):
        form[control["name"]] = data.draw(_text, control["name"])
    boxes = [box for kind in ("radio", "checkbox") for box in page.all("input", type=kind)]
    if boxes and data.draw(st.integers(0, 4)) > 0:
        ticked = st.lists(st.sampled_from([box["value"] for box in boxes]), min_size=1, max_size=3)
        form["answer"] = data.draw(ticked, "ticked")
    if page.all("select", name="month") and data.draw(st.integers(0, 3)) > 0:
        form |= {"month": "2", "day": str(data.draw(st.integers(1, 30))), "year": "2027"}
    elif page.all("select") and data.draw(st.integers(0, 1)) > 0:
        form |= {"answer": data.draw(st.sampled_from(["OH", "12"])), "per": "month"}
    form |= _pressed(page.all("button"), data)
    if page.all("input", name="csrf_token") and data.draw(st.integers(0, 9)) > 0:
        form["csrf_token"] = page.field("csrf_token")
    return form


def _pressed(buttons: list[Tag], data: st.DataObject) -> dict[str, str | list[str]]:
    named = [button for button in buttons if button.get("name")]
    if not named or data.draw(st.integers(0, 3)) > 1:
        return {}
    button = data.draw(st.sampled_from(named), "button")
    return {button["name"]: button["value"]}
