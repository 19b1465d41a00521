"""Compression on the way out: pages and the style sheet to brotli or gzip, as the browser takes it.

Compression beside a secret can give the secret away: who can put words of their own into a page
and sees how long it becomes learns what else the page holds (the BREACH attack). Personal pages
hold a form's token and answers. So only what is fetched by GET is compressed, and no page shows
again what its address brought: the names in an address must be known ones, ``?from=`` is one of
three words, and a test plants others. A form that failed shows again what was typed, but answers a
POST and goes out as it is; other sites cannot post in a person's name, as the cookie is SameSite.
"""

from __future__ import annotations

from types import MappingProxyType

from flask import Flask, Response, request
from flask_compress import Compress

_SETTINGS = MappingProxyType(
    {
        "COMPRESS_ALGORITHM": ["br", "gzip"],
        "COMPRESS_BR_LEVEL": 5,
        "COMPRESS_EVALUATE_CONDITIONAL_REQUEST": False,  # pages have no tag to compare
        "COMPRESS_MIMETYPES": [
            "application/json",
            "image/svg+xml",
            "text/calendar",
            "text/css",
            "text/html",
            "text/javascript",
            "text/plain",
        ],
        "COMPRESS_REGISTER": False,
    }
)


def compress(app: Flask) -> None:
    """Let ``app`` send less: what is fetched goes out compressed."""
    app.config.update(_SETTINGS)
    compressing = Compress(app)

    @app.after_request
    def send_less(response: Response) -> Response:
        if request.method != "GET" or response.status_code != 200:
            return response
        response.direct_passthrough = False
        response.make_sequence()  # a file that goes out compressed is read whole, then closed
        response = compressing.after_request(response)
        if request.endpoint == "static":
            response.make_conditional(request)
        return response
