"""What surrounds every answer: the door, headers that protect people, logs that name no answer."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Sequence
from types import TracebackType

from flask import Flask, Response, abort, request, session
from werkzeug.middleware.proxy_fix import ProxyFix

from navigator.settings import Settings
from navigator.web.session import PlanSession
from navigator.web.site import NEUTRAL_SITE

LARGEST_BODY = 64 * 1024
_FRESH_SECONDS = 60
_A_YEAR = 365 * 24 * 3600
_WATCHED = ("citizen.health", "saving.ready")
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
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


def protect(app: Flask, settings: Settings) -> None:
    """Let ``app`` limit what it takes in and from whom, and protect what it sends."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # as Flask's documentation has it
            app.wsgi_app, x_for=0, x_proto=settings.proxies, x_host=settings.proxies
        )
    logging.getLogger("markdown_it").setLevel(logging.INFO)  # its chatter tells pages apart
    app.before_request(lambda: _admit(settings.hosts))
    app.after_request(_finish)


def route() -> str:
    """Return the template of the present route, which holds no answer."""
    return str(request.url_rule or "(no such page)")


def _admit(hosts: Sequence[str]) -> None:
    """Answer to our own names only, so that no other site can pass itself off as this one.

    Health is told to everyone: whoever watches over a server asks it by its number.
    """
    if request.endpoint in _WATCHED:
        return
    name = re.sub(r":\d+$", "", request.host).lower()
    if not any(name == host or (host[:1] == "." and name.endswith(host)) for host in hosts):
        abort(421)


def _finish(response: Response) -> Response:
    response.headers.extend(_HEADERS)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={_A_YEAR}"
    if request.endpoint != "static" or response.status_code >= 400:
        response.headers["Cache-Control"] = _caching(response)
    _log.info("%s %s %s", request.method, route(), response.status_code)
    return response


def _caching(response: Response) -> str:
    personal = not isinstance(session, PlanSession) or session.opened
    is_plain = response.status_code == 200 and request.method in ("GET", "HEAD")
    if personal or not is_plain or response.cache_control.no_store:
        return "no-store"
    return f"public, max-age={_FRESH_SECONDS}"
