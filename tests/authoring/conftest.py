"""A folder of the small journeys, with scenarios of the test's own."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.content import Draft, open_draft

SMALL = Path(__file__).parents[1] / "cli" / "journeys"
NORA = """\
  nora:
    who: Nora moved to Ohio two weeks ago with a car.
    today: 2026-11-21
    answers:
      home_state: OH
      stage: moved
      moving_date: 2026-11-07
      has: [car]
      people: 1
      rent: 500
      moved_in: 2020-05
      worries: no
      mail_held: no
"""

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a function that makes a folder of journeys with one file of scenarios."""

    def make(scenarios: str, changes: dict[str, str] | None = None, more: str = "") -> Path:
        made = tmp_path / "journeys"
        shutil.copytree(SMALL, made)
        journey = made / "moving_house.yaml"
        text = journey.read_text("utf-8")
        for old, new in (changes or {}).items():
            assert old in text
            text = text.replace(old, new)
        journey.write_text(text, "utf-8")
        written = f"scenarios:\n{scenarios}{more}"
        (made / "scenarios" / "moving_house.yaml").write_text(written, "utf-8")
        return made

    return make


def nora(expected: str) -> str:
    """Return the scenario of Nora with what is expected."""
    return NORA + textwrap.indent(textwrap.dedent(expected), "    ")


def draft_of(folder: Path) -> Draft:
    """Return the draft of a folder."""
    return open_draft(folder)
