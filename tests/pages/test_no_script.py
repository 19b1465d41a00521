"""Scripts are off: everything works, the second round of questions as well."""

from __future__ import annotations

import pytest

from tests.pages.people import PEOPLE
from tests.pages.studio import Studio, View
from tests.pages.walks import answer_all, answer_by_hand, finish, follow, main

_BY_HAND = ("social_worker_for_a_tiny_baby", "unsafe_and_expecting_twins", "lost_a_baby")


@pytest.mark.parametrize("name", _BY_HAND)
def test_a_journey_with_its_second_round_is_finished_without_scripts(
    name: str, studio: Studio, site: str
) -> None:
    page = studio.page(View(script=False))
    finish(page, site, PEOPLE[name])
    assert main(page).get_by_role("heading", name="Do this first").count()
    more = main(page).get_by_role("link", name="to settle")
    if more.count():
        follow(page, more.first)
        answer_all(page, PEOPLE[name], answer_by_hand, lambda page: None)
        assert page.url.endswith("/checklist")
