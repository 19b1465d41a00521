"""What all pages of one running site share: its content, settings, clock and session keeper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from flask import current_app

from navigator.content.languages import Language
from navigator.content.library import Library
from navigator.settings import Settings
from navigator.web.language import current_language
from navigator.web.session import PlanSessions
from navigator.web.shelf import Shelf

EXTENSION = "navigator"
NEUTRAL_SITE = "https://www.weather.gov/"  # where a quick exit leads: says nothing about anybody


@dataclass(frozen=True, eq=False)
class Site:
    """One running site. ``clock`` gives today, and the day it still is furthest west."""

    library: Library
    settings: Settings
    clock: Callable[[], tuple[date, date]]
    sessions: PlanSessions
    shelf: Shelf

    def speaking(self, language: Language) -> Site:
        """Return the site with its content in ``language``."""
        library = language.of(self.library)
        return self if library is self.library else replace(self, library=library)


def current_site() -> Site:
    """Return the site that answers the present request, in the language of the request."""
    found = current_app.extensions[EXTENSION]
    if not isinstance(found, Site):
        raise TypeError(f"{found!r} is no site; make the application with create_app")
    return found.speaking(current_language())
