# SPDX-License-Identifier: EUPL-1.2
"""The little language of letter bodies, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given

from pendopo.papers import inline
from pendopo.papers.body import parse, unparse
from pendopo.papers.inline import Run
from pendopo.papers.values import Block, Heading, Items, Paragraph, Particulars, Table
from tests.papers import written


@given(written.bodies)
def test_blocks_come_back_from_their_text(blocks: tuple[Block, ...]) -> None:
    assert parse(unparse(blocks)) == blocks


@given(written.texts)
def test_any_text_has_a_reading_that_stays(text: str) -> None:
    blocks = parse(text)
    assert parse(unparse(blocks)) == blocks


@given(written.texts)
def test_an_escaped_value_is_read_as_it_was(value: str) -> None:
    assert inline.runs(inline.escape(value)) == ((Run(value),) if value else ())


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("nama *WATI* ada", (Run("nama "), Run("WATI", bold=True), Run(" ada"))),
        ("*dua kata*, lalu", (Run("dua kata", bold=True), Run(", lalu"))),
        ("2*3*4 tetap", (Run("2*3*4 tetap"),)),
        (r"\*bukan tebal\*", (Run("*bukan tebal*"),)),
        ("bintang * sendiri", (Run("bintang * sendiri"),)),
        (r"*a \* b*", (Run("a * b", bold=True),)),
        (r"C:\Arsip", (Run(r"C:\Arsip"),)),
    ],
)
def test_words_between_asterisks_are_bold(text: str, runs: tuple[Run, ...]) -> None:
    assert inline.runs(text) == runs


def test_lines_of_one_paragraph_are_joined_until_an_empty_one() -> None:
    assert parse("satu\ndua   tiga\n\n\nempat") == (Paragraph("satu dua tiga"), Paragraph("empat"))


def test_neighbouring_particulars_are_one_block() -> None:
    text = "Nama      : WATI\nAlamat : RT 003 RW 001\n  Desa Sumberarum\nadalah benar"
    assert parse(text) == (
        Particulars((("Nama", "WATI"), ("Alamat", "RT 003 RW 001 Desa Sumberarum"))),
        Paragraph("adalah benar"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "menerangkan bahwa :",
        "Yang bertanda tangan di bawah ini:",
        "pukul 10:30 WIB",
        "a.n. Bupati Rekaan",
        "H. Ahmad Rekaan hadir",
        r"\1. bukan butir",
        r"\# bukan judul",
        r"\Nama : bukan rincian",
        r"\| bukan tabel |",
        r"\> menjorok",
    ],
)
def test_words_stay_words(text: str) -> None:
    assert parse(text) == (Paragraph(text.removeprefix("\\")),)


def test_marks_are_kept_and_two_spaces_set_an_item_in() -> None:
    text = "1. satu\n   lanjutannya\n  a. anak\n2) dua\n- tiga\nIV. empat"
    assert parse(text) == (
        Items(
            (
                ("1.", "satu lanjutannya"),
                ("  a.", "anak"),
                ("2)", "dua"),
                ("-", "tiga"),
                ("IV.", "empat"),
            )
        ),
    )


def test_a_line_that_ends_in_a_backslash_is_broken_there() -> None:
    assert parse("satu\\\n1. dua") == (Paragraph("satu\n1. dua"),)


def test_a_heading_and_a_paragraph_that_is_not_set_in() -> None:
    assert parse("# KETENTUAN\n> adalah benar") == (
        Heading("KETENTUAN"),
        Paragraph("adalah benar", indent=False),
    )


def test_a_table_has_its_head_first_and_dashes_for_sides_and_widths() -> None:
    text = "| No. | Isi |\n|:---:|--------|\n| 1 | a \\| b |\n| 2 |"
    assert parse(text) == (
        Table(("No.", "Isi"), (("1", "a | b"), ("2",)), widths=(1.0, 6.0), align="cl"),
    )
