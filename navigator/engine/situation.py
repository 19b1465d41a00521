"""What one person has told: answers, marks, the day, and who is asking. All else is recomputed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

UNSURE: tuple[object, ...] = (None, "declined")
"""The answers that settle nothing: *I'm not sure* and *Prefer not to say*."""


class Who(Enum):
    """Whom the plan is for, as seen by the one who answers."""

    ME = "me"
    SOMEONE_CLOSE = "someone_close"
    CLIENT = "client"


class MarkKind(Enum):
    """What a person says of a step."""

    DONE = "done"
    HAVE_IT = "have_it"
    WAITING = "waiting"
    REFUSED = "refused"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True)
class Mark:
    """A person's mark on a step; ``on`` is the day it happened, ``turn`` the due day it belongs to.

    Only a recurring step has turns: a mark of an earlier turn says nothing of the present one.
    """

    kind: MarkKind
    on: date | None = None
    turn: date | None = None


class SituationError(ValueError):
    """Answers or marks cannot be read; the text says which and what would be right."""


@dataclass(frozen=True)
class Situation:
    """Everything the checklist is made from.

    ``answers`` holds JSON values by question id: ``null`` is *not sure*, ``"declined"`` is *prefer
    not to say*, absent is not answered. ``still`` is the day it still is somewhere in the United
    States: a due day is missed only when it is before ``still`` (default: ``today``).
    """

    today: date
    answers: Mapping[str, object] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    who: Who = Who.ME
    still: date | None = None

    @property
    def helping(self) -> bool:
        """Whether somebody answers for another person."""
        return self.who is not Who.ME

    @property
    def last_living_day(self) -> date:
        """The earliest day that is not over everywhere in the United States."""
        return self.still or self.today

    def answering(self, question: str, answer: object) -> Situation:
        """Return the situation with ``question`` answered (JSON value)."""
        return replace(self, answers={**self.answers, question: answer})

    def without(self, *questions: str) -> Situation:
        """Return the situation with the answers to ``questions`` taken back."""
        kept = {name: answer for name, answer in self.answers.items() if name not in questions}
        return replace(self, answers=kept)

    def marking(self, step: str, mark: Mark | None) -> Situation:
        """Return the situation with ``step`` marked, or its mark taken off."""
        kept = {name: old for name, old in self.marks.items() if name != step}
        return replace(self, marks=kept if mark is None else {**kept, step: mark})


def read_marks(raw: object) -> dict[str, Mark]:
    """Return marks from JSON: ``{step: "done"}`` or ``{step: {"mark": .., "on": .., "turn": ..}}``.

    Raises SituationError naming the step and what would be right.
    """
    if not isinstance(raw, dict):
        raise SituationError("Marks must be an object: step id to mark.")
    return {str(step): _read_mark(str(step), mark) for step, mark in raw.items()}


def write_marks(marks: Mapping[str, Mark]) -> dict[str, object]:
    """Return ``marks`` as JSON that read_marks reads back."""
    return {step: _write_mark(mark) for step, mark in marks.items()}


def _read_mark(step: str, raw: object) -> Mark:
    fields = raw if isinstance(raw, dict) else {"mark": raw}
    try:
        kind = MarkKind(fields.get("mark"))
    except ValueError:
        kinds = ", ".join(kind.value for kind in MarkKind)
        raise SituationError(f"The mark of {step!r} must be one of {kinds}.") from None
    return Mark(kind, _read_day(step, fields.get("on")), _read_day(step, fields.get("turn")))


def _read_day(step: str, raw: object) -> date | None:
    if raw is None:
        return None
    try:
        return date.fromisoformat(str(raw))
    except ValueError:
        raise SituationError(
            f"The mark of {step!r} has the day {raw!r}; write it like 2026-11-21."
        ) from None


def _write_mark(mark: Mark) -> object:
    if mark.on is None and mark.turn is None:
        return mark.kind.value
    days = {"on": mark.on, "turn": mark.turn}
    return {"mark": mark.kind.value} | {k: d.isoformat() for k, d in days.items() if d}
