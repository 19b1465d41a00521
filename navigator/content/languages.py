"""The languages there are: English, those with a folder of catalogues, and two made for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from gettext import NullTranslations
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from babel import Locale, UnknownLocaleError

from navigator.content.library import Library
from navigator.content.problems import Problem
from navigator.content.pseudo import PseudoCatalogue, long_catalogue, mirrored_catalogue
from navigator.content.translation import translate

CATALOGUES = Path(__file__).parent.parent / "translations"
LONG = "xa"
MIRRORED = "xb"

if TYPE_CHECKING:
    from navigator.content.po_file import PoCatalogue

AnyCatalogue: TypeAlias = "PoCatalogue | PseudoCatalogue"


class UnknownLanguageError(ValueError):
    """A language was asked for that has no catalogue; the text says which there are."""


@dataclass(frozen=True, eq=False)
class Language:
    """A language: ``code`` is its address, ``tag`` its name for browsers, ``locale`` for Babel.

    ``name`` is what it calls itself; ``direction`` is "ltr" or "rtl". ``read`` opens the catalogue
    of the "interface" or the "journeys", at the first use; English has none.
    """

    code: str
    tag: str
    locale: str
    name: str
    direction: str = "ltr"
    read: Callable[[str], AnyCatalogue] | None = None

    @cached_property
    def interface(self) -> NullTranslations:
        """What it says for the texts of pages and the engine's own phrases."""
        return NullTranslations() if self.read is None else self.read("interface")

    @cached_property
    def journeys(self) -> AnyCatalogue | None:
        """What it says for the texts of the journeys."""
        return None if self.read is None else self.read("journeys")

    def of(self, library: Library) -> Library:
        """Return ``library``, which is in English, in this language."""
        return library if self.journeys is None else translate(library, self.journeys)

    def problems(self, library: Library) -> tuple[Problem, ...]:
        """Return what is wrong with its catalogues, ``library`` being in English."""
        files = (self.interface, self.journeys)
        read = (problem for file in files for problem in getattr(file, "problems", ()))
        return (*read, *self.of(library).problems[len(library.problems) :])


ENGLISH = Language("en", "en", "en_US", "English")


def languages(codes: Sequence[str] = (), folder: Path = CATALOGUES) -> tuple[Language, ...]:
    """Return English and the languages of ``codes``, by default all with catalogues in ``folder``.

    The pseudo-languages LONG and MIRRORED must be named. Raises UnknownLanguageError.
    """
    found = {language.code: language for language in _installed(folder)}
    named = {**found, **{language.code: language for language in _pseudo()}}
    if unknown := [code for code in codes if code not in named and code != ENGLISH.code]:
        known = ", ".join((ENGLISH.code, *found))
        raise UnknownLanguageError(f"{unknown[0]!r} is not a language with a catalogue: {known}.")
    chosen = (named[code] for code in dict.fromkeys(codes or found) if code in named)
    return ENGLISH, *chosen


def _installed(folder: Path) -> Iterator[Language]:
    for home in sorted(folder.glob("*/LC_MESSAGES")):
        if any(home.glob("*.po")):
            yield _installed_language(home.parent.name, home)


def _installed_language(name: str, home: Path) -> Language:
    code = name.lower().replace("_", "-")
    locale = _locale(name)
    own = locale.get_display_name(locale) or name

    def read(domain: str) -> PoCatalogue:
        reading = import_module("navigator.content.po_file")  # loaded with the first catalogue
        found: PoCatalogue = reading.PoCatalogue(
            home / f"{domain}.po", name, filled_in=domain == "interface"
        )
        return found

    return Language(
        code=code,
        tag=name.replace("_", "-"),
        locale=str(_american(locale)),
        name=own[:1].upper() + own[1:],
        direction=locale.text_direction,
        read=read,
    )


def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _american(locale: Locale) -> Locale:
    """Return the locale as it is written in the United States, where there is such a custom."""
    try:
        return Locale.parse(f"{locale}_US")
    except (UnknownLocaleError, ValueError):
        return locale


def _pseudo() -> tuple[Language, Language]:
    accented, mirrored = long_catalogue(), mirrored_catalogue()
    return (
        Language(LONG, "en-XA", "en_US", "Ĺóóñĝ", "ltr", lambda _: accented),
        Language(MIRRORED, "ar-XB", "ar", "معكوس", "rtl", lambda _: mirrored),
    )
