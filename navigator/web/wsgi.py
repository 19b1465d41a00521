"""For servers that want a name: ``gunicorn 'navigator.web.wsgi:application()'``."""

from __future__ import annotations

from flask import Flask

from navigator.content import open_library
from navigator.settings import read_settings
from navigator.web import create_app


def application() -> Flask:
    """Return the application for the journeys and settings of the environment."""
    settings = read_settings()
    return create_app(open_library(settings.journeys), settings)
