"""The pages: a library of journeys and settings to a Flask application."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from time import time

from flask import Flask

from navigator.content.languages import Language, languages
from navigator.content.library import Library
from navigator.settings import Settings, still, templates_folder
from navigator.storage import Plans
from navigator.web.carrying import carrying
from navigator.web.citizen import citizen
from navigator.web.compression import compress
from navigator.web.failures import explain_failures
from navigator.web.forgetting import forgotten_after, forgotten_seconds
from navigator.web.help_lines import help_lines
from navigator.web.keys import derived, site_keys
from navigator.web.language import SpeakingFlask, speak
from navigator.web.look import STATIC, dress
from navigator.web.prose import shown_address
from navigator.web.protection import QuietFlask, protect
from navigator.web.public import public
from navigator.web.sameness import written_once
from navigator.web.saving import saving
from navigator.web.session import PlanSessions, Vault
from navigator.web.shelf import Shelf
from navigator.web.site import EXTENSION, Site, current_site
from navigator.web.switch import offers
from navigator.web.visit import shorthand_of

__all__ = ["create_app"]

_A_YEAR = 365 * 24 * 3600


class _App(QuietFlask, SpeakingFlask):
    """Keeps answers out of its log, and speaks the languages it is given."""


def create_app(
    library: Library,
    settings: Settings,
    *,
    today: Callable[[], date] | None = None,
    clock: Callable[[], float] = time,
    config: Mapping[str, object] | None = None,
    plans: Plans | None = None,
) -> Flask:
    """Return the application that serves ``library``.

    ``today`` stands in for the calendar, in every time zone; ``clock`` gives the Unix time that
    idle sessions are measured by; ``config`` is added to Flask's own; ``plans`` are the saved
    plans, by default those in the database of ``settings``.
    """
    app = _App(__name__, template_folder=templates_folder(), static_folder=STATIC)
    keys = site_keys(settings.keys, settings.state_folder)
    sessions = PlanSessions(Vault(keys, clock, shorthand_of(library)))
    app.secret_key = derived(keys[0], "forms")
    app.session_interface = sessions
    app.config.update(WTF_CSRF_TIME_LIMIT=None, SEND_FILE_MAX_AGE_DEFAULT=_A_YEAR)
    app.config.update(config or {})
    shelf = Shelf(settings.database, plans)
    app.extensions[EXTENSION] = Site(library, settings, _clock(settings, today), sessions, shelf)
    compress(app)
    protect(app, settings)
    spoken = languages(settings.languages)
    speak(app, spoken)
    explain_failures(app)
    dress(app)
    app.register_blueprint(public)
    app.register_blueprint(citizen)
    app.register_blueprint(saving)
    app.register_blueprint(carrying)
    _furnish(app, settings, spoken)
    return app


def _clock(settings: Settings, today: Callable[[], date] | None) -> Callable[[], tuple[date, date]]:
    """Return what tells today, and the day it still is furthest west."""

    def read() -> tuple[date, date]:
        if today is not None:
            return today(), today()
        now = settings.today()
        return now, still(now)

    return read


def _furnish(app: Flask, settings: Settings, spoken: Sequence[Language]) -> None:
    """Give every template what all pages show, worked out once."""
    app.jinja_env.filters["shown_address"] = shown_address
    app.jinja_env.globals.update(
        banner=settings.banner,
        contact=settings.contact,
        forgotten_after=forgotten_after,
        forgotten_seconds=forgotten_seconds,
        help_lines=lambda: help_lines(current_site().library),
        languages=partial(offers, spoken),
        site_name=settings.site_name,
        written_once=written_once(app),
    )
