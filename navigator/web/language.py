"""The language of a request: its address names it, and every text is looked up in its catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from flask import Flask, request
from flask.ctx import RequestContext
from flask_babel import Babel
from markupsafe import Markup

from navigator.content.languages import ENGLISH, Language

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_KEY = "navigator.language"


class SpeakingFlask(Flask):
    """Flask that answers `/es/checklist` as `/checklist` in Spanish; English has no prefix.

    The prefix counts as the place where the application is mounted, so whatever makes an address
    stays in the language, and routes, logs and counts know nothing of it.
    """

    languages: Mapping[str, Language]

    def request_context(self, environ: WSGIEnvironment) -> RequestContext:
        """Return the context of a request, its language taken off its path."""
        code, slash, path = environ.get("PATH_INFO", "")[1:].partition("/")
        if slash and (language := self.languages.get(code)):
            mounted = f"{environ.get('SCRIPT_NAME', '')}/{code}"
            environ |= {"SCRIPT_NAME": mounted, "PATH_INFO": f"/{path}", _KEY: language}
        return super().request_context(environ)


def speak(app: SpeakingFlask, languages: Sequence[Language]) -> None:
    """Let ``app`` and its templates speak ``languages``, the first at addresses without prefix."""
    app.languages = {language.code: language for language in languages[1:]}
    Babel(app, locale_selector=lambda: current_language().locale)
    say = _markup_of()
    app.jinja_env.globals.update(
        _=say,
        gettext=say,
        ngettext=_counted_markup,
        language=current_language,
        root=lambda: request.root_path,
    )


def current_language() -> Language:
    """Return the language of the present request."""
    found: Language = request.environ.get(_KEY, ENGLISH)
    return found


def gettext(text: str, **holes: object) -> str:
    """Return ``text`` in the language of the request, its ``%(holes)s`` filled."""
    said = _said(text)
    return said % holes if holes else said


def ngettext(one: str, many: str, number: int, **holes: object) -> str:
    """Return ``one`` or ``many`` as ``number`` asks for; ``%(num)s`` is the number."""
    return _counted(one, many, number) % {"num": number, **holes}


def _markup_of() -> Callable[..., Markup]:
    """Return what says a text of a template, its ``%(holes)s`` filled; each looked up only once.

    Jinja's own way does the same at four times the time, and a page says 20 to 100 texts.
    """
    known: dict[tuple[str, str], Markup] = {}

    def say(text: str, **holes: object) -> Markup:
        language = current_language()
        found = known.get((language.code, text))
        if found is None:
            found = known[language.code, text] = Markup(language.interface.gettext(text))
        return found % holes if holes else found

    return say


def _counted_markup(one: str, many: str, number: int, **holes: object) -> Markup:
    return Markup(_counted(one, many, number)) % {"num": number, **holes}


def _said(text: str) -> str:
    return current_language().interface.gettext(text)


def _counted(one: str, many: str, number: int) -> str:
    return current_language().interface.ngettext(one, many, number)
