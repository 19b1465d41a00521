"""A setting of the environment that cannot be read is wrong usage, said in one line everywhere."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from navigator.cli import main

WRONG = {
    "NAVIGATOR_PROXIES": ("many", "it must be a whole number, such as 1."),
    "NAVIGATOR_TIMEZONE": ("Mars/Base", "it must be a zone, such as America/Chicago."),
}
COMMANDS = (
    "serve --port 0",
    "check",
    "scenarios",
    "ask moving",
    "plan moving --answers - --today 2026-11-21",
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", WRONG)
def test_a_setting_that_cannot_be_read_is_wrong_usage(
    command: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, right = WRONG[name]
    monkeypatch.setenv(name, said)
    result = CliRunner().invoke(main, command.split(), input="{}")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Error: {name} is {said!r}; {right}"
