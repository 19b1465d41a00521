"""`make fuzz`: people wander over the whole site until it has answered enough requests.

Run as ``python -m tests.fuzz [REQUESTS]``: prints how many there were; a broken page exits 1.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import cycle

import click
from hypothesis import settings

from tests.web.test_random_walk import SHORT, site, wander

ENOUGH = 20_000
LONG = settings(SHORT, max_examples=40, stateful_step_count=50, derandomize=False)


def main(enough: int) -> None:
    """Wander over the small site and the shipped one in turn, and say what was met."""
    met: Counter[str] = Counter()
    sites = cycle([site(False), site(True)])
    while met["requests"] < enough:
        met += wander(next(sites), LONG)
        click.echo(f"{met['requests']:,} requests")
    codes = ", ".join(f"{code}: {met[code]:,}" for code in sorted(met) if code.isdigit())
    click.echo(f"No page broke. Answers by status: {codes}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ENOUGH)
