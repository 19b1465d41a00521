"""What comes out of the printer: few sheets, and what to do first on the first of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.pages.scenes import SCENES, save_it
from tests.pages.studio import Scene, Studio, View

_HELPER = "social_worker_for_a_tiny_baby"
_EXPECTING = "expecting_with_a_job"
_SHEET = View(725, 965)  # what a Letter sheet holds within its margins, in pixels of 1/96 inch


def sheets(page: Page, folder: Path) -> int:
    """Return how many Letter sheets ``page`` fills."""
    page.emulate_media(media="print")
    page.pdf(path=folder / "paper.pdf", format="Letter")
    return len(re.findall(rb"/Type\s*/Page\b", (folder / "paper.pdf").read_bytes()))


def test_the_note_to_hand_over_is_one_sheet(studio: Studio, tmp_path: Path) -> None:
    assert sheets(studio.open(SCENES["hand over"]), tmp_path) == 1


def test_the_code_prints_on_one_sheet(studio: Studio, tmp_path: Path) -> None:
    assert sheets(studio.open(Scene("/save", _EXPECTING, act=save_it)), tmp_path) == 1


@pytest.mark.parametrize(
    ("path", "plan", "most"),
    [
        ("/checklist/print", _EXPECTING, 13),
        ("/checklist/print", _HELPER, 16),
        ("/checklist/worker", _EXPECTING, 6),
        ("/checklist/worker", _HELPER, 8),
    ],
)
def test_a_plan_prints_on_few_sheets(
    path: str, plan: str, most: int, studio: Studio, tmp_path: Path
) -> None:
    assert sheets(studio.open(Scene(path, plan)), tmp_path) <= most


@pytest.mark.parametrize("path", ["/checklist/print", "/checklist/worker"])
def test_what_to_do_first_is_on_the_first_sheet(path: str, studio: Studio) -> None:
    page = studio.open(Scene(path, _HELPER), _SHEET)
    page.emulate_media(media="print")
    list_of_first = page.get_by_role("heading", name="Do this first").locator("xpath=../ol[1]")
    box = list_of_first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < _SHEET.height * 2 / 3


def test_nothing_is_folded_away_on_paper(studio: Studio) -> None:
    page = studio.open(Scene("/checklist/print", _HELPER), _SHEET)
    page.emulate_media(media="print")
    reasons = page.locator(".because li")
    assert reasons.count() > 0
    assert all(reason.is_visible() for reason in reasons.all())
    assert not page.locator("nav.main-links, .no-print").first.is_visible()
