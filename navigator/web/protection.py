"""What surrounds every answer: headers that protect people, and logs that name no answer."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

from flask import Flask, Response, request, session

from navigator.web.session import PlanSession
from navigator.web.site import NEUTRAL_SITE

LARGEST_BODY = 64 * 1024
_FRESH_SECONDS = 60
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        f"form-action 'self' {NEUTRAL_SITE.rstrip('/')}",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_log = logging.getLogger("navigator.web")

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFlask(Flask):
    """Flask whose log of a failure holds no path and no value: only route and lines of code."""

    def log_exception(self, exc_info: ExcInfo) -> None:
        """Log where and what kind, not what was said: messages may quote an answer."""
        kind, _, trace = exc_info
        name = kind.__name__ if kind else "Exception"
        lines = "".join(traceback.format_tb(trace))
        _log.error("%s on %s %s\n%s", name, request.method, route(), lines)


def protect(app: Flask) -> None:
    """Let ``app`` limit what it takes in and protect what it sends."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    app.after_request(_finish)


def route() -> str:
    """Return the template of the present route, which holds no answer."""
    return str(request.url_rule or "(no such page)")


def _finish(response: Response) -> Response:
    response.headers.update(_HEADERS)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = _caching(response)
    _log.info("%s %s %s", request.method, route(), response.status_code)
    return response


def _caching(response: Response) -> str:
    personal = not isinstance(session, PlanSession) or session.opened
    if personal or response.status_code != 200 or request.method not in ("GET", "HEAD"):
        return "no-store"
    return f"public, max-age={_FRESH_SECONDS}"
