"""Reading YAML: all as typed, all with its place, and a message whatever the bytes."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from navigator.content import reader
from navigator.content.nodes import Listed, Mapped, Node, Text
from navigator.content.problems import Place


def read_mapping(text: str) -> Mapped:
    node, problems = reader.read("journey.yaml", text.encode())
    assert problems == ()
    assert isinstance(node, Mapped)
    return node


def said(content: bytes | str) -> list[str]:
    """Return the problems as `line:column rule`."""
    raw = content.encode() if isinstance(content, str) else content
    _, problems = reader.read("journey.yaml", raw)
    return [f"{each.place.line}:{each.place.column} {each.rule}" for each in problems]


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)


@pytest.mark.parametrize(
    "written", ["yes", "no", "NO", "on", "~", "null", "1e3", "02134", "12:30", "2026-11-21", "0x1F"]
)
def test_a_scalar_stays_as_it_was_typed(written: str) -> None:
    assert read_mapping(f"key: {written}\n") == {"key": written}


def test_an_empty_value_is_an_empty_text() -> None:
    assert read_mapping("key:\n") == {"key": ""}


def test_keys_values_and_items_know_their_places() -> None:
    node = read_mapping("steps:\n  snap: {at: office, after: [a, b]}\n")
    snap = node.mapping("steps").mapping("snap")
    assert node.mapping("steps").place_of("snap") == Place("journey.yaml", 2, 3)
    assert snap.place == Place("journey.yaml", 2, 9)
    assert snap.place_of("after") == Place("journey.yaml", 2, 22)
    assert [each.place.column for each in snap.listed("after")] == [30, 33]


def test_columns_count_characters_not_bytes() -> None:
    node = read_mapping("é😀: {ü: x}\n")
    assert node.mapping("é😀").place_of("ü") == Place("journey.yaml", 1, 6)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a: b: c\n", "1:5 yaml"),
        ("a:\n  b: 1\n c: 2\n", "3:2 yaml"),
        ("a: 1\nb\nc: 2\n", "2:1 yaml"),
        ("a: 'abc\nb: 2\n", "1:4 yaml"),
        ('a: "abc\nb: 2\n', "1:4 yaml"),
        ("a: [1, 2\nb: 3\n", "1:4 yaml"),
        ("a: {b: 1\nc: 2\n", "1:4 yaml"),
        ("a: @x\n", "1:4 yaml"),
        ("a: {days} days\n", "1:11 yaml"),
        ("a: > text\n", "1:6 yaml"),
        ("a: 1\n---\nb: 2\n", "2:1 yaml"),
        ("a: 1\n...\nb: 2\n", "3:1 yaml"),
        ("%YAML 9.1\n---\na: 1\n", "1:1 yaml"),
        ("a: 1\na: 2\n", "2:1 duplicate-key"),
        ("a: &x 1\n", "1:4 anchor"),
        ("a: *x\n", "1:4 alias"),
        ("a: !!str 1\n", "1:4 tag"),
        ("a:\n\tb: 1\n", "2:1 tab"),
        ("a: b\tc\n", "1:5 tab"),
        ("? [a]\n: b\n", "1:3 key"),
        ("a: b\u2028c\n", "1:5 invisible-sign"),
        ("a: b\0c\n", "1:5 invisible-sign"),
        ("", "1:1 empty-file"),
        ("# nothing but a remark\n", "1:1 empty-file"),
        ("[" * 10_000, "1:5001 long-line"),
        ("[\n" * 10_000, "21:1 too-deep"),
        ("- " * 2_000, "1:41 too-deep"),
        ("a: " + "x" * 1_000_000, "1:1 file-size"),
        ("a: " + "x" * 900_000, "1:5001 long-line"),
        ("a: b\n".encode("utf-16"), "1:1 encoding"),
        ("a: b\n".encode("utf-16-le"), "1:1 encoding"),
        ("a: x\nb: caf\u00e9\n".encode("latin-1"), "2:7 encoding"),
    ],
)
def test_hostile_yaml_is_answered_with_a_place(content: bytes | str, problem: str) -> None:
    began = time.perf_counter()
    assert said(content) == [problem]
    assert time.perf_counter() - began < 2


def test_a_bomb_of_anchors_is_neither_expanded_nor_listed_to_the_end() -> None:
    lines = [f"b{i}: &b{i} [*a, *a]" for i in range(5_000)]
    assert len(said("\n".join(["a: &a [x, x]", *lines]))) == reader.MOST_PROBLEMS


def test_a_mark_of_byte_order_is_no_part_of_the_first_line() -> None:
    assert said("\ufeffa: 1\na: 2\n") == ["2:1 duplicate-key"]


def test_line_ends_of_windows_and_old_macs_are_line_ends() -> None:
    assert said("a: 1\r\na: 2\r\n") == ["2:1 duplicate-key"]
    assert said("a: 1\ra: 2\r") == ["2:1 duplicate-key"]


def test_all_duplicates_are_named_and_the_first_is_kept() -> None:
    node, problems = reader.read("journey.yaml", b"a: 1\na: 2\nb: 3\nb: 4\n")
    assert node == {"a": "1", "b": "3"}
    assert [problem.place.line for problem in problems] == [2, 4]


@pytest.mark.parametrize(
    ("yaml", "line", "column"),
    [
        ("when: stage is born and wrong\n", 1, 25),
        ("when: stage is born\n  and wrong\n", 2, 7),
        ("when: stage is born\n\n\n  and wrong\n", 4, 7),
        ("when: 'stage is born and wrong'\n", 1, 26),
        ("when: 'it''s born and wrong'\n", 1, 23),
        ("when: 'stage is born\n\n    and wrong'\n", 3, 9),
        ('when: "stage \\u0069s \\x62orn and wrong"\n', 1, 34),
        ('when: "stage is \\\n    born and wrong"\n', 2, 14),
        ('when: "stage is born\n    and wrong"\n', 2, 9),
        ("when: >-\n  stage is born\n  and wrong\n", 3, 7),
        ("when: >-\n\n  stage is born\n\n  and wrong\n", 5, 7),
        ("when: >+  # why\n    stage is born and\n      wrong\n", 3, 7),
        ("when: |\n  stage is born\n  and wrong\n", 3, 7),
        ("when: |2-\n    stage is born\n  and wrong\n", 3, 7),
        ("steps: {when: stage is born and wrong, at: x}\n", 1, 33),
    ],
)
def test_an_offset_in_a_text_is_found_again_in_the_file(yaml: str, line: int, column: int) -> None:
    text = first_text(read_mapping(yaml))
    assert text.place_at(text.index("wrong")) == Place("journey.yaml", line, column)


@pytest.mark.parametrize(
    ("yaml", "line", "column"),
    [
        ("when: stage is\n", 1, 15),
        ("when: 'stage is'\n", 1, 16),
        ("when: >-\n  stage\n  is\n\n", 3, 5),
        ("when: |\n  stage is\nat: x\n", 2, 11),
    ],
)
def test_the_end_of_a_text_is_behind_its_last_word(yaml: str, line: int, column: int) -> None:
    text = first_text(read_mapping(yaml))
    assert text.place_at(len(text)) == Place("journey.yaml", line, column)


def first_text(node: Node) -> Text:
    while not isinstance(node, Text):
        node = next(iter(node.values())) if isinstance(node, Mapped) else node[0]
    return node


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_reading_raise(content: bytes) -> None:
    node, problems = reader.read("journey.yaml", content)
    assert node is not None or problems


@given(st.text(st.sampled_from("ab{}[]:,-#&*!|>'\"%@` \n\\?"), max_size=60))
def test_what_looks_like_yaml_never_makes_reading_raise(text: str) -> None:
    node, problems = reader.read("journey.yaml", text.encode())
    assert node is not None or problems


WORDS = st.lists(st.sampled_from(["born", "it's", 'say "no"', "\\x", "1", "é"]), min_size=1)
STYLES = {
    "plain": lambda words: "a: " + "\n  ".join(words),
    "single": lambda words: "a: '" + "\n  ".join(w.replace("'", "''") for w in words) + "'",
    "double": lambda words: (
        'a: "' + "\n ".join(w.replace("\\", "\\\\").replace('"', '\\"') for w in words) + '"'
    ),
    "folded": lambda words: "a: >-\n  " + "\n  ".join(words) + "\n",
    "literal": lambda words: "a: |\n  " + "\n  ".join(words) + "\n",
}


@pytest.mark.parametrize("style", STYLES)
@given(words=WORDS)
def test_every_character_is_found_where_it_was_typed(style: str, words: list[str]) -> None:
    written = STYLES[style](["x", *words])
    node, _ = reader.read("journey.yaml", written.encode())
    assert isinstance(node, Mapped)
    text = first_text(node)
    lines = written.split("\n")
    for offset, character in enumerate(text):
        place = text.place_at(offset)
        if not character.isspace():
            typed = lines[place.line - 1][place.column - 1]
            assert typed == character or (style == "double" and typed == "\\")


def test_a_list_reads_as_a_list() -> None:
    node = read_mapping("a: [x, y]\n")
    assert isinstance(node["a"], Listed)
    assert node.lines("a") == ("x", "y")
