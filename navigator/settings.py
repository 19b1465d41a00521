"""What an operator can set, read once from the environment: names, folders, zone, languages."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")

_PACKAGE = Path(__file__).parent
_SHORTEST_KEY = 32  # characters: a shorter one could be guessed
_WESTERNMOST = ZoneInfo("Pacific/Pago_Pago")


class SettingError(ValueError):
    """A variable of the environment cannot be read; the text says which and what would be right."""


@dataclass(frozen=True)
class Settings:
    """The settings of one running navigator; every field has its ``NAVIGATOR_...`` variable.

    ``banner`` is the line on top of an official site, such as "An official website of the State of
    Ohio"; without it every page says that it is none. ``contact`` says, line by line, who runs it.
    ``languages`` are codes such as "es"; without it English and all that have catalogues.
    ``hosts`` are the names the site answers to, such as "plan.example.gov", or ".example.gov" for
    all below it; without it only this machine's own. ``proxies`` is how many trusted proxies stand
    in front and set X-Forwarded-Proto and X-Forwarded-Host; with 0 these headers mean nothing.
    """

    site_name: str = "Journey navigator"
    banner: str = ""
    contact: tuple[str, ...] = ()
    timezone: str = "America/New_York"
    languages: tuple[str, ...] = ()
    journeys: Path | None = None
    state_folder: Path = Path()
    keys: tuple[str, ...] = ()
    hosts: tuple[str, ...] = THIS_MACHINE
    proxies: int = 0

    def today(self) -> date:
        """Return the present day in ``timezone``; only the web and the terminal may ask."""
        return datetime.now(ZoneInfo(self.timezone)).date()


def still(today: date, now: datetime | None = None) -> date:
    """Return the day it still is in the westernmost United States, at most ``today``."""
    moment = now or datetime.now(_WESTERNMOST)
    return min(today, moment.astimezone(_WESTERNMOST).date())


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings from ``environment`` (default: the process's own).

    Raises SettingError, whose text says which variable and what would be right.
    """
    env = os.environ if environment is None else environment
    folder = env.get("NAVIGATOR_JOURNEYS")
    keys = _words(env.get("NAVIGATOR_KEYS", ""))
    if any(len(key) < _SHORTEST_KEY for key in keys):
        raise SettingError(f"Each key in NAVIGATOR_KEYS needs {_SHORTEST_KEY} characters or more.")
    return Settings(
        site_name=env.get("NAVIGATOR_SITE_NAME", Settings.site_name),
        banner=env.get("NAVIGATOR_BANNER", "").strip(),
        contact=_lines(env.get("NAVIGATOR_CONTACT", "")),
        timezone=_zone(env.get("NAVIGATOR_TIMEZONE") or Settings.timezone),
        languages=_words(env.get("NAVIGATOR_LANGUAGES", "")),
        journeys=Path(folder) if folder else None,
        state_folder=_state_folder(env),
        keys=keys,
        hosts=_words(env.get("NAVIGATOR_HOSTS", "")) or THIS_MACHINE,
        proxies=_count(env, "NAVIGATOR_PROXIES"),
    )


def templates_folder() -> Path:
    """Return the page templates: inside an installed package, or beside it in a checkout."""
    return _beside("templates")


def journeys_folder() -> Path:
    """Return the shipped journeys: inside an installed package, or beside it in a checkout."""
    return _beside("journeys")


def _words(text: str) -> tuple[str, ...]:
    """Return what stands between spaces or commas."""
    return tuple(text.replace(",", " ").split())


def _count(env: Mapping[str, str], name: str) -> int:
    found = env.get(name) or "0"
    if not found.isascii() or not found.isdigit():
        raise SettingError(f"{name} is {found!r}; it must be a whole number, such as 1.")
    return int(found)


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        text = "it must be a zone, such as America/Chicago."
        raise SettingError(f"NAVIGATOR_TIMEZONE is {name!r}; {text}") from None


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of ``text``; "|" ends a line too, for files that hold one line a setting."""
    found = text.replace("|", "\n").splitlines()
    return tuple(line.strip() for line in found if line.strip())


def _beside(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _state_folder(env: Mapping[str, str]) -> Path:
    if folder := env.get("NAVIGATOR_STATE"):
        return Path(folder)
    home = env.get("XDG_STATE_HOME") or str(Path(env.get("HOME", ".")) / ".local" / "state")
    return Path(home) / "journey-navigator"
