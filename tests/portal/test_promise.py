# SPDX-License-Identifier: EUPL-1.2
"""The promise card: four lines, in few words, honest about what is not printed."""

from __future__ import annotations

import pytest
from django.utils import translation

from pendopo.domain.vocabulary import Source
from pendopo.portal.promise import PromiseCard, promise_card
from tests.portal.reading import changed, compiled
from tests.real_offices import KESAMBEN, PANDAAN


def card(office: str, slug: str, *, working_days: bool = True) -> PromiseCard:
    return promise_card(compiled(office, slug), working_days=working_days)


def test_the_four_lines_say_what_the_decree_says() -> None:
    found = card(PANDAAN, "skck")
    assert (found.bring.text, found.time.text, found.cost.text) == ("6 macam", "10 menit", "Gratis")
    assert found.product.text == "Surat Pengantar SKCK (Surat Keterangan Catatan Kepolisian)"
    assert found.product.own


def test_a_single_thing_is_named_rather_than_counted() -> None:
    assert card(PANDAAN, "pbb").bring.text == "SPPT PBB yang belum lunas"


def test_what_is_asked_of_some_only_is_counted_apart() -> None:
    assert card(PANDAAN, "dispensasi-nikah").bring.text == "8 macam, 2 lagi bila perlu"


def test_where_everything_depends_on_a_choice_the_card_says_so() -> None:
    found = card(KESAMBEN, "kk").bring
    assert (found.text, found.source) == ("Tergantung keperluan", Source.NATIONAL)


def test_lines_without_asks_are_counted_as_conditions() -> None:
    line = {"text": "Sudah berumur 17 tahun"}
    found = changed(compiled(PANDAAN, "skck"), requirements=[line, line])
    assert promise_card(found, working_days=True).bring.text == "2 syarat"


def test_the_card_tells_from_when_to_when_time_is_counted() -> None:
    found = card(PANDAAN, "skck").time
    assert found.counted == "sejak berkas lengkap sampai distempel"
    assert str(found.counted_mark) == "disimpulkan"


def test_several_ends_are_joined_as_in_a_sentence() -> None:
    counted = card(PANDAAN, "sosialisasi").time.counted
    assert counted.endswith("sampai disetujui, ditolak atau ditolak dengan surat")


@pytest.mark.parametrize(
    ("working_days", "words"), [(True, "hari kerja, "), (False, "hari kalender, ")]
)
def test_a_printed_day_is_read_as_the_office_reads_it(working_days: bool, words: str) -> None:
    assert card(PANDAAN, "sktm", working_days=working_days).time.counted.startswith(words)


def test_minutes_need_no_reading() -> None:
    assert "kerja" not in card(PANDAAN, "skck").time.counted


def test_a_condition_of_the_decree_stands_beside_its_time() -> None:
    found = card(PANDAAN, "pengantar-pengajuan-dana-desa").time
    assert found.condition == "jika semua pejabat di kantor dan berkas lengkap"


def test_what_is_not_printed_is_left_empty() -> None:
    assert card(KESAMBEN, "kk").time.text == ""


def test_the_law_s_limits_stand_in_where_nothing_is_promised() -> None:
    found = card(KESAMBEN, "pengaduan").time
    assert (found.text, found.source) == ("3–60 hari kerja", Source.NATIONAL)


def test_a_cost_that_another_body_sets_keeps_the_decree_s_words() -> None:
    found = card(PANDAAN, "pbb").cost
    assert (found.text, found.own) == ("Sesuai SPPT", True)


def test_an_amount_is_written_in_rupiah() -> None:
    found = changed(compiled(PANDAAN, "skck"), fee={"text": "sepuluh ribu", "amount": 10000})
    assert promise_card(found, working_days=True).cost.text == "Rp 10.000"


def test_a_cost_read_from_elsewhere_in_the_decree_is_marked() -> None:
    found = card(KESAMBEN, "kk").cost
    assert (found.text, str(found.mark)) == ("Gratis", "disimpulkan")


def test_a_product_that_is_not_printed_is_the_paper_that_comes_out() -> None:
    found = card(KESAMBEN, "kk").product
    assert (found.text, found.source) == ("Kartu Keluarga", Source.INFERRED)


def test_the_card_speaks_english_but_not_for_the_decree() -> None:
    with translation.override("en"):
        found = card(PANDAAN, "skck")
        assert (found.bring.text, found.time.text, found.cost.text) == (
            "6 things",
            "10 minutes",
            "Free",
        )
        assert found.product.text.startswith("Surat Pengantar SKCK")
