"""Question pages of the real application, asked for without a network, and the people who see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from typing import Any

from flask import Flask

from navigator.content import Library
from navigator.engine import Situation, Who, next_question
from navigator.settings import Settings
from navigator.web import create_app
from navigator.web.keys import derived
from navigator.web.session import Vault
from tests.bench.people import Crowd, ranges_of

_KEY = "a key for measuring only, of no use to anybody"


@dataclass(frozen=True)
class Moment:
    """A person on the way through the interview, and the ``question`` asked next."""

    situation: Situation
    question: str


def moments(library: Library, journey: str, today: date, people: int) -> list[Moment]:
    """Return every moment of the interviews of random people; a fifth of answers is *not sure*."""
    chance = Random("interviews")
    crowd = Crowd(library.rulebook, today, ranges_of(library))
    found: list[Moment] = []
    for _ in range(people):
        told = crowd.person(chance)
        situation = Situation(today, who=Who.CLIENT if told.helping else Who.ME)
        while question := next_question(library, situation, [journey]):
            found.append(Moment(situation, question.id))
            sure = chance.random() < 0.8
            situation = situation.answering(question.id, told.answers.get(question.id) if sure else None)
    return found


class Browser:
    """Asks ``app`` for pages as a server does, with one cookie for each person."""

    def __init__(self, library: Library, journey: str, today: date) -> None:
        settings = Settings(keys=(_KEY,), state_folder=Path("/nonexistent"))
        self._app = create_app(library, settings, today=lambda: today)
        self._vault = Vault((_KEY,))
        self._journey = journey

    def request(self, moment: Moment) -> dict[str, Any]:
        """Return the WSGI environment of the page for ``moment``, opened before once already."""
        content = {
            "journeys": [self._journey],
            "answers": dict(moment.situation.answers),
            "marks": {},
            "who": moment.situation.who.value,
        }
        path = f"/{self._journey}/{moment.question}"
        first = self._app.test_client().get(path, headers={"Cookie": f"plan={self._vault.seal(content)}"})
        cookie = first.headers["Set-Cookie"].partition(";")[0]
        return _environ(path, cookie)

    def get(self, environ: Mapping[str, Any]) -> bytes:
        """Return the page; raises ValueError if it is not one."""
        status: list[str] = []

        def start(code: str, headers: list[tuple[str, str]], info: Any = None) -> Any:
            status.append(code)

        body = b"".join(self._app.wsgi_app({**environ, "wsgi.input": BytesIO()}, start))
        if status != ["200 OK"]:
            raise ValueError(f"{environ['PATH_INFO']} answers {status}")
        return body


def _environ(path: str, cookie: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost:8000",
        "HTTP_COOKIE": cookie,
        "HTTP_ACCEPT_LANGUAGE": "en-US,en;q=0.8",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.errors": StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
