"""Question pages as `navigator serve` serves them, and the CPU time its worker spends on them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from time import sleep

import psutil

from navigator.engine import Situation
from navigator.web.session import Vault
from tests.bench.measuring import Work

_KEY = "for-measuring-only-and-of-no-use-to-anybody"
_WAITS = 300  # tenths of a second for the worker to answer
_AT = re.compile(r"http://127\.0\.0\.1:(\d+)/")


class Server:
    """One worker of the real server on this machine."""

    def __init__(self, port: int, process: psutil.Process) -> None:
        self._port = port
        self._worker = process
        self._vault = Vault((_KEY,))

    def cpu(self) -> float:
        """Return the CPU seconds the worker has used so far."""
        times = self._worker.cpu_times()
        return float(times.user + times.system)

    def page(self, journey: str, situation: Situation, question: str) -> Work:
        """Return the work of showing ``question`` to somebody who was shown it before."""
        content = {
            "journeys": [journey],
            "answers": dict(situation.answers),
            "marks": {},
            "who": situation.who.value,
        }
        path = f"/{journey}/{question}"
        first = self._get(path, f"plan={self._vault.seal(content)}")
        cookie = first.headers["Set-Cookie"].partition(";")[0]
        return lambda: self._get(path, cookie)

    def _get(self, path: str, cookie: str) -> HTTPResponse:
        """Ask for a page; raises ValueError if there is none."""
        connection = HTTPConnection("127.0.0.1", self._port)
        connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        response = connection.getresponse()
        if response.status != 200 or not response.read():
            raise ValueError(f"{path} answers {response.status}")
        connection.close()
        return response


@contextmanager
def served() -> Iterator[Server]:
    """Run `navigator serve` with one worker on a free port, and stop it at the end."""
    command = [sys.executable, "-m", "navigator", "serve", "--port", "0", "--workers", "1"]
    environment = {**os.environ, "NAVIGATOR_KEYS": _KEY, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield Server(_port(process), _worker(process.pid))
        finally:
            process.terminate()


def _port(process: subprocess.Popen[str]) -> int:
    for line in process.stdout or ():
        if found := _AT.search(line):
            return int(found[1])
    raise RuntimeError("navigator serve did not start")


def _worker(server: int) -> psutil.Process:
    for _ in range(_WAITS):
        if workers := psutil.Process(server).children():
            return workers[0]
        sleep(0.1)
    raise RuntimeError("navigator serve has no worker")
