"""A file's content -> problems of shape: unknown keys, missing keys, values of another form.

The JSON Schemas in ``schema/`` are the one place that knows the keys; editors use them, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TypeAlias

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from navigator.content.files import Shape
from navigator.content.nodes import Listed, Mapped, Node, Text
from navigator.content.problems import Place, Problem, Severity
from navigator.content.reader import MOST_PROBLEMS
from navigator.rules import did_you_mean

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_QUOTES = "A text that begins with { or [ needs quotes around it."


def shape_problems(node: Node, shape: Shape) -> Iterator[Problem]:
    """Yield what the schema ``shape`` has against a file's content."""
    for error in _validator(shape).iter_errors(node):
        yield from _problems(error, node)


@cache
def schema(shape: Shape) -> Mapping[str, Json]:
    """Return a published schema, with the parts it refers to put in their places."""
    parts = _load("parts")["definitions"]
    whole = _load(shape)
    own = whole.get("definitions")
    definitions = {**_mapping(parts), **_mapping(own)}
    inlined = _inlined(whole, definitions)
    return _mapping(inlined)


@cache
def text_keys() -> frozenset[str]:
    """Return the keys of texts for people: those that have a `_helper` twin."""
    definitions = _mapping(_load("parts")["definitions"])
    known = {
        key for part in definitions.values() for key in _mapping(_mapping(part).get("properties"))
    }
    return frozenset(key for key in known if f"{key}_helper" in known)


def _load(name: str) -> dict[str, Json]:
    text = files("navigator.content").joinpath("schema", f"{name}.json").read_text("utf-8")
    return _mapping(json.loads(text))


def _mapping(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _inlined(part: Json, definitions: Mapping[str, Json]) -> Json:
    """Replace each reference by what it names: quicker to check, and the same to say."""
    if isinstance(part, list):
        return [_inlined(each, definitions) for each in part]
    if not isinstance(part, dict):
        return part
    whole = {key: _inlined(each, definitions) for key, each in part.items() if key != "$ref"}
    if "$ref" not in part:
        return whole
    name = str(part["$ref"]).rpartition("/")[2]
    return {**_mapping(_inlined(definitions[name], definitions)), **whole}


@cache
def _validator(shape: Shape) -> Draft7Validator:
    return Draft7Validator(dict(schema(shape)))


def _problems(error: ValidationError, root: Node) -> Iterator[Problem]:
    place, key = _where(error, root)
    title = str(_schema_of(error).get("title", "something else"))
    match error.validator:
        case "additionalProperties" if isinstance(error.instance, Mapped):
            yield from _unknown_keys(error.instance, _mapping(_schema_of(error)["properties"]))
        case "required":
            missing = error.message.split("'")[1]  # one error for each missing key
            yield Problem(place, f"{key} has no `{missing}`.", f"Add `{missing}:`.", "missing-key")
        case "enum":
            yield _not_one_of(error, place, key)
        case _ if error.instance in ("", {}, []):
            hint = f"Write {title}, or leave the key out."
            yield Problem(place, f"{key} is empty.", hint, "empty", Severity.WARNING)
        case _:
            yield Problem(place, *_wrong_shape(error, key, title), "shape")


def _schema_of(error: ValidationError) -> dict[str, Json]:
    return dict(error.schema) if isinstance(error.schema, dict) else {}


def _where(error: ValidationError, root: Node) -> tuple[Place, str]:
    """Return the place to show, and the key as a message names it."""
    here: Node = root
    place, key = Place(root.place.file, 1, 1), "The file"
    for step in error.absolute_path:
        if isinstance(here, Mapped) and isinstance(step, str):
            place, key, here = here.place_of(step), f"`{step}`", here[step]
        elif isinstance(here, Listed) and isinstance(step, int):
            here = here[step]
            place = here.place
    if isinstance(error.instance, Text) and error.instance is not here:
        return error.instance.place, f"`{error.instance}`"  # a key itself
    if error.validator == "required" or error.instance in ("", {}, []):
        return place, key
    return here.place, key


def _unknown_keys(mapping: Mapped, known: Mapping[str, Json]) -> Iterator[Problem]:
    unknown = (key for key in mapping if key not in known)
    for key in islice(unknown, MOST_PROBLEMS):
        place = mapping.place_of(key)
        if mapping.in_braces and mapping[key] == "":
            message = f"Inside {{ }}, the comma before `{key[:60]}` ends the value."
            yield Problem(place, message, "Put the value between quotes.", "comma")
        elif hint := did_you_mean(key, known):
            yield Problem(place, f"There is no key `{key}` here.", hint, "unknown-key")
        else:
            message = f"There is no key `{key[:60]}` here, so it is ignored."
            keys = ", ".join(each for each in known if not each.endswith("_helper"))
            hint = f"Leave it out; the keys are {keys}."
            yield Problem(place, message, hint, "unknown-key", Severity.WARNING)


def _not_one_of(error: ValidationError, place: Place, key: str) -> Problem:
    values = _schema_of(error)["enum"]
    allowed = [str(each) for each in values] if isinstance(values, list) else []
    written = error.instance if isinstance(error.instance, Text) else "something else"
    near = did_you_mean(written, allowed)
    hint = near or "Write one of: " + ", ".join(f"`{each}`" for each in allowed) + "."
    return Problem(place, f"{key} cannot be `{written[:60]}`.", hint, "shape")


def _wrong_shape(error: ValidationError, key: str, title: str) -> tuple[str, str]:
    match error.instance:
        case Mapped():
            wants_text = title.startswith(("a text", "an amount", "a word"))
            return f"{key} is a mapping.", f"Write {title}. {_QUOTES if wants_text else ''}".strip()
        case Listed():
            return f"{key} is a list.", f"Write {title}."
        case Text() as written if error.validator == "type":
            return f"{key} is the text `{written[:60]}`.", f"Write {title}."
    return f"`{str(error.instance)[:60]}` does not fit here.", f"Write {title}."
