"""Tables brought to the version this code reads, by Alembic; asked for, never at import."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

_FOLDER: Final = Path(__file__).parent / "migrations"
_ALONE: Final = {  # of several processes, one writes and the others wait
    "sqlite": "BEGIN IMMEDIATE",
    "postgresql": "SELECT pg_advisory_xact_lock(hashtext('journey-navigator tables'))",
}


def upgrade(engine: Engine) -> None:
    """Bring the tables up to date, in one transaction; several processes may try at once."""
    if is_current(engine):
        return
    with engine.begin() as connection:
        connection.exec_driver_sql(_ALONE[engine.dialect.name])
        command.upgrade(_config(connection), "head")


def is_current(engine: Engine) -> bool:
    """Whether the tables are of the newest version."""
    newest = ScriptDirectory(str(_FOLDER)).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config
