"""Every page in two languages made for tests: one long, one from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.dates import get_day_names, get_month_names
from flask import Flask

from navigator.content.languages import LONG, MIRRORED, UnknownLanguageError, languages
from navigator.content.library import Library
from navigator.rules import PLACES
from navigator.settings import Settings, read_settings
from navigator.web import create_app
from navigator.web.prose import shown_address, source_parts
from tests.web.conftest import KEYS, TODAY, Browser, Form
from tests.web.page_checks import Page
from tests.web.test_journey import MOVING

BOTH = pytest.mark.parametrize("code", [LONG, MIRRORED])
SPOKEN = ("aria-label", "alt", "title", "placeholder")
NO_END = {"meta", "link", "input", "br", "img", "hr"}
STANDING = ("/", "/moving/", "/resting/", "/steps/change_address", "/agencies/post_office")
WRONG: dict[str, tuple[Form, ...]] = {
    "who_for": ({},),
    "move_day": ({}, {"month": "2", "day": "31", "year": "2027"}, {"month": "x"}),
    "home": ({}, {"answer": "castle"}),
    "helpers": ({}, {"answer": ["-none", "firm"]}),
    "people": ({"answer": "many"}, {"answer": "0"}, {"answer": "99"}, {"answer": "9999999"}),
    "rent": ({}, {"answer": "-1"}, {"answer": "a lot"}, {"answer": "999999999"}),
    "pay": ({"answer": "1"}, {}),
    "home_state": ({}, {"answer": "ZZ"}),
    "born_in": ({}, {"month": "3", "year": "12"}, {"month": "3", "year": "2090"}),
    "warm": ({},),
}


@pytest.fixture(scope="module")
def app(library: Library) -> Flask:
    settings = Settings(site_name="Test site", keys=KEYS, languages=(LONG, MIRRORED))
    config = {"TESTING": True, "PROPAGATE_EXCEPTIONS": True}
    return create_app(library, settings, today=lambda: TODAY, config=config)


@pytest.fixture(scope="module")
def values(library: Library) -> re.Pattern[str]:
    """What stays as it is in every language: names of places and sources, dates, addresses."""
    sources = [
        part
        for home in (library.steps, library.agencies)
        for each in home.values()
        for source in each.source
        for part in source_parts(source)
    ]
    links = [each.contact.link or "" for each in library.agencies.values()]
    calendar = [
        name
        for locale in ("en_US", "ar")
        for width in ("wide", "abbreviated")
        for names in (get_month_names(width, locale=locale), get_day_names(width, locale=locale))
        for name in names.values()
    ]
    links += ["https://www.usps.com/move"]  # in a text
    shown = [shown_address(link) for link in (*sources, *links) if link.startswith("http")]
    shown += [part for link in shown for part in (link.split("/")[0], link[link.find("/") :])]
    said = {"Test site", "US$", *PLACES.values(), *sources, *shown, *links, *calendar} - {""}
    return re.compile("|".join(map(re.escape, sorted(said, key=len, reverse=True))))


@dataclass
class Texts(HTMLParser):
    """The texts of a page, in order; what a picture cuts to its width, and languages, left out."""

    html: str
    found: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    unread: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.spoken += [attributes[name] or "" for name in SPOKEN if name in attributes]
        if tag not in NO_END and (self.unread or tag == "text" or "hreflang" in attributes):
            self.unread += 1

    def handle_endtag(self, tag: str) -> None:
        self.unread = max(0, self.unread - 1)

    def handle_data(self, data: str) -> None:
        if not self.unread and data.strip():
            self.found.append(" ".join(data.split()))


def untranslated(html: str, values: re.Pattern[str]) -> list[str]:
    """Return each text with English letters in it, or with letters outside of all brackets."""
    texts = Texts(html)
    assert texts.found
    return [
        *_outside(texts.found, values),
        *(text for spoken in texts.spoken for text in _outside([spoken], values)),
    ]


def _outside(texts: Iterable[str], values: re.Pattern[str]) -> Iterator[str]:
    depth = 0
    for text in texts:
        bare = False
        for letter in values.sub("", text):
            depth += (letter == "⟦") - (letter == "⟧")
            bare = bare or (letter.isalpha() and (depth < 1 or letter.isascii()))
        if bare or depth < 0:
            yield text
    if depth:
        yield f"{depth} brackets are never closed"


def check(page: Page, code: str, values: re.Pattern[str]) -> None:
    html = page.all("html")[0]
    assert (html["lang"], html["dir"]) == {
        LONG: ("en-XA", "ltr"),
        MIRRORED: ("ar-XB", "rtl"),
    }[code]
    assert untranslated(page.html, values) == []
    for tag, name in (("a", "href"), ("form", "action")):
        for found in page.all(tag):
            if found[name].startswith("/") and found[name] != "/leave" and "hreflang" not in found:
                assert found[name].startswith(f"/{code}/"), f"{found[name]} leaves the language"


@BOTH
@pytest.mark.parametrize("path", [*STANDING, "/checklist", "/answers", "/nowhere", "/moving/none"])
def test_pages_for_everyone_hold_no_english(
    browser: Browser, code: str, path: str, values: re.Pattern[str]
) -> None:
    check(browser.get(f"/{code}{path}"), code, values)


@BOTH
def test_every_step_and_agency_holds_no_english(
    browser: Browser, library: Library, code: str, values: re.Pattern[str]
) -> None:
    for step in library.steps:
        check(browser.get(f"/{code}/steps/{step}"), code, values)
    for agency in library.agencies:
        check(browser.get(f"/{code}/agencies/{agency}"), code, values)


@BOTH
@pytest.mark.parametrize("who", ["me", "client"])
def test_a_whole_journey_holds_no_english(
    browser: Browser, code: str, who: str, values: re.Pattern[str]
) -> None:
    journey = f"{code}/moving"
    check(browser.send(f"/{journey}/who_for", {"answer": who}), code, values)
    for question, answer in MOVING.items():
        check(browser.get(f"/{journey}/{question}"), code, values)
        check(browser.send(f"/{journey}/{question}", answer), code, values)
    check(browser.get(f"/{code}/answers"), code, values)
    page = browser.get(f"/{code}/checklist")
    check(page, code, values)
    check(browser.get(f"/{code}/checklist/print"), code, values)
    own = sorted({a["href"] for a in page.all("a") if f"/{code}/checklist/" in a["href"]})
    assert len(own) > 2
    for path in own:
        check(browser.get(path), code, values)
    check(browser.send(f"/{code}/checklist", {"mark": "change_address:done"}), code, values)
    check(browser.get(f"/{code}/resting/who_for"), code, values)


@BOTH
def test_a_plan_that_knows_little_holds_no_english(
    browser: Browser, code: str, values: re.Pattern[str]
) -> None:
    browser.send(f"/{code}/moving/who_for", {"answer": "me"})
    check(browser.get(f"/{code}/checklist"), code, values)
    browser.tell({"move_day": {"month": "10", "day": "9", "year": "2026"}}, f"{code}/moving")
    check(browser.get(f"/{code}/checklist"), code, values)


@BOTH
def test_what_to_put_right_is_said_in_the_language(
    browser: Browser, code: str, values: re.Pattern[str]
) -> None:
    browser.tell(MOVING, f"{code}/moving")
    token = browser.get(f"/{code}/moving/home").field("csrf_token")
    for question, forms in WRONG.items():
        for form in forms:
            sent = browser.client.post(
                f"/{code}/moving/{question}", data={"csrf_token": token, **form}
            )
            assert sent.status_code == 400, (question, form)
            check(Page(sent.get_data(as_text=True)), code, values)
    stale = browser.client.post(f"/{code}/moving/home", data={"answer": "rented"})
    check(Page(stale.get_data(as_text=True)), code, values)


def test_values_are_said_in_the_language(browser: Browser) -> None:
    browser.tell(MOVING, f"{MIRRORED}/moving")
    text = browser.get(f"/{MIRRORED}/checklist").text("main")
    assert "السبت، 2 يناير 2027" in text
    assert "42" in text
    answers = browser.get(f"/{MIRRORED}/answers").text("main")
    assert re.search(r"461\b.*\b1,000\.01|1,000\.01.*461\b", answers)
    assert browser.get(f"/{LONG}/answers").text("main").count("$461") == 1


def test_switching_the_language_keeps_the_page_and_the_answers(browser: Browser) -> None:
    browser.tell(MOVING)
    page = browser.get("/moving/home?from=answers")
    other = page.all("a", hreflang="en-XA")[0]["href"]
    assert other == f"/{LONG}/moving/home?from=answers"
    page = browser.get(other)
    assert page.all("input", value="rented", checked="")
    assert page.all("a", hreflang="en", href="/moving/home?from=answers")
    assert page.all("a", hreflang="ar-XB", href=f"/{MIRRORED}/moving/home?from=answers")
    browser.send(other, {"answer": "owned"})
    assert browser.path == f"/{LONG}/answers"
    assert browser.get("/moving/home").all("input", value="owned", checked="")


def test_the_address_to_come_back_to_is_one_that_answers(library: Library, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/plans.db"
    settings = Settings("Test site", keys=KEYS, languages=(MIRRORED,), database=database)
    browser = Browser(create_app(library, settings, today=lambda: TODAY).test_client())
    browser.tell(MOVING, f"{MIRRORED}/moving")
    saved = browser.send(f"/{MIRRORED}/save", {"way": "new"})
    (address,) = re.findall(r"localhost(/[\w/]+)", saved.text("main"))
    assert browser.get(address).field("code") == ""
    assert browser.status == 200


def test_search_engines_find_a_page_in_all_languages(browser: Browser) -> None:
    for path in ("/moving/", f"/{MIRRORED}/moving/"):
        found = browser.get(path).all("link", rel="alternate")
        assert [(link["hreflang"], link["href"]) for link in found] == [
            ("en", "/moving/"),
            ("en-XA", f"/{LONG}/moving/"),
            ("ar-XB", f"/{MIRRORED}/moving/"),
        ]


@pytest.mark.parametrize(
    "path", ["/fr/", "/fr/moving/", "/fr/checklist", "/en/checklist", "/xa/xb/"]
)
def test_a_language_that_is_not_spoken_here_is_no_page(browser: Browser, path: str) -> None:
    browser.get(path)
    assert browser.status == 404


def test_a_page_that_does_not_exist_offers_no_way_to_itself(browser: Browser) -> None:
    page = browser.get("/a/b/c/d")
    assert browser.status == 404
    assert {link["href"] for link in page.all("a") if "hreflang" in link} == {"/", "/xa/", "/xb/"}


def test_the_address_of_a_language_leads_to_its_home_page(browser: Browser) -> None:
    browser.get(f"/{LONG}")
    assert (browser.path, browser.status) == (f"/{LONG}/", 200)


def test_a_site_of_one_language_offers_no_other(library: Library) -> None:
    app = create_app(library, Settings(site_name="Test site", keys=KEYS), today=lambda: TODAY)
    page = Browser(app.test_client()).get("/")
    assert page.all("html", lang="en", dir="ltr")
    assert not [tag for tag, found in page.tags if "hreflang" in found]
    assert app.test_client().get(f"/{LONG}/").status_code == 404


def test_a_site_below_a_path_keeps_it_in_every_language(app: Flask) -> None:
    html = (
        app.test_client().get(f"/{LONG}/", base_url="http://localhost/help").get_data(as_text=True)
    )
    assert f'href="/help/{LONG}/moving/"' in html
    assert 'hreflang="en" href="/help/"' in html


def test_logs_and_routes_know_nothing_of_the_language(app: Flask) -> None:
    with app.test_request_context(f"/{MIRRORED}/moving/home") as context:
        assert str(context.request.url_rule) == "/<journey>/<question>"


def test_the_languages_come_from_the_settings() -> None:
    assert read_settings({"NAVIGATOR_LANGUAGES": "es, xa"}).languages == ("es", "xa")
    assert [language.code for language in languages((MIRRORED,))] == ["en", MIRRORED]
    with pytest.raises(UnknownLanguageError, match="'tlh' is not a language"):
        languages(("tlh",))


@pytest.mark.parametrize(
    "html",
    ["<p>⟦á⟧ left</p>", "<p>⟦á English ⟧</p>", "<p aria-label='Left'>⟦á⟧</p>", "<p>⟦cut</p>"],
)
def test_a_forgotten_text_is_found(html: str, values: re.Pattern[str]) -> None:
    assert untranslated(html, values)
