"""What a scenario says of what stands beside the steps: decisions, offers, cases, facts, quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.authoring import run_scenarios
from navigator.authoring.mutation import mutate
from navigator.authoring.update import updates
from navigator.content import open_library
from tests.authoring.conftest import Folder, draft_of, nora

MORE = {
    "  details: [mail_held]\n": """\
  details: [mail_held]
quiet: worries
choices:
  keep_or_sell:
    title: Keep or sell the car
    when: has includes car
    options:
      keep: {label: Keep it, gain: You can drive.}
      sell:
        label: Sell it
        when: stage is moved
        until: [{when: high_rent, then: Now.}, {otherwise: Soon.}]
see_also: [{journey: staying, when: people is at least 3, because: there are many of you}]
""",
    "    how: Go there with your papers.\n    bring: [photo_id, lease]\n": """\
    how:
      - {when: high_rent and people is at least 3, then: Go there in the morning.}
      - {when: worries, then: Send somebody.}
      - otherwise: Go there with your papers.
    how_helper:
      - {when: high_rent and people is at least 3, then: Go there with them in the morning.}
      - {when: worries, then: Go there for them.}
      - otherwise: Go there with their papers.
    bring:
      - {when: worries, then: [photo_id]}
      - otherwise: [photo_id, lease]
""",
    "    because: your rent is high\n": """\
    because:
      - {when: people is at least 3, then: your rent is high for so many}
      - otherwise: your rent is high
  last_day: {value: 30 days after moving_date, words: the last day}
  lease_end:
    value: [{when: worries, then: last_day}, {otherwise: end of month of moved_in}]
    words: the end
  per_head: {value: rent minus $100 a month, words: what is left}
