"""Very different people, as they would answer; the walks and scenes of this folder are theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NOT_SURE = "-not-sure"
PREFER_NOT = "-prefer-not"

Entry = str | tuple[str, ...] | None
"""What is entered: the value of an option, the values ticked (() is none of these), or what is
typed ("2400", "2027-03-14", "2027-03", "OH"). None: the first option, none of these, or not sure.
"""


@dataclass(frozen=True)
class Person:
    """One who goes through ``journey``; ``answers`` holds entries by question id, in any order."""

    journey: str
    who: str = "me"
    answers: Mapping[str, Entry] = field(default_factory=dict)

    def entry(self, question: str) -> Entry:
        """Return what this person enters."""
        return self.who if question == "who_for" else self.answers.get(question)


MOVER = Person("moving", "me", {"home": "rented", "helpers": ("firm",), "pay": "1,200"})
"""A person of the small test journey that has a question of every kind."""
_CHILD = "having_a_child"
PEOPLE: Mapping[str, Person] = MappingProxyType(
    {
        "expecting_with_a_job": Person(
            _CHILD,
            "me",
            {
                "stage": "pregnant",
                "due_date": "2027-03-14",
                "babies": "1",
                "urgent_needs": (),
                "parents": "married",
                "home_state": "OH",
                "household_size": "2",
                "income": "2,400",
                "has": (),
                "cover": "job",
                "employer": "at_least_50",
                "job_year": "yes",
            },
        ),
        "social_worker_for_a_tiny_baby": Person(
            _CHILD,
            "client",
            {
                "stage": "born",
                "birth_date": "2026-11-03",
                "urgent_needs": (),
                "baby_health": ("in_hospital", "small"),
                "birth_weight": "980",
                "parents": "married",
                "home_state": "TX",
                "household_size": "3",
                "income": "5200",
                "has": (),
                "cover": "job",
                "employer": "at_least_50",
                "job_year": "yes",
            },
        ),
        "late_and_on_medicaid": Person(
            _CHILD,
            "me",
            {
                "stage": "born",
                "birth_date": "2026-09-30",
                "urgent_needs": ("utilities",),
                "baby_health": ("in_hospital", "small"),
                "birth_weight": "1700",
                "weeks_pregnant": "35",
                "parents": "unmarried",
                "home_state": "AR",
                "household_size": "3",
                "income": "1500",
                "has": ("medicaid",),
                "cover": "medicaid",
                "employer": "no_employer",
                "cash": "600",
                "rent": "900",
            },
        ),
        "unsafe_and_expecting_twins": Person(
            _CHILD,
            "me",
            {
                "stage": "pregnant",
                "due_date": "2027-05-20",
                "babies": "2",
                "urgent_needs": ("food", "unsafe"),
                "parents": "unsafe",
                "home_state": "GA",
                "household_size": "1",
                "income": "600",
                "has": (),
                "cover": "none_now",
                "employer": "under_15",
                "cash": "40",
                "rent": "900",
            },
        ),
        "lost_a_baby": Person(
            _CHILD,
            "me",
            {
                "stage": "lost",
                "loss_date": PREFER_NOT,
                "urgent_needs": PREFER_NOT,
                "home_state": "NM",
                "household_size": NOT_SURE,
                "income": PREFER_NOT,
                "has": NOT_SURE,
                "cover": "medicaid",
                "employer": NOT_SURE,
            },
        ),
        "niece_of_a_grandmother": Person(
            _CHILD,
            "someone_close",
            {
                "stage": "kinship",
                "birth_date": "2023-03-10",
                "came_date": "2026-10-01",
                "urgent_needs": (),
                "baby_health": ("worried",),
                "home_state": "AL",
                "household_size": "2",
                "income": "1400",
                "has": ("snap",),
                "cover": "other_cover",
                "number_status": "card_here",
            },
        ),
    }
)
