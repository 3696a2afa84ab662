# SPDX-License-Identifier: EUPL-1.2
"""Whoever edits a wording is told what is wrong, where, and what to write."""

from __future__ import annotations

import pytest

from pendopo.papers.body import problems

KEYS = ("pemohon.nama", "tanggal", "ahli.nama")


def test_a_good_wording_has_no_problems() -> None:
    text = "# JUDUL\nNama : {pemohon.nama|besar}\n{no}. {ahli.nama}\n| a | b |\n|---|---|"
    assert problems(text + "\n\\{bukan isian\\}", KEYS) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("satu\n{tangal}", "Baris 2: isian {tangal} tidak dikenal. Maksud Anda {tanggal}?"),
        ("{zzz}", "Baris 1: isian {zzz} tidak dikenal. Pilih salah satu dari daftar isian."),
        ("{}", "Baris 1: isian {} kosong. Tulis namanya, misalnya {nama}."),
        (
            "{tanggal|indah}",
            "Baris 1: kata «indah» pada {tanggal|indah} tidak dikenal. "
            "Yang dapat dipakai: besar, kecil, terbilang, tanggal, hari, rupiah.",
        ),
        ("\n\nNama : {tanggal", "Baris 3: tanda { belum ditutup dengan }."),
        ("{{tanggal}", "Baris 1: tanda { belum ditutup dengan }."),
        ("tanggal}", "Baris 1: tanda } tidak didahului {."),
        (
            "| a | b |\n| c |",
            "Baris 2: baris tabel ini mempunyai 1 kolom, judulnya 2.",
        ),
    ],
)
def test_a_problem_names_its_line_and_its_cure(text: str, said: str) -> None:
    (problem,) = problems(text, KEYS)
    assert problem.startswith(said)


def test_problems_come_in_the_order_of_their_lines() -> None:
    found = problems("| a | b |\n| {x} |\n{", KEYS)
    assert [one.split(":")[0] for one in found] == ["Baris 2", "Baris 2", "Baris 3"]
