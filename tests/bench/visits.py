"""Question pages of the real application, without a network, and the people who see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from navigator.content import Library
from navigator.engine import Situation, Who, next_question
from navigator.settings import Settings
from navigator.web import create_app
from navigator.web.session import Vault
from tests.bench.measuring import Work
from tests.bench.people import Crowd, ranges_of

_KEY = "a key for measuring only, of no use to anybody"
_SURE = 0.9


class Interview(NamedTuple):
    """One person's way: each situation with the question ``asked`` in it, and the ``end``."""

    asked: list[tuple[Situation, str]]
    end: Situation


def interviews(library: Library, journey: str, today: date, people: int) -> Iterator[Interview]:
    """Yield the interviews of random people.

    They know what is happening to them, the first question; of every tenth answer after it they
    are *not sure*.
    """
    chance = Random(journey)
    crowd = Crowd(library.rulebook, today, ranges_of(library))
    for _ in range(people):
        told = crowd.person(chance)
        situation = Situation(today, who=Who.CLIENT if told.helping else Who.ME)
        asked: list[tuple[Situation, str]] = []
        while question := next_question(library, situation, [journey]):
            asked.append((situation, question.id))
            is_sure = len(asked) == 1 or chance.random() < _SURE
            answer = told.answers.get(question.id) if is_sure else None
            situation = situation.answering(question.id, answer)
        yield Interview(asked, situation)


class Browser:
    """Asks ``app`` for pages as a server does, with one cookie for each person."""

    def __init__(self, library: Library, journey: str, today: date) -> None:
        settings = Settings(keys=(_KEY,), state_folder=Path("/nonexistent"))
        self._app = create_app(library, settings, today=lambda: today)
        self._vault = Vault((_KEY,))
        self._journey = journey

    def page(self, situation: Situation, question: str) -> Work:
        """Return the work of showing ``question`` to somebody who was shown it before."""
        content = {
            "journeys": [self._journey],
            "answers": dict(situation.answers),
            "marks": {},
            "who": situation.who.value,
        }
        path = f"/{self._journey}/{question}"
        sealed = {"Cookie": f"plan={self._vault.seal(content)}"}
        first = self._app.test_client().get(path, headers=sealed)
        environ = _environ(path, first.headers["Set-Cookie"].partition(";")[0])
        return lambda: self._get(environ)

    def _get(self, environ: Mapping[str, Any]) -> None:
        """Ask for a page and throw it away; raises ValueError if there is none."""
        status: list[str] = []

        def start(code: str, headers: object, failure: object = None) -> Callable[[bytes], object]:
            status.append(code)
            return len

        body = self._app.wsgi_app({**environ, "wsgi.input": BytesIO()}, start)
        if not b"".join(body) or status != ["200 OK"]:
            raise ValueError(f"{environ['PATH_INFO']} answers {status}")


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
