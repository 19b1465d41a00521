"""Answers kept from an interview -> a scenario of that person, at the end of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from navigator.authoring.scenario_files import read_scenarios
from navigator.authoring.scenes import Scene
from navigator.authoring.written_scenario import written_scenario
from navigator.content import Library
from navigator.engine import Situation

COMBINED = "combined"
"""The file of scenarios over several journeys at once."""

_HEAD = "scenarios:\n"
_WHO = "In one sentence, who this is."


@dataclass(frozen=True)
class NewScenario:
    """A scenario to be written: its id, and ``text``, the whole file at ``path`` with it."""

    id: str
    path: Path
    text: str


def new_scenario(
    library: Library,
    folder: Path,
    journeys: Sequence[str],
    situation: Situation,
) -> NewScenario:
    """Return a scenario that expects what comes out now for ``situation``; nothing is written.

    It goes to the file of its journey, or to that of several journeys at once.
    """
    stem = journeys[0] if len(journeys) == 1 else COMBINED
    path = folder / "scenarios" / f"{stem}.yaml"
    taken = {scenario.id for scenario in read_scenarios(library, folder).all}
    id = next(name for n in range(1, len(taken) + 2) if (name := f"new_{n}") not in taken)
    scene = Scene(library, situation, tuple(journeys))
    written = written_scenario(id, scene, _WHO, stem)
    old = path.read_text("utf-8") if path.exists() else _HEAD
    return NewScenario(id, path, _with(old, written))


def _with(old: str, written: str) -> str:
    """Return a file with a scenario behind its last, before any other key at the margin."""
    lines = old.rstrip("\n").split("\n")
    start = next((n for n, line in enumerate(lines) if line.startswith("scenarios:")), None)
    if start is None:
        return f"{old.rstrip()}\n{_HEAD}{written}"
    behind = (n for n in range(start + 1, len(lines)) if lines[n][:1] not in ("", " ", "#"))
    end = next(behind, len(lines))
    before, rest = "\n".join(lines[:end]).rstrip(), "\n".join(lines[end:])
    blank = "\n" if before.endswith("scenarios:") else "\n\n"
    return f"{before}{blank}{written}" + (f"\n{rest}\n" if rest else "")
