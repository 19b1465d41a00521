"""A person who has only a keyboard: Tab, Space, the arrows, Enter, and keys that type."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Locator, Page

from tests.pages.measures import focused, hidden_focus
from tests.pages.people import Entry
from tests.pages.walks import kind_of, main, parts_of, skip_words, ticks_of

_MOST_STOPS = 400
_FOCUSED_VALUE = "document.activeElement.value"


def tab_stops(page: Page) -> Iterator[str]:
    """Go on with Tab from where the focus is; give what has it, until it leaves the page."""
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop == "body#":
            return
        yield stop
    raise AssertionError(f"After {_MOST_STOPS} stops Tab still leads nowhere else: a trap?")


def tab_to(page: Page, wanted: Locator) -> None:
    """Go on with Tab until ``wanted`` has the focus; fail where the focus cannot be seen."""
    for stop in tab_stops(page):
        hidden = hidden_focus(page)
        assert hidden is None, f"The focus is not to be seen on {stop}: {hidden}"
        if wanted.evaluate("wanted => wanted === document.activeElement"):
            return
    raise AssertionError(f"Tab does not lead to {wanted}.")


def send(page: Page, link_or_button: Locator) -> None:
    """Go to what leads to another page, press Enter and wait for that page."""
    tab_to(page, link_or_button)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def answer_by_keyboard(page: Page, entry: Entry) -> None:
    """Enter ``entry`` without a mouse, and go on."""
    kind = kind_of(page)
    skip = skip_words(entry, kind)
    if kind == "radio":
        _choose(page, entry if isinstance(entry, str) else None)
    elif skip:
        send(page, main(page).get_by_role("button", name=skip))
        return
    elif kind == "checkbox":
        _tick(page, ticks_of(entry))
    else:
        _type(page, kind, str(entry))
    send(page, main(page).get_by_role("button", name="Continue"))


def _choose(page: Page, value: str | None) -> None:
    radios = main(page).get_by_role("radio")
    checked = radios.and_(page.locator(":checked"))
    tab_to(page, checked if checked.count() else radios.first)
    page.keyboard.press("Space")
    for _ in range(radios.count()):
        if value is None or page.evaluate(_FOCUSED_VALUE) == value:
            break
        page.keyboard.press("ArrowDown")
    assert value is None or page.evaluate(_FOCUSED_VALUE) == value
    assert page.evaluate("document.activeElement.checked")


def _tick(page: Page, values: tuple[str, ...]) -> None:
    boxes = main(page).get_by_role("checkbox")
    for box in boxes.all():
        if box.is_checked() is not (box.get_attribute("value") in values):
            tab_to(page, box)
            page.keyboard.press("Space")
    assert boxes.and_(page.locator(":checked")).count() == len(values)


def _type(page: Page, kind: str, entry: str) -> None:
    if kind == "select":
        _pick(page, main(page).get_by_role("combobox"), entry)
    elif kind == "text":
        _write(page, main(page).get_by_role("textbox"), entry)
    else:
        month, day, year = parts_of(kind, entry)
        _pick(page, main(page).get_by_label("Month"), month)
        if day:
            _write(page, main(page).get_by_label("Day"), day)
        _write(page, main(page).get_by_label("Year"), year)


def _pick(page: Page, listed: Locator, value: str) -> None:
    tab_to(page, listed)
    for _ in range(listed.get_by_role("option").count()):
        if listed.input_value() == value:
            return
        page.keyboard.press("ArrowDown")
    assert listed.input_value() == value


def _write(page: Page, field: Locator, entry: str) -> None:
    tab_to(page, field)
    page.keyboard.type(entry)
