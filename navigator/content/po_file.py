"""A translator's .po file -> a catalogue to look texts up in, and what is wrong with the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from navigator.content.files import shown_name
from navigator.content.problems import Place, Problem, Severity

_HOLES = re.compile(r"%\(\w+\)[sd]|%%|%|\{\w*\}|[{}]")


class PoCatalogue(GNUTranslations):
    """The translations of one .po file; empty where there is no file, or none that can be read.

    ``language`` is a Babel locale, whose plural forms are used where the file does not say its own.
    ``problems`` holds what was left out. With ``filled_in`` the texts have holes such as `{n}` and
    `%(num)s`, and a translation must have those of the English text, or it is left out.
    """

    def __init__(self, path: Path, language: str, *, filled_in: bool = False) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._file = shown_name(path)
        catalog = self._read(path, language)
        if filled_in:
            self._leave_out(catalog)
        self._lines = {(m.context, _first(m.id)): m.lineno for m in catalog if m.id}
        compiled = BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        super().__init__(compiled)

    def place_of(self, context: str | None, message: str) -> Place:
        """Return where the translation of ``message`` is written."""
        return Place(self._file, self._lines.get((context, message)) or 1, 1)

    def _read(self, path: Path, language: str) -> Catalog:
        if not path.is_file():
            return Catalog()
        try:
            with path.open("rb") as file:
                return read_po(file, language, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            place = Place(self._file, getattr(error, "lineno", 0) + 1, 1)
            message = f"The file cannot be read: {error}."
            self._say(place, message, "Open and save it with a tool for .po files.", "po-file")
            return Catalog()

    def _leave_out(self, catalog: Catalog) -> None:
        for message in [m for m in catalog if m.id and any(_texts(m.string))]:
            if fault := _fault(message):
                place = Place(self._file, message.lineno or 1, 1)
                hint = "Copy what stands in %( )s or { } from the English text."
                self._say(place, fault, hint, "translation-value")
                catalog.delete(message.id, message.context)

    def _say(self, place: Place, message: str, hint: str, rule: str) -> None:
        problem = Problem(place, message, hint, rule, Severity.WARNING)
        self.problems = (*self.problems, problem)


def _fault(message: Message) -> str | None:
    """Return what is wrong with the holes of a translation; the number of a plural may be left."""
    english = _texts(message.id)
    allowed = frozenset().union(*map(_holes, english))
    needed = frozenset[str]() if len(english) > 1 else allowed - {"%", "%%"}
    for said in filter(None, _texts(message.string)):
        if strange := _holes(said) - allowed:
            return f"The English text has no `{min(strange)}`."
        if missing := needed - _holes(said):
            return f"The translation lacks `{min(missing)}`."
    return None


def _holes(text: str) -> frozenset[str]:
    return frozenset(_HOLES.findall(text))


def _texts(texts: str | Iterable[str] | None) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts or ())


def _first(texts: str | Iterable[str]) -> str:
    return _texts(texts)[0]
