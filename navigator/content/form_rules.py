"""The rules on form, for docs/reference.md: what a file needs before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FORM_RULES: Mapping[str, str] = MappingProxyType(
    {
        "alias": "YAML aliases (`*name`) are not used.",
        "anchor": "YAML anchors (`&name`) are not used.",
        "brace": "In a text, `{` and `}` stand around one value each; a brace cannot be shown.",
        "case": "A case has `when` with `then`, or `otherwise` alone.",
        "comma": "Inside `{ }` a comma ends a value: sentences with commas stand in quotes.",
        "day": "A day is one of the calendar, and `from` lies before `until`.",
        "duplicate-id": "An id stands for one thing in all files; names share one set of ids.",
        "duplicate-key": "A key stands once in a mapping.",
        "empty": "A key that is written has a value.",
        "empty-file": "A file holds something.",
        "encoding": "Files are saved as UTF-8.",
        "every-length": "`every` is a length of time.",
        "fact-shape": "A fact has exactly one of `when` and `value`.",
        "file": "Every file can be opened.",
        "file-name": "Files end in `.yaml`; a journey's is named after its id.",
        "file-size": "A file is no larger than 1 MB.",
        "folder": "The folder is there and holds a journey.",
        "invisible-sign": "No signs stand in a file that cannot be seen.",
        "key": "Keys are plain texts.",
        "limit-kind": "`min` and `max` are of the answer's own kind.",
        "long-line": "A line has at most 5,000 characters.",
        "loop": "No name rests on itself, and borrowed options are written out somewhere.",
        "missing-key": "The keys nothing can be made without are there.",
        "no-otherwise": "Cases of a text end in `otherwise`.",
        "not-visible": "A journey names only what it can see.",
        "otherwise-last": "`otherwise` is the last case.",
        "po-file": "A translator's file is a gettext .po file.",
        "shape": "A value has the form its key asks for.",
        "tab": "Files hold spaces, no tabs.",
        "tag": "YAML tags (`!name`) are not used.",
        "too-deep": "Mappings and lists stand at most 20 deep within each other.",
        "translation-value": "A translation has the values of the English text, and no others.",
        "unknown-key": "Keys are spelled as in this reference; others are ignored.",
        "unknown-name": "A name is that of a question, fact or figure.",
        "unknown-question": "An interview names questions and groups.",
        "unknown-step": "`shared` stands behind the id of a common step.",
        "yaml": "The file is YAML: indented evenly, quotes and brackets closed.",
    }
)
