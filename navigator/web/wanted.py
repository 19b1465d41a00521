"""What a link into a journey carries along: other journeys wanted as well, and a state picked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request, url_for

from navigator.engine.relevance import plan_of
from navigator.rules import PLACES
from navigator.web.site import Site
from navigator.web.visit import Visit


@dataclass(frozen=True)
class Wanted:
    """The journeys a person wants, by id, the one of the address first; ``state`` may be ""."""

    journeys: tuple[str, ...]
    state: str = ""

    @property
    def first(self) -> str:
        """The journey whose address it is."""
        return self.journeys[0]

    def url(self, endpoint: str, question: str | None = None) -> str:
        """Return the address of ``endpoint`` under the first journey, with all that is wanted."""
        also, state = self.journeys[1:], self.state or None
        return url_for(endpoint, journey=self.first, question=question, also=also, state=state)

    def is_in(self, visit: Visit) -> bool:
        """Whether the plan of ``visit`` holds all that is wanted."""
        return set(self.journeys) <= set(visit.journeys)

    def added_to(self, visit: Visit, site: Site) -> Visit:
        """Return the visit with these journeys in its plan, and the state told if it is asked."""
        wider = visit.on(*dict.fromkeys((*visit.journeys, *self.journeys)))
        question = _state_question(wider, site)
        if not self.state or not question or question in visit.situation.answers:
            return wider
        return wider.telling(question, self.state)


def wanted(journeys: Iterable[str], site: Site) -> Wanted:
    """Return what the present address asks for: ``journeys``, and what it carries along."""
    asked = (*journeys, *request.args.getlist("also"))
    known = tuple(found for found in dict.fromkeys(asked) if found in site.library.journeys)
    return Wanted(known, state_picked())


def state_picked() -> str:
    """Return the state that the present address names, "" for none."""
    state = request.args.get("state", "")
    return state if state in PLACES else ""


def _state_question(visit: Visit, site: Site) -> str:
    """Return the question of the plan whose answer picks a state's office; "" for none."""
    plan = plan_of(site.library, visit.journeys)
    picking = {agency.by for agency in site.library.agencies.values()}
    return next((q for q in plan.questions + plan.details if q in picking), "")
