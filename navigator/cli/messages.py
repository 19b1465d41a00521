"""`navigator messages`: every text of the journeys as a template for translators (.pot)."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from navigator.cli.options import count, folder_option, opened
from navigator.content.translation import Message, extract


@click.command(short_help="Write the texts of the journeys for translators.")
@click.option(
    "--output",
    required=True,
    metavar="FILE",
    type=click.File("wb"),
    help="Where to write the template (.pot); - prints it.",
)
@folder_option
def messages(output: BinaryIO, folder: Path | None) -> None:
    """Write the texts of the journeys for translators.

    Each text stands with its place and what it is: the step, question or agency, and the key.
    Values in braces must be in the translation as well. A translation goes to
    navigator/translations/LANGUAGE/LC_MESSAGES/journeys.po; `navigator check` says what is wrong
    with it.

    \b
    Example:
      navigator messages --output journeys.pot
    """
    found = extract(opened(folder))
    catalog = Catalog(project="Journey navigator", fuzzy=False)
    for message in found:
        _add(message, catalog)
    write_po(output, catalog, width=100)
    click.echo(f"{count(len(found), 'text')} to translate.", err=True)


def _add(message: Message, catalog: Catalog) -> None:
    added = catalog.add(
        message.text,
        context=message.context,
        locations=[(message.place.file, message.place.line)],
        auto_comments=[f"When: {message.note}"] if message.note else [],
    )
    added.flags.clear()  # Babel takes our values for those of Python's format()
