"""The rulebook against plain Python made from the same sentences, on thousands of random people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest

from navigator.content import Library, open_library
from navigator.rules import NOT_APPLICABLE, Condition, Truth, Value
from tests.bench.people import Crowd, Person, ranges_of
from tests.bench.plain import Plainly
from tests.bench.shipped import conditions_of, days_of

DAYS = (date(2026, 11, 21), date(2026, 2, 28), date(2027, 1, 20), date(2027, 1, 21), date(2028, 2, 29))
PEOPLE = 600  # for each of these days


@cache
def library() -> Library:
    """Return the shipped journeys."""
    return open_library()
