"""Chromium is found where an operator says, else on the PATH, else not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.find_chromium import find_chromium


def browser_in(folder: Path, name: str) -> Path:
    """Put a program of that ``name`` into ``folder``."""
    found = folder / name
    found.write_text("#!/bin/sh\n", encoding="utf-8")
    found.chmod(0o700)
    return found


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "chrome"])
def test_a_browser_on_the_path_is_found(name: str, tmp_path: Path) -> None:
    found = browser_in(tmp_path, name)
    assert find_chromium({"PATH": str(tmp_path)}) == str(found)


def test_the_browser_that_was_named_goes_before_the_path(tmp_path: Path) -> None:
    browser_in(tmp_path, "chromium")
    named = str(browser_in(tmp_path, "my-browser"))
    assert find_chromium({"PATH": str(tmp_path), "NAVIGATOR_CHROMIUM": named}) == named


def test_a_named_browser_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="NAVIGATOR_CHROMIUM"):
        find_chromium({"PATH": str(tmp_path), "NAVIGATOR_CHROMIUM": str(tmp_path / "none")})


def test_no_browser_is_no_path(tmp_path: Path) -> None:
    assert find_chromium({"PATH": str(tmp_path)}) is None
