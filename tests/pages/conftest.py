"""One server of each site and one browser for all tests of a worker; fresh contexts each test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.pages.find_chromium import MISSING, find_chromium
from tests.pages.serving import NeutralSite, launch, serving, sites
from tests.pages.studio import SHIPPED, Studio


@pytest.fixture(scope="session")
def addresses() -> Iterator[dict[str, str]]:
    with ExitStack() as stack:
        yield {name: stack.enter_context(serving(app)) for name, app in sites().items()}


@pytest.fixture(scope="session")
def neutral_site() -> NeutralSite:
    return NeutralSite()


@pytest.fixture(scope="session")
def browser(neutral_site: NeutralSite) -> Iterator[Browser]:
    if find_chromium() is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing(MISSING)
    with serving(neutral_site.app, https=True) as away, sync_playwright() as playwright:
        started = launch(playwright, away)
        yield started
        started.close()


@pytest.fixture(scope="session")
def shared_studio(
    browser: Browser,
    addresses: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
) -> Studio:
    mine = tmp_path_factory.getbasetemp()
    plans = (mine if worker_id == "master" else mine.parent) / "plans"
    plans.mkdir(exist_ok=True)
    return Studio(browser, addresses, plans)


@pytest.fixture
def studio(shared_studio: Studio) -> Iterator[Studio]:
    """Opens pages; at the end no page may have asked elsewhere or made its browser complain."""
    yield shared_studio
    complaints = shared_studio.clear()
    assert not complaints


@pytest.fixture
def site(addresses: dict[str, str]) -> str:
    return addresses[SHIPPED]
