"""`navigator database`: an operator sweeps without being able to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from navigator.cli import main
from navigator.storage import NoSuchPlanError, Plans
from navigator.storage.database import open_store


def _run(*args: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["database", *args], env=environment)


def test_sweep_deletes_what_has_run_out_and_says_how_many(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/plans.db"
    plans = Plans(open_store(address))
    old, new = plans.keep({}, date(2026, 11, 25)), plans.keep({}, date(2026, 11, 26))
    result = _run("sweep", "--today", "2026-11-26", NAVIGATOR_DATABASE=address)
    assert (result.exit_code, result.output) == (0, "1 plan deleted.\n")
    assert plans.open(new.code, date(2026, 11, 26)).content == {}
    with pytest.raises(NoSuchPlanError):
        plans.open(old.code, date(2026, 11, 25))


def test_without_an_address_the_plans_are_in_the_state_folder(tmp_path: Path) -> None:
    result = _run("upgrade", NAVIGATOR_STATE=str(tmp_path), NAVIGATOR_DATABASE="")
    assert (result.exit_code, result.output) == (0, "The tables are up to date.\n")
    assert (tmp_path / "plans.db").exists()


def test_an_address_that_leads_nowhere_is_one_line_and_exit_code_1() -> None:
    result = _run("sweep", NAVIGATOR_DATABASE="nowhere")
    assert result.exit_code == 1
    assert result.output.startswith("Error: No database can be opened at that address")
    assert len(result.output.splitlines()) == 1
