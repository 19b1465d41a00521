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
from sqlalchemy import create_engine, event, text

from navigator.storage import Plans, StoreError
from navigator.storage.database import DatabaseStore, open_store
from navigator.storage.sealing import SEALED_SIZE
from navigator.storage.tables import metadata

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
    with create_engine(address).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_what_people_said_stands_nowhere_in_the_files(tmp_path: Path) -> None:
    plans = Plans(open_store(f"sqlite:///{tmp_path}/plans.db"))
    planted = {"answers": {"unsafe_word": "planted-7f3a"}, "notes": {"snap_step": "call-Ann-7f3a"}}
    kept = plans.keep(planted, LAST)
    plans.rewrite(kept, planted, LAST)
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for word in (b"planted", b"7f3a", b"unsafe_word", b"snap_step", b"Ann", kept.code.encode()):
        assert word not in held


def test_two_people_who_said_opposite_things_leave_the_same_trace(tmp_path: Path) -> None:
    said: list[dict[str, object]] = [
        {"answers": {"pregnant": True}, "marks": {}},
        {"answers": {"pregnant": False, "income": 4000}, "marks": {"snap": "done"}, "notes": {}},
    ]
    rows = []
    for number, content in enumerate(said):
        address = f"sqlite:///{tmp_path}/{number}.db"
        Plans(open_store(address)).keep(content, LAST)
        with create_engine(address).connect() as connection:
            row = connection.execute(text("SELECT * FROM saved_plan")).mappings().one()
            rows.append({k: len(v) if isinstance(v, bytes) else v for k, v in row.items()})
    assert rows[0] == rows[1]
    assert rows[0]["sealed"] == SEALED_SIZE


def test_every_connection_writes_through_to_the_disk(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/plans.db")
    with store._engine.connect() as connection:
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


def test_no_confirmed_plan_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/plans.db"
    open_store(address).close()
    confirmed: list[str] = []
    while len(confirmed) < SAVES:
        command = [sys.executable, "-c", _SAVER, address]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as saver:
            assert saver.stdout is not None
            for _ in range(SAVES // 5):
                confirmed.append(saver.stdout.readline().strip())
            os.kill(saver.pid, signal.SIGKILL)
            confirmed += saver.stdout.read().split()
    plans = Plans(open_store(address))
    complete = [code for code in confirmed if len(code) == 20]
    assert len(complete) >= SAVES
    assert all(plans.open(code, TODAY).content for code in complete)


def test_many_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/plans.db"
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(open_store, [address] * 6))
    kept = Plans(stores[0]).keep({}, LAST)
    assert all(Plans(store).open(kept.code, TODAY).content == {} for store in stores)


def test_an_address_that_leads_nowhere_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for wrong in ("no address", "nothing://here", f"sqlite:///{tmp_path}/file/plans.db"):
        with pytest.raises(StoreError):
            open_store(wrong)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "plans.db").write_text("not a database, but long enough to look like one" * 30)
    with pytest.raises(StoreError):
        open_store(f"sqlite:///{tmp_path}/plans.db")


def _keep_many(plans: Plans, content: dict[str, object]) -> None:
    for _ in range(50):
        plans.keep(content, LAST)
