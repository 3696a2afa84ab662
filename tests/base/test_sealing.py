# SPDX-License-Identifier: EUPL-1.2
"""Sealed values, blind indexes and salted digests."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from pendopo.base import sealing
from tests import people

OLD = (1, "o" * 40)
NEW = (2, "n" * 40)
OFFICE, OTHER = people.OFFICE.code, people.OTHER_OFFICE.code


@pytest.fixture(autouse=True)
def _one_key(settings: Settings) -> Iterator[None]:
    settings.PENDOPO_SECRETS = (OLD,)
    yield


@given(st.text(st.characters(codec="utf-8")))
def test_what_was_sealed_can_be_read_again(text: str) -> None:
    assert sealing.unseal(OFFICE, "nik", sealing.seal(OFFICE, "nik", text)) == text


def test_two_seals_of_one_value_differ_and_show_nothing_of_it() -> None:
    first, second = (sealing.seal(OFFICE, "nik", people.WATI.nik) for _ in range(2))
    assert first != second
    assert people.WATI.nik not in first
    assert first.startswith("1.")


@pytest.mark.parametrize(("office", "purpose"), [(OTHER, "nik"), (OFFICE, "kk")])
def test_another_office_or_purpose_cannot_open_it(office: str, purpose: str) -> None:
    sealed = sealing.seal(OFFICE, "nik", people.WATI.nik)
    with pytest.raises(sealing.Unreadable, match="tidak dapat dibuka"):
        sealing.unseal(office, purpose, sealed)


@pytest.mark.parametrize("changed", ["", "1", "1.", "x.abc", "9.abcd", "1.****", "1.AAAA"])
def test_a_damaged_value_is_unreadable_and_never_a_crash(changed: str) -> None:
    with pytest.raises(sealing.Unreadable):
        sealing.unseal(OFFICE, "nik", changed)


def test_one_changed_character_is_noticed() -> None:
    sealed = sealing.seal(OFFICE, "nik", people.WATI.nik)
    spoilt = sealed[:20] + ("A" if sealed[20] != "A" else "B") + sealed[21:]
    with pytest.raises(sealing.Unreadable):
        sealing.unseal(OFFICE, "nik", spoilt)


def test_after_a_rotation_the_new_key_writes_and_the_old_one_still_reads(
    settings: Settings,
) -> None:
    before = sealing.seal(OFFICE, "nik", people.WATI.nik)
    settings.PENDOPO_SECRETS = (NEW, OLD)
    after = sealing.seal(OFFICE, "nik", people.WATI.nik)
    assert sealing.unseal(OFFICE, "nik", before) == people.WATI.nik
    assert after.startswith("2.")
    assert [sealing.sealed_with_old_key(one) for one in (before, after)] == [True, False]
    settings.PENDOPO_SECRETS = (NEW,)
    with pytest.raises(sealing.Unreadable):
        sealing.unseal(OFFICE, "nik", before)


def test_equal_values_of_one_office_share_an_index_and_others_do_not() -> None:
    nik = people.WATI.nik
    index = sealing.blind_index(OFFICE, "nik", nik)
    assert index == sealing.blind_index(OFFICE, "nik", nik)
    others = [(OTHER, "nik", nik), (OFFICE, "kk", nik), (OFFICE, "nik", people.JOKO.nik)]
    assert index not in [sealing.blind_index(*other) for other in others]
    assert len(index) <= 48


def test_parts_of_an_index_cannot_run_into_each_other() -> None:
    assert sealing.blind_index("a", "bc", "d") != sealing.blind_index("ab", "c", "d")


def test_after_a_rotation_a_value_is_still_found_under_its_old_index(
    settings: Settings,
) -> None:
    stored = sealing.blind_index(OFFICE, "nik", people.WATI.nik)
    settings.PENDOPO_SECRETS = (NEW, OLD)
    sought = sealing.blind_indexes(OFFICE, "nik", people.WATI.nik)
    assert stored in sought
    assert sealing.blind_index(OFFICE, "nik", people.WATI.nik) == sought[0] != stored


def test_own_keys_differ_by_purpose_and_stay_after_a_rotation(settings: Settings) -> None:
    (before,) = sealing.derived_keys("tracking")
    assert sealing.derived_keys("survey") != (before,)
    settings.PENDOPO_SECRETS = (NEW, OLD)
    assert sealing.derived_keys("tracking")[1] == before


def test_a_digest_needs_its_salt() -> None:
    salt, values = sealing.new_salt(), {"nik": people.WATI.nik}
    assert sealing.salted_digest(salt, values) == sealing.salted_digest(salt, dict(values))
    assert sealing.salted_digest(salt, values) != sealing.salted_digest(sealing.new_salt(), values)
    assert sealing.salted_digest(salt, values) != sealing.salted_digest(salt, {"nik": ""})
