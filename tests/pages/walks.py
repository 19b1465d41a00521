"""Going through an interview page by page, whatever is asked and in whatever order.

Every press that leads to a page waits for that page: Playwright's click does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from tests.pages.people import NOT_SURE, PREFER_NOT, Entry, Person

SKIP_WORDS = {NOT_SURE: "I’m not sure", PREFER_NOT: "Prefer not to say"}
NONE = "-none"

Answer = Callable[[Page, Entry], None]
Look = Callable[[Page], None]


def question_of(page: Page) -> str | None:
    """Return the id of the question that ``page`` asks, from its address; None on other pages."""
    found = re.fullmatch(r"/(?!steps/|agencies/)\w+/(\w+)", urlsplit(page.url).path)
    return found.group(1) if found else None


def go_through(page: Page, site: str, person: Person, answer: Answer, look: Look) -> None:
    """Start at the journey's own page, ``answer`` all questions and ``look`` at each of them."""
    page.goto(f"{site}/{person.journey}/")
    look(page)
    follow(page, main(page).get_by_role("link", name=re.compile("^Start")))
    answer_all(page, person, answer, look)


def answer_all(page: Page, person: Person, answer: Answer, look: Look) -> None:
    """Answer from here on until a page asks nothing."""
    asked: list[str] = []
    while question := question_of(page):
        assert question not in asked, f"{question} is asked again after {asked}"
        asked.append(question)
        look(page)
        answer(page, person.entry(question))
        wrong = page.get_by_role("alert")
        assert not wrong.count(), f"{question}: {wrong.first.inner_text()}"


def finish(page: Page, site: str, person: Person, look: Look = lambda page: None) -> None:
    """Answer all questions with mouse and keyboard, and arrive at the checklist."""
    go_through(page, site, person, answer_by_hand, look)
    look(page)
    follow(page, main(page).get_by_role("link", name=re.compile("^Go to the plan")).first)
    look(page)


def follow(page: Page, link_or_button: Locator) -> None:
    """Click what leads to another page, and wait for that page."""
    with page.expect_navigation():
        link_or_button.click()


def main(page: Page) -> Locator:
    """Return the main part of a page."""
    return page.get_by_role("main")


def kind_of(page: Page) -> str:
    """Return how a page is answered: "radio", "checkbox", "date", "month", "select" or "text"."""
    part = main(page)
    radios, ticks = part.get_by_role("radio").count(), part.get_by_role("checkbox").count()
    lists, texts = part.get_by_role("combobox").count(), part.get_by_role("textbox").count()
    if radios or ticks:
        return "radio" if radios else "checkbox"
    if lists and part.get_by_label("Year").count():
        return "date" if texts == 2 else "month"
    return "text" if texts else "select"


def answer_by_hand(page: Page, entry: Entry) -> None:
    """Enter ``entry`` with clicks and typing, and go on."""
    kind = kind_of(page)
    if kind == "radio":
        select(page, entry if isinstance(entry, str) else None)
    elif skip := skip_words(entry, kind):
        follow(page, main(page).get_by_role("button", name=skip))
        return
    elif kind == "checkbox":
        for value in ticks_of(entry):
            select(page, value)
    else:
        _type(page, kind, str(entry))
    follow(page, main(page).get_by_role("button", name="Continue"))


def skip_words(entry: Entry, kind: str) -> str | None:
    """Return the words of the button that gives no answer, if ``entry`` is none."""
    if entry is None and kind != "checkbox":
        return SKIP_WORDS[NOT_SURE]
    return SKIP_WORDS.get(entry) if isinstance(entry, str) else None


def ticks_of(entry: Entry) -> tuple[str, ...]:
    """Return the values to tick."""
    return entry if isinstance(entry, tuple) and entry else (NONE,)


def parts_of(kind: str, entry: str) -> tuple[str, str, str]:
    """Return month ("3"), day ("" for a month) and year of a typed day such as "2027-03-14"."""
    year, month, *day = entry.split("-")
    return str(int(month)), day[0] if kind == "date" else "", year


def select(page: Page, value: str | None) -> None:
    """Click the label of an option as people do; None is the first."""
    boxes = main(page).locator("input[type=radio], input[type=checkbox]")
    box = boxes.first if value is None else boxes.and_(page.locator(f"[value='{value}']"))
    page.locator(f"label[for='{box.get_attribute('id')}']").click(force=True)


def _type(page: Page, kind: str, entry: str) -> None:
    if kind == "select":
        main(page).get_by_role("combobox").select_option(entry)
    elif kind == "text":
        main(page).get_by_role("textbox").fill(entry)
    else:
        month, day, year = parts_of(kind, entry)
        main(page).get_by_label("Month").select_option(month)
        main(page).get_by_label("Year").fill(year)
        if day:
            main(page).get_by_label("Day").fill(day)
