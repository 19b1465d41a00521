"""`navigator scenarios`: play the people in journeys/scenarios and show what came out otherwise."""

from __future__ import annotations

from pathlib import Path

import click

from navigator.authoring import Finding, Outcome, run_scenarios
from navigator.cli.options import (
    chosen,
    echo_json,
    folder_option,
    format_option,
    journeys_argument,
    opened,
    problem_json,
    the_folder,
)


@click.command(short_help="Play the people in FOLDER/scenarios.")
@journeys_argument
@folder_option
@format_option
def scenarios(names: tuple[str, ...], folder: Path | None, form: str) -> None:
    """Play the scenarios of JOURNEY... (default: all) and show each expectation not met.

    A scenario tells of one person on one day, and what their checklist must and must not
    hold. They stand in FOLDER/scenarios, one file for each journey.

    \b
    Example:
      navigator scenarios having_a_child
    """
    library = opened(folder)
    journeys = chosen(library, names) if names else ()
    outcome = run_scenarios(library, the_folder(folder), journeys)
    if form == "json":
        echo_json(_json(outcome))
    else:
        _echo(outcome)
    if not outcome.is_fine:
        click.get_current_context().exit(1)


def _echo(outcome: Outcome) -> None:
    for problem in outcome.problems:
        click.echo(str(problem))
    for finding in outcome.findings:
        _echo_finding(finding)
    click.echo(f"{outcome.passed} passed, {outcome.failed} failed")


def _echo_finding(finding: Finding) -> None:
    miss = finding.miss
    click.echo(f"{miss.place.file}:{miss.place.line}: {finding.scenario}: {finding.who}")
    click.echo(f"  expected: {miss.expected}")
    click.echo(f"  got:      {miss.got}")
    for i, reason in enumerate(miss.why):
        click.echo(f"  {'why:' if i == 0 else '':<9} {reason}")


def _json(outcome: Outcome) -> dict[str, object]:
    return {
        "passed": outcome.passed,
        "failed": outcome.failed,
        "findings": [_finding_json(finding) for finding in outcome.findings],
        "problems": [problem_json(problem) for problem in outcome.problems],
    }


def _finding_json(finding: Finding) -> dict[str, object]:
    miss = finding.miss
    return {
        "file": miss.place.file,
        "line": miss.place.line,
        "column": miss.place.column,
        "scenario": finding.scenario,
        "who": finding.who,
        "expected": miss.expected,
        "got": miss.got,
        "why": list(miss.why),
    }
