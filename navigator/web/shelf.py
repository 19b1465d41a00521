"""The saved plans of a site, their database opened when the first person asks for it.

Most visitors never save anything, and a server should start without waiting for a database.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from threading import Lock

from navigator.storage import Plans


class Shelf:
    """Where saved plans stand: at ``address``, or in ``plans`` when they are open already."""

    def __init__(self, address: str, plans: Plans | None = None) -> None:
        self._address = address
        self._given = plans
        self._opening = Lock()

    @property
    def plans(self) -> Plans:
        """The saved plans. Raises StoreError while the database cannot be opened."""
        with self._opening:
            return self._plans

    @cached_property
    def _plans(self) -> Plans:
        if self._given is not None:
            return self._given
        # The database's library takes longer to load than all our pages.
        database = import_module("navigator.storage.database")
        return Plans(database.open_store(self._address))
