"""What the database holds, survives and refuses."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, text

from navigator.storage import Plans, StoreError
from navigator.storage.database import DatabaseStore, open_store
from navigator.storage.sealing import SEALED_SIZE
from navigator.storage.tables import metadata
from tests.storage.conftest import looking_into, only_on_postgresql

TODAY, LAST = date(2026, 11, 26), date(2027, 2, 24)
ALLOWED = {"locator", "sealed", "edition", "expires_on"}  # a new column needs a reason in this line
SAVES = 1000

_SAVER = """
import sys
from datetime import date
from navigator.storage import Plans
from navigator.storage.database import open_store
plans = Plans(open_store(sys.argv[1]))
while True:
    kept = plans.keep({"answers": {"drives": True}}, date(2027, 2, 24))
    sys.stdout.write(kept.code + "\\n")
    sys.stdout.flush()
"""


def test_the_tables_hold_no_column_but_those_allowed() -> None:
    assert {column.name for table in metadata.tables.values() for column in table.c} == ALLOWED


def test_the_migrations_make_the_tables_the_code_reads(store: DatabaseStore, address: str) -> None:
    with looking_into(address) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_what_people_said_stands_nowhere_in_the_files(tmp_path: Path) -> None:
    held = _everything_said(f"sqlite:///{tmp_path}/plans.db")
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert [word for word in held if word in files] == []


def test_what_people_said_stands_in_no_column(store: DatabaseStore, address: str) -> None:
    held = _everything_said(address)
    with looking_into(address) as connection:
        (row,) = connection.execute(text("SELECT * FROM saved_plan")).all()
    columns = b"".join(v if isinstance(v, bytes) else str(v).encode() for v in row)
    assert [word for word in held if word in columns] == []


def _everything_said(address: str) -> list[bytes]:
    """Keep a plan full of planted words, and return what must not be found."""
    store = open_store(address)
    plans = Plans(store)
    planted = {"answers": {"unsafe_word": "planted-7f3a"}, "notes": {"snap_step": "call-Ann-7f3a"}}
    kept = plans.keep(planted, LAST)
    plans.rewrite(kept, planted, LAST)
    store.close()
    return [b"planted", b"7f3a", b"unsafe_word", b"snap_step", b"Ann", kept.code.encode()]


def test_two_people_who_said_opposite_things_leave_the_same_trace(
    store: DatabaseStore, address: str
) -> None:
    said: list[dict[str, object]] = [
        {"answers": {"pregnant": True}, "marks": {}},
        {"answers": {"pregnant": False, "income": 4000}, "marks": {"snap": "done"}, "notes": {}},
    ]
    for content in said:
        Plans(store).keep(content, LAST)
    with looking_into(address) as connection:
        found = connection.execute(text("SELECT * FROM saved_plan")).mappings().all()
    first, second = (
        {k: len(v) if isinstance(v, bytes) else v for k, v in row.items()} for row in found
    )
    assert first == second
    assert first["sealed"] == SEALED_SIZE


def test_every_connection_writes_through_to_the_disk(store: DatabaseStore) -> None:
    with store._engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
            return
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1


def test_a_full_disk_is_an_error_and_leaves_all_else_as_it_was(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/plans.db")
    plans = Plans(store)
    first = plans.keep({"answers": {"drives": True}}, LAST)

    @event.listens_for(store._engine, "connect")
    def no_room(connection: object, _entry: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

    with pytest.raises(StoreError) as caught:
        _keep_many(plans, {"answers": {"word": "planted-7f3a"}})
    assert "planted" not in str(caught.value)
    assert plans.open(first.code, TODAY).content == {"answers": {"drives": True}}


def test_no_confirmed_plan_is_lost_when_the_process_is_killed(
    store: DatabaseStore, address: str
) -> None:
    confirmed: list[str] = []
    while len(confirmed) < SAVES:
        command = [sys.executable, "-c", _SAVER, address]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as saver:
            assert saver.stdout is not None
            for _ in range(SAVES // 5):
                confirmed.append(saver.stdout.readline().strip())
            os.kill(saver.pid, signal.SIGKILL)
            confirmed += saver.stdout.read().split()
    plans = Plans(store)
    complete = [code for code in confirmed if len(code) == 20]
    assert len(complete) >= SAVES
    assert all(plans.open(code, TODAY).content for code in complete)


def test_many_may_open_a_new_database_at_once(address: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(lambda _: open_store(address, upgrading=True), range(6)))
    kept = Plans(stores[0]).keep({}, LAST)
    assert all(Plans(store).open(kept.code, TODAY).content == {} for store in stores)
    for store in stores:
        store.close()


@only_on_postgresql
def test_postgresql_is_upgraded_by_its_operator_alone(address: str) -> None:
    with pytest.raises(StoreError, match="run `navigator database upgrade`"):
        open_store(address)


@only_on_postgresql
def test_after_a_restart_of_the_server_the_next_plan_opens(
    store: DatabaseStore, address: str
) -> None:
    plans = Plans(store)
    kept = plans.keep({}, LAST)
    with looking_into(address) as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert plans.open(kept.code, TODAY).content == {}


def test_an_address_that_leads_nowhere_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for wrong in (
        "no address",
        "nothing://here",
        "mysql://here",
        f"sqlite:///{tmp_path}/file/plans.db",
    ):
        with pytest.raises(StoreError):
            open_store(wrong)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "plans.db").write_text("not a database, but long enough to look like one" * 30)
    with pytest.raises(StoreError):
        open_store(f"sqlite:///{tmp_path}/plans.db")


def _keep_many(plans: Plans, content: dict[str, object]) -> None:
    for _ in range(50):
        plans.keep(content, LAST)
