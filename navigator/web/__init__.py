"""The pages: a library of journeys and settings to a Flask application."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from flask import Flask

from navigator.content.library import Library
from navigator.settings import Settings, still, templates_folder
from navigator.web.citizen import citizen
from navigator.web.failures import explain_failures
from navigator.web.help_lines import help_lines
from navigator.web.keys import derived, site_keys
from navigator.web.language import speak
from navigator.web.prose import shown_address
from navigator.web.protection import QuietFlask, protect
from navigator.web.session import PlanSessions, Vault
from navigator.web.site import EXTENSION, Site

__all__ = ["create_app"]

_STATIC = Path(__file__).parent / "static"
_A_YEAR = 365 * 24 * 3600


def create_app(
    library: Library,
    settings: Settings,
    *,
    today: Callable[[], date] | None = None,
    config: Mapping[str, object] | None = None,
) -> Flask:
    """Return the application that serves ``library``.

    ``today`` stands in for the clock, in every time zone; ``config`` is added to Flask's own.
    """
    app = QuietFlask(__name__, template_folder=templates_folder(), static_folder=_STATIC)
    keys = site_keys(settings.keys, settings.state_folder)
    sessions = PlanSessions(Vault(keys))
    app.secret_key = derived(keys[0], "forms")
    app.session_interface = sessions
    app.config.update(WTF_CSRF_TIME_LIMIT=None, SEND_FILE_MAX_AGE_DEFAULT=_A_YEAR)
    app.config.update(config or {})
    app.extensions[EXTENSION] = Site(library, settings, _clock(settings, today), sessions)
    protect(app)
    speak(app)
    explain_failures(app)
    app.register_blueprint(citizen)
    _furnish(app, library, settings)
    return app


def _clock(settings: Settings, today: Callable[[], date] | None) -> Callable[[], tuple[date, date]]:
    """Return what tells today, and the day it still is furthest west."""

    def read() -> tuple[date, date]:
        if today is not None:
            return today(), today()
        now = settings.today()
        return now, still(now)

    return read


def _furnish(app: Flask, library: Library, settings: Settings) -> None:
    """Give every template what all pages show, worked out once."""
    sheet = (_STATIC / "site.css").read_bytes()
    version = hashlib.sha256(sheet).hexdigest()[:12]
    app.jinja_env.filters["shown_address"] = shown_address
    app.jinja_env.globals.update(
        help_lines=partial(help_lines, library),
        icon="/static/icon.svg",
        site_name=settings.site_name,
        stylesheet=f"/static/site.css?v={version}",
    )
