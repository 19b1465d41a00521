"""A store for each kind of database there is to test on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from navigator.storage.database import DatabaseStore, open_store
from navigator.storage.tables import metadata

# The address of a PostgreSQL database whose tables may be dropped, if there is one.
ELSEWHERE = os.environ.get("NAVIGATOR_TEST_DATABASE")
DATABASES = ["sqlite", *(["postgresql"] if ELSEWHERE else [])]
only_on_postgresql = pytest.mark.parametrize("address", DATABASES[1:], indirect=True)


@pytest.fixture(params=DATABASES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/state/plans.db"
        return
    _empty(str(ELSEWHERE))
    yield str(ELSEWHERE)
    _empty(str(ELSEWHERE))


@pytest.fixture
def store(address: str) -> Iterator[DatabaseStore]:
    found = open_store(address, upgrading=True)
    yield found
    found.close()


@contextmanager
def looking_into(address: str) -> Iterator[Connection]:
    """A connection past the store, as an operator may have one."""
    engine = create_engine(address, poolclass=NullPool)
    with engine.begin() as connection:
        yield connection


def _empty(address: str) -> None:
    with looking_into(address) as connection:
        metadata.drop_all(connection)
        connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
