# SPDX-License-Identifier: EUPL-1.2
"""Codes to come back with: read however they are typed, and every single slip is noticed."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.identity import Problem
from pendopo.domain.references import ALPHABET, make_reference
from pendopo.domain.return_codes import (
    DRAWN,
    grouped_code,
    make_return_code,
    parse_return_code,
)


def drawn(lots: list[int]) -> str:
    left = iter(lots)
    return make_return_code("PDN", lambda _below: next(left))


LOTS = st.sampled_from(range(len(ALPHABET)))
CODES = st.lists(LOTS, min_size=DRAWN, max_size=DRAWN).map(drawn)


@given(CODES)
def test_a_code_is_read_again_however_it_is_typed(code: str) -> None:
    for typed in (code, code.lower(), grouped_code(code), grouped_code(code).replace(" ", "-")):
        assert parse_return_code(typed) == code


@given(CODES, st.integers(3, 11), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code: str, place: int, other: str) -> None:
    typed = code[:place] + other + code[place + 1 :]
    assert parse_return_code(typed) == code if other == code[place] else is_problem(typed)


@given(CODES, st.integers(3, 11), st.integers(3, 11))
def test_two_exchanged_characters_are_noticed(code: str, one: int, two: int) -> None:
    letters = list(code)
    letters[one], letters[two] = letters[two], letters[one]
    typed = "".join(letters)
    assert typed == code or is_problem(typed)


def is_problem(typed: str) -> bool:
    return isinstance(parse_return_code(typed), Problem)


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    code = make_return_code("PDN", lambda _below: 1)
    assert parse_return_code(code.replace("1", "l")) == code


@pytest.mark.parametrize("typed", ["", "PDN", "0DN 111 111 111", "PDN ??? 111 111", "bukan kode"])
def test_what_cannot_be_a_code_is_answered_in_words(typed: str) -> None:
    found = parse_return_code(typed)
    assert isinstance(found, Problem) and found.message


def test_the_number_of_a_file_is_never_taken_for_a_code() -> None:
    found = parse_return_code(make_reference("PDN", 12).compact)
    assert isinstance(found, Problem) and "lebih pendek" in found.message


def test_only_an_office_can_give_codes() -> None:
    with pytest.raises(ValueError, match="prefix"):
        make_return_code("pdn", secrets.randbelow)
