# SPDX-License-Identifier: EUPL-1.2
"""Every standard's form as a page shows it and reads it back."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from pendopo.domain.forms import Trouble, check_form
from pendopo.domain.standard import (
    Comparison,
    Condition,
    Derive,
    Field,
    Group,
    Paper,
    Standard,
    Step,
    Values,
)
from pendopo.domain.vocabulary import Derivation, FieldType, Kind, Op, PaperForm, Verb
from pendopo.screens.forms.examples import example_form
from pendopo.screens.forms.fields import Look, Sheet, form_sheet, is_letter
from pendopo.screens.forms.reading import asked_only, read_form, settled, without_empty_rows
from tests.html_forms import HtmlForm, typed
from tests.screens.stage import CALENDAR, DESK, SETTING, all_standards, standard

EVERY = sorted(all_standards())
SUBMIT = Step("ajukan", "pemohon", Verb.SUBMIT, (("", "selesai"),))
KINDS = {"99.01.01.2001": "desa", "99.01.01.1003": "kelurahan"}
LOOK = Look(SETTING, CALENDAR, KINDS)


def made(*fields: Field, groups: tuple[Group, ...] = ()) -> Standard:
    """A standard of one step with these fields."""
    return Standard("contoh", Kind.LETTER, "Contoh", (), fields, (SUBMIT,), groups)


def shown(of: Standard, values: Values, look: Look = LOOK) -> HtmlForm:
    """The page of a form with these values."""
    return HtmlForm(
        render_to_string("parts/form/sheet.html", {"sheet": form_sheet(of, values, look)})
    )


def labels(sheet: Sheet) -> list[str]:
    """What is asked on its own, in order."""
    return [one.label for one in sheet.plain.inputs if one.shown]


@pytest.mark.parametrize("name", EVERY)
def test_every_form_accepts_its_example_as_a_page_sends_it(name: str) -> None:
    of = standard(name)
    example = example_form(of, DESK)
    page = shown(of, example)
    assert set(typed(example)) <= page.known
    checked = check_form(of, read_form(of, page.fields, SETTING), SETTING)
    assert checked == check_form(of, example, SETTING)


@pytest.mark.parametrize("name", EVERY)
def test_every_form_keeps_all_that_was_typed_on_trouble(name: str) -> None:
    of = standard(name)
    sent = dict.fromkeys(shown(of, example_form(of, DESK)).known, "??")
    again = shown(of, read_form(of, sent, SETTING)).fields
    selects = {k for k, v in again.items() if v == ""}
    assert {again[key] for key in sent if key not in selects} == {"??"}


@pytest.mark.parametrize("name", EVERY)
def test_every_field_of_every_form_has_a_label(name: str) -> None:
    of = standard(name)
    page = shown(of, example_form(of, DESK))
    assert {f"f-{name.removeprefix('isi/')}" for name in page.known} <= page.labels


@pytest.mark.parametrize("name", EVERY)
def test_what_a_form_asks_is_enough_for_the_engine(name: str) -> None:
    of = standard(name)
    example = example_form(of, DESK)
    known = settled(of, example, SETTING, CALENDAR)
    asked = asked_only(of, example, known, letter=is_letter(of, {}))
    assert check_form(of, asked, SETTING).troubles == ()


def test_fields_of_a_letter_are_asked_only_where_the_office_writes_it() -> None:
    of = standard("35.14.11-pandaan/skck")
    assert "Tempat lahir" not in labels(form_sheet(of, {}, LOOK))
    letter = Look(SETTING, CALENDAR, KINDS, letter=True)
    assert "Tempat lahir" in labels(form_sheet(of, {}, letter))


def test_a_choice_of_form_says_whether_a_letter_is_written() -> None:
    of = standard("35.14.11-pandaan/skck")
    assert not is_letter(of, {})
    assert is_letter(of, {"pengantar": PaperForm.LETTER})


def test_what_was_typed_for_a_field_that_is_not_asked_is_not_handed_in() -> None:
    of = standard("35.14.11-pandaan/skck")
    values = {"nama": "Wati Rekaan", "tempat-lahir": "Rejowangi", "hp-siapa": "anak"}
    known = settled(of, values, SETTING, CALENDAR)
    assert asked_only(of, values, known, letter=False) == {"nama": "Wati Rekaan"}
    assert "tempat-lahir" in asked_only(of, values, known, letter=True)


def test_a_field_shows_once_its_condition_holds() -> None:
    hp = Field("hp", "HP", FieldType.PHONE)
    whose = Field(
        "siapa", "HP siapa", FieldType.TEXT, when=Condition((Comparison("hp", Op.GIVEN, True),))
    )
    of = made(hp, whose)
    assert "siapa" in shown(of, {}).hidden
    assert "siapa" not in shown(of, {"hp": "081200000001"}).hidden


def test_an_age_is_computed_and_brings_up_what_hangs_on_it() -> None:
    born = Field("lahir", "Tanggal lahir", FieldType.DATE, required=True)
    age = Field(
        "usia", "Usia", FieldType.INTEGER, derive=Derive(Derivation.YEARS, "lahir", "filed")
    )
    guardian = Field(
        "wali", "Wali", FieldType.NAME, when=Condition((Comparison("usia", Op.BELOW, 18),))
    )
    sheet = form_sheet(made(born, age, guardian), {"lahir": "1-2-2015"}, LOOK)
    by_place = {one.place: one for one in sheet.plain.needed}
    assert by_place["usia"].said == "11 tahun"
    assert by_place["lahir"].said == "Minggu, 1 Februari 2015"
    assert by_place["wali"].shown


def test_labels_follow_the_kind_of_village() -> None:
    fields = (
        Field("desa", "Desa/Kelurahan", FieldType.VILLAGE, required=True),
        Field("nomor", "Nomor surat desa/kelurahan", FieldType.TEXT, required=True),
        Field("ttd", "Nama Kepala Desa/Lurah", FieldType.NAME, required=True),
    )
    wanted = ["Desa/Kelurahan", "Nomor surat kelurahan", "Nama Lurah"]
    look = Look(
        type(SETTING)(SETTING.today, SETTING.region, {"99.01.01.1003": "Rejowangi"}),
        CALENDAR,
        KINDS,
    )
    assert labels(form_sheet(made(*fields), {"desa": "Rejowangi"}, look)) == wanted


def test_a_reader_without_the_role_is_not_shown_what_is_kept_from_her() -> None:
    of = made(Field("alasan", "Alasan", FieldType.TEXT, readers=("camat",)))
    counter = Look(SETTING, CALENDAR, KINDS, frozenset({"petugas-loket"}))
    head = Look(SETTING, CALENDAR, KINDS, frozenset({"camat"}))
    assert shown(of, {"alasan": "rahasia"}, counter).known == set()
    assert shown(of, {"alasan": "rahasia"}, head).fields == {"isi/alasan": "rahasia"}


def test_kept_values_are_shown_as_people_write_them() -> None:
    fields = (
        Field("hari", "Hari", FieldType.DATE),
        Field("jam", "Jam", FieldType.TIME),
        Field("uang", "Uang", FieldType.MONEY),
        Field("setuju", "Setuju", FieldType.YES_NO),
    )
    values = {"hari": "2026-11-23", "jam": "09:00", "uang": 1250000, "setuju": False}
    assert shown(made(*fields), values).fields == {
        "isi/hari": "23-11-2026",
        "isi/jam": "09.00",
        "isi/uang": "1.250.000",
        "isi/setuju": "tidak",
    }


def test_a_list_has_its_least_rows_and_one_more_when_asked() -> None:
    witness = Group("saksi", "Saksi", at_least=2)
    of = made(Field("nama", "Nama", FieldType.NAME, group="saksi"), groups=(witness,))
    rows = form_sheet(of, {}, LOOK).groups[0].members
    assert [one.label for one in rows] == ["Saksi 1", "Saksi 2"]
    more = form_sheet(of, {"saksi": [{"nama": "Wati"}]}, LOOK, rows={"saksi": 1}).groups[0].members
    assert [one.place for one in more] == ["saksi/1", "saksi/2", "saksi/3"]


def test_a_list_is_read_in_the_order_of_its_numbers_whatever_is_missing() -> None:
    witness = Group("saksi", "Saksi")
    of = made(Field("nama", "Nama", FieldType.NAME, group="saksi"), groups=(witness,))
    sent = {"isi/saksi/10/nama": "Joko", "isi/saksi/2/nama": "Wati", "isi/saksi/4/nama": " "}
    values = read_form(of, sent, SETTING)
    assert values == {"saksi": [{"nama": "Wati"}, {"nama": " "}, {"nama": "Joko"}]}
    assert without_empty_rows(of, {"saksi": [{"nama": "Wati"}, {"nama": ""}]}) == {
        "saksi": [{"nama": "Wati"}]
    }


def test_troubles_and_warnings_stand_beside_their_field() -> None:
    of = made(Field("nik", "NIK", FieldType.NIK), Field("kk", "KK", FieldType.KK))
    values = {"nik": "9902010507900002", "kk": "12"}
    sheet = form_sheet(of, values, LOOK, troubles=[Trouble("kk", "Kurang 14 angka.")])
    nik, kk = sheet.plain.more
    assert nik.warning.startswith("«NIK»: NIK ini pertama kali terdaftar di wilayah 99.02.01")
    assert (nik.described_by, kk.described_by) == ("f-nik-warning", "f-kk-trouble")
    assert kk.trouble == "Kurang 14 angka."
    assert sheet.plain.more_open


def test_an_identity_number_says_what_was_read_of_it() -> None:
    of = made(Field("nik", "NIK", FieldType.NIK, required=True))
    sheet = form_sheet(of, {"nik": "9901015203850001"}, LOOK)
    assert sheet.plain.needed[0].said == "Terbaca: perempuan, lahir 12 Maret 1985"


def test_a_paper_of_several_forms_is_usually_its_first() -> None:
    of = Standard(
        "contoh",
        Kind.LETTER,
        "Contoh",
        (),
        (),
        (SUBMIT,),
        papers=(Paper("a", "A", (PaperForm.LETTER, PaperForm.COUNTERSIGN)),),
    )
    assert is_letter(of, {})
    assert not is_letter(of, {"a": PaperForm.COUNTERSIGN})
