"""Journeys as designers write them -> a checked, frozen Library, and problems with their places."""

from navigator.content.checking import (
    Unchecked,
    check_folder,
    installed_journeys,
    open_library,
    unchecked,
)
from navigator.content.library import Library
from navigator.content.problems import ContentError, Place, Problem, Severity

__all__ = [
    "ContentError",
    "Library",
    "Place",
    "Problem",
    "Severity",
    "Unchecked",
    "check_folder",
    "installed_journeys",
    "open_library",
    "unchecked",
]
