"""The store in a database: SQLite in the state folder, or PostgreSQL by its address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from navigator.storage.store import Record, StoreError
from navigator.storage.tables import saved_plans
from navigator.storage.upgrade import is_current, upgrade

_WAIT_SECONDS = 10
_DURABLE = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was confirmed is on the disk, also when the power fails
    "PRAGMA secure_delete = ON",  # what was deleted is written over
)


class DatabaseStore:
    """Sealed records in the table ``saved_plan``; each method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, locator: bytes, sealed: bytes, expires_on: date) -> None:
        """Keep a new record; when this returns, it is on the disk."""
        row = {"locator": locator, "sealed": sealed, "edition": 1, "expires_on": expires_on}
        with self._transaction() as connection:
            connection.execute(insert(saved_plans).values(row))

    def find(self, locator: bytes, today: date) -> Record | None:
        """Return a record whose last day is not before ``today``."""
        table = saved_plans.c
        wanted = select(table.sealed, table.edition, table.expires_on).where(
            table.locator == locator, table.expires_on >= today
        )
        with self._transaction() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else Record(*row)

    def replace(self, locator: bytes, record: Record) -> bool:
        """Write ``record`` over the one of the edition before; False if that is not the present."""
        table = saved_plans.c
        present = (table.locator == locator) & (table.edition == record.edition - 1)
        with self._transaction() as connection:
            done = connection.execute(update(saved_plans).where(present).values(record._asdict()))
        return done.rowcount == 1

    def delete(self, locator: bytes) -> None:
        """Take a record away for good; nothing happens when there is none."""
        with self._transaction() as connection:
            connection.execute(delete(saved_plans).where(saved_plans.c.locator == locator))

    def sweep(self, today: date) -> int:
        """Take away all whose last day is before ``today``; return how many."""
        with self._transaction() as connection:
            done = connection.execute(delete(saved_plans).where(saved_plans.c.expires_on < today))
        return done.rowcount

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A transaction, whole or not at all. Raises StoreError without a value in its text."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"The database did not answer ({type(error).__name__}).") from None


def open_store(address: str, *, upgrading: bool = False) -> DatabaseStore:
    """Return the store at ``address``, such as "sqlite:////var/lib/navigator/plans.db".

    SQLite is made and brought up to date by itself, PostgreSQL only when ``upgrading``.
    Raises StoreError when the address cannot be used or the tables are of another version.
    """
    engine = _engine(address)
    try:
        if upgrading or engine.dialect.name == "sqlite":
            upgrade(engine)
        elif not is_current(engine):
            raise StoreError("The tables are of another version: run `navigator database upgrade`.")
    except SQLAlchemyError as error:
        engine.dispose()
        raise StoreError(f"The database cannot be opened ({type(error).__name__}).") from None
    except StoreError:
        engine.dispose()
        raise
    return DatabaseStore(engine)


def _engine(address: str) -> Engine:
    try:
        url = make_url(address)
        return _KINDS[url.get_backend_name()](url)
    except KeyError as error:
        raise StoreError(f"The database is SQLite or PostgreSQL, not {error}.") from None
    except (ArgumentError, ImportError, OSError) as error:
        raise StoreError(f"No database can be opened at that address: {error}") from None


def _sqlite(url: URL) -> Engine:
    """Return an engine whose every connection keeps its word; none is shared between processes."""
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": _WAIT_SECONDS})
    event.listen(engine, "connect", _make_durable)
    return engine


def _make_durable(connection: SQLiteConnection, _entry: ConnectionPoolEntry) -> None:
    for pragma in _DURABLE:
        connection.execute(pragma)


def _postgresql(url: URL) -> Engine:
    """Return an engine whose connections are tried before use: a server may have restarted."""
    waiting = {"connect_timeout": _WAIT_SECONDS}
    engine = create_engine(url, pool_pre_ping=True, connect_args=waiting)
    event.listen(engine, "connect", _write_through)
    return engine


def _write_through(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("SET synchronous_commit TO on")  # also where the server is set to be hasty
    cursor.close()
    connection.commit()


_KINDS = {"sqlite": _sqlite, "postgresql": _postgresql}
