"""From a library, a situation and a day to the next question and the checklist; pure."""

from navigator.engine.checklist import Checklist, checklist
from navigator.engine.interview import Progress, asked, next_question, open_details, progress
from navigator.engine.report import report
from navigator.engine.since import Since, since, snapshot
from navigator.engine.situation import (
    Mark,
    MarkKind,
    Situation,
    SituationError,
    Who,
    read_marks,
    write_marks,
)
from navigator.engine.words import Words

__all__ = [
    "Checklist",
    "Mark",
    "MarkKind",
    "Progress",
    "Since",
    "Situation",
    "SituationError",
    "Who",
    "Words",
    "asked",
    "checklist",
    "next_question",
    "open_details",
    "progress",
    "read_marks",
    "report",
    "since",
    "snapshot",
    "write_marks",
]
