# SPDX-License-Identifier: EUPL-1.2
"""Numbers that people bring. Every number here is invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.identity import (
    FamilyNumber,
    Identity,
    Phone,
    Problem,
    Sex,
    TaxObjectNumber,
    cross_check,
    mask_nik,
    parse_kk,
    parse_nik,
    parse_nop,
    parse_phone,
)

TODAY = date(2026, 11, 23)
regions = st.from_regex("[1-9][0-9]{5}", fullmatch=True)
serials = st.integers(1, 9_999).map("{:04}".format)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
separators = st.sampled_from(["", " ", ".", "-", "\u2013", "\u00a0", "\u200b"])


def nik_of(text: str, **known: date | str) -> Identity:
    nik = parse_nik(text, **known)  # type: ignore[arg-type]
    assert isinstance(nik, Identity), nik
    return nik


def refusal(result: object) -> Problem:
    assert isinstance(result, Problem)
    return result


@given(regions, days, st.sampled_from(Sex), serials)
def test_a_nik_holds_region_sex_and_birth_date(
    region: str, born: date, sex: Sex, serial: str
) -> None:
    shift = 40 if sex is Sex.FEMALE else 0
    nik = nik_of(f"{region}{born.day + shift:02}{born:%m%y}{serial}")
    assert nik.region.replace(".", "") == region
    assert (nik.sex, nik.serial) == (sex, serial)
    assert born in nik.birth_dates
    assert {(day.day, day.month, day.year % 100) for day in nik.birth_dates} == {
        (born.day, born.month, born.year % 100)
    }


def test_both_centuries_are_reported_where_both_are_possible() -> None:
    assert nik_of("9914110101050001").birth_dates == (date(1905, 1, 1), date(2005, 1, 1))
    assert nik_of("9914110101900001").birth_dates == (date(1990, 1, 1), date(2090, 1, 1))


def test_a_birth_still_to_come_is_left_out() -> None:
    assert nik_of("9914110101900001", today=TODAY).birth_dates == (date(1990, 1, 1),)
    assert len(nik_of("9914112311260001", today=TODAY).birth_dates) == 2
    assert len(nik_of("9914112411260001", today=TODAY).birth_dates) == 1


def test_a_leap_day_tells_the_century_of_00() -> None:
    assert nik_of("9914116902000001").birth_dates == (date(2000, 2, 29),)


@given(st.lists(separators, min_size=17, max_size=17))
def test_what_is_typed_between_the_digits_does_not_matter(between: list[str]) -> None:
    digits = "9914114101900001"
    typed = "".join(gap + digit for gap, digit in zip(between, digits, strict=False)) + between[-1]
    assert nik_of(typed).digits == digits


@pytest.mark.parametrize(
    ("typed", "words", "position"),
    [
        ("", "NIK belum diisi", None),
        (" . ", "NIK belum diisi", None),
        ("99141O0101900001", "karakter ke-6 'O' bukan angka; mungkin maksudnya 0", 6),
        ("99 14 11 0l01900001", "karakter ke-8 'l' bukan angka; mungkin maksudnya 1", 8),
        ("9914110101900001/3514", "karakter ke-17 '/' bukan angka; tulis satu nomor saja", 17),
        ("NIK9914110101900001", "karakter ke-1 'N' bukan angka; tulis angkanya saja", 1),
        ("991411010190000", "yang diketik 15, kurang 1", None),
        ("991411010190000123", "yang diketik 18, lebih 2", None),
        ("9914110001900001", "(tanggal lahir) '00'", 7),
        ("9914113201900001", "(tanggal lahir) '32'", 7),
        ("9914114001900001", "(tanggal lahir) '40'", 7),
        ("9914117201900001", "(tanggal lahir) '72'", 7),
        ("9914119901900001", "(tanggal lahir) '99'", 7),
        ("9914110100900001", "(bulan lahir) '00'", 9),
        ("9914110113900001", "(bulan lahir) '13'", 9),
        ("9914113002900001", "'3002' bukan tanggal", 7),
        ("9914112902900001", "'2902' bukan tanggal", 7),
        ("9914110101900000", "tidak mungkin 0000", 13),
        ("٣٥١٤١١٠١٠١٩٠٠٠٠١", "karakter ke-1", 1),
    ],
)
def test_a_nik_that_cannot_be_says_where_and_what(
    typed: str, words: str, position: int | None
) -> None:
    problem = refusal(parse_nik(typed))
    assert words in problem.message
    assert problem.position == position


@pytest.mark.parametrize("home", ["99", "99.14", "99.14.11", "991411", None])
def test_a_nik_from_here_brings_no_warning(home: str | None) -> None:
    assert nik_of("9914110101900001", home_region=home or "").warnings == ()


def test_a_nik_first_registered_elsewhere_is_welcome_with_a_warning() -> None:
    (warning,) = nik_of("9917120101900001", home_region="99.14.11").warnings
    assert "99.17.12, bukan 99.14.11" in warning
    assert "wajar bagi warga yang pernah pindah" in warning


@given(st.text(max_size=30))
def test_any_text_is_either_read_or_answered(text: str) -> None:
    assert isinstance(parse_nik(text), Identity | Problem)
    assert isinstance(parse_kk(text), FamilyNumber | Problem)
    assert isinstance(parse_nop(text), TaxObjectNumber | Problem)
    assert isinstance(parse_phone(text), Phone | Problem)


def test_a_family_number_holds_region_date_of_recording_and_serial() -> None:
    card = parse_kk("991411 150307 0012", home_region="99.14", today=TODAY)
    assert card == FamilyNumber(
        "9914111503070012", "99.14.11", (date(1907, 3, 15), date(2007, 3, 15)), "0012"
    )


def test_a_family_number_never_adds_forty_to_its_day() -> None:
    problem = refusal(parse_kk("9914115503070012"))
    assert problem.message.startswith("Nomor KK: angka ke-7 dan ke-8 (tanggal pencatatan) '55'")
    assert "perempuan" not in problem.message


def test_a_family_number_from_elsewhere_is_welcome_with_a_warning() -> None:
    card = parse_kk("9917121503070012", home_region="99.14.11")
    assert isinstance(card, FamilyNumber)
    assert len(card.warnings) == 1


@pytest.mark.parametrize(
    "typed", ["351411000200300040", "35.14.110.002.003-0004.0", "35 14 110 002 003 0004 0"]
)
def test_a_tax_object_number_is_shown_in_its_groups(typed: str) -> None:
    number = parse_nop(typed)
    assert isinstance(number, TaxObjectNumber)
    assert number.formatted == "35.14.110.002.003.0004.0"


def test_a_tax_object_elsewhere_is_read_with_a_warning() -> None:
    here = parse_nop("351411000200300040", home_region="35.14")
    elsewhere = parse_nop("351711000200300040", home_region="35.14")
    assert isinstance(here, TaxObjectNumber)
    assert isinstance(elsewhere, TaxObjectNumber)
    assert here.warnings == ()
    assert "bukan dari wilayah 35.14" in elsewhere.warnings[0]


def test_a_tax_object_number_of_another_length_is_refused() -> None:
    assert "terdiri atas 18 angka; yang diketik 17, kurang 1" in str(parse_nop("3" * 17))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("9914110101900001", "9914********0001"),
        ("99.14.11-010190-0001", "9914********0001"),
        ("991411", "******"),
        ("", ""),
    ],
)
def test_a_masked_nik_shows_its_ends_at_most(typed: str, shown: str) -> None:
    assert mask_nik(typed) == shown


def test_what_agrees_with_the_nik_brings_no_warning() -> None:
    nik = nik_of("9914114101900001")
    assert cross_check(nik, date(1990, 1, 1), Sex.FEMALE) == ()
    assert cross_check(nik, date(2090, 1, 1), None) == ()
    assert cross_check(nik, None, None) == ()


def test_what_differs_from_the_nik_is_said_and_never_refused() -> None:
    nik = nik_of("9914114101900001", today=TODAY)
    about_birth, about_sex = cross_check(nik, date(1991, 1, 1), Sex.MALE)
    assert "1 Januari 1991 berbeda" in about_birth
    assert "(1 Januari 1990)" in about_birth
    assert "laki-laki berbeda dengan yang terbaca dari NIK (perempuan)" in about_sex


@pytest.mark.parametrize(
    ("typed", "normal", "mobile"),
    [
        ("081234567890", "+6281234567890", True),
        ("0812-3456-7890", "+6281234567890", True),
        ("+62 812 3456 7890", "+6281234567890", True),
        ("62812.3456.7890", "+6281234567890", True),
        ("+62 (0) 812 3456 7890", "+6281234567890", True),
        ("0062 812 3456 7890", "+6281234567890", True),
        ("0811555010", "+62811555010", True),
        ("\u202a+62 812‑3456‑7890\u202c", "+6281234567890", True),
        ("(0343) 631-000", "+62343631000", False),
        ("021 5550 1000", "+622155501000", False),
        ("0622 21000", "+6262221000", False),
        ("+62 343 631000", "+62343631000", False),
    ],
)
def test_a_telephone_number_has_one_normal_form(typed: str, normal: str, mobile: bool) -> None:
    assert parse_phone(typed) == Phone(normal, mobile)


@given(st.from_regex("8[1-9][0-9]{7,10}", fullmatch=True), st.sampled_from(["0", "62", "+62"]))
def test_the_normal_form_is_its_own_normal_form(rest: str, before: str) -> None:
    phone = parse_phone(before + rest)
    assert phone == Phone(f"+62{rest}", mobile=True)
    assert parse_phone(phone.normal) == phone


@pytest.mark.parametrize(
    ("typed", "words", "position"),
    [
        ("", "belum diisi", None),
        ("0812 3456 789O", "karakter ke-12 'O' bukan angka; mungkin maksudnya 0", 12),
        ("+62 8l2 3456 7890", "karakter ke-5 'l' bukan angka", 5),
        ("0812345678/0813456789", "tulis satu nomor saja", 11),
        ("81234567890", "mungkin maksudnya 081234567890", 1),
        ("08123", "08123 (5 angka)", None),
        ("08123456789012", "10 sampai 13 angka", None),
        ("0800123456", "diawali 081 sampai 089", None),
        ("0343", "9 sampai 12 angka", None),
        ("+60 12 345 6789", "Hanya nomor Indonesia", 2),
        ("110", "diawali kode daerah", 1),
        ("+", "Hanya nomor Indonesia", 2),
    ],
)
def test_a_telephone_number_that_cannot_be_dialled_says_why(
    typed: str, words: str, position: int | None
) -> None:
    problem = refusal(parse_phone(typed))
    assert words in problem.message
    assert problem.position == position
