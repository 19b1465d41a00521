"""A store for each kind of database there is to test on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from navigator.storage.database import DatabaseStore, open_store
from navigator.storage.tables import metadata

ELSEWHERE = os.environ.get(
    "NAVIGATOR_TEST_DATABASE"
)  # an empty PostgreSQL database, if there is one


@pytest.fixture(params=["sqlite", *(["elsewhere"] if ELSEWHERE else [])])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/state/plans.db"
        return
    yield str(ELSEWHERE)
    engine = create_engine(str(ELSEWHERE))
    metadata.drop_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")


@pytest.fixture
def store(address: str) -> Iterator[DatabaseStore]:
    found = open_store(address, upgrading=True)
    yield found
    found.close()
