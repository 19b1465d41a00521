"""The scenarios of a folder, played through the engine -> what came out otherwise than expected."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from navigator.authoring.expectations import Miss, Seen
from navigator.authoring.scenario_files import Scenario, read_scenarios
from navigator.content import Library
from navigator.content.problems import Problem
from navigator.engine import Words, checklist


@dataclass(frozen=True)
class Finding:
    """An expectation of ``scenario`` (its id) that was not met; ``who`` says whom it tells of."""

    scenario: str
    who: str
    miss: Miss


@dataclass(frozen=True)
class Outcome:
    """How the scenarios ended. One that cannot be understood has problems and counts as failed."""

    passed: int
    failed: int
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]

    @property
    def is_fine(self) -> bool:
        """Whether nothing failed and every file could be read."""
        return not self.failed and not self.problems


def run_scenarios(library: Library, folder: Path, journeys: Collection[str] = ()) -> Outcome:
    """Play the scenarios in ``folder/scenarios`` (those that touch ``journeys``, or all)."""
    read = read_scenarios(library, folder)
    chosen = [s for s in read.all if not journeys or not set(journeys).isdisjoint(s.journeys)]
    problems = (*read.problems, *(problem for s in chosen for problem in s.problems))
    findings = tuple(finding for scenario in chosen for finding in _findings(library, scenario))
    failed = len(_names(s for s in chosen if s.problems) | {_key(f) for f in findings})
    return Outcome(len(chosen) - failed, failed, findings, problems)


def _findings(library: Library, scenario: Scenario) -> list[Finding]:
    if scenario.problems:
        return []
    found = checklist(library, scenario.situation, scenario.journeys)
    seen = Seen(found, Words(library, found.reading, scenario.situation.helping))
    return [
        Finding(scenario.id, scenario.who, miss)
        for expectation in scenario.expectations
        for miss in expectation.misses(seen)
    ]


def _names(scenarios: Iterable[Scenario]) -> set[tuple[str, str]]:
    return {(scenario.place.file, scenario.id) for scenario in scenarios}


def _key(finding: Finding) -> tuple[str, str]:
    return finding.miss.place.file, finding.scenario
