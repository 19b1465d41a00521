"""Pictures of every page type, for people to look at: NAME-320.png and NAME-1280.png.

``python -m tests.pages.screenshots FOLDER [WORD]``; with WORD only scenes whose name holds it. Each
picture is the whole page, on 21 November 2026. No test: what is good to look at, people must say.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.pages.scenes import SCENES
from tests.pages.serving import all_kinds_site, launch, serving, shipped_site
from tests.pages.studio import ALL_KINDS, SHIPPED, SMALL, WIDE, Studio


def take(studio: Studio, folder: Path, word: str) -> int:
    """Save the pictures; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    for name, scene in SCENES.items():
        for view in (SMALL, WIDE) if word in name else ():
            page = studio.open(scene, view)
            file = f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}-{view.width}.png"
            page.screenshot(path=folder / file, full_page=True)
            studio.clear()
            taken += 1
    return taken


def main(folder: str, word: str = "") -> None:
    """Serve the sites, start the browser and take the pictures."""
    with (
        serving(shipped_site()) as shipped,
        serving(all_kinds_site()) as kinds,
        sync_playwright() as playwright,
        TemporaryDirectory() as plans,
    ):
        browser = launch(playwright, shipped)
        studio = Studio(browser, {SHIPPED: shipped, ALL_KINDS: kinds}, Path(plans))
        taken = take(studio, Path(folder), word)
        browser.close()
    sys.stdout.write(f"{taken} pictures in {folder}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
