# SPDX-License-Identifier: EUPL-1.2
"""Finding a service by everyday words, half words and slips of the finger."""

from __future__ import annotations

from functools import cache

import pytest

from pendopo.screens.finding import Found, Named, asked_for, find, likeness, words_of
from tests.real_offices import KESAMBEN, PANDAAN, read_all

THINGS = (
    Named("angin", ("Surat izin layang-layang", "layangan", "lomba layang")),
    Named("aula", ("Surat peminjaman aula", "pinjam gedung", "sewa kursi")),
    Named("kambing", ("Surat jalan ternak", "kambing", "jual kambing", "e-Ternak")),
    Named("sumur", ("Rekomendasi sumur bor", "air bersih", "sumur kering")),
)
"""What no office does, so that the rules are seen apart from the data."""


@cache
def offered(office: str) -> tuple[Named, ...]:
    """The services of a real office, in the decree's order, with all their names."""
    national, folders = read_all()
    folder = next(one for one in folders if one.office.word.code == office)
    files = {file.word.slug: file.word for file in [*national.services, *folder.services]}
    kinds = {file.word.kind for file in folder.services}
    own = [files[slug] for slug in folder.office.word.services if slug in files]
    rights = [one.word for one in national.services if one.word.kind not in kinds]
    return tuple(Named(one.slug, (one.name, *one.synonyms, one.slug)) for one in [*own, *rights])


def keys(found: Found) -> list[str]:
    return [one.key for one in found.matches]


@pytest.mark.parametrize(
    ("office", "sought", "meant"),
    [
        (PANDAAN, "surat miskin", "sktm"),
        (PANDAAN, "sktm", "sktm"),
        (PANDAAN, "SKTM sekolah", "sktm"),
        (PANDAAN, "rame-rame", "ijin-keramaian"),
        (PANDAAN, "rame rame", "ijin-keramaian"),
        (PANDAAN, "mau nikah", "dispensasi-nikah"),
        (PANDAAN, "surat klakuan baik", "skck"),
        (PANDAAN, "bayar pajak", "pbb"),
        (PANDAAN, "warisan", "ahli-waris"),
        (PANDAAN, "bantuan mesjid", "bantuan-sosial-keagamaan"),
        (KESAMBEN, "ktp ilang", "ktp"),
        (KESAMBEN, "bikin KTP baru", "ktp"),
        (KESAMBEN, "kartu kluarga", "kk"),
        (KESAMBEN, "ektp", "ktp"),
        (KESAMBEN, "sktn", "sktm"),
        (KESAMBEN, "bagaimana cara pindah rumah?", "pindah-antar-kecamatan"),
        (KESAMBEN, "pungli", "pengaduan"),
        (KESAMBEN, "skripsi", "permintaan-informasi"),
    ],
)
def test_people_find_what_they_mean(office: str, sought: str, meant: str) -> None:
    assert keys(find(sought, offered(office)))[:1] == [meant]


@pytest.mark.parametrize("sought", ["surat cerai", "zzz", "a", "paspor", "", "   ", "-", "?"])
def test_what_no_office_does_is_not_found(sought: str) -> None:
    assert find(sought, offered(PANDAAN)) == Found()


def test_what_is_asked_for_first_comes_first() -> None:
    assert keys(find("surat layang", THINGS))[0] == "angin"
    assert keys(find("jual kambing", THINGS)) == ["kambing"]


def test_a_word_that_everything_has_tells_little() -> None:
    assert keys(find("surat kambing", THINGS)) == ["kambing"]
    assert find("surat gajah", THINGS) == Found()


def test_a_word_that_is_known_is_not_taken_for_a_slip() -> None:
    things = (Named("palu", ("palu",)), Named("paku", ("paku",)))
    assert keys(find("paku", things)) == ["paku"]
    assert keys(find("pazu", things)) == ["palu", "paku"]


def test_a_part_of_a_word_does_not_hide_a_slip() -> None:
    things = (Named("luar", ("orang luar",)), Named("keluarga", ("kartu keluarga",)))
    assert keys(find("kartu kluarga", things)) == ["keluarga"]


def test_the_name_that_was_meant_is_told() -> None:
    (match,) = find("kambing", THINGS).matches
    assert THINGS[2].names[match.place] == "kambing"
    (match,) = find("peminjaman aula", THINGS).matches
    assert match.place == 0


def test_words_of_several_names_are_put_together() -> None:
    assert keys(find("sumur air", THINGS)) == ["sumur"]


def test_a_guess_is_told_from_a_word_that_is_there() -> None:
    assert find("kamb", THINGS).matches[0].exact
    assert not find("kambng", THINGS).matches[0].exact


def test_what_is_only_near_is_offered_as_such() -> None:
    found = find("sewa perahu", THINGS)
    assert (found.matches, [one.key for one in found.near]) == ((), ["aula"])


def test_words_that_only_ask_count_when_there_are_no_others() -> None:
    assert asked_for("bagaimana cara mengurus kambing saya") == ("kambing",)
    assert asked_for("minta cara") == ("minta", "cara")


def test_words_are_split_where_no_letter_stands_and_joined_where_a_hyphen_does() -> None:
    assert words_of("Kartu Keluarga (KK), baru") == ("kartu", "keluarga", "kk", "baru")
    assert words_of("e-Ternak Café") == ("e", "ternak", "cafe", "eternak")
    assert words_of("rame-rame") == ("rame", "ramerame")


@pytest.mark.parametrize(
    ("asked", "word", "fits"),
    [
        ("kambing", "kambing", 1.0),
        ("kam", "kambing", 0.9),
        ("layang", "layangan", 0.9),
        ("sumur", "bersumur", 0.75),
        ("melayang", "layang", 0.75),
        ("ilang", "hilang", 0.8),
        ("izin", "ijin", 0.8),
        ("kambnig", "kambing", 0.8),
        ("kamping", "kambing", 0.8),
        ("pemijaman", "peminjaman", 0.8),
        ("pminjman", "peminjaman", 0.65),
        ("kpt", "ktp", 0.8),
        ("kap", "ktp", 0.0),
        ("sapi", "rapi", 0.0),
        ("k", "kambing", 0.0),
    ],
)
def test_how_well_a_word_fits(asked: str, word: str, fits: float) -> None:
    assert likeness(asked, word) == fits


def test_a_very_long_question_is_cut_and_answered() -> None:
    assert len(asked_for(" ".join(f"kata{n}" for n in range(500)))) == 8
    assert asked_for("x" * 1000) == ()
