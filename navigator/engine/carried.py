"""A plan as a file that a person takes along, and a plan read from such a file again."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from navigator.engine.checklist import Checklist, checklist
from navigator.engine.report import report
from navigator.engine.situation import SituationError, write_marks
from navigator.engine.words import Words

JSON = dict[str, object]

FORMAT: Final = "journey-navigator-plan/1"
_READ: Final = ("journeys", "who", "answers", "marks")


def carried(
    found: Checklist, words: Words, *, answers: Collection[str], marks: bool, steps: bool
) -> JSON:
    """Return the file of a plan; the published schema is ``schema/carried.json``.

    Only the ``answers`` named are in it, and the ``steps`` are those that follow from them, so
    that what was left out cannot be read between the lines.
    """
    situation = found.situation
    left_out = [name for name in situation.answers if name not in answers]
    told = replace(situation.without(*left_out), marks=situation.marks if marks else {})
    content: JSON = {
        "format": FORMAT,
        "made_on": situation.today.isoformat(),
        "who": situation.who.value,
        "journeys": list(found.plan.journeys),
        "answers": dict(told.answers),
        "marks": write_marks(told.marks),
    }
    if steps:
        seen = checklist(found.library, told, found.plan.journeys)
        content["plan"] = report(seen, replace(words, reading=seen.reading))
    return content


def read_carried(content: bytes) -> JSON:
    """Return the journeys, who, answers and marks of a file that ``carried`` made.

    Raises SituationError when it is no such file; unknown questions and steps are left in.
    """
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise SituationError("The file holds no plan: it is not JSON.") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise SituationError(f"The file holds no plan: its format is not {FORMAT}.")
    if not isinstance(found.get("journeys"), list) or not isinstance(found.get("answers"), dict):
        raise SituationError("The file holds no plan: journeys or answers are missing.")
    return {name: found[name] for name in _READ if name in found}
