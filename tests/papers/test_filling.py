# SPDX-License-Identifier: EUPL-1.2
"""A wording with placeholders becomes the body of one letter."""

from __future__ import annotations

import pytest
from hypothesis import given

from pendopo.papers import inline
from pendopo.papers.body import BLANK, Composed, compose, fill, parse
from pendopo.papers.filling import Values
from pendopo.papers.values import Block, Items, Paragraph, Particulars, Table
from tests.papers import written

HEIRS: Values = {
    "ahli": [{"nama": "Wati", "hubungan": "istri"}, {"nama": "Joko", "hubungan": "anak"}],
    "pewaris": "Fulan",
    "nihil": [],
}


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """What a body is made of, whatever its words."""
    return [
        (type(block).__name__, len(getattr(block, "rows", ())), getattr(block, "align", ""))
        for block in blocks
    ]


def test_a_placeholder_takes_its_value() -> None:
    composed = compose(
        "Desa {desa} dan {calon.suami.nama}.", {"desa": "A", "calon.suami.nama": "B"}
    )
    assert composed == Composed((Paragraph("Desa A dan B."),))


def test_a_particular_without_a_value_is_left_out() -> None:
    text = "Nama : {nama}\nNIK : {nik}\nAlamat : {jalan} {desa}"
    assert compose(text, {"nama": "Wati", "nik": "", "desa": "Sumberarum"}) == Composed(
        (Particulars((("Nama", "Wati"), ("Alamat", f"{BLANK} Sumberarum"))),), ("jalan",)
    )


def test_a_block_of_nothing_but_empty_particulars_is_gone() -> None:
    assert compose("Nama : {nama}", {}) == Composed(())


def test_a_missing_value_in_a_sentence_is_room_to_write_and_told() -> None:
    composed = compose("tanggal {tanggal} di {tempat}, {tanggal}", {"tempat": ""})
    assert composed.blocks == (Paragraph(f"tanggal {BLANK} di {BLANK}, {BLANK}"),)
    assert composed.missing == ("tanggal", "tempat")


def test_a_line_of_one_placeholder_may_be_empty_but_not_unknown() -> None:
    assert compose("{catatan}", {"catatan": ""}) == Composed(())
    assert compose("- *{catatan}*", {"catatan": " "}) == Composed(())
    assert compose("{catatan}", {}) == Composed((Paragraph(BLANK),), ("catatan",))


def test_words_between_brackets_are_left_out_where_what_they_name_is_empty() -> None:
    text = "hari Senin[, pukul {jam} WIB], di {tempat} [catatan]"
    assert compose(text, {"jam": "09.30", "tempat": "A"}) == Composed(
        (Paragraph("hari Senin, pukul 09.30 WIB, di A [catatan]"),)
    )
    assert compose(text, {"tempat": "A"}) == Composed((Paragraph("hari Senin, di A [catatan]"),))


def test_a_line_of_nothing_but_words_that_are_left_out_is_gone() -> None:
    text = "Waktu : [pukul {jam} {zona}]\nTempat : {tempat}\n\n- [{a}, ]{b}\n- {tempat}"
    assert compose(text, {"zona": "WIB", "tempat": "A", "a": "", "b": ""}) == Composed(
        (Particulars((("Tempat", "A"),)), Items((("-", "A"),)))
    )


def test_a_value_in_brackets_is_no_words_between_brackets() -> None:
    assert compose("{a}", {"a": "[{b}]"}) == Composed((Paragraph(r"[\{b\}]"),))


def test_a_row_of_a_group_is_repeated_and_counted() -> None:
    text = "| No. | Nama |\n| {no} | {ahli.nama} dari {pewaris} |\n| | Jumlah |"
    assert compose(text, HEIRS).blocks == (
        Table(
            ("No.", "Nama"),
            (("1", "Wati dari Fulan"), ("2", "Joko dari Fulan"), ("", "Jumlah")),
        ),
    )


def test_an_item_of_a_group_is_repeated() -> None:
    assert compose("{no}. {ahli.nama}, {ahli.hubungan}", HEIRS).blocks == (
        Items((("1.", "Wati, istri"), ("2.", "Joko, anak"))),
    )


def test_several_particulars_of_a_group_are_repeated_together() -> None:
    assert compose("Nama : {ahli.nama}\nHubungan : {ahli.hubungan}", HEIRS).blocks == (
        Particulars((("Nama", "Wati"), ("Hubungan", "istri"))),
        Particulars((("Nama", "Joko"), ("Hubungan", "anak"))),
    )


