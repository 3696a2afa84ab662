# SPDX-License-Identifier: EUPL-1.2
"""What pages are called, and what is said of a standard that changed in between."""

from __future__ import annotations

import pytest

from pendopo.domain.standard import Ask, Field, Standard, Step
from pendopo.domain.vocabulary import FieldType, Kind, Verb
from pendopo.portal.applying.changes import changes_between
from pendopo.portal.applying.questions import title_of

SUBMIT = Step("ajukan", "pemohon", Verb.SUBMIT, (("", "selesai"),))


@pytest.mark.parametrize(
    ("labels", "title"),
    [
        (["Nama"], "Nama"),
        (["Nama", "Desa/Kelurahan"], "Nama dan desa/kelurahan"),
        (["NIK", "Nomor HP"], "NIK dan nomor HP"),
        (["Nomor surat desa", "Tanggal surat desa"], "Nomor dan tanggal surat desa"),
        (["Tempat lahir", "Tanggal lahir"], "Tempat dan tanggal lahir"),
        (["Tanggal akad", "Jam akad", "Tempat akad"], "Tanggal, jam dan tempat akad"),
        (["Nama", "Nama"], "Nama dan nama"),
        (["Nama lembaga", "x" * 80], "Nama lembaga dan yang terkait"),
        (["x" * 80, "Nama"], "Beberapa pertanyaan lagi"),
    ],
)
def test_a_page_is_called_by_what_it_asks(labels: list[str], title: str) -> None:
    assert title_of(labels) == title


def of(*fields: Field, asks: tuple[Ask, ...] = ()) -> Standard:
    return Standard("contoh", Kind.LETTER, "Contoh", asks, fields, (SUBMIT,))


def test_every_change_that_concerns_an_applicant_is_told_once() -> None:
    before = of(
        Field("nama", "Nama", FieldType.NAME),
        Field("lama", "Yang lama", FieldType.TEXT),
        Field("alasan", "Alasan", FieldType.CHOICE, options=(("a", "A"),)),
        Field("kelas", "Kelas", FieldType.TEXT, by_office=True),
        asks=(Ask("ktp", "Fotokopi KTP"),),
    )
    after = of(
        Field("nama", "Nama", FieldType.NAME, required=True),
        Field("baru", "Yang baru", FieldType.TEXT),
        Field("alasan", "Alasan", FieldType.CHOICE, options=(("b", "B"),)),
        asks=(Ask("kk", "Fotokopi KK"),),
    )
    assert changes_between(before, after) == (
        "Sekarang harus diisi: Nama.",
        "Baru ditanyakan: Yang baru.",
        "Ditanyakan dengan cara lain: Alasan.",
        "Tidak ditanyakan lagi: Yang lama.",
        "Baru diminta: Fotokopi KK.",
        "Tidak diminta lagi: Fotokopi KTP.",
    )


def test_a_standard_that_only_reads_otherwise_has_no_changes() -> None:
    one = of(Field("nama", "Nama", FieldType.NAME))
    assert changes_between(one, of(Field("nama", "Nama lengkap", FieldType.NAME))) == ()
