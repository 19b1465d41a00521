"""Prints the figures; exits 1 if one is beyond its limit: the most, or the least it may be."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from navigator.content import open_library
from tests.bench.pages import on_the_line, pages, start
from tests.bench.shares import shares
from tests.bench.works import Figure, checking, evaluation, growth, throughput

_ROW = "{what:<66}{measured:>12}{limit:>10}  {verdict}\n"


def main() -> int:
    """Measure everything; return the exit code."""
    sys.stdout.write(_ROW.format(what="What", measured="Measured", limit="Limit", verdict=""))
    missed = 0
    for figure in _figures():
        missed += figure.is_missed
        sys.stdout.write(_row(figure))
        sys.stdout.flush()
    return 1 if missed else 0


def _figures() -> Iterator[Figure]:
    library = open_library()
    yield from pages(library)  # first, in memory as little as a server's
    yield from shares(library)
    yield from start()
    yield from on_the_line(library)
    yield from throughput(library)
    yield from evaluation(library)
    yield from growth()
    yield from checking()


def _row(figure: Figure) -> str:
    limit = figure.most if figure.least is None else figure.least
    return _ROW.format(
        what=figure.what,
        measured=f"{figure.measured:,.{_places(figure.measured)}f} {figure.unit}",
        limit="" if limit is None else f"{limit:g} {figure.unit}",
        verdict="" if limit is None else "MISS" if figure.is_missed else "ok",
    )


def _places(number: float) -> int:
    return 2 if number < 10 else 1 if number < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