def test_an_item_and_the_particulars_under_it_are_repeated_together() -> None:
    assert compose("{no}. *{ahli.nama}*\nHubungan : {ahli.hubungan}", HEIRS).blocks == (
        Items((("1.", "*Wati*"),)),
        Particulars((("Hubungan", "istri"),)),
        Items((("2.", "*Joko*"),)),
        Particulars((("Hubungan", "anak"),)),
    )


def test_a_group_without_members_leaves_its_lines_out() -> None:
    assert compose("{no}. {nihil.nama}\n\nDemikian.", HEIRS).blocks == (Paragraph("Demikian."),)


def test_what_a_member_lacks_is_told_by_its_key() -> None:
    assert compose("- {ahli.nama} umur {ahli.umur}", HEIRS).missing == ("ahli.umur",)


@pytest.mark.parametrize(
    ("placeholder", "value", "said"),
    [
        ("{x|besar}", "Wati binti Fulan", "WATI BINTI FULAN"),
        ("{x|terbilang}", "21", "dua puluh satu"),
        ("{x|terbilang}", "1.500.000", "satu juta lima ratus ribu"),
        ("{x|terbilang|besar}", "12", "DUA BELAS"),
        (
            "{x|terbilang}",
            "2026-11-23",
            "tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam",
        ),
        ("{x|tanggal}", "1990-08-17", "17 Agustus 1990"),
        ("{x|hari}", "2026-11-23", "Senin"),
        ("{x|hari}", "23 November 2026", "Senin"),
        ("{x|tanggal}", "3 Agustus 2026", "3 Agustus 2026"),
        ("{x|kecil}", "Melamar Kerja", "melamar kerja"),
        ("{x|rupiah}", "1500000", "Rp 1.500.000"),
        ("{x|rupiah}", "Rp 1.500.000,00", "Rp 1.500.000"),
        ("{x|rupiah}", "1500000.50", "Rp 1.500.000,50"),
        ("{ x | rupiah }", "0", "Rp 0"),
    ],
)
def test_a_filter_says_a_value_in_words(placeholder: str, value: str, said: str) -> None:
    assert compose(f"a {placeholder}", {"x": value}).blocks == (Paragraph(f"a {said}"),)


@pytest.mark.parametrize("name", ["terbilang", "tanggal", "hari", "rupiah", "tak-ada"])
@pytest.mark.parametrize(
    "value", ["besok pagi", "12a", "٣", "1" * 40, "2026-02-31", "31 Februari 2026", "Infinity"]
)
def test_a_value_that_a_filter_cannot_read_stays_as_it_was(name: str, value: str) -> None:
    assert compose(f"a {{x|{name}}}", {"x": value}).blocks == (Paragraph(f"a {value}"),)


def test_a_backslash_keeps_a_brace_from_being_a_placeholder() -> None:
    composed = compose(r"a \{x} b", {"x": "1"})
    assert composed.missing == ()
    assert [
        inline.plain(block.text) for block in composed.blocks if isinstance(block, Paragraph)
    ] == ["a {x} b"]


HOSTILE = "# a | b | c\n1. {nama} *tebal* \\ \n\nNama : X\n| x |\n> y"
WORDING = """# {x}

Kepada {x} di *{x|besar}*

> {x}

Nama : {x}

1. {x}

| A | {x} |
| {x} | {g.x} |

{no}. {g.x}
"""


@given(written.texts | written.words)
def test_no_value_changes_the_shape_of_a_body(value: str) -> None:
    def given_(value: str) -> Composed:
        return compose(WORDING, {"x": value, "g": [{"x": value}]})

    if value.strip():
        assert shape(given_(value).blocks) == shape(given_("biasa").blocks)


def test_a_value_is_printed_as_it_was_typed() -> None:
    (block,) = compose("Isi: {x}", {"x": HOSTILE}).blocks
    assert isinstance(block, Paragraph)
    lines = [" ".join(line.split()) for line in HOSTILE.splitlines() if line.strip()]
    assert inline.runs(block.text) == (inline.Run("Isi: " + "\n".join(lines)),)


@given(written.texts | written.words)
def test_a_filled_text_is_read_as_what_was_composed(value: str) -> None:
    values: Values = {"x": value, "g": [{"x": "1"}, {"x": value}]}
    composed = compose(WORDING, values)
    filled = fill(WORDING, values)
    assert parse(filled.text) == composed.blocks
    assert filled.missing == composed.missing
