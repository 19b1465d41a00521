"""What of a step rests on figures that nobody has entered yet for the day of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from navigator.content.library import FigureNote, Library, Step
from navigator.engine import phrases
from navigator.engine.relevance import Settled, subject_of
from navigator.engine.words import Words


def not_known(step: Step, words: Words) -> tuple[str, ...]:
    """Return a sentence for each figure of ``step`` that is past its last known day."""
    today = words.reading.today
    return tuple(
        words.phrase(phrases.FIGURE_NOT_KNOWN, figure=figure.what)
        for figure in _figures_of(words.library, step.id)
        if figure.check_by is not None and figure.check_by < today
    )


@lru_cache(maxsize=4096)
def _figures_of(library: Library, step_id: str) -> tuple[FigureNote, ...]:
    sentences = subject_of(library, library.steps[step_id]).sentences
    return tuple(library.figures[name] for name in dict.fromkeys(_names(library, sentences)))


def _names(library: Library, sentences: Iterable[Settled]) -> Iterator[str]:
    for sentence in sentences:
        for name in sorted(sentence.names):
            yield from sorted(library.rulebook.figures_behind(name))
