"""What pages look like: the compiled style sheet, the icons and the way out by keyboard."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from jinja2.ext import Extension
from markupsafe import Markup

STATIC = Path(__file__).parent / "static"
_SHEET = "site.css"
_ICONS = "icons.svg"
_LEAVE = "leave.js"


class Unindented(Extension):
    """Leaves the indentation of templates out of pages: a tenth of what a phone has to fetch."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return ``source`` with its lines at the margin; none is lost, so errors name theirs."""
        return re.sub(r"\n[ \t]+", "\n", source)


class LookMissingError(Exception):
    """The style sheet was never compiled: the package was not installed, only copied."""

    def __init__(self) -> None:
        super().__init__(
            "The pages have no style sheet yet. Run `make run`, or in the source folder "
            "`python -m pip install --editable .`, which compiles it."
        )


def dress(app: Flask) -> None:
    """Give the templates of ``app`` all static files; their addresses change with their content.

    Raises LookMissingError when there is none.
    """
    if not (STATIC / _SHEET).is_file():
        raise LookMissingError
    app.jinja_env.add_extension(Unindented)
    app.jinja_env.globals.update(
        icon="/static/icon.svg",
        icon_of=_icons(),
        leave_script=_versioned(_LEAVE),
        stylesheet=_versioned(_SHEET),
    )


def _icons() -> Callable[[str], Markup]:
    """Return what draws an icon of the sprite; words always stand beside it, so it is silent."""
    sprite = _versioned(_ICONS)
    pattern = Markup(
        '<svg class="usa-icon" aria-hidden="true" focusable="false"><use href="%s#%s"></use></svg>'
    )
    drawn: dict[str, Markup] = {}

    def icon_of(name: str) -> Markup:
        if name not in drawn:
            drawn[name] = pattern % (sprite, name)
        return drawn[name]

    return icon_of


def _versioned(name: str) -> str:
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={digest[:12]}"
