"""What scenarios do not reach and do not notice -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from navigator.authoring.coverage import Coverage
from navigator.authoring.excuses import Excusable, Excuse
from navigator.authoring.mutation import Mutation
from navigator.cli.options import count, echo_json, problem_json


def echo_coverage(found: Coverage, form: str) -> None:
    """Print what no scenario reaches."""
    if form == "json":
        echo_json(
            {
                "to_reach": found.aims,
                "gaps": [finding_json(gap) for gap in found.gaps],
                "excused": [finding_json(gap) for gap in found.excused],
                "unneeded_excuses": [finding_json(excuse) for excuse in found.unneeded],
                "problems": [problem_json(problem) for problem in found.problems],
            }
        )
        return
    for problem in found.problems:
        click.echo(str(problem))
    _echo_lines(found.gaps, "no scenario does this")
    echo_unneeded(found.unneeded)
    echo_advice(found.gaps, "coverage", "Write a scenario for each")
    click.echo(
        f"{count(found.aims, 'thing')} to reach, {len(found.gaps)} not reached, "
        f"{len(found.excused)} excused"
    )


def echo_mutation(found: Mutation, form: str) -> None:
    """Print the changes that no scenario notices."""
    if form == "json":
        echo_json(
            {
                "changes": found.mutants,
                "survivors": [finding_json(mutant) for mutant in found.survivors],
                "excused": [finding_json(mutant) for mutant in found.excused],
                "unneeded_excuses": [finding_json(excuse) for excuse in found.unneeded],
                "failing": list(found.failing),
                "problems": [problem_json(problem) for problem in found.problems],
            }
        )
        return
    for problem in found.problems:
        click.echo(str(problem))
    for scenario in found.failing:
        click.echo(f"{scenario}: fails without any change: mend it first")
    _echo_lines(found.survivors, "no scenario notices this")
    echo_unneeded(found.unneeded)
    echo_advice(found.survivors, "mutate", "Write a scenario for each")
    click.echo(
        f"{count(found.mutants, 'change')}, {len(found.survivors)} not noticed, "
        f"{len(found.excused)} excused"
    )


def _echo_lines(found: Iterable[Excusable], said: str) -> None:
    for each in found:
        click.echo(f"{each.place}: {each.owner.kind} `{each.owner.id}`: {said}: {each.what}")


def echo_unneeded(excuses: Iterable[Excuse]) -> None:
    """Print the excuses that excuse nothing."""
    for each in excuses:
        click.echo(
            f"{each.place}: {each.owner.kind} `{each.owner.id}`: "
            f"this excuse is not needed: {each.what}"
        )


def echo_advice(found: Sequence[Excusable], tool: str, what_to_do: str) -> None:
    """Print what can be done about ``found``: the first of it as an excuse."""
    if found:
        first = found[0]
        click.echo(
            f"\n{what_to_do}; or, where that cannot be, excuse it in a file of "
            f"scenarios:\n\nexcuse:\n  {tool}:\n    - {first.owner.kind}: {first.owner.id}\n"
            f"      what: {first.what}\n      why: ...\n"
        )


def finding_json(found: Excusable) -> dict[str, object]:
    """Return what was found as JSON values."""
    return {
        "file": found.place.file,
        "line": found.place.line,
        "column": found.place.column,
        found.owner.kind: found.owner.id,
        "what": found.what,
    }
