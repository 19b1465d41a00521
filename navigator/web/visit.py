"""One person's visit: the journeys chosen and the situation told, read from the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask import session

from navigator.content.library import Journey, Library
from navigator.engine import Mark, Situation, SituationError, Who, Words, read_marks, write_marks
from navigator.engine.limits import beyond_limits
from navigator.engine.telling import with_told
from navigator.web.language import current_language
from navigator.web.shorthand import Shorthand
from navigator.web.site import Site


@dataclass(frozen=True)
class Visit:
    """What the browser remembers of one plan; ``who_told`` says whether *for whom* was answered.

    ``shared``: other people use the device, so that the answers are soon forgotten. ``beyond``:
    answers now outside the limits of their questions, kept but not used.
    """

    journeys: tuple[str, ...]
    situation: Situation
    who_told: bool
    shared: bool = False
    beyond: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_begun(self) -> bool:
        """Whether there is a plan to look at."""
        return bool(self.journeys)

    def telling(self, question: str, answer: object) -> Visit:
        """Return the visit with ``question`` answered (JSON value)."""
        return replace(self, situation=self.situation.answering(question, answer))

    def marking(self, step: str, mark: Mark | None) -> Visit:
        """Return the visit with ``step`` marked, or its mark taken off."""
        return replace(self, situation=self.situation.marking(step, mark))

    def for_whom(self, who: Who, *, shared: bool) -> Visit:
        """Return the visit with *for whom* answered, and whether others use the device."""
        situation = replace(self.situation, who=who)
        return replace(self, situation=situation, who_told=True, shared=shared)

    def on(self, *journeys: str) -> Visit:
        """Return the visit with ``journeys`` in its plan."""
        return replace(self, journeys=journeys)


def read_visit(site: Site) -> Visit:
    """Return the present visit; what the site no longer knows is left out."""
    return visit_of(session, site)


def visit_of(content: Mapping[str, object], site: Site) -> Visit:
    """Return the visit that ``content`` holds, as ``written`` made it, on the present day."""
    today, still = site.clock()
    who = content.get("who")
    answers = content.get("answers")
    situation = Situation(
        today,
        answers=answers if isinstance(answers, dict) else {},
        marks=_marks(site, content.get("marks")),
        who=_who(who),
        still=still,
    )
    unused = beyond_limits(site.library, situation)
    return Visit(
        _journeys(site, content.get("journeys")),
        situation.without(*unused),
        who is not None,
        bool(content.get("shared")),
        {name: situation.answers[name] for name in unused},
    )


def keep(visit: Visit, site: Site) -> bool:
    """Put ``visit`` into the session; say False, and keep the old one, if it would not fit."""
    content = written(visit)
    if not site.sessions.fits({**session, **content}):
        return False
    session.update(content)
    return True


def shorthand_of(library: Library) -> Shorthand:
    """Return short codes for all that a session may name of ``library``."""
    options = (option.id for question in library.questions.values() for option in question.options)
    return Shorthand((*library.questions, *library.steps, *options))


def words_for(visit: Visit, site: Site) -> Words:
    """Return how to say things to the one who reads."""
    situation = with_told(site.library, visit.situation)
    reading = site.library.rulebook.read(situation.answers, situation.today, situation.helping)
    language = current_language()
    spoken = language.interface
    return Words(
        site.library,
        reading,
        situation.helping,
        language.locale,
        spoken.gettext,
        spoken.ngettext,
    )


def journeys_of(visit: Visit, site: Site) -> tuple[Journey, ...]:
    """Return the journeys in the plan."""
    return tuple(site.library.journeys[journey] for journey in visit.journeys)


def written(visit: Visit) -> dict[str, object]:
    """Return ``visit`` as JSON values that ``visit_of`` reads back."""
    situation = visit.situation
    content: dict[str, object] = {
        "journeys": list(visit.journeys),
        "answers": {**visit.beyond, **situation.answers},
        "marks": write_marks(situation.marks),
    }
    told = {"who": situation.who.value, "shared": visit.shared}
    return content | (told if visit.who_told else {})


def _journeys(site: Site, raw: object) -> tuple[str, ...]:
    told = [str(journey) for journey in raw] if isinstance(raw, list) else []
    return tuple(journey for journey in dict.fromkeys(told) if journey in site.library.journeys)


def _who(raw: object) -> Who:
    try:
        return Who(raw)
    except ValueError:
        return Who.ME


def _marks(site: Site, raw: object) -> Mapping[str, Mark]:
    try:
        return read_marks(raw or {})
    except SituationError:
        return {}
