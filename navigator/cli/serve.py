"""`navigator serve`: the website under gunicorn, its journeys checked and loaded beforehand."""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger

from navigator.cli.options import ContentFailed, folder_option, opened, the_folder
from navigator.content import Library
from navigator.content.keeping import LibraryFile
from navigator.content.languages import UnknownLanguageError, languages
from navigator.settings import THIS_MACHINE, Settings, read_settings
from navigator.web import create_app
from navigator.web.keys import library_file

_MOST_WORKERS = 4
_EVERYWHERE = ("0.0.0.0", "::", "")


class DiscreetLogger(Logger):
    """Gunicorn's log without addresses, of pages or people, nor pieces of what was sent."""

    def warning(self, msg: object, *args: object, **kwargs: object) -> None:
        """Leave out what gunicorn warns of: requests that cannot be read, quoted."""

    def exception(self, msg: object, *args: object, **kwargs: object) -> None:
        """Log which kind of failure it was, not of which request."""
        kind = sys.exc_info()[0]
        self.error("%s in the server", kind.__name__ if kind else "Failure")


class _Server(BaseApplication):
    """Gunicorn with one application, made before its workers, which then share its memory."""

    def __init__(self, make: Callable[[], Flask], options: dict[str, object]) -> None:
        self._make = make
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:  # the WSGI types of Flask and gunicorn differ
        app = self._make()
        gc.freeze()  # what all workers share is not looked through again, so that it stays shared
        return app

    def reload(self) -> None:
        """On HUP: read the journeys anew; gunicorn then replaces its workers gracefully."""
        self.callable = None
        super().reload()


@click.command(short_help="Serve the website.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=lambda: min(_MOST_WORKERS, (os.cpu_count() or 1) + 1),
    show_default=f"processors + 1, at most {_MOST_WORKERS}",
    help="Worker processes.",
)
@folder_option
def serve(host: str, port: int, workers: int, folder: Path | None) -> None:
    """Serve the website. Stop with Ctrl+C; HUP reads changed journeys without a pause.

    The journeys are checked first: with errors nothing starts, and all of them are printed.

    \b
    Example:
      navigator serve --port 8080
    """
    settings = settings_for(host)
    _refuse_if_taken(host, port)
    _refuse_unknown_languages()
    journeys = _Journeys(the_folder(folder), library_file(settings))
    options = _options(host, port, workers)
    _Server(lambda: create_app(journeys.latest(), settings), options).run()


def settings_for(host: str) -> Settings:
    """Return the settings; without NAVIGATOR_HOSTS the site also answers to ``host``."""
    settings = read_settings()
    if settings.hosts != THIS_MACHINE:
        return settings
    if host in _EVERYWHERE:
        click.echo("Only this machine is answered: NAVIGATOR_HOSTS names no others.", err=True)
        return settings
    return replace(settings, hosts=(*THIS_MACHINE, f"[{host}]" if ":" in host else host.lower()))


def _refuse_if_taken(host: str, port: int) -> None:
    """Say at once what gunicorn would say only after trying for seconds."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        reason = str(error.strerror).split(" (")[0]
        message = f"{host}, port {port}: {reason}. Choose another host or port."
        raise click.BadParameter(message, param_hint="'--host', '--port'") from None


def _refuse_unknown_languages() -> None:
    try:
        languages(read_settings().languages)
    except UnknownLanguageError as error:
        raise click.UsageError(f"NAVIGATOR_LANGUAGES: {error}") from None


class _Journeys:
    """The journeys in use: read anew when asked again, but kept while the new ones have errors."""

    def __init__(self, folder: Path, kept: LibraryFile) -> None:
        """Read them. Raises ContentFailed."""
        self._folder = folder
        self._kept = kept
        self._library = opened(folder, kept)
        self._is_fresh = True

    def latest(self) -> Library:
        """Return the journeys as they now are, or the last that could be used."""
        if not self._is_fresh:
            try:
                self._library = opened(self._folder, self._kept)
            except ContentFailed as error:
                error.show()
                click.echo("Those used before stay in use.", err=True)
        self._is_fresh = False
        return self._library


def _options(host: str, port: int, workers: int) -> dict[str, object]:
    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers,
        "worker_class": "gthread",
        "threads": 4,
        "preload_app": True,
        "graceful_timeout": 30,
        "timeout": 60,
        "forwarded_allow_ips": "",  # NAVIGATOR_PROXIES alone decides what a proxy may say
        "forwarder_headers": "",
        "secure_scheme_headers": {},
        "accesslog": None,  # an access log would hold what people looked for
        "logger_class": DiscreetLogger,
        "loglevel": "warning",
        "proc_name": "navigator",
        "when_ready": _announce,
    }


def _announce(arbiter: Arbiter) -> None:
    for listener in arbiter.LISTENERS:
        host, port = listener.sock.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"The navigator is at http://{shown}:{port}/ (stop with Ctrl+C)")
