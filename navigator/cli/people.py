"""A file of answers (one JSON object, or JSON Lines) -> people, each with answers or a problem."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn


@dataclass(frozen=True)
class Person:
    """One person's answers; ``problem`` says why there are none; no ``line`` for a whole file."""

    answers: dict[str, object]
    line: int | None = None
    problem: str | None = None


def read_people(content: bytes) -> tuple[Person, ...]:
    """Return the people of a file: one for a JSON object, or one for each line that is not empty.

    A line that cannot be read is a person with a problem; nothing raises.
    """
    lines = [(i, line) for i, line in enumerate(content.splitlines(), start=1) if line.strip()]
    if len(lines) == 1:
        return (_person(lines[0][1], None),)
    whole = _person(content, None)
    if whole.problem is None or not any(_person(line, i).problem is None for i, line in lines):
        return (whole,) if lines else ()
    return tuple(_person(line, i) for i, line in lines)


def _person(content: bytes, line: int | None) -> Person:
    try:
        return Person(_object(content), line)
    except (ValueError, RecursionError) as error:
        where = "The answers" if line is None else f"Line {line}"
        return Person({}, line, f"{where} cannot be read: {_reason(error)}")


def _object(content: bytes) -> dict[str, object]:
    found = json.loads(
        content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number
    )
    if not isinstance(found, dict):
        raise ValueError('it is no object. Write {"question": answer, ...}.')
    return found


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"{name!r} stands twice.")
        found[name] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number.")


def _reason(error: ValueError | RecursionError) -> str:
    match error:
        case json.JSONDecodeError():
            at = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else ""
            return f"{error.msg} at {at or f'column {error.colno}'}."
        case UnicodeDecodeError():
            return "it is not UTF-8."
        case RecursionError():
            return "it is nested too deeply."
    return str(error)
