# SPDX-License-Identifier: EUPL-1.2
"""What was typed or scanned: which kind of thing it is, and what of it a page may repeat."""

from __future__ import annotations

import pytest

from pendopo.domain.references import make_reference
from pendopo.screens.desk.search_words import Kind, read_search

REFERENCE = make_reference("PDN", 12345).compact


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", Kind.NOTHING),
        ("   ", Kind.NOTHING),
        ("sit sumber", Kind.WORDS),
        ("045", Kind.NUMBER),
        ("400.12.3.2 / 045 / 424.311 / 2026", Kind.NUMBER),
        ("12 / XI / 2026", Kind.NUMBER),
        ("9914115203850001", Kind.IDENTITY),
        ("9914 1152 0385 0001", Kind.IDENTITY),
        ("0812-0000-0001", Kind.IDENTITY),
        ("+62 812 0000 0001", Kind.IDENTITY),
        ("12345678901234567", Kind.IDENTITY),
        ("2 Wati", Kind.NUMBER),
    ],
)
def test_what_was_typed_is_told_apart(typed: str, kind: Kind) -> None:
    assert read_search(typed).kind is kind


@pytest.mark.parametrize(
    "scanned",
    [
        REFERENCE,
        REFERENCE.lower(),
        f"{REFERENCE[:3]} {REFERENCE[3:6]} {REFERENCE[6:]}",
        f"https://pendopo.contoh.go.id/cek/{REFERENCE}.pengantar.7K3F9Q/",
        f"http://localhost:8000/lacak/{REFERENCE}",
        f"HTTPS://PENDOPO.CONTOH.GO.ID/CEK/{REFERENCE}.PENGANTAR.7K3F9Q/",
    ],
)
def test_a_reference_is_known_however_it_comes(scanned: str) -> None:
    found = read_search(scanned)
    assert (found.kind, found.text) == (Kind.REFERENCE, REFERENCE)


def test_an_address_without_a_reference_is_only_words() -> None:
    assert read_search("https://contoh.go.id/entah/ABCDEFGHI/").kind is Kind.WORDS


def test_a_page_repeats_no_identity_number() -> None:
    nik, phone = read_search("9914115203850001"), read_search("0812 0000 0001")
    assert nik.shown == "9914********0001"
    assert phone.shown == "0812******01"
    assert nik.secret
    assert ("phone", "+6281200000001") in phone.identities


def test_sixteen_digits_may_be_a_nik_or_a_family_s_number() -> None:
    kinds = {kind for kind, _value in read_search("9914115203850001").identities}
    assert "nik" in kinds


def test_what_is_longer_than_any_name_is_cut() -> None:
    assert len(read_search("a" * 500).text) == 200
