# SPDX-License-Identifier: EUPL-1.2
"""Mending a form that stands: what somebody may not see is never lost by her hand."""

from __future__ import annotations

from pendopo.domain.standard import Field, Group, Standard, Step
from pendopo.domain.vocabulary import FieldType, Kind, Verb
from pendopo.screens.forms.reading import laid_over, read_form
from tests.screens.stage import SETTING

SUBMIT = Step("ajukan", "pemohon", Verb.SUBMIT, (("", "selesai"),))
OF = Standard(
    "contoh",
    Kind.LETTER,
    "Contoh",
    (),
    (
        Field("nama", "Nama", FieldType.NAME),
        Field("nik", "NIK", FieldType.NIK),
        Field("alasan", "Alasan", FieldType.TEXT, readers=("camat",)),
        Field("nama", "Nama", FieldType.NAME, group="anak"),
        Field("hubungan", "Hubungan", FieldType.TEXT, group="anak", readers=("camat",)),
    ),
    (SUBMIT,),
    (Group("anak", "Anak"),),
)
COUNTER = frozenset({"petugas-loket"})
BEFORE = {
    "nama": "Wati Rekaan",
    "nik": "9901015203850001",
    "alasan": "keluarga",
    "anak": [{"nama": "Joko", "hubungan": "kandung"}, {"nama": "Arum", "hubungan": "angkat"}],
}


def over(sent: dict[str, str], roles: frozenset[str] | None = COUNTER) -> dict[str, object]:
    return laid_over(OF, BEFORE, read_form(OF, sent, SETTING), roles)


def test_a_masked_number_that_comes_back_is_the_one_that_stood() -> None:
    assert over({"isi/nik": "9901********0001"})["nik"] == BEFORE["nik"]
    assert over({"isi/nik": "9901010507900002"})["nik"] == "9901010507900002"


def test_what_is_kept_from_a_reader_stays_whatever_she_sends() -> None:
    assert over({"isi/alasan": "lain"})["alasan"] == "keluarga"
    assert over({"isi/alasan": "lain"}, None)["alasan"] == "lain"


def test_an_emptied_field_is_emptied() -> None:
    assert over({"isi/nama": ""})["nama"] == ""


def test_a_listed_member_keeps_what_is_unseen_when_another_is_struck_out() -> None:
    sent = {"isi/anak/2/asal": "2", "isi/anak/2/nama": "Arum Larasati"}
    assert over(sent)["anak"] == [{"nama": "Arum Larasati", "hubungan": "angkat"}]


def test_a_new_member_inherits_nothing() -> None:
    sent = {
        "isi/anak/1/asal": "1",
        "isi/anak/1/nama": "Joko",
        "isi/anak/3/nama": "Galih",
    }
    assert over(sent)["anak"] == [{"nama": "Joko", "hubungan": "kandung"}, {"nama": "Galih"}]
