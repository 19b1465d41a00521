"""`navigator reach`: the longest interview, and what random people get."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import click

from navigator.authoring.people import People
from navigator.authoring.promises import random_promises
from navigator.authoring.reach import MOST_QUESTIONS, Reach
from navigator.authoring.reach import reach as longest_interview
from navigator.cli.options import (
    DayType,
    chosen,
    count,
    echo_json,
    folder_option,
    format_option,
    journeys_argument,
    opened_draft,
)
from navigator.content import Draft
from navigator.settings import read_settings


@click.command(short_help="Find the longest interview, and people without a next step.")
@journeys_argument
@click.option(
    "--people",
    "number",
    type=click.IntRange(0, 1_000_000),
    default=1_000,
    show_default=True,
    help="How many random people to try.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another gives other people.")
@click.option("--today", metavar="DATE", type=DayType(), help="The day. Default: today.")
@folder_option
@format_option
def reach(
    names: tuple[str, ...],
    number: int,
    seed: int,
    today: date | None,
    folder: Path | None,
    form: str,
) -> None:
    """Find the longest interview of each JOURNEY (default: all), and try random people.

    The first round asks at most 15 questions on any path, whom the plan is for among them.
    Everybody gets at least one step and one person to talk to; no step lacks its agency, its
    papers or a way without the internet, and none opens after it is due.

    \b
    Example:
      navigator reach having_a_child --people 5000
    """
    draft = opened_draft(folder)
    journeys = chosen(draft.library, names) if names else tuple(draft.library.journeys)
    people = People(draft, today or read_settings().today(), seed)
    found = [_looked_at(draft, journey, people, number) for journey in journeys]
    if form == "json":
        echo_json([_json(longest, broken) for longest, broken in found])
    else:
        for longest, broken in found:
            _echo(longest, broken, number)
    if any(longest.most > MOST_QUESTIONS or broken for longest, broken in found):
        click.get_current_context().exit(1)


def _looked_at(
    draft: Draft, journey: str, people: People, number: int
) -> tuple[Reach, Counter[str]]:
    longest = longest_interview(draft, (journey,), people)
    return longest, Counter(said for _, said in random_promises(draft, people, (journey,), number))


def _echo(longest: Reach, broken: Counter[str], number: int) -> None:
    (journey,) = longest.journeys
    sure = "no path is longer" if longest.is_proved else "longer paths are not ruled out"
    click.echo(
        f"{journey}: at most {count(longest.most, 'question')}, whom it is for included; {sure}"
    )
    click.echo(f"  longest: {', '.join(longest.longest)}")
    for said, times in broken.most_common():
        click.echo(f"  {said} ({times} of {number:,} random people)")


def _json(longest: Reach, broken: Counter[str]) -> dict[str, object]:
    return {
        "journey": longest.journeys[0],
        "most_questions": longest.most,
        "is_proved": longest.is_proved,
        "longest": list(longest.longest),
        "answers": dict(longest.answers),
        "broken_promises": dict(broken),
    }
