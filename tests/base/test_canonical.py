# SPDX-License-Identifier: EUPL-1.2
"""Canonical JSON and the chain of hashes."""

import hashlib
import json
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.base.canonical import canonical_bytes, canonical_text, chain_hash

texts = st.text(st.characters(codec="utf-8"), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_it_reads_back_as_the_same_value(value: object) -> None:
    assert json.loads(canonical_bytes(value)) == value


@given(st.dictionaries(texts, values, max_size=5))
def test_the_order_of_keys_makes_no_difference(value: dict[str, object]) -> None:
    backwards = dict(reversed(value.items()))
    assert canonical_bytes(backwards) == canonical_bytes(value)


def test_it_has_no_spaces_and_writes_letters_as_they_are() -> None:
    assert canonical_text({"b": [1, True, None], "a": "Ngawén “x”"}) == (
        '{"a":"Ngawén “x”","b":[1,true,null]}'
    )


def test_tuples_and_frozen_mappings_are_lists_and_objects() -> None:
    assert canonical_text(MappingProxyType({"a": (1, 2)})) == '{"a":[1,2]}'


@pytest.mark.parametrize("value", [1.5, date(2026, 1, 1), Decimal("1.00"), b"x", {1, 2}])
def test_what_json_writes_in_more_than_one_way_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match=r"\$\.a\[0\]: .* has no canonical form"):
        canonical_text({"a": [value]})  # type: ignore[dict-item]


def test_a_key_that_is_no_string_is_refused() -> None:
    with pytest.raises(TypeError, match="the key 1 is not a string"):
        canonical_text({1: "a"})  # type: ignore[dict-item]


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        canonical_bytes("\ud800")


def test_a_hash_is_sha256_of_the_one_before_and_of_the_columns() -> None:
    first = chain_hash("", {"b": "2", "a": "1"})
    assert first == hashlib.sha256(b'{"a":"1","b":"2"}').hexdigest()
    second = chain_hash(first, {"a": "1"})
    assert second == hashlib.sha256(first.encode() + b'{"a":"1"}').hexdigest()


def test_changing_any_column_or_the_row_before_changes_the_hash() -> None:
    first = chain_hash("", {"a": "1"})
    hashes = {
        first,
        chain_hash("", {"a": "2"}),
        chain_hash("", {"b": "1"}),
        chain_hash("", {"a": "1", "b": ""}),
        chain_hash(first, {"a": "1"}),
    }
    assert len(hashes) == 5


@pytest.mark.parametrize("previous", ["x", "0" * 63, "A" * 64, "0" * 65])
def test_what_is_no_hash_cannot_stand_before(previous: str) -> None:
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        chain_hash(previous, {})
