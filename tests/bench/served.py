"""Question pages as `navigator serve` serves them, and bare ones on the same kind of server.

What counts is the CPU time that the server's worker spends, from the request to the last byte.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from time import sleep

import psutil

from navigator.engine import Situation
from navigator.web.session import Vault
from tests.bench.measuring import Work

_KEY = "for-measuring-only-and-of-no-use-to-anybody"
_WAITS = 300  # tenths of a second for the worker to answer
_AT = re.compile(r"http://127\.0\.0\.1:(\d+)")
OURS = ("navigator", "serve", "--port", "0", "--workers", "1")
BARE = (
    *("gunicorn", "--bind", "127.0.0.1:0", "--workers", "1", "--preload"),
    *("--worker-class", "gthread", "--threads", "4", "tests.bench.bare:app"),
)


class Server:
    """A server on this machine with one worker."""

    def __init__(self, port: int, master: psutil.Process, worker: psutil.Process) -> None:
        self._port = port
        self._master = master
        self._worker = worker

    def cpu(self) -> float:
        """Return the CPU seconds the worker has used so far."""
        return _cpu(self._worker)

    def cpu_of_all(self) -> float:
        """Return the CPU seconds used since the start, by the worker and what began it."""
        return _cpu(self._master) + _cpu(self._worker)

    def page(self, path: str, cookie: str = "") -> Work:
        """Return the work of showing the page at ``path`` to somebody who was shown it before."""
        first, _ = self._fetched(path, cookie)
        told = first.headers.get("Set-Cookie", cookie).partition(";")[0]
        return lambda: self._fetched(path, told)

    def text(self, path: str, cookie: str = "") -> str:
        """Return the page at ``path`` as it was written."""
        return self._fetched(path, cookie, "identity")[1].decode()

    def _fetched(
        self, path: str, cookie: str, encoding: str = "gzip"
    ) -> tuple[HTTPResponse, bytes]:
        """Ask for a page; raises ValueError if there is none."""
        connection = HTTPConnection("127.0.0.1", self._port)
        connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": encoding})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status != 200 or not body:
            raise ValueError(f"{path} answers {response.status}")
        return response, body


def plan_cookie(journeys: Sequence[str], situation: Situation) -> str:
    """Return the cookie of somebody in ``situation``, whose plan is of ``journeys``."""
    content = {
        "journeys": list(journeys),
        "answers": dict(situation.answers),
        "marks": {},
        "who": situation.who.value,
    }
    return f"plan={Vault((_KEY,)).seal(content)}"


@contextmanager
def served(module: Sequence[str], state: Path) -> Iterator[Server]:
    """Run a Python module that serves with one worker, and stop it at the end.

    ``state`` is the folder in which it keeps what it needs again.
    """
    with subprocess.Popen(
        [sys.executable, "-m", *module],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(state),
    ) as process:
        try:
            yield Server(_port(process), psutil.Process(process.pid), _worker(process.pid))
        finally:
            process.terminate()


def environment(state: Path) -> Mapping[str, str]:
    """Return the environment of a server: its keys are given, its output is not held back."""
    own = {"NAVIGATOR_KEYS": _KEY, "NAVIGATOR_STATE": str(state), "PYTHONUNBUFFERED": "1"}
    return {**usual_environment(), **own}


def usual_environment() -> Mapping[str, str]:
    """Return this environment, but Python keeps the modules it compiles, as it does by itself."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _port(process: subprocess.Popen[str]) -> int:
    for line in process.stdout or ():
        if found := _AT.search(line):
            return int(found[1])
    raise RuntimeError("the server did not start")


def _worker(server: int) -> psutil.Process:
    for _ in range(_WAITS):
        if workers := psutil.Process(server).children():
            return workers[0]
        sleep(0.1)
    raise RuntimeError("the server has no worker")
