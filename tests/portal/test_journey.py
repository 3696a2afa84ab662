# SPDX-License-Identifier: EUPL-1.2
"""Who does what, step by step, and where a case may turn."""

from __future__ import annotations

import pytest
from django.utils import translation

from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import Kind, Verb
from pendopo.portal import words
from pendopo.portal.journey import Journey, Turn, journey
from tests.portal.reading import compiled
from tests.real_offices import KESAMBEN, PANDAAN

TITLES = {"pemohon": "Pemohon", "petugas-loket": "Petugas loket"}


def walked(office: str, slug: str) -> Journey:
    standard = compiled(office, slug).standard
    return journey(standard, lambda key: TITLES.get(key, key), frozenset({"pemohon"}))


def test_the_steps_come_in_order_with_their_role_and_deed() -> None:
    legs = walked(PANDAAN, "skck").legs
    assert [leg.number for leg in legs] == [1, 2, 3, 4, 5, 6]
    assert [(leg.who, leg.outside) for leg in legs[:2]] == [
        ("Pemohon", True),
        ("Petugas loket", False),
    ]
    assert [leg.deed for leg in legs[:2]] == ["Ajukan permohonan", "Periksa kelengkapan berkas"]


def test_going_straight_on_needs_no_words_but_going_back_does() -> None:
    legs = walked(PANDAAN, "skck").legs
    assert legs[0].turns == ()
    assert legs[1].turns == (Turn("tidak lengkap", False, "kembali ke langkah 1", 1),)


def test_jumping_ahead_names_the_step() -> None:
    turns = [turn for leg in walked(PANDAAN, "perangkat-desa").legs for turn in leg.turns]
    assert any("lanjut ke langkah" in turn.then for turn in turns)


def test_an_end_is_said_in_words() -> None:
    assert walked(PANDAAN, "skck").legs[-1].turns == (
        Turn("", False, "selesai, hasilnya diserahkan"),
    )
    turns = walked(PANDAAN, "dispensasi-nikah").legs[1].turns
    assert Turn("bukan wewenang kantor ini", False, "dialihkan ke tempat yang tepat") in turns


def test_an_outcome_that_one_standard_alone_has_is_read_from_its_key() -> None:
    turns = [turn for leg in walked(KESAMBEN, "ikd").legs for turn in leg.turns]
    assert ("belum rekam", True) in [(turn.outcome, turn.own) for turn in turns]


def test_a_step_s_own_title_is_the_decree_s_word() -> None:
    leg = next(leg for leg in walked(PANDAAN, "sosialisasi").legs if leg.deed == "Siapkan materi")
    assert leg.own


def test_a_deed_without_a_title_is_read_from_its_key() -> None:
    step = Step("cek-data", "operator", Verb.PERFORM, (("", "selesai"),))
    standard = Standard("surat", Kind.LETTER, "Surat", (), (), (step,))
    (leg,) = journey(standard, str, frozenset()).legs
    assert (leg.deed, leg.own, leg.turns) == ("Cek data", False, (Turn("", False, "selesai"),))


def test_a_forwarded_file_is_with_whoever_received_it() -> None:
    assert "Yang menerima terusan" in [leg.who for leg in walked(PANDAAN, "konsultasi").legs]


def test_what_none_of_the_steps_has_from_the_decree_is_said_once() -> None:
    found = walked(KESAMBEN, "kk")
    assert str(found.mark) == "disimpulkan"
    assert not any(leg.mark for leg in found.legs)


def test_single_steps_that_are_not_printed_are_marked() -> None:
    found = walked(KESAMBEN, "ikd")
    assert found.mark == ""
    assert [str(leg.mark) for leg in found.legs[:3]] == ["", "disimpulkan", ""]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("verb", Verb)
def test_every_verb_can_be_said_in_both_languages(verb: Verb, language: str) -> None:
    with translation.override(language):
        assert str(words.DEEDS[verb]) and str(words.DONE[verb])
