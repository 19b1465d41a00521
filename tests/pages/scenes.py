"""Every page type, in every condition that changes what it holds: name to Scene."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from playwright.sync_api import Page

from tests.pages.people import PEOPLE
from tests.pages.studio import ALL_KINDS, NEWCOMER, Scene
from tests.pages.walks import follow, main

_KINDS = {
    "yes or no": "warm",
    "one of": "home",
    "any of": "helpers",
    "state": "home_state",
    "number": "people",
    "length": "box_days",
    "money": "rent",
    "money per": "pay",
    "date": "move_day",
    "month": "born_in",
}
_ANSWERED = ("one of", "any of", "money per", "date")


def unfold(page: Page) -> None:
    """Open everything that can be opened."""
    folded = page.locator("details:not([open]) > summary:visible")
    while folded.count():
        folded.first.click()


def press_continue(page: Page) -> None:
    """Send the form as it is."""
    follow(page, main(page).locator("button[type=submit]").first)


def press_start(page: Page) -> None:
    """Start without saying what is happening."""
    follow(page, main(page).get_by_role("button", name="Start"))


def mark_first(page: Page) -> None:
    """Say of the first step that it is done, and of the next that somebody was refused."""
    for words in ("Done", "They said no"):
        page.get_by_text("Mark this step").first.click()
        follow(page, main(page).get_by_role("button", name=words).first)
    unfold(page)


def open_nothing(page: Page) -> None:
    """Ask for a plan without a code."""
    follow(page, main(page).get_by_role("button"))


def save_it(page: Page) -> None:
    """Save the plan, if it is not saved yet, and see its code."""
    page.emulate_media(media="screen")  # buttons are not on paper
    new = main(page).locator("button[value=new]")
    if new.count():
        follow(page, new)


def save_and_unfold(page: Page) -> None:
    """Save the plan, and see all that can be done with it."""
    save_it(page)
    unfold(page)


def note_it(page: Page) -> None:
    """Save the plan, then write a note on a step of it."""
    address = page.url
    page.goto(address.partition("/checklist")[0] + "/save")
    save_it(page)
    page.goto(address)
    main(page).get_by_role("textbox").fill("Spoke with Ann. She calls back on Monday.")
    follow(page, main(page).locator(".own-note button"))


def hand_over(page: Page) -> None:
    """Make the note for whoever goes on."""
    follow(page, main(page).get_by_role("button"))


def print_it(page: Page) -> None:
    """Show what goes to paper; the width is that of A4 within its margins."""
    page.set_viewport_size({"width": 680, "height": 1000})
    page.emulate_media(media="print")


def _question(question: str, plan: str = NEWCOMER) -> Scene:
    return Scene(f"/moving/{question}", plan, ALL_KINDS)


def _mistake(question: str) -> Scene:
    found = _question(question)
    return Scene(found.path, found.plan, found.site, press_continue, "There is something")


_CHILD = "/having_a_child"
_EXPECTING = "expecting_with_a_job"

SCENES: Mapping[str, Scene] = MappingProxyType(
    {
        "home": Scene("/"),
        "home, help open": Scene("/", act=unfold, shows="988"),
        "journey start": Scene(f"{_CHILD}/", act=unfold),
        "who for": Scene(f"{_CHILD}/who_for"),
        "who for, nothing selected": Scene(f"{_CHILD}/who_for", act=press_continue),
        "shipped question": Scene(f"{_CHILD}/stage", NEWCOMER),
        "sensitive question": Scene(f"{_CHILD}/urgent_needs", NEWCOMER),
        "question for a caseworker": Scene(
            f"{_CHILD}/parents", "social_worker_for_a_tiny_baby", shows="How to ask this"
        ),
        "question answered with not sure": Scene(
            f"{_CHILD}/urgent_needs", "lost_a_baby", shows="You answered"
        ),
        **{f"question: {kind}": _question(name) for kind, name in _KINDS.items()},
        **{f"answered: {kind}": _question(_KINDS[kind], "mover") for kind in _ANSWERED},
        **{f"mistake: {kind}": _mistake(name) for kind, name in _KINDS.items()},
        "answers": Scene("/answers", _EXPECTING, shows="Change"),
        "answers so far": Scene("/answers", NEWCOMER, shows="Go on with the questions"),
        **{f"checklist: {name}": Scene("/checklist", name) for name in PEOPLE},
        "checklist so far": Scene("/checklist", NEWCOMER, shows="the plan so far"),
        "checklist with marks": Scene("/checklist", _EXPECTING, act=mark_first, shows="set aside"),
        "checklist unfolded": Scene("/checklist", "late_and_on_medicaid", act=unfold),
        "checklist with a choice": Scene(
            "/checklist", "mover", ALL_KINDS, unfold, "Choices to make"
        ),
        "step of a plan": Scene("/checklist/wic", _EXPECTING, shows="What happens next"),
        "whole plan": Scene("/checklist/print", _EXPECTING, shows="The short plan"),
        "checklist on paper": Scene("/checklist", _EXPECTING, act=print_it),
        "step": Scene("/steps/wic", shows="Source"),
        "step of the test journey": Scene("/steps/change_address", site=ALL_KINDS),
        "agency": Scene("/agencies/wic_clinic"),
        "another journey": Scene("/resting/who_for", "mover", ALL_KINDS, shows="already have"),
        "step of a state": Scene("/steps/pregnancy_cover?state=OH", shows="Show"),
        "choice": Scene("/choices/van_or_firm", site=ALL_KINDS),
        "own choice": Scene("/checklist/choices/van_or_firm", "mover", ALL_KINDS),
        "search": Scene("/find"),
        "search, found": Scene("/find?q=food stamps", shows="Closest to your words"),
        "search, nothing found": Scene("/find?q=xylophone", shows="We found nothing"),
        "home, nothing ticked": Scene("/", act=press_start, shows="There is something"),
        "save": Scene("/save", _EXPECTING, shows="No account"),
        "saved": Scene("/save", _EXPECTING, act=save_it, shows="Write down this code"),
        "saved, unfolded": Scene("/save", _EXPECTING, act=save_and_unfold, shows="Delete it now"),
        "return": Scene("/return"),
        "return, mistyped": Scene("/return", act=open_nothing, shows="Enter the code"),
        "step with a note": Scene("/checklist/wic", _EXPECTING, act=note_it, shows="Your own note"),
        "carry": Scene("/carry", "social_worker_for_a_tiny_baby", shows="hand over"),
        "file": Scene("/checklist.json", _EXPECTING, shows="What goes into the file"),
        "worker sheet": Scene("/checklist/worker", "social_worker_for_a_tiny_baby"),
        "load": Scene("/load", _EXPECTING),
        "hand over": Scene("/carry", "social_worker_for_a_tiny_baby", act=hand_over),
        "clear": Scene("/clear", _EXPECTING, shows="Keep them"),
        "no plan yet": Scene("/checklist", shows="no plan"),
        "no such page": Scene("/nowhere"),
    }
)
