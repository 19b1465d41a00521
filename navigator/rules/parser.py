"""Reads a sentence into a tree, or raises all that is wrong with it.

The grammar and the library behind it take long to load. They are loaded with the first sentence:
a site whose journeys are kept reads none.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import cast

from navigator.rules import tree


def parse_condition(text: str) -> tree.Condition:
    """Return what ``text`` says, such as `stage is born and not helping`.

    Raises ConditionError.
    """
    return cast("tree.Condition", _parse(text, "condition"))


def parse_value(text: str) -> tree.Value:
    """Return what ``text`` says, such as `60 days after letter_date`. Raises ConditionError."""
    return cast("tree.Value", _parse(text, "value"))


@lru_cache(maxsize=4096)
def _parse(text: str, start: str) -> tree.Node:
    found = import_module("navigator.rules.recognition").recognised(text, start)
    return cast("tree.Node", found)
