"""The language of a request: its catalogue is found once and every text looked up in it."""

from __future__ import annotations

from pathlib import Path

from babel.support import NullTranslations
from flask import Flask, g
from flask_babel import Babel, get_translations

DEFAULT_LOCALE = "en_US"
_CATALOGUES = Path(__file__).parent.parent / "translations"


def speak(app: Flask) -> None:
    """Let ``app`` and its templates look texts up in the language of each request."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(_CATALOGUES)
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT_LOCALE
    Babel(app)
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]


def gettext(text: str, **holes: object) -> str:
    """Return ``text`` in the language of the request, its ``%(holes)s`` filled."""
    said = _catalogue().ugettext(text)
    return said % holes if holes else said


def ngettext(one: str, many: str, number: int, **holes: object) -> str:
    """Return ``one`` or ``many`` as ``number`` asks for; ``%(num)s`` is the number."""
    return _catalogue().ungettext(one, many, number) % {"num": number, **holes}


def _catalogue() -> NullTranslations:
    found: NullTranslations | None = g.get("catalogue")
    if found is None:
        found = g.catalogue = get_translations()
    return found
