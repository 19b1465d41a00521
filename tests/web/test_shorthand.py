"""Codes for ids in the cookie of a full plan: back as they were, and safe when content moves."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.web.packing import pack, unpack
from navigator.web.shorthand import Shorthand

_SECOND = ("card", "claim", "talk")
IDS = [f"{first}_{second}" for first in ("food", "rent", "job", "birth") for second in _SECOND]
ids = st.sampled_from([*IDS, "unknown", "gone_too"])
answers = st.dictionaries(
    ids,
    st.none()
    | st.booleans()
    | ids
    | st.lists(ids, unique=True)
    | st.integers(0, 9999)
    | st.sampled_from(["declined", "2026-11-05", "OH"])
    | st.just({"amount": "12.50", "per": "week"}),
)
marks = st.dictionaries(
    ids,
    st.sampled_from(["done", "have_it"])
    | st.fixed_dictionaries({"mark": st.just("waiting"), "on": st.sampled_from(["2026-11-05"])}),
)


@given(answers, marks)
def test_what_was_shortened_is_as_it_was(told: dict[str, object], said: dict[str, object]) -> None:
    content = {"who": "me", "journeys": ["life"], "answers": told, "marks": said}
    shorthand = Shorthand(IDS)
    assert shorthand.lengthen(shorthand.shorten(content)) == content
    assert unpack(pack(content, 0, shorthand), shorthand) == content


def test_what_fits_is_written_out() -> None:
    content: dict[str, object] = {"answers": {"food_card": True}, "marks": {"job_talk": "done"}}
    assert unpack(pack(content, 10_000, Shorthand(IDS))) == content


def test_an_answer_with_an_option_that_is_gone_is_asked_again_and_all_else_stays() -> None:
    content = {
        "answers": {"rent_card": ["food_card", "job_talk"], "rent_talk": "job_talk", "job_card": 3},
        "marks": {"food_claim": "done", "job_claim": "done"},
    }
    written = Shorthand(IDS).shorten(content)
    later = Shorthand([id for id in IDS if id not in ("job_talk", "job_claim")])
    assert later.lengthen(written) == {
        "answers": {"job_card": 3},
        "marks": {"food_claim": "done"},
    }


def test_new_ids_change_no_code_of_the_others() -> None:
    content = {"answers": {"rent_card": "job_talk"}, "marks": {"food_claim": "done"}}
    later = Shorthand([*IDS, *(f"new_{number}" for number in range(300))])
    assert later.lengthen(Shorthand(IDS).shorten(content)) == content


def test_ids_that_share_a_code_are_written_out() -> None:
    many = [f"id_{number}" for number in range(3000)]
    marked = dict.fromkeys(many, "done")
    content: dict[str, object] = {"answers": {id: id for id in many}, "marks": marked}
    shorthand = Shorthand(many)
    assert len(shorthand) < len(many)
    assert shorthand.lengthen(shorthand.shorten(content)) == content


@pytest.mark.parametrize("content", [{}, {"answers": 7, "marks": "x"}, {"answers": [], "who": 3}])
def test_a_content_of_another_shape_stays(content: dict[str, object]) -> None:
    shorthand = Shorthand(IDS)
    with suppress(ValueError):
        assert unpack(pack(content, 0, shorthand), shorthand) == content
