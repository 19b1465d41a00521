"""A browser before the running sites: opens scenes as a person with a given screen sees them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
)

from navigator.web.site import NEUTRAL_SITE
from tests.pages.people import MOVER, PEOPLE
from tests.pages.walks import answer_by_hand, finish

SHIPPED, ALL_KINDS = "shipped", "all kinds"
NEWCOMER = "newcomer"


@dataclass(frozen=True)
class View:
    """What somebody looks with. ``zoom`` enlarges: a screen has ``width`` times ``zoom`` pixels.

    Motion is off, so that nothing has to be waited for that a page only does for the eye.
    """

    width: int = 320
    height: int = 568
    zoom: int = 1
    script: bool = True
    forced_colors: Literal["active", "none"] = "none"


SMALL = View()
WIDE = View(1280, 900)
ZOOMED = View(320, 225, zoom=4)  # 1280 by 900 at 400 %


@dataclass(frozen=True)
class Scene:
    """A page type. ``plan`` names the person whose plan the browser holds, or is NEWCOMER or "".

    ``language`` is the code of another language than English; ``shows`` is looked for in English.
    """

    path: str
    plan: str = ""
    site: str = SHIPPED
    act: Callable[[Page], None] | None = None
    shows: str = ""
    language: str = ""

    @property
    def address(self) -> str:
        """Where it is, below the address of its site."""
        return f"/{self.language}{self.path}" if self.language else self.path


def speaking(site: str) -> str:
    """Return the name of a site that also speaks the languages made for tests."""
    return f"{site}, in languages"


class Studio:
    """Opens pages; a plan is walked through once and then kept in the folder ``plans``.

    ``complaints`` holds what the browser wrote to its console, and requests to any other host.
    """

    def __init__(self, browser: Browser, addresses: Mapping[str, str], plans: Path) -> None:
        self.addresses = addresses
        self.complaints: list[str] = []
        self._browser = browser
        self._plans = plans
        self._open: list[BrowserContext] = []

    def page(self, view: View = SMALL, plan: str = "", site: str = SHIPPED) -> Page:
        """Return an empty page of a new context whose cookies hold ``plan``."""
        state = self._plan(plan, site) if plan else None
        context = self._browser.new_context(
            viewport={"width": view.width, "height": view.height},
            device_scale_factor=view.zoom,
            java_script_enabled=view.script,
            forced_colors=view.forced_colors,
            reduced_motion="reduce",
            ignore_https_errors=True,
            storage_state=state,
        )
        context.on("console", self._hear)
        context.on("weberror", lambda broken: self.complaints.append(str(broken.error)))
        context.on("request", self._see)
        self._open.append(context)
        return context.new_page()

    def open(self, scene: Scene, view: View = SMALL) -> Page:
        """Return a new page that shows ``scene``."""
        page = self.page(view, scene.plan, scene.site)
        self.show(page, scene)
        return page

    def show(self, page: Page, scene: Scene) -> None:
        """Bring ``page`` to ``scene``."""
        site = speaking(scene.site) if scene.language else scene.site
        page.goto(self.addresses[site] + scene.address)
        if scene.act:
            scene.act(page)
        if not scene.language:
            assert scene.shows in page.inner_text("body"), f"{scene.path} shows no {scene.shows!r}"

    def clear(self) -> list[str]:
        """Close all that was opened; return the complaints so far and forget them."""
        while self._open:
            self._open.pop().close()
        heard, self.complaints = self.complaints, []
        return heard

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "with a status of 40" not in message.text:
            self.complaints.append(message.text)

    def _see(self, request: Request) -> None:
        if not request.url.startswith((*self.addresses.values(), NEUTRAL_SITE)):
            self.complaints.append(f"{request.url} was asked for")

    def _plan(self, plan: str, site: str) -> Path:
        """Return the file of the cookies of ``plan``, good in all workers: one key, one host."""
        file = self._plans / f"{site}-{plan}.json"
        if not file.exists():
            page = self.page()
            self._walk(page, plan, site)
            mine = file.with_suffix(f".{os.getpid()}")
            page.context.storage_state(path=mine)
            mine.rename(file)
        return file

    def _walk(self, page: Page, plan: str, site: str) -> None:
        person = MOVER if site == ALL_KINDS else PEOPLE.get(plan, next(iter(PEOPLE.values())))
        if plan == NEWCOMER:
            page.goto(f"{self.addresses[site]}/{person.journey}/who_for")
            answer_by_hand(page, person.who)
        else:
            finish(page, self.addresses[site], person)
