"""A library as large as five journeys: one of the shipped ones five times, no two texts alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from string import ascii_lowercase

from navigator.content.library import Journey, Library, Step, Template
from navigator.content.rewording import Spot, reword

COPIES = 5


def fivefold(library: Library, journey: str) -> Library:
    """Return ``library`` with five journeys like ``journey``, which ask the same questions.

    The steps and texts of each are its own: they are in a cipher, one for each, so that none is
    easier to compress than English.
    """
    model = library.journeys[journey]
    journeys: dict[str, Journey] = {}
    steps: dict[str, Step] = {}
    for number in range(COPIES):
        own = _ciphered(library, Random(number))
        journeys[f"{journey}_{number}"] = replace(
            own.journeys[journey],
            id=f"{journey}_{number}",
            steps=tuple(f"{step}_{number}" for step in model.steps),
            see_also=(),
        )
        steps |= {f"{step}_{number}": _copy(own.steps[step], number) for step in model.steps}
    return replace(library, journeys=journeys, steps=steps)


def _copy(step: Step, number: int) -> Step:
    def named(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(f"{each}_{number}" for each in ids)

    return replace(
        step,
        id=f"{step.id}_{number}",
        after=named(step.after),
        helped_by=named(step.helped_by),
        instead_of=named(step.instead_of),
        late=None,
        approved=(),
        refused=None,
        choose=None if step.choose is None else f"{step.choose}_{number}",
    )


def _ciphered(library: Library, chance: Random) -> Library:
    mixed = "".join(chance.sample(ascii_lowercase, 26))
    cipher = str.maketrans(ascii_lowercase + ascii_lowercase.upper(), mixed + mixed.upper())

    def say(spot: Spot, template: Template) -> Template:
        parts = (p.translate(cipher) if isinstance(p, str) else p for p in template.parts)
        return Template(tuple(parts)) if spot.context.startswith(("step", "journey")) else template

    return reword(library, say)
