"""Journeys of any size, made up: questions, facts and steps in the same proportion."""

from __future__ import annotations

from navigator.content import Library
from navigator.rules import Day, Kind, Number, OneOf, YesNo
from tests.engine.worlds import StepSpec, library

_KINDS: tuple[Kind, ...] = (YesNo(), OneOf(("red", "blue", "green")), Number(), Day())


def made_up(size: int) -> Library:
    """Return a journey `life` of so many questions, as many steps, and half as many facts.

    Questions stand in blocks of four; a sentence speaks of its own block and the one before. Every
    fifth question is asked under a condition, every fourth step has a due day, every third waits.
    """
    return library(
        steps={f"s{place}": _step(place) for place in range(size)},
        questions={f"q{place}": _KINDS[place % 4] for place in range(size)},
        facts={f"f{place}": _fact(place) for place in range(size // 2)},
        whens={f"q{place}": f"q{place - place % 4 - 4}" for place in range(9, size, 5)},
    )


def _fact(place: int) -> str:
    block = place // 2 * 4
    earlier = f" or f{place - 1}" if place % 5 else ""
    if place % 2:
        return f"(q{block} and q{block + 1} is one of red, blue){earlier}"
    return f"(q{block + 2} is at least 6 and q{block + 3} is after 2026-11-21){earlier}"


def _step(place: int) -> StepSpec:
    block = place // 4 * 4
    sentences = (
        f"f{place // 2} and not q{block}",
        f"q{block + 1} is red or q{block + 2} is less than 4",
        f"f{place // 2} and (q{block} or q{block + 1} is not green)",
        f"q{block + 3} is on or before 2026-12-24 and q{block + 2} is exactly 5",
    )
    spec: StepSpec = {"when": sentences[place % 4]}
    if place % 4 == 0:
        spec |= {"due": f"30 days after q{block + 3}", "if_late": "Hurry."}
    if place % 3 == 0 and place:
        spec["after"] = (f"s{place - 1}",)
    return spec
