"""What the YAML parser complains about -> a problem in a designer's words."""

from __future__ import annotations

from yaml import MarkedYAMLError, YAMLError

from navigator.content.nodes import Source
from navigator.content.problems import Place, Problem

_COLON = (
    "A colon followed by a space stands inside a text, or this line is indented too far.",
    "Put the text between quotes, or line the key up with its neighbours.",
)
_INDENT = (
    "This line does not line up with the keys above it.",
    "Give the keys that belong together the same number of spaces in front.",
)
_NO_KEY = ("This line has no key.", "Write `key: value`.")
_UNCLOSED = "A quote is opened here and never closed."
_LIST = ("This list in [ ] is not closed.", "Write a comma between its items and ] at its end.")
_BRACES = (
    "This mapping in { } is not closed.",
    "Write a comma between its keys and } at its end; a text that begins with { needs quotes.",
)
_SIGN = (
    "A text cannot begin with this sign.",
    "Put the text between quotes.",
)

# What the parser's own words contain (libyaml's and PyYAML's differ): what to say instead.
_PHRASES: tuple[tuple[str, tuple[str, str]], ...] = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", _NO_KEY),
    ("',' or ']'", _LIST),
    ("',' or '}'", _BRACES),
    ("cannot start any token", _SIGN),
    ("alphabetic or numeric character", _SIGN),
    ("node content", _SIGN),
    (
        "unknown escape character",
        (
            "A backslash stands before a letter that has no such form.",
            "Write the text between single quotes, or the backslash twice.",
        ),
    ),
    (
        "comment or line break",
        ("Text stands on the same line as `>` or `|`.", "Begin the text on the next line."),
    ),
    (
        "a comment or a line break",
        ("Text stands on the same line as `>` or `|`.", "Begin the text on the next line."),
    ),
    ("chomping or indentation", ("This is no way to begin a text.", "Write `>-` or `|`.")),
    ("'-' indicator", ("A key stands among the items of a list.", "Begin each item with `- `.")),
    ("undefined tag handle", ("YAML tags are not used here.", "Leave out the word with `!`.")),
    (
        "<document start>",
        ("More text follows after the end of the file's content.", "Keep one mapping a file."),
    ),
    ("incompatible YAML", ("This asks for another version of YAML.", "Leave out the line with %.")),
    ("expected key", _INDENT),
    ("<block end>", _INDENT),
)


def syntax_problem(error: YAMLError, source: Source) -> Problem:
    """Return ``error`` as a problem, at the spot a designer has to look at."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        unknown = ("This file cannot be read as YAML.", "Look for a stray sign or bracket.")
        return _problem(source.place(0), unknown)
    said = str(error.problem)
    index = error.problem_mark.index
    if "end of stream" in said and error.context_mark is not None:
        place = source.place(error.context_mark.index)
        return _problem(place, (_UNCLOSED, "Write the same quote at the end of the text."))
    if behind := _goes_on_behind(source.text, index, said):
        return _problem(source.place(index), behind)
    words = next((words for phrase, words in _PHRASES if phrase in said), None)
    if words in (_LIST, _BRACES, _NO_KEY) and error.context_mark is not None:
        index = error.context_mark.index
    fallback = ("This line cannot be read as YAML.", "Compare it with the lines around it.")
    return _problem(source.place(index), words or fallback)


def _goes_on_behind(text: str, index: int, said: str) -> tuple[str, str] | None:
    """A value such as `{days} days` or `"x" y` ends for YAML where its first part does."""
    if "expected key" not in said and "<block end>" not in said:
        return None
    line = text[text.rfind("\n", 0, index) + 1 : index].rstrip()
    if line.endswith("}"):
        return ("The text goes on behind a }.", "A text that begins with { needs quotes around it.")
    if line.endswith(("'", '"')):
        return ("The text goes on behind its closing quote.", "Put quotes around all of it.")
    return None


def _problem(place: Place, said: tuple[str, str]) -> Problem:
    return Problem(place, *said, "yaml")
