"""All that the rest of the house may ask of a database, and the plans that are kept in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from navigator.storage.return_code import new_code
from navigator.storage.sealing import Keys, SealError, keys_of, seal, unseal


class StoreError(Exception):
    """The database did not do what was asked; nothing was changed."""


class NoSuchPlanError(StoreError):
    """No plan is kept under this code: never, no longer, or its time is over."""


class ChangedMeanwhileError(StoreError):
    """The plan was changed elsewhere since it was opened; that change is kept, this one is not."""


class Record(NamedTuple):
    """One row: what it holds is sealed. ``edition`` counts how often it was written."""

    sealed: bytes
    edition: int
    expires_on: date


class Store(Protocol):
    """A database of sealed records by ``locator`` (32 bytes). Every method raises StoreError."""

    def add(self, locator: bytes, sealed: bytes, expires_on: date) -> None:
        """Keep a new record; when this returns, it is on the disk."""

    def find(self, locator: bytes, today: date) -> Record | None:
        """Return a record whose last day is not before ``today``."""

    def replace(self, locator: bytes, record: Record) -> bool:
        """Write ``record`` over the one of the edition before; False if that is not the present."""

    def delete(self, locator: bytes) -> None:
        """Take a record away for good; nothing happens when there is none."""

    def sweep(self, today: date) -> int:
        """Take away all whose last day is before ``today``; return how many."""

    def close(self) -> None:
        """Let go of the database."""


@dataclass(frozen=True)
class SavedPlan:
    """A plan as it was kept: ``content`` is JSON values, ``expires_on`` its last day."""

    code: str
    content: Mapping[str, object]
    edition: int
    expires_on: date


class Plans:
    """The plans people asked to keep. A plan's code is told once, to the person alone."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, content: Mapping[str, object], expires_on: date) -> SavedPlan:
        """Keep ``content`` under a new code. Raises StoreError and TooLargeError: nothing kept."""
        code = new_code()
        keys = keys_of(code)
        self._store.add(keys.locator, seal(content, keys), expires_on)
        return SavedPlan(code, content, 1, expires_on)

    def open(self, code: str, today: date) -> SavedPlan:
        """Return the plan kept under ``code``. Raises NoSuchPlanError."""
        keys = keys_of(code)
        record = self._store.find(keys.locator, today)
        if record is None:
            raise NoSuchPlanError("No plan is kept under this code.")
        return SavedPlan(code, _content(record, keys), record.edition, record.expires_on)

    def rewrite(
        self, plan: SavedPlan, content: Mapping[str, object], expires_on: date
    ) -> SavedPlan:
        """Keep ``content`` in place of ``plan``, until ``expires_on``.

        Raises ChangedMeanwhileError when somebody else wrote since ``plan`` was opened, or
        deleted it.
        """
        keys = keys_of(plan.code)
        record = Record(seal(content, keys), plan.edition + 1, expires_on)
        if not self._store.replace(keys.locator, record):
            raise ChangedMeanwhileError("The plan was changed elsewhere.")
        return SavedPlan(plan.code, content, record.edition, expires_on)

    def forget(self, code: str) -> None:
        """Delete what is kept under ``code``, at once and for good."""
        self._store.delete(keys_of(code).locator)

    def knock(self, today: date) -> None:
        """Ask the database for nothing. Raises StoreError when it does not answer."""
        self._store.find(b"", today)

    def sweep(self, today: date) -> int:
        """Delete the plans whose last day is before ``today``; return how many."""
        return self._store.sweep(today)


def _content(record: Record, keys: Keys) -> dict[str, object]:
    try:
        return unseal(record.sealed, keys)
    except SealError as error:
        raise StoreError(str(error)) from None
