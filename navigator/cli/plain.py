"""Content's small Markdown -> plain lines of at most 80 columns, safe to print on a terminal."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable

import click

WIDTH = 80

_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_BULLET = re.compile(r"(?:[-*+]|\d+[.)]) +")


def plain(text: str) -> str:
    """Return ``text`` without Markdown and control characters; links stand in parentheses."""
    unmarked = _EMPHASIS.sub(r"\2", _LINK.sub(_link, text))
    return "".join(c for c in unmarked if c == "\n" or unicodedata.category(c) != "Cc")


def paragraph(text: str, indent: int = 0, label: str = "") -> str:
    """Return ``text`` wrapped, behind a label; further lines hang under its first word."""
    hang = indent + (len(label) + 1 if label else 0)
    lines = [line for block in _blocks(plain(text)) for line in _wrapped(block, hang)]
    if label and lines:
        lines[0] = f"{' ' * indent}{label} {lines[0].lstrip()}"
    return "\n".join(lines)


def listed(texts: Iterable[str], indent: int = 0) -> str:
    """Return ``texts`` as a list, a dash before each."""
    return "\n".join(paragraph(text, indent, "-") for text in texts)


def heading(text: str) -> str:
    """Return a heading with a line beneath, and an empty line before."""
    return click.style(f"\n{plain(text).upper()}\n{'-' * min(len(text), WIDTH)}", bold=True)


def _link(found: re.Match[str]) -> str:
    return found[1] if found[1] == found[2] else f"{found[1]} ({found[2]})"


def _blocks(text: str) -> list[str]:
    """Join the lines of a paragraph; a bullet, or what follows an empty line, begins anew."""
    blocks: list[str] = []
    begins = True
    for line in text.splitlines():
        bare = line.strip()
        if bare and (begins or _BULLET.match(bare)):
            blocks.append(bare)
        elif bare:
            blocks[-1] += f" {bare}"
        begins = not bare
    return blocks


def _wrapped(block: str, indent: int) -> list[str]:
    bullet = _BULLET.match(block)
    return textwrap.wrap(
        block,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + (len(bullet[0]) if bullet else 0)),
        break_long_words=False,
        break_on_hyphens=False,
    )
