"""Small folders of journeys, written for one test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import TypeAlias

import pytest

from navigator.content import Library, Problem, check_folder

TODAY = date(2026, 11, 21)
Check: TypeAlias = Callable[..., tuple[Library | None, tuple[Problem, ...]]]
Found: TypeAlias = Callable[..., list[str]]

AGENCIES = """\
agencies:
  office: {name: The office, link: "https://example.org", phone: 800-555-0100}
"""


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check `journey` as move.yaml, `common` as common/common.yaml, and further files by name."""
    monkeypatch.chdir(tmp_path)

    def checked(
        journey: str, common: str = "", **others: str
    ) -> tuple[Library | None, tuple[Problem, ...]]:
        (tmp_path / "common").mkdir(exist_ok=True)
        (tmp_path / "common" / "agencies.yaml").write_text(AGENCIES)
        if common:
            (tmp_path / "common" / "common.yaml").write_text(dedent(common))
        for name, text in {"move": journey, **others}.items():
            (tmp_path / f"{name}.yaml").write_text(dedent(text))
        return check_folder(tmp_path, TODAY)

    return checked


@pytest.fixture
def found(check: Check) -> Found:
    """Return where a rule finds something, as `severity file:line:column`."""

    def places(rule: str, journey: str, common: str = "", **others: str) -> list[str]:
        _, problems = check(journey, common, **others)
        return [f"{each.severity.value} {each.place}" for each in problems if each.rule == rule]

    return places