""",
    "    how: Fill in the form. One": "    how: By {last_day}, {lease_end}, {per_head}. One",
}
STAYING = """\
journey: staying
title: Staying
summary: To stay.
owner: Tests
reviewed: 2026-11-01
interview: {first: [content]}
questions: {content: {ask: Happy?, why: To know., answer: yes or no}}
steps: {rest: {do: Rest, at: post_office, when: content}}
"""


def made_with(folder: Folder, expected: str, *answers: tuple[str, str]) -> Path:
    scenario = nora(expected)
    for old, new in answers:
        assert old in scenario
        scenario = scenario.replace(old, new)
    made = folder(scenario, MORE)
    (made / "staying.yaml").write_text(STAYING, "utf-8")
    return made


def missed(made: Path) -> list[tuple[str, str]]:
    outcome = run_scenarios(open_library(made), made)
    assert not outcome.problems
    return [(each.miss.expected, each.miss.got) for each in outcome.findings]


def survivors(made: Path) -> set[tuple[str, str]]:
    found = mutate(draft_of(made), made)
    assert not found.failing
    return {(mutant.owner.id, mutant.what) for mutant in found.survivors}


@pytest.mark.parametrize(
    "expected",
    [
        "choices: [keep_or_sell]",
        "choices: {keep_or_sell: }",
        "choices: {keep_or_sell: [keep, sell]}",
        "offers: []",
        "quiet: no",
        "cases: {license.how: otherwise, license.bring: otherwise}",
        "cases: {keep_or_sell.sell.until: otherwise, high_rent.because: otherwise}",
        "facts: {last_day: 2026-12-07, lease_end: 2020-05-31, high_rent: no}",
        "facts: {per_head: $400 a month}",
    ],
)
def test_what_comes_out_beside_the_steps_passes(folder: Folder, expected: str) -> None:
    assert missed(made_with(folder, expected)) == []


@pytest.mark.parametrize(
    ("expected", "miss"),
    [
        ("choices: []", ("choices: none", "choices: keep_or_sell")),
        (
            "choices: {keep_or_sell: [keep]}",
            ("the ways of `keep_or_sell`: keep", "the ways of `keep_or_sell`: keep, sell"),
        ),
        ("offers: [staying]", ("offers: staying", "offers: none")),
        ("quiet: yes", ("quiet: yes", "quiet: no")),
        (
            "cases: {license.how: worries}",
            ("`license.how` takes `worries`", "it takes `otherwise`"),
        ),
        ("facts: {last_day: 2026-12-08}", ("`last_day` is 2026-12-08", "it is 2026-12-07")),
        ("facts: {high_rent: yes}", ("`high_rent` is yes", "it is no")),
    ],
)
def test_what_comes_out_otherwise_beside_the_steps_is_told(
    folder: Folder, expected: str, miss: tuple[str, str]
) -> None:
    assert missed(made_with(folder, expected)) == [miss]


def test_a_case_of_what_is_not_shown_is_told(folder: Folder) -> None:
    made = made_with(folder, "cases: {license.how: otherwise}", ("has: [car]", "has: []"))
    assert missed(made) == [("`license.how` takes `otherwise`", "step `license` is not shown")]


def test_a_case_that_is_not_known_and_a_fact_that_is_not_are_expected_as_such(
    folder: Folder,
) -> None:
    expected = "cases: {license.how: not known}\nfacts: {high_rent: not known, last_day: none}\n"
    assert missed(made_with(folder, expected, ("rent: 500", "rent: not sure"))) == [
        ("`license.how` takes `not known`", "it takes `otherwise`"),
        ("`last_day` is none", "it is 2026-12-07"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("cases: {license.haw: otherwise}", "No text in cases is called `license.haw`. Did you"),
        ("cases: {license.how: worry}", "`license.how` has no case `worry`. Write one of high_"),
        ("facts: {last_days: none}", "No fact is called `last_days`. Did you mean `last_day`?"),
        ("choices: [keep]", "No choice is called `keep`."),
        ("choices: {keep_or_sell: [buy]}", "No option is called `buy`."),
        ("not_asked: [wory]", "No question is called `wory`."),
        ("not_offered: {has: [cat]}", "No option is called `cat`."),
        ("open: [renting]", "No question is called `renting`. Did you mean `rent`?"),
    ],
)
def test_what_is_not_there_cannot_be_expected(folder: Folder, line: str, said: str) -> None:
    made = made_with(folder, line)
    (problem,) = run_scenarios(open_library(made), made).problems
    assert said in str(problem)
    assert ":15:" in str(problem)


@pytest.mark.parametrize(
    ("id", "what", "expected"),
    [
        ("keep_or_sell", 'take "has includes car" as no', "choices: [keep_or_sell]"),
        ("keep_or_sell", 'take "stage is moved" as no', "choices: {keep_or_sell: [keep, sell]}"),
        ("keep_or_sell", 'take "high_rent" as yes', "cases: {keep_or_sell.sell.until: otherwise}"),
        ("moving_house", 'take "people is at least 3" as yes', "offers: []"),
        ("moving_house", 'take "worries" as yes', "quiet: no"),
        (
            "license",
            'take "worries" as yes',
            "cases: {license.how: otherwise, license.bring: otherwise}",
        ),
        (
            "high_rent",
            'take "people is at least 3" as yes',
            "cases: {high_rent.because: otherwise}",
        ),
        (
            "last_day",
            'move value "30 days after moving_date" by a day',
            "facts: {last_day: 2026-12-07}",
        ),
        ("lease_end", 'take "worries" as yes', "facts: {lease_end: 2020-05-31}"),
    ],
)
def test_a_change_beside_the_steps_is_noticed_by_what_is_expected_there(
    folder: Folder, id: str, what: str, expected: str
) -> None:
    assert (id, what) not in survivors(made_with(folder, f"{expected}\n"))


def test_a_change_beside_the_steps_survives_where_nothing_is_expected(folder: Folder) -> None:
    found = survivors(made_with(folder, "must: {}\n"))
    assert found >= {
        ("keep_or_sell", 'take "has includes car" as no'),
        ("moving_house", 'take "worries" as yes'),
        ("license", 'take "worries" as yes'),
        ("lease_end", 'take "worries" as yes'),
    }


def test_one_expectation_of_a_case_holds_for_the_person_and_for_a_helper(folder: Folder) -> None:
    made = made_with(folder, "cases: {license.how: otherwise}\n")
    what = 'take "worries" as yes'
    left = [
        m
        for m in mutate(draft_of(made), made).survivors
        if (m.owner.id, m.what) == ("license", what)
    ]
    assert [mutant.change.path[0] for mutant in left] == ["bring"]


def test_a_survivor_is_told_with_who_would_notice_and_how(folder: Folder) -> None:
    made = made_with(folder, "must: {}\n")
    found = mutate(draft_of(made), made)
    told = {
        (mutant.owner.id, mutant.what): f"{found.hints[n].scenario}: {found.hints[n].hint}"
        for n, mutant in enumerate(found.survivors)
        if n in found.hints
    }
    assert told["keep_or_sell", 'take "stage is moved" as no'] == (
        "nora: choices: {keep_or_sell: [keep, sell]}"
    )
    assert told["moving_house", 'take "people is at least 3" as yes'] == "nora: offers: []"
    assert told["moving_house", 'take "worries" as yes'] == "nora: quiet: no"
    assert told["last_day", 'move value "30 days after moving_date" by a day'] == (
        "nora: facts: {last_day: 2026-12-07}"
    )
    assert told["license", 'take "stage is moved" as no'] == "nora: must: {license: }"
    assert told["pet_tag", 'take "has includes pet" as yes'] == "nora: must_not: [pet_tag]"
    assert ("pet_tag", 'take "has includes pet" as no') not in told  # nobody has one


def test_update_writes_what_comes_out_beside_the_steps(folder: Folder) -> None:
    made = made_with(
        folder,
        """\
        choices:
          keep_or_sell: [keep]
        offers: [staying]
        quiet: yes
        cases:
          license.how: worries  # alone
        facts:
          last_day: 2026-12-08
          per_head: $300 a month
        """,
    )
    for each in updates(open_library(made), made):
        each.path.write_text(each.text, "utf-8")
    written = (made / "scenarios" / "moving_house.yaml").read_text("utf-8")
    assert written.endswith(
        """\
    choices:
      keep_or_sell: [keep, sell]
    offers: []
    quiet: no
    cases:
      license.how: otherwise  # alone
    facts:
      last_day: 2026-12-07
      per_head: $400 a month
"""
    )
    assert missed(made) == []


def test_update_drops_a_case_that_is_not_shown(folder: Folder) -> None:
    expected = "cases:\n  license.how: otherwise\n  high_rent.because: otherwise\n"
    made = made_with(folder, expected, ("has: [car]", "has: []"))
    (update,) = updates(open_library(made), made)
    assert update.changes == ("nora: cases: license.how is not shown",)
    assert update.text.endswith("    cases:\n      high_rent.because: otherwise\n")
