"""A situation and its checklist -> a scenario in YAML, to check by hand and to keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from navigator.authoring.expectations import DAYS, field_of, status_of
from navigator.authoring.scenes import Scene
from navigator.engine import Mark, write_marks
from navigator.engine.life import State
from navigator.engine.order import Placed
from navigator.rules import Truth

_WIDTH = 120
_PAY_PERIODS = {"two weeks": "every two weeks", "twice a month": "twice a month"}


def written_scenario(id: str, scene: Scene, who: str, file: str) -> str:
    """Return a scenario that expects what comes out now, the whole list and no other step.

    ``file`` is the stem of the file it is for: its journey need not be named.
    """
    situation = scene.situation
    lines = [f"  {id}:", f"    who: {who}", f"    today: {situation.today}"]
    if scene.journeys != (file,):
        lines.append(f"    journeys: [{', '.join(scene.journeys)}]")
    if situation.helping:
        lines.append("    helping: yes")
    lines += _answers(scene)
    lines += _marks(situation.marks)
    if scene.open:
        lines += folded("    open: ", scene.open)
    return "\n".join([*lines, *expectations(scene), ""])


def expectations(scene: Scene) -> list[str]:
    """Return the lines under a scenario that say what its checklist holds now."""
    steps = scene.checklist.steps
    lines = ["    must:"] if any(_is_sure(placed) for placed in steps) else ["    must: {}"]
    lines += [f"      {must_line(placed)}" for placed in steps if _is_sure(placed)]
    if may := [placed.entry.step.id for placed in steps if not _is_sure(placed)]:
        lines += folded("    may: ", may)
    lines.append("    exactly: yes")
    return [*lines, *folded("    next: ", scene.checklist.next)]


def must_fields(placed: Placed) -> dict[str, str]:
    """Return what to expect of a step on the list: its days, and how it stands if not open."""
    found = {key: day for key in DAYS if (day := field_of(placed, key)) is not None}
    if placed.entry.state is not State.OPEN:
        found["state"] = placed.entry.state.value
    if placed.entry.state is State.DONE and placed.entry.status is not Truth.YES:
        found["status"] = status_of(placed)
    return found


def folded(label: str, ids: Sequence[str]) -> list[str]:
    """Return `label [a, b, ...]` in lines that are not too long."""
    lines, line = [], f"{label}["
    for number, id in enumerate(ids):
        piece = f"{id}, " if number + 1 < len(ids) else id
        if len(line) + len(piece) > _WIDTH:
            lines.append(line.rstrip())
            line = " " * 6
        line += piece
    return [*lines, f"{line}]"]


def written_answer(answer: object) -> str:
    """Return an answer (JSON) as a designer writes it and a scenario reads it."""
    match answer:
        case None:
            return "not sure"
        case True:
            return "yes"
        case False:
            return "no"
        case list() | tuple():
            return f"[{', '.join(map(str, answer))}]"
        case {"amount": amount, "per": per}:
            return f"{amount} {_PAY_PERIODS.get(str(per), f'a {per}')}"
    return str(answer)


def _is_sure(placed: Placed) -> bool:
    return placed.entry.status is Truth.YES or placed.entry.state is State.DONE


def must_line(placed: Placed) -> str:
    """Return a step under `must`, with what to expect of it."""
    fields = must_fields(placed)
    said = ", ".join(f"{key}: {value}" for key, value in fields.items())
    return f"{placed.entry.step.id}: {{{said}}}"


def _answers(scene: Scene) -> list[str]:
    """Return the answers that count; one that nobody asks this person for any more is left out."""
    reading, answers = scene.reading, scene.situation.answers
    asked = [q for q in scene.library.questions if q in answers and q in scene.asked]
    counted = [q for q in asked if reading.applies(q) is not Truth.NO]
    if not counted:
        return ["    answers: {}"]
    return ["    answers:", *(f"      {name}: {written_answer(answers[name])}" for name in counted)]


def _marks(marks: Mapping[str, Mark]) -> list[str]:
    if not marks:
        return []
    lines = ["    marks:"]
    for step, mark in write_marks(marks).items():
        said = mark
        if isinstance(mark, dict):
            said = f"{{{', '.join(f'{key}: {value}' for key, value in mark.items())}}}"
        lines.append(f"      {step}: {said}")
    return lines
