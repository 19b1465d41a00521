"""How hard the texts of a draft are to read: grade, long sentences, jargon, tone, short forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from navigator.authoring.excuses import Excuse, parted, unneeded
from navigator.authoring.grade import Sentence, grade, plain_text, sentences
from navigator.authoring.pages import PageText, ReadingPage, pages_of
from navigator.authoring.scenario_files import read_scenarios
from navigator.authoring.scenes import belonging
from navigator.content import Draft, Library, Place
from navigator.content.plain_words import PlainWords, read_plain_words, unexplained
from navigator.content.sentences import Owner

HIGHEST_GRADE = 8.0
MOST_WORDS = 25
"""The longest sentence that is easy to read."""
FEWEST_WORDS = 30
"""On a page with fewer words the grade says nothing."""
_SHOWN_ELSEWHERE = ("fact", "document")  # beside the texts of a step, which explain
_SHOWN = 5  # words of a long sentence that name it


@dataclass(frozen=True)
class Flag:
    """Something hard to read: ``what``, in the words an excuse repeats, and what helps."""

    owner: Owner
    place: Place
    what: str
    hint: str


@dataclass(frozen=True)
class Graded:
    """The school grade of a page as the person or, ``helping``, somebody who helps reads it."""

    owner: Owner
    place: Place
    helping: bool
    words: int
    grade: float

    @property
    def is_too_high(self) -> bool:
        """Whether it is beyond the limit of the house."""
        return self.words >= FEWEST_WORDS and round(self.grade, 1) > HIGHEST_GRADE


@dataclass(frozen=True)
class ReadingReport:
    """The grade of each page; the flags nobody excuses, and those somebody does."""

    pages: tuple[Graded, ...]
    flags: tuple[Flag, ...]
    excused: tuple[Flag, ...]
    unneeded: tuple[Excuse, ...]

    @property
    def is_fine(self) -> bool:
        """Whether nothing is flagged and every excuse is needed."""
        return not (self.flags or self.unneeded)


def reading(draft: Draft, folder: Path, journeys: Sequence[str] = ()) -> ReadingReport:
    """Say how hard the texts of ``journeys`` (ids; default: all) are to read.

    Excuses stand in ``folder/scenarios``, lists of words in the common files.
    """
    library = draft.library
    owners = belonging(draft, journeys or tuple(library.journeys))
    owners |= {Owner("agency", library.steps[o.id].agency) for o in owners if o.kind == "step"}
    words = read_plain_words(draft)
    pages = [page for page in pages_of(draft) if page.owner in owners]
    graded = [each for page in pages for each in _grades(page, words)]
    flags = {_too_high(each) for each in graded if each.is_too_high}
    flags |= {flag for page in pages for flag in _flags(page, words, library)}
    allowed = [e for e in read_scenarios(library, folder).excuses if e.tool == "reading"]
    found, excused = parted(sorted(flags, key=lambda flag: (flag.place, flag.what)), allowed)
    idle = tuple(unneeded(allowed, excused, owners))
    return ReadingReport(tuple(graded), tuple(found), tuple(excused), idle)


def _grades(page: ReadingPage, words: PlainWords) -> Iterator[Graded]:
    for helping in (False, True):
        every = [s for text in page.read_by(helping) for s in sentences(text, words.all_names)]
        found = [sentence for sentence in every if sentence.is_whole]
        number = sum(len(sentence.words) for sentence in found)
        yield Graded(page.owner, page.place, helping, number, grade(found))


def _too_high(page: Graded) -> Flag:
    what = "grade for helpers" if page.helping else "grade"
    hint = f"It is {page.grade:.1f}, at most {HIGHEST_GRADE:.0f} is easy: use shorter words."
    return Flag(page.owner, page.place, what, hint)


def _flags(page: ReadingPage, words: PlainWords, library: Library) -> Iterator[Flag]:
    for text in page.texts:
        for sentence in sentences(text.text, words.all_names):
            if len(sentence.words) > MOST_WORDS:
                yield _too_long(page, text, sentence)
        for kind, word, instead in words.found_in(plain_text(text.text)):
            if kind == "jargon" and text.key.startswith("say"):
                continue  # the office's own words get a person further there
            hint = f"Say {instead}." if instead else "Leave it out."
            yield Flag(page.owner, text.place, f"{kind} {word}", hint)
    for helping in (False, True) if page.owner.kind not in _SHOWN_ELSEWHERE else ():
        yield from _short_forms(page, helping, words, library)


def _too_long(page: ReadingPage, text: PageText, sentence: Sentence) -> Flag:
    beginning = " ".join(sentence.text.split()[:_SHOWN])
    hint = f"It has {len(sentence.words)} words, at most {MOST_WORDS} are easy: make two of it."
    return Flag(page.owner, text.place, f'long sentence "{beginning}"', hint)


def _short_forms(
    page: ReadingPage, helping: bool, words: PlainWords, library: Library
) -> Iterator[Flag]:
    agency = library.agencies.get(page.agency or "")
    known = [*words.short_forms, *words.names]
    if agency is not None:
        known += [agency.contact.name, agency.short or ""]
    texts = page.read_by(helping)
    for short in unexplained(map(plain_text, texts), known):
        place = next(text.place for text in texts if short in text)
        hint = f"Write it out once: Its Whole Name ({short})."
        yield Flag(page.owner, place, f"short form {short}", hint)
