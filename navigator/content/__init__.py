"""Journeys as designers write them -> a checked, frozen Library, and problems with their places.

What reads and checks files is loaded when it is first asked for: a site whose journeys are kept
starts without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from navigator.content.library import (
    Agency,
    Choice,
    Document,
    Journey,
    Library,
    Question,
    Step,
    Template,
    Wording,
)
from navigator.content.problems import ContentError, Place, Problem, Severity

if TYPE_CHECKING:
    from navigator.content.builder import Draft
    from navigator.content.checking import (
        Unchecked,
        check_folder,
        open_draft,
        open_library,
        unchecked,
    )

__all__ = [
    "Agency",
    "Choice",
    "ContentError",
    "Document",
    "Draft",
    "Journey",
    "Library",
    "Place",
    "Problem",
    "Question",
    "Severity",
    "Step",
    "Template",
    "Unchecked",
    "Wording",
    "check_folder",
    "open_draft",
    "open_library",
    "unchecked",
]


def __getattr__(name: str) -> object:
    """Return what reads and checks, which is loaded now."""
    if name in __all__:
        return getattr(import_module("navigator.content.checking"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
