"""A real server for the pages, and a real browser that can reach nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from flask import Flask, request
from playwright.sync_api import Browser, Playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from navigator.content import open_library
from navigator.content.languages import LONG, MIRRORED
from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web import create_app
from navigator.web.site import NEUTRAL_SITE
from tests.pages.find_chromium import MISSING, find_chromium
from tests.pages.studio import ALL_KINDS, SHIPPED, speaking

TODAY = date(2026, 11, 21)
SMALL_JOURNEYS = Path(__file__).parents[1] / "web" / "journeys"
_KEYS = ("a-key-for-tests-only-0123456789abcdef",)


def sites() -> dict[str, Flask]:
    """Return all sites by name: each in English, and again with the languages made for tests."""
    libraries = {SHIPPED: open_library(), ALL_KINDS: open_library(SMALL_JOURNEYS)}
    english = {name: site_of(library) for name, library in libraries.items()}
    many = {speaking(name): site_of(lib, LONG, MIRRORED) for name, lib in libraries.items()}
    return english | many


def site_of(library: Library, *languages: str) -> Flask:
    """Return the site of ``library`` on a day that stands still, failing loudly."""
    config = {"TESTING": True, "PROPAGATE_EXCEPTIONS": True}
    settings = Settings(site_name="Test site", keys=_KEYS, languages=languages)
    return create_app(library, settings, today=lambda: TODAY, config=config)


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep requests out of the reports of failed tests."""


class NeutralSite:
    """Stands where the quick exit leads; ``visits`` holds host, path and referrer of each."""

    def __init__(self) -> None:
        self.app = Flask("neutral")
        self.visits: list[tuple[str, str, str | None]] = []
        self.app.add_url_rule("/", view_func=self._weather)

    def _weather(self) -> str:
        self.visits.append((request.host, request.full_path.rstrip("?"), request.referrer))
        return "<!DOCTYPE html><title>Weather</title><h1>Cloudy</h1>"


@contextmanager
def serving(app: Flask, *, https: bool = False) -> Iterator[str]:
    """Serve ``app`` from a thread; gives its address, such as "http://127.0.0.1:40001"."""
    server = make_server(
        "127.0.0.1",
        0,
        app,
        threaded=True,
        request_handler=_Quiet,
        ssl_context="adhoc" if https else None,
    )
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"{'https' if https else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def launch(playwright: Playwright, neutral: str) -> Browser:
    """Start Chromium. The neutral site of the quick exit is at ``neutral``; nobody else is found.

    The back and forward cache is on, as people have it: tests usually switch it off.
    """
    path = find_chromium()
    if path is None:
        raise FileNotFoundError(MISSING)
    away, here = urlsplit(NEUTRAL_SITE).hostname, urlsplit(neutral).netloc
    rules = f"MAP {away} {here}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    return playwright.chromium.launch(
        executable_path=path,
        args=[f"--host-resolver-rules={rules}"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
