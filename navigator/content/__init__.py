"""Journeys as designers write them -> a checked, frozen Library, and problems with their places."""

from navigator.content.builder import Draft
from navigator.content.checking import (
    Unchecked,
    check_folder,
    installed_journeys,
    open_draft,
    open_library,
    unchecked,
)
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
    "installed_journeys",
    "open_draft",
    "open_library",
    "unchecked",
]
