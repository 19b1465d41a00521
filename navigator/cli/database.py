"""`navigator database`: what an operator does with the plans that people asked to keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click

from navigator.cli.options import DayType, count
from navigator.settings import read_settings
from navigator.storage import Plans, StoreError
from navigator.storage.database import DatabaseStore, open_store


@click.group(short_help="Look after saved plans.")
def database() -> None:
    """Look after the plans that people asked to keep, at NAVIGATOR_DATABASE.

    Nobody can read them here: each opens with the code its person was given.
    """


@database.command(short_help="Delete plans whose last day is over.")
@click.option(
    "--today", type=DayType(), help="The day to count from, such as 2026-11-26. Default: today."
)
def sweep(today: date | None) -> None:
    """Delete the plans whose last day is over; they cannot be opened in any case.

    Run it once a day.

    \b
    Example:
      navigator database sweep
    """
    with _opened(upgrading=False) as store:
        gone = Plans(store).sweep(today or read_settings().today())
    click.echo(f"{count(gone, 'plan')} deleted.")


@database.command(short_help="Bring the tables up to date.")
def upgrade() -> None:
    """Bring the tables to the version this navigator reads; SQLite does so when it is opened.

    \b
    Example:
      NAVIGATOR_DATABASE=postgresql+psycopg://host/name navigator database upgrade
    """
    with _opened(upgrading=True):
        click.echo("The tables are up to date.")


@contextmanager
def _opened(*, upgrading: bool) -> Iterator[DatabaseStore]:
    """Open the store; a fault is one line and exit code 1."""
    try:
        store = open_store(read_settings().database, upgrading=upgrading)
        try:
            yield store
        finally:
            store.close()
    except StoreError as error:
        raise click.ClickException(str(error)) from None
