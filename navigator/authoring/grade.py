"""A text -> its sentences and words, and the school grade it takes to read it (Flesch-Kincaid)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

NAME = "Xx"
"""What a name or number counts as: one word of one syllable."""

_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]+\)")
_HOLE = re.compile(r"\{[^{}]*\}")
_MARKUP = re.compile(r"\*\*|__|`")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:gov|org|com|mil|edu|net)\S*"
)
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_ABBREVIATED = re.compile(r"\b(?:(?:[A-Za-z]\.){2,}|(?:Dr|Mr|Mrs|Ms|St|No|vs|etc|Jr|Sr)\.)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|(?<=:)\s*$")
_WORD = re.compile(r"[A-Za-z0-9$][\w$%.,:/'’&+-]*")
_INNER = re.compile(r"[/&+]|-(?=[a-z])")
_GROUPS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l|[gq]u)e$|[^aeiouytd]ed$|[aeo]yed$"
    r"|(?:[^aeiouylscxzg]|[^aeiouycs]h|[aeiouy]l|[gq]u)es$"
    r"|[^aeiouyl]e(?=(?:ly|ful|ment|less|ness)s?$)|^are$|bus(?=iness)"
    r"|(?:some|house|time|life|home|where|there|line|case)(?=[^aeiouy][a-z])|(?:safe|care)(?=[gtkl])"
)
_APART = re.compile(
    r"[aeiouy](?=ing)|[aeo]y(?=e|a|i)|any(?=one)"
    r"|(?<![tcsxg])i(?=ous|a[ntlb]|er|ety|o[dlr]|u[ms]|en[ct])"
    r"|(?<![gq])u(?=a[^r]|ar[yi]|i[tn][gy]|ous)|co(?=o[pr])|e(?=a(?:ted?|tion))|ar(?=ea)"
    r"|(?<=[bcdfgkptz])le(?=d$)|[cs]he(?=s$)"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is written, and its words as they count: names and numbers are `Xx`."""

    text: str
    words: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it ends like a sentence: a label or a title is none."""
        return self.text.rstrip("\"'”’)").endswith((".", "!", "?", ":"))


def sentences(text: str, names: Collection[str] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of ``text``: small Markdown with values in braces.

    A line of a list is a sentence. ``names`` count as one word, as do words with a capital inside
    a sentence, numbers, days, addresses and values.
    """
    return tuple(_sentences(text, _pattern(names)))


def grade(found: Sequence[Sentence]) -> float:
    """Return the Flesch-Kincaid grade of sentences; 0 where there are no words."""
    words = [word for sentence in found for word in sentence.words]
    if not words:
        return 0.0
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(found) + 11.8 * spoken / len(words) - 15.59


def syllables(word: str) -> int:
    """Return how many syllables an English word has, at least 1.

    It counts groups of vowels, less those not heard, more those said apart: right for 98 of 100
    words of running text.
    """
    plain = re.sub(r"['’]s?$|['’]", "", word.casefold())
    heard = len(_GROUPS.findall(plain)) - len(_SILENT.findall(plain))
    return max(1, heard + len(_APART.findall(plain)))


def plain_text(text: str) -> str:
    """Return ``text`` without marks, link targets and addresses; values stand as one name."""
    unmarked = _MARKUP.sub("", _LINK.sub(r"\1", text))
    return _ADDRESS.sub(NAME, _HOLE.sub(NAME, unmarked))


def _sentences(text: str, names: re.Pattern[str] | None) -> Iterator[Sentence]:
    for block in _blocks(plain_text(text)):
        whole = _ABBREVIATED.sub(lambda found: found.group().replace(".", ""), block)
        for piece in _SENTENCE_END.split(whole):
            known = names.sub(NAME, piece) if names else piece
            if words := tuple(_words(known)):
                yield Sentence(piece.strip(), words)


def _blocks(text: str) -> Iterator[str]:
    """Yield paragraphs and lines of lists, each on one line."""
    block: list[str] = []
    for line in text.splitlines():
        bare = _BULLET.sub("", line).strip()
        if (not bare or _BULLET.match(line)) and block:
            yield " ".join(block)
            block = []
        if bare:
            block.append(bare)
    if block:
        yield " ".join(block)


def _words(sentence: str) -> Iterator[str]:
    """Yield the words as they count; a run of names is one."""
    was_name = False
    for number, token in enumerate(_WORD.findall(sentence)):
        bare = token.rstrip(".,:/'’-")
        is_name = bare.startswith(NAME) or not bare.isascii() or any(c.isdigit() for c in bare)
        is_name = is_name or (bare[:1].isupper() and bare != "I" and (number > 0 or bare.isupper()))
        if not is_name:
            yield from (part for part in _INNER.split(bare) if part)
        elif not was_name:
            yield NAME
        was_name = is_name


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted({name for name in names if name}, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
