# SPDX-License-Identifier: EUPL-1.2
"""Forms as people fill them in: every problem at its place, in words; the rest in one shape."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.forms import Checked, Setting, check_form, missing_for_letter
from pendopo.domain.standard import Comparison, Condition, Derive, Field, Group, Standard
from pendopo.domain.typed import Ill, parse_day, parse_rupiah, read
from pendopo.domain.vocabulary import Derivation, FieldType, Kind, Op, Verb
from tests.domain.desk import CALENDAR
from tests.domain.standards_for_tests import LETTER, step

TODAY = date(2026, 11, 23)
VILLAGES = {"99.01.01.2001": "Sumberwangi", "99.01.01.2002": "Karangasri"}
SETTING = Setting(TODAY, "99.01.01", VILLAGES, CALENDAR.working_days_between)
WATI = {"nama": "Wati Rekaan", "desa": "Sumberwangi"}


def form(*fields: Field, groups: tuple[Group, ...] = ()) -> Standard:
    steps = (step("ajukan", "pemohon", Verb.SUBMIT, "selesai"),)
    return Standard("uji", Kind.LETTER, "Uji", (), fields, steps, groups=groups)


def one(type_: FieldType, typed: object, **more: object) -> object:
    """What a single field makes of what was typed: its value, or the words of its trouble."""
    standard = form(Field("x", "Isian", type_, **more))  # type: ignore[arg-type]
    checked = check_form(standard, {"x": typed}, SETTING)
    if checked.troubles:
        assert [t.where for t in checked.troubles] == ["x"]
        assert "x" not in checked.values
        return checked.troubles[0].text
    return checked.values.get("x")


def troubles(checked: Checked) -> dict[str, str]:
    return {t.where: t.text for t in checked.troubles}


class TestText:
    def test_spaces_are_tidied(self) -> None:
        assert one(FieldType.TEXT, "  dua   kata ") == "dua kata"
        assert one(FieldType.LONG_TEXT, "baris satu\nbaris dua\t") == "baris satu\nbaris dua"

    def test_accents_come_in_one_spelling(self) -> None:
        assert one(FieldType.TEXT, "Ca\u0301k") == "Cák"

    def test_markup_is_only_text(self) -> None:
        assert one(FieldType.TEXT, "<script>alert(1)</script>") == "<script>alert(1)</script>"

    @pytest.mark.parametrize("typed", ["a\x00b", "a\x1bb", "\ud800", "nama\u202egnp.exe"])
    def test_what_cannot_be_seen_is_refused(self, typed: str) -> None:
        assert "tidak terlihat" in str(one(FieldType.TEXT, typed))

    def test_what_is_too_long_is_refused_with_both_numbers(self) -> None:
        assert str(one(FieldType.TEXT, "a" * 301)).endswith("(301 huruf); paling banyak 300.")
        assert one(FieldType.LONG_TEXT, "a" * 5000) == "a" * 5000

    @pytest.mark.parametrize("typed", [3, True, ["a"], {"a": 1}])
    def test_only_text_is_text(self, typed: object) -> None:
        assert "tulis sebagai teks" in str(one(FieldType.TEXT, typed))


class TestNames:
    @pytest.mark.parametrize(
        "typed",
        [
            "Sa'diyah",
            "Ma’ruf Rekaan",
            'Siti "Ning" Contoh',
            "H. Abd. Contoh, S.H., M.Si.",
            "Contoh bin Rekaan (alm.)",
            "Ny. A/n Rekaan",
            "Anak-Agung Contoh",
            "José Ñandú",
            "PT Maju & Jaya 2",
        ],
    )
    def test_names_are_kept_as_they_are_written(self, typed: str) -> None:
        assert one(FieldType.NAME, typed) == typed

    def test_spaces_within_a_name_are_tidied(self) -> None:
        assert one(FieldType.NAME, " Wati   Rekaan ") == "Wati Rekaan"

    @pytest.mark.parametrize("typed", ["Wati 😀", "<script>", "Wati; DROP", "Wati_R", "a=b"])
    def test_a_strange_character_is_shown(self, typed: str) -> None:
        text = str(one(FieldType.NAME, typed))
        assert "tidak biasa pada nama" in text and "«Isian»" in text

    @pytest.mark.parametrize("typed", ["123", "-", "..."])
    def test_a_name_has_letters(self, typed: str) -> None:
        assert "dengan huruf" in str(one(FieldType.NAME, typed))

    def test_a_name_has_an_end(self) -> None:
        assert "paling banyak 120" in str(one(FieldType.NAME, "a" * 121))


class TestDates:
    @pytest.mark.parametrize(
        "typed", ["2026-11-23", "23-11-2026", "23/11/2026", "23.11.2026", " 23-11-2026 "]
    )
    def test_a_date_is_written_in_these_ways(self, typed: str) -> None:
        assert one(FieldType.DATE, typed) == "2026-11-23"

    def test_a_day_or_month_may_have_one_digit(self) -> None:
        assert one(FieldType.DATE, "3/1/2026") == "2026-01-03"

    @pytest.mark.parametrize(
        "typed", ["31/02/2026", "30-02-2024", "29-02-2026", "2026-02-31", "0-1-2026"]
    )
    def test_a_day_that_no_calendar_has_is_refused(self, typed: str) -> None:
        assert "tidak ada di kalender" in str(one(FieldType.DATE, typed))

    def test_a_leap_day_is_a_day(self) -> None:
        assert one(FieldType.DATE, "29-02-2024") == "2024-02-29"

    @pytest.mark.parametrize("typed", ["03/13/2026", "2026-13-03"])
    def test_a_month_that_does_not_exist_is_not_turned_round(self, typed: str) -> None:
        assert "bulan ke-13 tidak ada" in str(one(FieldType.DATE, typed))

    @pytest.mark.parametrize(
        "typed", ["23-11-26", "23 November 2026", "20261123", "2026-W48-1", "besok", "11/2026"]
    )
    def test_nothing_is_guessed(self, typed: str) -> None:
        assert "hari-bulan-tahun" in str(one(FieldType.DATE, typed))

    @pytest.mark.parametrize("typed", ["01-01-1899", "2101-01-01"])
    def test_a_year_is_one_in_which_people_live(self, typed: str) -> None:
        assert "tahunnya" in str(one(FieldType.DATE, typed))

    @pytest.mark.parametrize("typed", [20261123, ["2026-11-23"], date(2026, 11, 23), True])
    def test_a_date_is_text(self, typed: object) -> None:
        assert "sebagai teks" in str(one(FieldType.DATE, typed))

    @given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
    def test_both_orders_mean_the_same_day(self, day: date) -> None:
        assert parse_day(f"{day:%d-%m-%Y}") == parse_day(day.isoformat()) == day


class TestClocksAndNumbers:
    @pytest.mark.parametrize(
        ("typed", "clock"), [("09.00", "09:00"), ("9:30", "09:30"), ("23.59", "23:59")]
    )
    def test_a_clock_is_read_with_dot_or_colon(self, typed: str, clock: str) -> None:
        assert one(FieldType.TIME, typed) == clock

    @pytest.mark.parametrize("typed", ["24.00", "12.60", "9", "jam 9", "0900", 9.3, "09:00:00"])
    def test_another_clock_is_refused(self, typed: object) -> None:
        assert "jam" in str(one(FieldType.TIME, typed))

    @pytest.mark.parametrize(("typed", "number"), [("12", 12), (12, 12), (" 0 ", 0)])
    def test_a_whole_number_is_read(self, typed: object, number: int) -> None:
        assert one(FieldType.INTEGER, typed) == number

    @pytest.mark.parametrize("typed", ["1.000", "1,5", "-3", 1.5, True, "dua", "9" * 13, "１２"])
    def test_another_number_is_refused(self, typed: object) -> None:
        assert "angka bulat" in str(one(FieldType.INTEGER, typed))

    @pytest.mark.parametrize(
        ("typed", "rupiah"),
        [
            ("1.250.000", 1250000),
            ("Rp1.250.000", 1250000),
            ("rp. 1.250.000,-", 1250000),
            ("Rp 1.250.000,00", 1250000),
            ("1250000", 1250000),
            (1250000, 1250000),
            (1250000.0, 1250000),
            ("1.250", 1250),
            ("0", 0),
        ],
    )
    def test_money_is_read_as_people_write_it(self, typed: object, rupiah: int) -> None:
        assert one(FieldType.MONEY, typed) == rupiah

    @pytest.mark.parametrize(
        "typed",
        [
            "1,250,000",
            "1.25",
            "12.50.000",
            "-5",
            "1e6",
            "NaN",
            "Infinity",
            "sejuta",
            True,
            "5,5",
            "",
        ],
    )
    def test_money_is_not_guessed(self, typed: object) -> None:
        assert isinstance(parse_rupiah(typed), Ill)

    def test_money_has_a_bound(self) -> None:
        assert "batas wajar" in str(one(FieldType.MONEY, "1.000.000.000.000.000"))

    @given(st.integers(0, 10**15 - 1))
    def test_money_with_its_dots_is_the_same_money(self, amount: int) -> None:
        assert parse_rupiah(f"Rp{amount:,}".replace(",", ".")) == amount


class TestWhatPeopleBring:
    def test_a_nik_is_digits_only(self) -> None:
        assert one(FieldType.NIK, "9901 0152 0385 0001") == "9901015203850001"

    def test_a_nik_with_letters_says_where(self) -> None:
        text = str(one(FieldType.NIK, "99010152O3850001"))
        assert "karakter ke-9 'O' bukan angka" in text and "maksudnya 0" in text

    @pytest.mark.parametrize(
        "typed", ["990101520385000", 99010152, "9901019903850001", "", [], True]
    )
    def test_another_nik_is_refused_or_empty(self, typed: object) -> None:
        assert isinstance(one(FieldType.NIK, typed), str) or typed == ""

    def test_a_nik_from_elsewhere_is_only_a_warning(self) -> None:
        standard = form(Field("nik", "NIK", FieldType.NIK))
        checked = check_form(standard, {"nik": "9801015203850001"}, SETTING)
        assert checked.troubles == ()
        assert [w.where for w in checked.warnings] == ["nik"]

    def test_a_family_number_and_a_tax_object_are_digits_only(self) -> None:
        assert one(FieldType.KK, "99.01.01.120385.0001") == "9901011203850001"
        assert "16 angka" in str(one(FieldType.KK, "123"))
        assert one(FieldType.NOP, "99.01.010.001.002.0003.0") == "990101000100200030"
        assert "18 angka" in str(one(FieldType.NOP, "123"))

    def test_a_telephone_number_is_written_one_way(self) -> None:
        assert one(FieldType.PHONE, "0812-0000-0001") == "+6281200000001"
        assert "Nomor HP" in str(one(FieldType.PHONE, "12"))

    def test_an_address_of_mail_has_its_parts(self) -> None:
        assert one(FieldType.EMAIL, " wati@contoh.id ") == "wati@contoh.id"
        for typed in (
            "wati",
            "wati@contoh",
            "a b@contoh.id",
            "a" * 250 + "@contoh.id",
            "a\x00@b.id",
            3,
        ):
            assert "surel" in str(one(FieldType.EMAIL, typed))

    def test_a_village_is_named_or_given_by_its_code(self) -> None:
        for typed in ("Sumberwangi", " sumberWANGI ", "99.01.01.2001"):
            assert one(FieldType.VILLAGE, typed) == "99.01.01.2001"
        assert "tidak ada di kecamatan ini" in str(one(FieldType.VILLAGE, "Entah"))

    def test_an_office_that_knows_no_villages_takes_any(self) -> None:
        standard = form(Field("desa", "Desa", FieldType.VILLAGE))
        assert check_form(standard, {"desa": "Entah"}, Setting(TODAY)).values == {"desa": "Entah"}

    def test_a_choice_is_one_of_its_options(self) -> None:
        options = (("kerja", "Melamar kerja"), ("sekolah", "Sekolah"))
        assert one(FieldType.CHOICE, "kerja", options=options) == "kerja"
        for typed in ("Melamar kerja", "lain", 1, ["kerja"]):
            assert "kerja, sekolah" in str(one(FieldType.CHOICE, typed, options=options))

    def test_yes_and_no_are_said_in_words_or_as_such(self) -> None:
        assert [one(FieldType.YES_NO, t) for t in (True, "ya", "YA", "true")] == [True] * 4
        assert [one(FieldType.YES_NO, t) for t in (False, "tidak", "False")] == [False] * 3
        for typed in ("mungkin", 1, []):
            assert "ya atau tidak" in str(one(FieldType.YES_NO, typed))


class TestWhatMustBeFilledIn:
    def test_what_is_missing_is_told_all_at_once(self) -> None:
        assert troubles(check_form(LETTER, {}, SETTING)) == {
            "nama": "Isi «Nama».",
            "desa": "Isi «Desa».",
        }

    def test_spaces_are_no_answer(self) -> None:
        assert troubles(check_form(LETTER, {**WATI, "nama": "  "}, SETTING)) == {
            "nama": "Isi «Nama»."
        }

    def test_what_only_a_letter_prints_may_stay_empty_at_intake(self) -> None:
        checked = check_form(LETTER, WATI, SETTING)
        assert checked.troubles == ()
        assert missing_for_letter(LETTER, checked.values) == (("uraian", "Uraian"),)
        assert missing_for_letter(LETTER, {**checked.values, "uraian": "Isi."}) == ()

    def test_a_field_with_a_condition_is_needed_only_then(self) -> None:
        for typed in (True, "ya", "YA"):
            checked = check_form(LETTER, {**WATI, "luar-kota": typed}, SETTING)
            assert set(troubles(checked)) == {"tempat"}
        for typed in (False, "tidak", None):
            assert check_form(LETTER, {**WATI, "luar-kota": typed}, SETTING).troubles == ()

    def test_a_condition_on_an_age_is_judged_by_the_computed_age(self) -> None:
        child = Condition((Comparison("usia", Op.BELOW, 18),))
        years = Derive(Derivation.YEARS, "lahir", "filed")
        standard = form(
            Field("lahir", "Lahir", FieldType.DATE, group="ahli"),
            Field("usia", "Usia", FieldType.INTEGER, group="ahli", derive=years),
            Field("wali", "Wali", FieldType.NAME, group="ahli", required=True, when=child),
            groups=(Group("ahli", "Ahli"),),
        )
        rows = [{"lahir": "23-11-2008"}, {"lahir": "24-11-2008"}]
        assert set(troubles(check_form(standard, {"ahli": rows}, SETTING))) == {"ahli/2/wali"}

    def test_a_condition_on_working_days_needs_a_calendar(self) -> None:
        left = Derive(Derivation.WORKING_DAYS, "filed", "acara")
        standard = form(
            Field("acara", "Acara", FieldType.DATE),
            Field("sisa", "Sisa", FieldType.INTEGER, derive=left),
            Field(
                "alasan",
                "Alasan",
                FieldType.TEXT,
                required=True,
                when=Condition((Comparison("sisa", Op.BELOW, 5),)),
            ),
        )
        soon = {"acara": "25-11-2026"}
        assert set(troubles(check_form(standard, soon, SETTING))) == {"alasan"}
        assert check_form(standard, soon, replace(SETTING, working_days=None)).troubles == ()

    def test_whoever_stays_unknown_owes_nothing_that_names_her(self) -> None:
        standard = form(
            *(
                Field(kind.value, kind.value, kind, required=True)
                for kind in (
                    FieldType.NAME,
                    FieldType.NIK,
                    FieldType.KK,
                    FieldType.PHONE,
                    FieldType.EMAIL,
                    FieldType.TEXT,
                )
            )
        )
        assert set(troubles(check_form(standard, {}, SETTING, anonymous=True))) == {"text"}
        wrong = check_form(standard, {"nik": "12", "text": "x"}, SETTING, anonymous=True)
        assert set(troubles(wrong)) == {"nik"}

    def test_what_is_typed_wrongly_is_not_called_missing_as_well(self) -> None:
        standard = form(Field("nik", "NIK", FieldType.NIK, required=True))
        assert len(check_form(standard, {"nik": "12"}, SETTING).troubles) == 1

    def test_a_computed_field_is_never_typed(self) -> None:
        standard = form(
            Field("lahir", "Lahir", FieldType.DATE),
            Field(
                "usia",
                "Usia",
                FieldType.INTEGER,
                required=True,
                derive=Derive(Derivation.YEARS, "lahir", "filed"),
            ),
        )
        checked = check_form(standard, {"usia": "99"}, SETTING)
        assert (checked.values, checked.troubles) == ({}, ())

    def test_a_field_that_the_form_does_not_have_is_named(self) -> None:
        assert set(troubles(check_form(LETTER, {**WATI, "warna": "biru"}, SETTING))) == {"warna"}


COUPLE = form(
    Field("nama", "Nama", FieldType.NAME, group="calon", required=True),
    Field("nik", "NIK", FieldType.NIK, group="calon"),
    groups=(Group("calon", "Calon", (("suami", "Calon suami"), ("istri", "Calon istri"))),),
)
HEIRS = form(
    Field("nama", "Nama", FieldType.NAME, group="ahli", required=True),
    groups=(Group("ahli", "Ahli", at_least=1, at_most=3),),
)


class TestGroups:
    def test_each_member_has_its_own_place(self) -> None:
        typed = {"calon": {"istri": {"nama": "Wati", "nik": "99A"}}}
        assert set(troubles(check_form(COUPLE, typed, SETTING))) == {
            "calon/suami/nama",
            "calon/istri/nik",
        }

    def test_the_cleaned_form_has_the_shape_of_the_typed_one(self) -> None:
        typed = {"calon": {"suami": {"nama": " Joko "}, "istri": {"nama": "Wati"}}}
        assert check_form(COUPLE, typed, SETTING).values == {
            "calon": {"suami": {"nama": "Joko"}, "istri": {"nama": "Wati"}}
        }

    def test_a_member_that_the_group_does_not_have_is_named(self) -> None:
        typed = {"calon": {"suami": {"nama": "J"}, "istri": {"nama": "W"}, "saksi": {}}}
        assert set(troubles(check_form(COUPLE, typed, SETTING))) == {"calon/saksi"}

    @pytest.mark.parametrize("typed", ["Wati", [{"nama": "Wati"}], 3])
    def test_named_members_are_not_a_list(self, typed: object) -> None:
        assert set(troubles(check_form(COUPLE, {"calon": typed}, SETTING))) == {"calon"}

    @pytest.mark.parametrize("typed", ["Wati", None, 3])
    def test_a_member_is_filled_in_field_by_field(self, typed: object) -> None:
        whole = {"suami": {"nama": "Joko"}, "istri": typed}
        found = set(troubles(check_form(COUPLE, {"calon": whole}, SETTING)))
        assert "calon/istri" in found and "calon" not in found

    def test_a_list_is_counted(self) -> None:
        assert set(troubles(check_form(HEIRS, {}, SETTING))) == {"ahli"}
        assert set(troubles(check_form(HEIRS, {"ahli": []}, SETTING))) == {"ahli"}
        four = [{"nama": "Adi"}] * 4
        assert set(troubles(check_form(HEIRS, {"ahli": four}, SETTING))) == {"ahli"}
        assert check_form(HEIRS, {"ahli": four[:3]}, SETTING).troubles == ()

    def test_a_list_without_a_bound_has_one_all_the_same(self) -> None:
        endless = replace(HEIRS, groups=(Group("ahli", "Ahli"),))
        many = [{"nama": "Adi"}] * 201
        assert set(troubles(check_form(endless, {"ahli": many}, SETTING))) == {"ahli"}

    @pytest.mark.parametrize("typed", ["Adi", {"1": {"nama": "Adi"}}, 3])
    def test_a_list_is_a_list(self, typed: object) -> None:
        assert set(troubles(check_form(HEIRS, {"ahli": typed}, SETTING))) == {"ahli"}

    def test_a_row_is_filled_in_field_by_field(self) -> None:
        found = troubles(check_form(HEIRS, {"ahli": ["Adi", {"nama": "Ida"}]}, SETTING))
        assert "ahli/1" in found and "ahli/2" not in found

    def test_a_gap_in_a_row_has_its_number(self) -> None:
        rows = [{"nama": "Adi"}, {"nama": ""}, {"umur": "3", "nama": "Ida"}]
        assert set(troubles(check_form(HEIRS, {"ahli": rows}, SETTING))) == {
            "ahli/2/nama",
            "ahli/3/umur",
        }


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
EVERY_TYPE = form(
    *(Field(k.value, k.value, k, options=(("a", "A"),), required=True) for k in FieldType),
    *(Field("x", "X", k, group=g) for g, k in (("g", FieldType.NIK), ("l", FieldType.DATE))),
    groups=(Group("g", "G", (("a", "A"), ("b", "B"))), Group("l", "L", at_least=1)),
)
_PLACES = [k.value for k in FieldType] + ["g", "l", "lain"]


@given(st.dictionaries(st.sampled_from(_PLACES), ANYTHING, max_size=8))
def test_whatever_is_typed_is_answered(typed: dict[str, object]) -> None:
    checked = check_form(EVERY_TYPE, typed, SETTING)
    assert all(t.where and t.text for t in checked.troubles)
    json.dumps(checked.values)


@given(st.sampled_from(list(FieldType)), ANYTHING)
def test_a_cleaned_value_is_clean(kind: FieldType, typed: object) -> None:
    """Checking what was checked changes nothing: amended forms come back cleaned."""
    field = Field("x", "X", kind, options=(("a", "A"),))
    clean = read(field, typed, SETTING)
    if not isinstance(clean, Ill) and clean != "":
        assert read(field, clean, SETTING) == clean
