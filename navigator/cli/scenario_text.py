"""What scenarios do not reach and do not notice -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from navigator.authoring.coverage import Coverage
from navigator.authoring.excuses import Excusable, Excuse
from navigator.authoring.mutation import Mutation, hint_for
from navigator.authoring.scenes import Scene
from navigator.authoring.suggestions import Suggested
from navigator.authoring.written_scenario import written_scenario
from navigator.cli.options import count, echo_json, problem_json
from navigator.engine import write_marks


def echo_coverage(found: Coverage, people: Suggested, form: str) -> None:
    """Print what no scenario reaches."""
    if form == "json":
        echo_json(
            {
                "to_reach": found.aims,
                "gaps": _found_json(found.gaps, people),
                "people": _people_json(people),
                "excused": [finding_json(gap) for gap in found.excused],
                "unneeded_excuses": [finding_json(excuse) for excuse in found.unneeded],
                "problems": [problem_json(problem) for problem in found.problems],
            }
        )
        return
    for problem in found.problems:
        click.echo(str(problem))
    _echo_lines(found.gaps, "no scenario does this", _people_for(found.gaps, people))
    echo_unneeded(found.unneeded)
    _echo_people(people)
    echo_advice(found.gaps, "coverage", "Write a scenario for each")
    click.echo(
        f"{count(found.aims, 'thing')} to reach, {len(found.gaps)} not reached, "
        f"{len(found.excused)} excused"
    )


def echo_mutation(found: Mutation, people: Suggested | None, form: str) -> None:
    """Print the changes that no scenario notices."""
    if form == "json":
        echo_json(
            {
                "changes": found.mutants,
                "survivors": _survivors_json(found, people),
                "people": _people_json(people),
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
    _echo_lines(found.survivors, "no scenario notices this", _noticing(found, people))
    echo_unneeded(found.unneeded)
    _echo_people(people)
    echo_advice(found.survivors, "mutate", "Write a scenario for each")
    click.echo(
        f"{count(found.mutants, 'change')}, {len(found.survivors)} not noticed, "
        f"{len(found.excused)} excused"
    )


def _echo_lines(found: Sequence[Excusable], said: str, who: Mapping[int, str]) -> None:
    for number, each in enumerate(found):
        would = f" ({who[number]})" if number in who else ""
        click.echo(f"{each.place}: {each.owner.kind} `{each.owner.id}`: {said}: {each.what}{would}")


def _people_for(found: Sequence[Excusable], people: Suggested) -> dict[int, str]:
    return {number: _person(people.reached.get(number)) for number in range(len(found))}


def _noticing(found: Mutation, people: Suggested | None) -> dict[int, str]:
    """Return who would notice each survivor: a scenario that says more, or a person found."""
    who = {} if people is None else dict(_people_noticing(found, people))
    for number, (scenario, hint) in found.hints.items():
        who[number] = f"{scenario} would, with `{hint}`"
    return who


def _people_noticing(found: Mutation, people: Suggested) -> Iterator[tuple[int, str]]:
    for number, mutant in enumerate(found.survivors):
        person = people.reached.get(number)
        if person is None:
            yield number, _person(None)
        else:
            scene = people.people[person]
            hint = hint_for(mutant, scene, mutant.library(scene.library))
            yield number, f"{_person(person)}, with `{hint}`"


def _person(number: int | None) -> str:
    return "nobody was found who would" if number is None else f"person_{number + 1} would"


def _echo_people(people: Suggested | None) -> None:
    """Print people as scenarios; what they expect is what comes out now, right or wrong."""
    if people is None or not people.people:
        return
    click.echo("\nPeople to paste; check by hand what they expect, it is what comes out now:\n")
    for number, scene in enumerate(people.people, start=1):
        click.echo(_written(number, scene))


def _written(number: int, scene: Scene) -> str:
    who = "In one sentence, who this is."
    return written_scenario(f"person_{number}", scene, who, scene.journeys[0])


def _found_json(found: Sequence[Excusable], people: Suggested | None) -> list[dict[str, object]]:
    reached = {} if people is None else people.reached
    return [
        {**finding_json(each), "person": reached.get(number)} for number, each in enumerate(found)
    ]


def _survivors_json(found: Mutation, people: Suggested | None) -> list[dict[str, object]]:
    survivors = _found_json(found.survivors, people)
    return [{**each, "noticed_with": _noticed_json(found, n)} for n, each in enumerate(survivors)]


def _noticed_json(found: Mutation, number: int) -> dict[str, str] | None:
    if number not in found.hints:
        return None
    scenario, hint = found.hints[number]
    return {"scenario": scenario, "expectation": str(hint)}


def _people_json(people: Suggested | None) -> list[dict[str, object]]:
    return [
        {
            "journeys": list(scene.journeys),
            "today": scene.situation.today.isoformat(),
            "helping": scene.situation.helping,
            "answers": dict(scene.situation.answers),
            "marks": write_marks(scene.situation.marks),
        }
        for scene in (people.people if people is not None else ())
    ]


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
