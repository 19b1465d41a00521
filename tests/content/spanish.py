"""A small journey and a translation of some of its texts."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from navigator.content.po_file import PoCatalogue

JOURNEY = """
journey: move
title: Moving house
summary: What to do.
interview: {first: [moving, home]}
questions:
  moving:
    ask: Which day do you move?
    ask_helper: Which day do they move?
    answer: date
    words: the move
  home:
    ask: What is it?
    answer: one of
    options: {rented: A rented home, own: {label: Your own}}
steps:
  tell:
    do: Tell the office
    at: office
    when: always
    due: 3 days after moving
    how:
      - when: home is rented
        then: Call by {3 days after moving}.
      - otherwise: Write by {3 days after moving} or {10 days after moving}.
"""
SAID = """
msgctxt "question.moving.ask"
msgid "Which day do you move?"
msgstr "¿Qué día se muda?"

msgctxt "step.tell.how.0"
msgid "Call by {3 days after moving}."
msgstr "Llame antes del {3   days after moving}."

msgctxt "agency.office.name"
msgid "The office"
msgstr "La oficina"
"""


def catalogue(
    folder: Path, text: str, language: str = "es", *, filled_in: bool = False
) -> PoCatalogue:
    """Return the catalogue of a .po file in ``folder`` that holds ``text``."""
    file = folder / "es.po"
    start = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    file.write_text(start + dedent(text))
    return PoCatalogue(file, language, filled_in=filled_in)
