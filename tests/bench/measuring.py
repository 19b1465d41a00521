"""Times side by side: every work has its turn in each round, so a busy machine slows all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import TypeAlias

Work: TypeAlias = Callable[[], object]
Clock: TypeAlias = Callable[[], float]

_ROUND_SECONDS = 0.01  # each work is repeated until it takes about so long


@dataclass(frozen=True)
class Rounds:
    """CPU seconds that one run of each work took, round by round: other processes do not count."""

    seconds: Mapping[str, tuple[float, ...]]

    def typical(self, work: str) -> float:
        """Return the median seconds of one run."""
        return median(self.seconds[work])

    def ratio(self, work: str, to: str) -> float:
        """Return how many times longer ``work`` took than ``to``: the median over the rounds."""
        pairs = zip(self.seconds[work], self.seconds[to], strict=True)
        return median(one / other for one, other in pairs)

    def least_ratio(self, work: str, to: str) -> float:
        """Return how many times longer the quickest run of ``work`` took than that of ``to``.

        For short works: a run that nothing disturbed is among many, however busy the machine.
        """
        return min(self.seconds[work]) / min(self.seconds[to])


def side_by_side(
    works: Mapping[str, Work], rounds: int, clocks: Mapping[str, Clock] | None = None
) -> Rounds:
    """Return the times of ``works``, run in turn so many times. The garbage collector stays on.

    ``clocks`` tell the CPU seconds of works that another process does; those are run once a round.
    """
    timed = {name: (clocks or {}).get(name, process_time) for name in works}
    repeats = {
        name: _repeats(work) if timed[name] is process_time else 1 for name, work in works.items()
    }
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            seconds[name].append(_seconds(work, repeats[name], timed[name]))
    return Rounds({name: tuple(found) for name, found in seconds.items()})


def _repeats(work: Work) -> int:
    work()
    return max(1, round(_ROUND_SECONDS / _seconds(work, 1, process_time)))


def _seconds(work: Work, repeats: int, clock: Clock) -> float:
    start = clock()
    for _ in range(repeats):
        work()
    return (clock() - start) / repeats
