"""The lines of a TOML file's entries."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.toml_lines import Key, TomlError, lines_of, read_toml

TEXT = """\
# a comment with [brackets] and = signs
name = "North # mere"   # trailing

[outcomes]
count = [4, 8]
horizon.7 = 9
"a key" . inside = { one = 1, two = [ 2,
  3 ] }

[provision.asks]
session = [
  "what",   # a comment, with "quotes"
  'who',
]
long = '''
[not a table]
key = 1
'''
quoted = \"\"\"
say \\"\"\" = no end
\"\"\"
after = 2026-11-21

[[rows]]
a = 1
[[rows]]
a = 2
[rows.deep]
b = true
"""


def test_each_entry_has_the_line_on_which_it_stands() -> None:
    lines = lines_of(TEXT)

    assert {key: lines[key] for key in lines if len(key) == 1} == {
        ("name",): 2,
        ("outcomes",): 4,
        ("provision",): 10,
        ("rows",): 24,
    }
    assert lines["outcomes", "count"] == lines["outcomes", "count", 1] == 5
    assert lines["outcomes", "horizon", "7"] == 6
    assert lines["outcomes", "a key", "inside", "two", 0] == 7
    assert lines["outcomes", "a key", "inside", "two", 1] == 8
    assert lines["provision", "asks", "session", 1] == 13
    assert lines["provision", "asks", "long"] == 15
    assert lines["provision", "asks", "quoted"] == 19
    assert lines["provision", "asks", "after"] == 22
    assert lines["rows", 1, "a"] == 27
    assert lines["rows", 1, "deep", "b"] == 29


def _keys(value: Any, key: Key = ()) -> set[Key]:  # noqa: ANN401 -- whatever TOML holds
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = {key} if key else set()
    for name, one in inner:
        here = (*key, name)
        found |= _keys(one, here) if isinstance(one, dict | list) else {here}
    return found


def test_no_entry_is_missed_and_none_invented() -> None:
    assert set(lines_of(TEXT)) == _keys(tomllib.loads(TEXT))


@pytest.mark.parametrize("name", ["rubrics", "lexicon"])
def test_every_file_that_ships_is_walked_to_its_end(name: str) -> None:
    for path in (Path(__file__).parents[2] / "checks" / name).glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert set(lines_of(text)) == _keys(tomllib.loads(text)), path.name


_NAMES = st.text("ab =#.[]\"'\\é", min_size=1, max_size=4)
_VALUES = st.recursive(
    st.integers(0, 9) | st.text("ab ,]}#='\"\\", max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=6,
)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _in_toml(value: Any) -> str:  # noqa: ANN401 -- whatever the strategy makes
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(k)} = {_in_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[\n" + "".join(f"  {_in_toml(v)}, # , ]\n" for v in value) + "]"
    return _quoted(value) if isinstance(value, str) else str(value)


@given(st.dictionaries(_NAMES, st.dictionaries(_NAMES, _VALUES, max_size=3), max_size=3))
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_each_entry_is_found_where_it_begins(
    tables: dict[str, dict[str, Any]],
) -> None:
    text = ""
    begins: dict[Key, int] = {}
    for table, entries in tables.items():
        begins[table,] = text.count("\n") + 1
        text += f"[{_quoted(table)}] # ]\n"
        for name, value in entries.items():
            begins[table, name] = text.count("\n") + 1
            text += f"{_quoted(name)} = {_in_toml(value)}\n\n"
    lines = lines_of(text)

    assert set(lines) == _keys(tomllib.loads(text))
    assert {key: lines[key] for key in begins} == begins


def test_a_file_written_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_bytes("\ufeffname = 'x'\r\n\r\n[a]\r\nb = 1\r\n".encode())

    assert read_toml(path).line("a", "b") == 4


def test_what_cannot_be_read_is_told_without_its_words(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("a = 1\nb = [secret\n", encoding="utf-8")

    with pytest.raises(TomlError, match="line") as error:
        read_toml(path)
    assert "secret" not in str(error.value)
