"""Pages for what cannot be shown: not found, too large, gone wrong; each says what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException, InternalServerError

from navigator.web.language import gettext as _
from navigator.web.page import Page


@dataclass(frozen=True, kw_only=True)
class FailurePage(Page):
    """What went wrong, in words."""

    text: str


def explain_failures(app: Flask) -> None:
    """Let ``app`` answer failures with a page of its own."""
    app.register_error_handler(HTTPException, _failure)


def _failure(error: HTTPException) -> tuple[str, int, list[tuple[str, str]]]:
    code = error.code or InternalServerError.code
    heading, text = _said(code)
    page = FailurePage(heading=heading, text=text)
    allowed = [header for header in error.get_headers() if header[0] == "Allow"]
    return render_template("citizen/failure.html", page=page), code, allowed


def _said(code: int) -> tuple[str, str]:
    if code == 404:
        text = _("The address may be mistyped, or the page has moved.")
        return _("This page does not exist"), text
    if code == 421:
        text = _("Whoever runs this site adds its name to NAVIGATOR_HOSTS.")
        return _("This site does not answer under this name"), text
    if code == 413:
        text = _("Go back and send a shorter answer or a smaller file.")
        return _("That was too much to send"), text
    if code >= 500:
        text = _("Something went wrong on our side. Your answers are still in this browser.")
        return _("The page could not be shown"), text
    return _("That could not be understood"), _("Go back and try again.")
