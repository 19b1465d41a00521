"""What pages cost: beside bare Flask, on the line, and from the start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from navigator.content import Library
from navigator.engine import Situation
from navigator.settings import Settings
from navigator.web import create_app
from navigator.web.asked import control_of
from tests.bench.measuring import Work, side_by_side
from tests.bench.served import BARE, OURS, Server, plan_cookie, served
from tests.bench.visits import interviews
from tests.bench.works import Figure, all_of
from tests.engine.worlds import TODAY
from tests.web import weights
from tests.web.conftest import KEYS

_VISITORS = 24  # people whose interviews are asked for page by page, over all journeys
_STARTS = 7
_OPTIONS = ('type="radio"', 'type="checkbox"', "<option")


class _Visit(NamedTuple):
    """A question asked of somebody; ``bare`` is the page of bare Flask that is like it."""

    journey: str
    situation: Situation
    question: str

    def ours(self, server: Server) -> Work:
        return server.page(self._path, plan_cookie((self.journey,), self.situation))

    def bare(self, ours: Server, server: Server, library: Library) -> Work:
        html = ours.text(self._path, plan_cookie((self.journey,), self.situation))
        control = control_of(library.questions[self.question].kind)
        options = max(html.count(piece) for piece in _OPTIONS)
        return server.page(f"/{control}/{options}/{len(html.encode())}")

    @property
    def _path(self) -> str:
        return f"/{self.journey}/{self.question}"


def pages(library: Library) -> Iterator[Figure]:
    """Compare question pages with bare ones of equal size.

    A page's time is what the server's worker spends on it, from the request to the last byte.
    """
    visits = [
        _Visit(journey, told, question)
        for journey in library.journeys
        for person in interviews(library, [journey], TODAY, _VISITORS // len(library.journeys))
        for told, question in person.asked
    ]
    with ExitStack() as stack:
        state = Path(stack.enter_context(TemporaryDirectory()))
        ours, bare = (stack.enter_context(served(module, state)) for module in (OURS, BARE))
        works = {
            "page": all_of([visit.ours(ours) for visit in visits]),
            "bare": all_of([visit.bare(ours, bare, library) for visit in visits]),
        }
        times = side_by_side(works, rounds=12, clocks={"page": ours.cpu, "bare": bare.cpu})
    page, plain = times.typical("page") / len(visits), times.typical("bare") / len(visits)
    share = times.ratio("bare", to="page") * 100
    yield Figure("question pages a second, to bare Flask + WTForms", share, "%", least=60)
    yield Figure("  a question page, as the server's worker serves it", page * 1e6, "µs")
    yield Figure("  a bare page of equal size on such a server", plain * 1e6, "µs")


def start() -> Iterator[Figure]:
    """Compare the starts of both servers, each to its first page: CPU seconds of all it runs.

    The first start after a change of journeys or program checks all of them and keeps what it made,
    as Python keeps the modules it has compiled, ours as well as Flask's. Every other finds it kept.
    """
    with TemporaryDirectory() as folder:
        state = Path(folder)
        first = _start(OURS, "/", state)
        both = [
            (_start(OURS, "/", state), _start(BARE, "/number/0/4000", state))
            for _ in range(_STARTS)
        ]
    ratio = median(ours / bare for ours, bare in both)
    yield Figure("start to first page, to bare Flask + WTForms", ratio, "times", 3)
    yield Figure("  alone", median(ours for ours, _ in both), "s")
    yield Figure("  the first one, which checks the journeys and keeps them", first, "s")


def on_the_line(library: Library) -> Iterator[Figure]:
    """Weigh what a phone fetches, in kilobytes of 1,024 bytes, gzip."""
    app = create_app(library, Settings(keys=KEYS), today=lambda: TODAY)
    first = sum(weights.first_load(app, "gzip").values())
    later = [max(weights.pages_before(app, library, "gzip").values())]
    for journey in library.journeys.values():
        found, _ = weights.pages_of_full_plans(app, library, journey, "gzip")
        later.append(max(found.values()))
    yield Figure("first load, compressed", first / 1024, "KB", weights.FIRST / 1024)
    yield Figure("heaviest later page, compressed", max(later) / 1024, "KB", weights.LATER / 1024)


def _start(module: Sequence[str], path: str, state: Path) -> float:
    with served(module, state) as server:
        server.page(path)
        return server.cpu_of_all()
