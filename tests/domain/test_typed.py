# SPDX-License-Identifier: EUPL-1.2
"""One typed value at a time: one shape for what can be read, words for what cannot."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.forms import Setting, check_form
from pendopo.domain.standard import Field
from pendopo.domain.typed import Ill, parse_day, parse_rupiah, read, small_number
from pendopo.domain.vocabulary import FieldType
from tests.domain.filling_in import ANYTHING, SETTING, TODAY, form


def one(type_: FieldType, typed: object, **more: object) -> object:
    """What a single field makes of what was typed: its value, or the words of its trouble."""
    standard = form(Field("x", "Isian", type_, **more))  # type: ignore[arg-type]
    checked = check_form(standard, {"x": typed}, SETTING)
    if checked.troubles:
        assert [t.where for t in checked.troubles] == ["x"]
        assert "x" not in checked.values
        return checked.troubles[0].text
    return checked.values.get("x")


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


@given(st.sampled_from(list(FieldType)), ANYTHING)
def test_a_cleaned_value_is_clean(kind: FieldType, typed: object) -> None:
    """Checking what was checked changes nothing: amended forms come back cleaned."""
    field = Field("x", "X", kind, options=(("a", "A"),))
    clean = read(field, typed, SETTING)
    if not isinstance(clean, Ill) and clean != "":
        assert read(field, clean, SETTING) == clean


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("012", 12), ("", None), ("²", None), ("٣", None), ("-1", None), ("9" * 5000, None)],
)
def test_a_small_number_is_read_or_is_none(text: str, number: int | None) -> None:
    assert small_number(text) == number
