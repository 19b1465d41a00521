"""Reads files of messages: paragraphs, each a ConditionError as it is shown."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def shown_errors(file: str) -> list[tuple[str, str]]:
    """Return (sentence, message with caret) of each paragraph; `#` starts a note."""
    paragraphs = (_FOLDER / file).read_text(encoding="utf-8").strip("\n").split("\n\n")
    return [(text.split("\n")[1], text) for text in paragraphs if not text.startswith("#")]
