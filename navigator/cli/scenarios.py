"""`navigator scenarios`: play the people in journeys/scenarios; what they reach and notice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from navigator.authoring import Finding, Outcome, run_scenarios
from navigator.authoring.coverage import coverage
from navigator.authoring.coverage import targets_of as coverage_targets
from navigator.authoring.differences import targets_of as mutation_targets
from navigator.authoring.mutation import Mutation, mutate
from navigator.authoring.new_scenario import new_scenario
from navigator.authoring.suggestions import Suggested, suggest
from navigator.authoring.update import updates
from navigator.cli.options import (
    DayType,
    chosen,
    echo_json,
    folder_option,
    format_option,
    journeys_argument,
    opened,
    opened_draft,
    problem_json,
    the_folder,
)
from navigator.cli.people import read_people
from navigator.cli.scenario_text import echo_coverage, echo_mutation
from navigator.content import Draft
from navigator.content.files import shown_name
from navigator.engine import Situation, Who
from navigator.settings import read_settings


@click.command(short_help="Play the people in FOLDER/scenarios.")
@journeys_argument
@click.option("--coverage", "with_coverage", is_flag=True, help="List what no scenario reaches.")
@click.option(
    "--mutate", "with_mutants", is_flag=True, help="List the changes that no scenario notices."
)
@click.option(
    "--people",
    "with_people",
    is_flag=True,
    help="With --mutate: look for people who would notice; takes a minute or two.",
)
@click.option(
    "--update",
    "with_update",
    is_flag=True,
    help="Let failing scenarios expect what comes out now; the rest of the file stays.",
)
@click.option(
    "--new",
    "saved",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Write a scenario of the answers that `ask --save` kept in FILE.",
)
@click.option(
    "--today", metavar="DATE", type=DayType(), help="With --new: its day. Default: today."
)
@click.option("--helping", is_flag=True, help="With --new: somebody answers for the person.")
@folder_option
@format_option
def scenarios(
    names: tuple[str, ...],
    with_coverage: bool,
    with_mutants: bool,
    with_people: bool,
    with_update: bool,
    saved: Path | None,
    today: date | None,
    helping: bool,
    folder: Path | None,
    form: str,
) -> None:
    """Play the scenarios of JOURNEY... (default: all) and show each expectation not met.

    A scenario tells of one person on one day, and what their checklist must and must not
    hold. They stand in FOLDER/scenarios, one file for each journey.

    --coverage lists steps, questions, options and sides of tests (yes and no) that no scenario
    reaches, with people to paste who would. --mutate takes each test of a condition as yes,
    then as no, and moves each day by a day: it lists what no scenario notices, and what a
    scenario would have to say. Both play all scenarios, and look at all that JOURNEY... brings.

    --update and --new write down what comes out now, be it right or wrong: check it by hand.

    \b
    Example:
      navigator scenarios having_a_child --mutate
      navigator ask having_a_child --save answers.json
      navigator scenarios having_a_child --new answers.json --today 2026-11-21
    """
    if saved is not None:
        _write_new(names, saved, today, helping, folder)
        return
    if with_update:
        _update(names, folder)
    is_examined = with_coverage or with_mutants
    is_fine = (
        _examined(names, with_coverage, with_mutants, with_people, folder, form)
        if is_examined
        else _played(names, folder, form)
    )
    if not is_fine:
        click.get_current_context().exit(1)


def _update(names: tuple[str, ...], folder: Path | None) -> None:
    library = opened(folder)
    journeys = chosen(library, names) if names else ()
    for update in updates(library, the_folder(folder), journeys):
        update.path.write_text(update.text, "utf-8")
        for change in update.changes:
            click.echo(f"{shown_name(update.path)}: {change}")


def _write_new(
    names: tuple[str, ...], saved: Path, today: date | None, helping: bool, folder: Path | None
) -> None:
    library = opened(folder)
    journeys = chosen(library, names)
    people = read_people(saved.read_bytes())
    if len(people) != 1 or people[0].problem is not None:
        raise click.UsageError(f"--new: {saved} is not one JSON object of answers.")
    situation = Situation(
        today or read_settings().today(), people[0].answers, who=Who.CLIENT if helping else Who.ME
    )
    made = new_scenario(library, the_folder(folder), journeys, situation)
    made.path.parent.mkdir(exist_ok=True)
    made.path.write_text(made.text, "utf-8")
    click.echo(
        f"Scenario `{made.id}` stands at the end of {shown_name(made.path)}. It expects what comes "
        "out now: check it by hand, say who it is, and give it a name."
    )


def _played(names: tuple[str, ...], folder: Path | None, form: str) -> bool:
    library = opened(folder)
    journeys = chosen(library, names) if names else ()
    outcome = run_scenarios(library, the_folder(folder), journeys)
    if form == "json":
        echo_json(_json(outcome))
    else:
        _echo(outcome)
    return outcome.is_fine


def _examined(
    names: tuple[str, ...],
    with_coverage: bool,
    with_mutants: bool,
    with_people: bool,
    folder: Path | None,
    form: str,
) -> bool:
    draft, where = opened_draft(folder), the_folder(folder)
    journeys = chosen(draft.library, names) if names else ()
    is_fine = True
    if with_coverage:
        reached = coverage(draft, where, journeys)
        looked_for = [coverage_targets(draft, gap) for gap in reached.gaps]
        echo_coverage(reached, suggest(draft, where, looked_for), form)
        is_fine = reached.is_fine
    if with_mutants:
        noticed = mutate(draft, where, journeys)
        people = _people_for(draft, where, noticed) if with_people else None
        echo_mutation(noticed, people, form)
        is_fine = is_fine and noticed.is_fine
    return is_fine


def _people_for(draft: Draft, folder: Path, noticed: Mutation) -> Suggested:
    """Look for people who would notice what no scenario meets; the others need no new person."""
    numbers = [n for n in range(len(noticed.survivors)) if n not in noticed.hints]
    found = suggest(draft, folder, [mutation_targets(draft, noticed.survivors[n]) for n in numbers])
    return Suggested(found.people, {numbers[n]: who for n, who in found.reached.items()})


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
