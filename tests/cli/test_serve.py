"""`navigator serve`: a real server on a free port, reloaded and stopped by signals."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from gunicorn.config import Config

from navigator.cli.serve import DiscreetLogger, settings_for
from navigator.settings import THIS_MACHINE
from tests.cli.conftest import JOURNEYS, Run

FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}
_FIRST_PAGE = """
import sys
import navigator.cli.serve
from navigator.web.wsgi import application
assert application().test_client().get("/", base_url="http://localhost").status_code == 200
late = "lark yaml jsonschema holidays icalendar segno sqlalchemy rapidfuzz markdown_it"
print(*(name for name in late.split() if name in sys.modules))
"""
_PATIENCE = 30  # seconds until a signal must have shown its effect


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[str]
    url: str
    folder: Path

    def page(self) -> str:
        with urlopen(self.url, timeout=_PATIENCE) as answer:
            return str(answer.read().decode())

    def rename(self, old: str, new: str) -> None:
        file = self.folder / "moving_house.yaml"
        file.write_text(file.read_text().replace(f"title: {old}", f"title: {new}"))
        self.process.send_signal(signal.SIGHUP)

    def complains(self, text: str) -> bool:
        assert self.process.stderr is not None
        return any(text in line for line in self.process.stderr)

    def shows(self, text: str) -> bool:
        end = time.monotonic() + _PATIENCE
        while text not in self.page():
            if time.monotonic() > end:
                return False
            time.sleep(0.1)
        return True


@contextmanager
def serving(folder: Path, state: Path) -> Iterator[Server]:
    """Run a server of the journeys in ``folder`` and stop it at the end."""
    command = (sys.executable, "-m", "navigator", "serve", "--port", "0", "--workers", "1")
    with subprocess.Popen(
        [*command, "--journeys", str(folder)],
        env={**os.environ, "NAVIGATOR_STATE": str(state)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found is not None, said
        try:
            yield Server(process, found[0], folder)
        finally:
            process.terminate()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    folder = Path(shutil.copytree(JOURNEYS, tmp_path / "journeys"))
    with serving(folder, tmp_path / "state") as found:
        yield found


def test_it_prints_its_address_serves_the_journeys_and_stops_gracefully(server: Server) -> None:
    assert "Moving house" in server.page()
    server.process.terminate()
    assert server.process.wait(_PATIENCE) == 0


def test_it_answers_to_this_machine_only_and_believes_no_proxy(server: Server) -> None:
    with urlopen(Request(server.url, headers=FORWARDED), timeout=_PATIENCE) as answer:
        assert "Strict-Transport-Security" not in answer.headers
    with pytest.raises(HTTPError, match="421"):
        urlopen(Request(server.url, headers={"Host": "evil.example"}), timeout=_PATIENCE)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /planted-7f3a NONSENSE\r\n\r\n",
        b"GET / HTTP/1.1\r\nplanted-7f3a\r\n\r\n",
        b"GET /?" + b"planted-7f3a" * 900 + b" HTTP/1.1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: planted-7f3a\r\n\r\n",
    ],
)
def test_a_request_that_cannot_be_read_leaves_no_trace(server: Server, sent: bytes) -> None:
    port = int(server.url.rstrip("/").rpartition(":")[2])
    with create_connection(("127.0.0.1", port), timeout=_PATIENCE) as connection:
        connection.sendall(sent)
        assert connection.recv(10) in (b"HTTP/1.1 4", b"HTTP/1.1 5")
    server.process.terminate()
    _, said = server.process.communicate(timeout=_PATIENCE)
    assert "planted" not in said
    assert "127.0.0.1" not in said


@pytest.mark.parametrize("error", [ValueError("planted-7f3a"), None])
def test_the_log_of_the_server_names_the_kind_of_a_failure_only(
    error: Exception | None, caplog: pytest.LogCaptureFixture
) -> None:
    log = DiscreetLogger(Config())
    log.error_log.addHandler(caplog.handler)
    try:
        if error:
            raise error
        log.exception("Error handling request %s", "/planted-7f3a")
    except ValueError:
        log.exception("Error handling request %s", "/planted-7f3a")
    assert ("ValueError" if error else "Failure") in caplog.text
    assert "planted" not in caplog.text


@pytest.mark.parametrize(
    ("host", "named", "answers_to"),
    [
        ("127.0.0.1", None, (*THIS_MACHINE, "127.0.0.1")),
        ("192.0.2.7", None, (*THIS_MACHINE, "192.0.2.7")),
        ("2001:db8::7", None, (*THIS_MACHINE, "[2001:db8::7]")),
        ("0.0.0.0", None, THIS_MACHINE),
        ("0.0.0.0", "plan.example.gov", ("plan.example.gov",)),
    ],
)
def test_the_address_to_listen_on_is_a_name_to_answer_to(
    host: str, named: str | None, answers_to: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NAVIGATOR_HOSTS", raising=False)
    if named:
        monkeypatch.setenv("NAVIGATOR_HOSTS", named)
    assert settings_for(host).hosts == answers_to


def test_a_hangup_reads_changed_journeys_and_keeps_the_old_ones_on_errors(server: Server) -> None:
    server.rename("Moving house", "Moving on")
    assert server.shows("Moving on")
    server.rename("Moving on", "Moving away\ntitle: twice")
    assert server.complains("Those used before stay in use.")
    assert "Moving on" in server.page()


def test_journeys_changed_between_starts_are_read_anew(tmp_path: Path) -> None:
    folder, state = Path(shutil.copytree(JOURNEYS, tmp_path / "journeys")), tmp_path / "state"
    with serving(folder, state) as first:
        assert "Moving house" in first.page()
    with serving(folder, state) as again:
        assert "Moving house" in again.page()
        again.rename("Moving house", "Moving on")
        assert again.shows("Moving on")
    kept = (state / "journeys.kept").read_bytes()
    with serving(folder, state) as last:
        assert "Moving on" in last.page()
    assert (state / "journeys.kept").read_bytes() == kept


def test_two_servers_can_start_at_once(tmp_path: Path) -> None:
    def first_page(_: int) -> str:
        with serving(JOURNEYS, tmp_path) as server:
            return server.page()

    with ThreadPoolExecutor() as together:
        assert all("Moving house" in page for page in together.map(first_page, range(2)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journeys.kept", "keys"]


def test_a_start_with_kept_journeys_loads_only_what_its_first_page_needs(tmp_path: Path) -> None:
    state = {"NAVIGATOR_STATE": str(tmp_path), "NAVIGATOR_JOURNEYS": str(JOURNEYS)}
    made, kept = (
        subprocess.run(
            [sys.executable, "-c", _FIRST_PAGE],
            env={**os.environ, **state},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for _ in range(2)
    )
    assert {"lark", "jsonschema", "yaml"} <= set(made)
    assert kept == []


def test_a_port_that_is_taken_is_wrong_usage(server: Server, run: Run) -> None:
    port = server.url.rstrip("/").rpartition(":")[2]
    result = run("serve", "--port", port)
    assert result.exit_code == 2
    assert "Address already in use. Choose another host or port." in result.output
