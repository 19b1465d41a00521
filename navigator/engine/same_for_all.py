"""What of a plan stands the same for everybody on one day: worked out once, not for each person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from navigator.engine.entry import Entry, Soon
from navigator.engine.routes import Routes


@dataclass(frozen=True, eq=False)
class SameForAll:
    """Entries of steady steps by step id, filled in as people meet them: to do, or may apply."""

    soon: Soon
    sure: dict[str, Entry] = field(default_factory=dict)
    perhaps: dict[str, Entry] = field(default_factory=dict)


@lru_cache(maxsize=64)
def same_for_all(routes: Routes, today: date, last_living_day: date) -> SameForAll:
    """Return what everybody shares whose plan has these ``routes`` on that day."""
    return SameForAll(Soon.after(today))
