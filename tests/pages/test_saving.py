"""Save on one phone, open on another: by hand, by the square, and before answers are forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.pages.scenes import SCENES, note_it
from tests.pages.studio import SMALL, Studio, View
from tests.pages.walks import follow, main

_HELPER = "social_worker_for_a_tiny_baby"
_EXPECTING = "expecting_with_a_job"


def _code(page: Page) -> str:
    return page.locator(".code [aria-hidden]").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_a_saved_plan_opens_on_another_phone_with_its_note(
    script: bool, studio: Studio, site: str
) -> None:
    view = View(script=script)
    first = studio.page(view, _EXPECTING)
    first.goto(f"{site}/checklist/wic")
    note_it(first)
    first.goto(f"{site}/save")
    other = studio.page(view)
    other.goto(f"{site}/return")
    main(other).get_by_role("textbox").fill(_code(first).lower())
    follow(other, main(other).get_by_role("button", name="Open the plan"))
    assert other.url == f"{site}/checklist"
    other.goto(f"{site}/checklist/wic")
    assert "Spoke with Ann" in main(other).get_by_role("textbox").input_value()


def test_the_square_fills_in_the_code_and_leaves_the_address_at_once(
    studio: Studio, site: str
) -> None:
    page = studio.open(SCENES["saved"])
    code = _code(page)
    other = studio.page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(f"{site}/return#{code.replace(' ', '')}")
    assert main(other).get_by_role("textbox").input_value() == code
    assert other.url == f"{site}/return"
    assert not [url for url in asked if "#" in url and code[:4] in url.partition("#")[0]]
    follow(other, main(other).get_by_role("button", name="Open the plan"))
    assert other.url == f"{site}/checklist"
    other.go_back()
    assert code.replace(" ", "") not in other.url


def test_nonsense_behind_the_hash_is_not_filled_in(studio: Studio, site: str) -> None:
    page = studio.page()
    page.goto(f"{site}/return#<img src=x>")
    assert main(page).get_by_role("textbox").input_value() == ""


def test_five_minutes_before_the_end_a_person_is_warned_and_can_stay(
    studio: Studio, site: str
) -> None:
    page = studio.page(SMALL, _HELPER)
    page.clock.install()
    page.goto(f"{site}/checklist")
    box = page.locator("#idle")
    assert not box.is_visible()
    page.clock.fast_forward("25:01")
    assert "In 5 minutes" in box.inner_text()
    with page.expect_response(f"{site}/stay") as answer:
        page.get_by_role("button", name="Stay").click()
    assert answer.value.status == 200
    box.wait_for(state="hidden")
    page.clock.fast_forward("25:01")
    assert "In 5 minutes" in box.inner_text()
    page.clock.fast_forward("05:00")
    assert "forgotten now" in box.inner_text()


def test_the_offline_copy_opens_from_a_file(studio: Studio, site: str, tmp_path: Path) -> None:
    page = studio.page(SMALL, _EXPECTING)
    page.goto(f"{site}/carry")
    with page.expect_download() as download:
        main(page).get_by_role("link", name="Keep a copy that works").click()
    copy = tmp_path / "plan.html"
    download.value.save_as(copy)
    offline = studio.page()
    offline.context.set_offline(True)
    offline.goto(copy.as_uri())
    box = offline.get_by_role("checkbox").first
    box.check()
    assert box.is_checked()
    assert offline.evaluate("document.documentElement.scrollWidth") <= SMALL.width
    assert studio.complaints == [f"{copy.as_uri()} was asked for"], "and nothing else"
    studio.complaints.clear()
