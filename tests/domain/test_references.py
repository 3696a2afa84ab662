# SPDX-License-Identifier: EUPL-1.2
"""Case references: what they hold, and that no slip of tongue or finger goes unnoticed."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pendopo.domain.identity import Problem
from pendopo.domain.references import (
    ALPHABET,
    CAPACITY,
    LETTERS,
    Reference,
    is_prefix,
    make_reference,
    parse_reference,
    same_code,
    tracking_code,
)

KEY = b"sixteen bytes or more of secret"
prefixes = st.text(LETTERS, min_size=3, max_size=3)
numbers = st.integers(0, CAPACITY - 1)
references = st.builds(make_reference, prefixes, numbers)


def test_the_alphabet_has_a_prime_number_of_signs_and_no_look_alikes() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 31
    assert not set("ILOUV") & set(ALPHABET)


def test_a_prefix_lasts_for_decades_at_a_million_cases_a_year() -> None:
    assert CAPACITY > 28 * 1_000_000
    assert len(LETTERS) ** 3 > 7_300


def test_a_reference_is_shown_in_three_groups_of_three() -> None:
    reference = parse_reference("pdn-7k3-f9n")
    assert isinstance(reference, Reference)
    assert (str(reference), reference.compact) == ("PDN 7K3 F9N", "PDN7K3F9N")


def test_neighbouring_numbers_do_not_sound_alike() -> None:
    bodies = [make_reference("KSB", number).compact[3:8] for number in range(1_000)]
    for one, next_ in pairwise(bodies):
        assert sum(a != b for a, b in zip(one, next_, strict=True)) >= 3


@given(prefixes, st.sets(numbers, max_size=50))
def test_different_numbers_never_share_a_reference(prefix: str, some: set[int]) -> None:
    assert len({str(make_reference(prefix, number)) for number in some}) == len(some)


@given(references)
def test_a_reference_is_read_back_as_it_was_written(reference: Reference) -> None:
    assert parse_reference(str(reference)) == reference
    assert parse_reference(reference.compact) == reference


@given(references, st.sampled_from([" ", "-", ".", "  ", " \u2013 ", "\u202f"]), st.booleans())
def test_a_reference_is_read_however_it_is_typed(
    reference: Reference, between: str, lower: bool
) -> None:
    office, body = reference.compact[:3], reference.compact[3:]
    slips = body.replace("0", "o").replace("1", "l")
    typed = between.join(office + slips)
    assert parse_reference(typed.lower() if lower else typed.upper()) == reference


@settings(max_examples=25)
@given(references)
def test_every_single_wrong_character_is_noticed(reference: Reference) -> None:
    written = reference.compact
    for place in range(len(written)):
        for other in set(ALPHABET) - {written[place]}:
            changed = written[:place] + other + written[place + 1 :]
            assert isinstance(parse_reference(changed), Problem), changed


@given(references)
def test_every_exchange_of_two_characters_is_noticed(reference: Reference) -> None:
    written = reference.compact
    for left, right in combinations(range(len(written)), 2):
        signs = list(written)
        signs[left], signs[right] = signs[right], signs[left]
        if signs[left] != signs[right]:
            assert isinstance(parse_reference("".join(signs)), Problem), signs


@given(references, st.integers(0, 8))
def test_a_missing_or_doubled_character_is_noticed(reference: Reference, place: int) -> None:
    written = reference.compact
    assert isinstance(parse_reference(written[:place] + written[place + 1 :]), Problem)
    assert isinstance(parse_reference(written[: place + 1] + written[place:]), Problem)


@given(st.text(max_size=40))
def test_any_text_is_either_read_or_answered(text: str) -> None:
    assert isinstance(parse_reference(text), Reference | Problem)


@pytest.mark.parametrize(
    ("typed", "words", "position"),
    [
        ("", "belum diisi", None),
        (" - ", "belum diisi", None),
        ("PDN 7K3 F9", "yang diketik 8; mungkin ada yang terlewat", None),
        ("PDN 7K3 F9NN", "yang diketik 10; mungkin ada yang terketik dua kali", None),
        ("PDN 7K3 F9Q", "tidak cocok dengan karakter pemeriksanya", None),
        ("PDN 7U3 F9N", "Karakter ke-5 'U' tidak pernah dipakai", 5),
        ("P0N 7K3 F9N", "Karakter ke-2 '0' tidak dipakai di awal", 2),
        ("7K3F-9QXA", "selalu diawali tiga huruf kantor", 1),
    ],
)
def test_a_refusal_says_what_to_look_at(typed: str, words: str, position: int | None) -> None:
    problem = parse_reference(typed)
    assert isinstance(problem, Problem)
    assert words in problem.message
    assert problem.position == position


def test_the_example_in_the_messages_can_itself_be_read() -> None:
    problem = parse_reference("")
    assert isinstance(problem, Problem)
    example = problem.message.partition("contohnya ")[2].removesuffix(".")
    assert isinstance(parse_reference(example), Reference)


@pytest.mark.parametrize("prefix", ["", "PD", "PDNX", "pdn", "P1N", "LMJ", "ÄBC"])
def test_a_prefix_that_could_be_misheard_is_no_prefix(prefix: str) -> None:
    assert not is_prefix(prefix)
    with pytest.raises(ValueError, match="prefix"):
        make_reference(prefix, 1)


@pytest.mark.parametrize("number", [-1, CAPACITY])
def test_a_number_beyond_the_prefix_is_the_callers_mistake(number: int) -> None:
    with pytest.raises(ValueError, match="numbers"):
        make_reference("PDN", number)


def test_a_tracking_code_never_changes_from_one_release_to_the_next() -> None:
    assert tracking_code(b"0123456789abcdef", "PDN 7K3 F9N") == "ZC2F-FTFQ"


@given(references)
def test_a_tracking_code_belongs_to_the_reference_not_to_its_spelling(reference: Reference) -> None:
    code = tracking_code(KEY, str(reference))
    assert code == tracking_code(KEY, reference.compact.lower())
    assert [len(group) for group in code.split("-")] == [4, 4]
    assert set(code) <= {*ALPHABET, "-"}


@given(references, references)
def test_tracking_codes_differ_with_the_reference_and_with_the_key(
    one: Reference, other: Reference
) -> None:
    code = tracking_code(KEY, str(one))
    assert (code == tracking_code(KEY, str(other))) == (one == other)
    assert code != tracking_code(KEY[::-1], str(one))


def test_a_key_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(ValueError, match="guessed"):
        tracking_code(b"short", "PDN 7K3 F9N")


def test_a_typed_code_is_compared_in_any_spelling() -> None:
    assert same_code("zc2f ftfq", "ZC2F-FTFQ")
    assert same_code("1C0F-FTFQ", "lcof-ftfq")
    assert not same_code("ZC2F-FTFR", "ZC2F-FTFQ")
    assert not same_code("", "ZC2F-FTFQ")
    assert not same_code("ZC2F-FTF\ud800", "ZC2F-FTFQ")
