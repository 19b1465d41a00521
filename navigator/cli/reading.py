"""`navigator reading`: how hard the texts of the journeys are to read."""

from __future__ import annotations

from pathlib import Path

import click

from navigator.authoring.reading import FEWEST_WORDS, Graded, ReadingReport
from navigator.authoring.reading import reading as read_levels
from navigator.cli.options import (
    chosen,
    count,
    echo_json,
    folder_option,
    format_option,
    journeys_argument,
    opened_draft,
    the_folder,
)
from navigator.cli.scenario_text import echo_advice, echo_unneeded, finding_json


@click.command(short_help="Find texts that are hard to read.")
@journeys_argument
@folder_option
@format_option
def reading(names: tuple[str, ...], folder: Path | None, form: str) -> None:
    """Find what is hard to read in the texts of JOURNEY... (default: all), helper texts included.

    Shown are pages above school grade 8 (Flesch-Kincaid; names, numbers and values count as short
    words), sentences of more than 25 words, words of the lists in common files (plain_words), and
    short forms that no text beside them explains.

    \b
    Example:
      navigator reading having_a_child
    """
    draft = opened_draft(folder)
    journeys = chosen(draft.library, names) if names else ()
    found = read_levels(draft, the_folder(folder), journeys)
    if form == "json":
        echo_json(_json(found))
    else:
        _echo(found)
    if not found.is_fine:
        click.get_current_context().exit(1)


def _echo(found: ReadingReport) -> None:
    for flag in found.flags:
        owner = f"{flag.owner.kind} `{flag.owner.id}`"
        click.echo(f"{flag.place}: {owner}: {flag.what}. {flag.hint}")
    echo_unneeded(found.unneeded)
    echo_advice(found.flags, "reading", "Mend each")
    graded = [page.grade for page in _long_enough(found)]
    average = f"grade {sum(graded) / len(graded):.1f} on average, " if graded else ""
    click.echo(
        f"{count(len(graded), 'page')} graded, {average}"
        f"{count(len(found.flags), 'flag')}, {len(found.excused)} excused"
    )


def _long_enough(found: ReadingReport) -> list[Graded]:
    return [page for page in found.pages if page.words >= FEWEST_WORDS]


def _json(found: ReadingReport) -> dict[str, object]:
    return {
        "flags": [{**finding_json(flag), "hint": flag.hint} for flag in found.flags],
        "excused": [finding_json(flag) for flag in found.excused],
        "unneeded_excuses": [finding_json(excuse) for excuse in found.unneeded],
        "pages": [
            {
                page.owner.kind: page.owner.id,
                "for": "helper" if page.helping else "person",
                "words": page.words,
                "grade": round(page.grade, 1),
            }
            for page in _long_enough(found)
        ],
    }
