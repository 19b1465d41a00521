"""A small folder of journeys, and the command run in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from navigator.cli import main
from navigator.content import Library, open_library

JOURNEYS = Path(__file__).parent / "journeys"
TODAY = "2026-11-21"

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library(JOURNEYS)


@pytest.fixture
def run() -> Run:
    """Return a function that runs `navigator` on the small folder."""

    def invoke(*arguments: str, given: str | bytes = "") -> Result:
        command, *rest = arguments
        return CliRunner().invoke(
            main, [command, "--journeys", str(JOURNEYS), *rest], input=given, color=False
        )

    return invoke


@pytest.fixture
def plan(run: Run) -> Run:
    """Return a function that runs `navigator plan` for answers given on the input."""

    def invoke(given: str | bytes, *more: str) -> Result:
        return run("plan", "moving_house", "--answers", "-", "--today", TODAY, *more, given=given)

    return invoke
