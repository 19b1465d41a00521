"""Pictures of every page type, for people to look at: NAME-320.png and NAME-1280.png.

``python -m tests.pages.screenshots FOLDER [WORD [LANGUAGE]]``; with WORD only scenes whose name
holds it, with LANGUAGE in one made for tests: "xa" (long texts) or "xb" (from right to left). Each
picture is the whole page, on 21 November 2026. No test: what is good to look at, people must say.
"""

from __future__ import annotations

import re
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.pages.scenes import SCENES, mark_first
from tests.pages.serving import launch, serving, sites
from tests.pages.studio import SHIPPED, SMALL, WIDE, Studio


def take(studio: Studio, folder: Path, word: str, language: str) -> int:
    """Save the pictures; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    scenes = {name: replace(scene, language=language) for name, scene in SCENES.items()}
    for name, scene in scenes.items():
        reads_english = scene.act is mark_first
        for view in (SMALL, WIDE) if word in name and not (language and reads_english) else ():
            page = studio.open(scene, view)
            file = f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}-{view.width}.png"
            page.screenshot(path=folder / file, full_page=True)
            studio.clear()
            taken += 1
    return taken


def main(folder: str, word: str = "", language: str = "") -> None:
    """Serve the sites, start the browser and take the pictures."""
    with ExitStack() as stack:
        addresses = {name: stack.enter_context(serving(app)) for name, app in sites().items()}
        playwright = stack.enter_context(sync_playwright())
        plans = stack.enter_context(TemporaryDirectory())
        browser = launch(playwright, addresses[SHIPPED])
        taken = take(Studio(browser, addresses, Path(plans)), Path(folder), word, language)
        browser.close()
    sys.stdout.write(f"{taken} pictures in {folder}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
