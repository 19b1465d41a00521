"""For servers that want a name: ``gunicorn 'navigator.web.wsgi:application()'``."""

from __future__ import annotations

from flask import Flask

from navigator.settings import journeys_folder, read_settings
from navigator.web import create_app
from navigator.web.keys import library_file


def application() -> Flask:
    """Return the application for the journeys and settings of the environment."""
    settings = read_settings()
    folder = settings.journeys or journeys_folder()
    return create_app(library_file(settings).library(folder), settings)
