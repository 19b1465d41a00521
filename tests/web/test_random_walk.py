"""People wander over the whole site, and no page ever breaks; `make fuzz` wanders much longer."""

from __future__ import annotations

from collections import Counter
from tempfile import mkdtemp

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from navigator.content import open_library
from navigator.content.languages import LONG, MIRRORED
from navigator.settings import Settings
from navigator.web import create_app
from tests.web.conftest import JOURNEYS, KEYS, TODAY
from tests.web.wander import Wanderer

SHORT = settings(
    max_examples=10,
    stateful_step_count=30,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def site(is_shipped: bool) -> Flask:
    """Return a site in three languages that hides no fault behind an error page."""
    library = open_library() if is_shipped else open_library(JOURNEYS)
    database = f"sqlite:///{mkdtemp()}/plans.db"
    said = Settings("Test site", keys=KEYS, languages=(LONG, MIRRORED), database=database)
    config = {"TESTING": True, "PROPAGATE_EXCEPTIONS": True}
    return create_app(library, said, today=lambda: TODAY, config=config)


def wander(app: Flask, how: settings) -> Counter[str]:
    """Return what was met on the way: "requests", and each status code."""
    found: Counter[str] = Counter()

    class Visitor(Wanderer):
        """Somebody on this site."""

        met = found

    Visitor.app = app
    run_state_machine_as_test(Visitor, settings=how)
    return found


@pytest.mark.parametrize("is_shipped", [False, True])
def test_a_random_walk_meets_no_broken_page(is_shipped: bool) -> None:
    met = wander(site(is_shipped), SHORT)
    assert met["requests"] > 100
    assert {"200", "303", "400", "404", "405"} <= met.keys(), "it went everywhere"
