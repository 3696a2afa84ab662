# SPDX-License-Identifier: EUPL-1.2
"""Every kind of paper is printed, and read back: words, number, QR, size, order."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from PIL import Image

from pendopo.papers import inline, printing
from pendopo.papers.kept import to_json
from pendopo.papers.printing import CannotPrint
from pendopo.papers.values import (
    Block,
    Common,
    Countersign,
    Heading,
    Items,
    Letter,
    Letterhead,
    Listing,
    Mark,
    PageSize,
    Paper,
    Paragraph,
    Particulars,
    Stationery,
    Table,
    Typeface,
)
from tests.papers import forms, reading, samples, written

PAPERS = {**samples.LETTERS, **forms.FORMS}
SENTENCE = (
    "Sehubungan dengan surat Saudara tersebut, bersama ini kami sampaikan bahwa kegiatan dapat "
    "dilaksanakan *sepanjang* memenuhi ketentuan yang berlaku serta menjaga ketertiban umum. "
)
HOSTILE = (
    '#sys.inputs #import "x" $x^2$ @ref `raw` "dua" \'satu\' \\ <label> [x] {y} // no /* c */ '
    "= h - i _em_ ~ a—b… &amp; <b>x</b> %s {{x}} \\u0041 null NaN </script> \\* **"
)
UNPRINTED = {"common", "kind", "align", "width"}
STRANGE = "日本 😀 \u202egnirts\u202c a\u0301 \ud800 \x00\x07 \u200b ﷽ \uffff tab\tnbsp\u00a0"


def letter(*body: Block, **changes: object) -> Letter:
    return replace(samples.LETTER, body=body, **changes)  # type: ignore[arg-type]


def words_of(value: object) -> list[str]:
    """Every printed word of a paper, wherever it stands."""
    match value:
        case dict():
            printed = [one for key, one in value.items() if key not in UNPRINTED]
            return [word for one in printed for word in words_of(one)]
        case list():
            return [word for one in value for word in words_of(one)]
        case str():
            return inline.plain(value).split()
    return []


@pytest.mark.parametrize("name", PAPERS)
def test_every_word_and_the_qr_of_a_paper_can_be_read_back(name: str) -> None:
    paper = PAPERS[name]
    pdf = printing.pdf(paper)
    printed = "".join(reading.text(pdf).split())
    kept = to_json(paper)
    lacking = [word for word in words_of(kept) if word not in printed]
    assert lacking == []
    if paper.common.mark:
        assert reading.codes(reading.picture(pdf)) == [paper.common.mark.url]


@pytest.mark.parametrize("name", PAPERS)
def test_the_picture_of_a_paper_shows_its_qr_too(name: str) -> None:
    paper = PAPERS[name]
    drawn, _count = printing.png(paper, ppi=150)
    found = reading.codes(Image.open(io.BytesIO(drawn)).convert("L"))
    assert found == ([paper.common.mark.url] if paper.common.mark else [])


def test_the_number_of_a_letter_is_whole_with_room_to_write_it() -> None:
    assert "Nomor : 400.12.3.2/……/999.51/2026" in reading.text(printing.pdf(samples.LETTER))


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("surat-keterangan", (215, 330)),
        ("lembar-kekurangan", (215, 110)),
        ("tanda-terima", (148, 210)),
        ("register", (330, 215)),
        ("map-camat", (215, 330)),
        ("mengetahui", (215, 330)),
        ("label", (90, 60)),
    ],
)
def test_a_paper_has_the_size_of_its_sheet(name: str, size: tuple[int, int]) -> None:
    assert set(reading.sizes(printing.pdf(PAPERS[name]))) == {size}


def test_a_roll_is_as_long_as_what_it_says() -> None:
    short = reading.sizes(printing.pdf(forms.ROLL))
    longer = replace(forms.ROLL, body=(*forms.ROLL.body, *[Paragraph("satu lagi")] * 40))
    long = reading.sizes(printing.pdf(longer))
    assert [size[0] for size in (*short, *long)] == [80, 80]
    assert long[0][1] > short[0][1] + 150


def test_a4_and_the_other_face_are_printed_too() -> None:
    stationery = Stationery(size=PageSize.A4, typeface=Typeface.BOOKMAN, points=11)
    pdf = printing.pdf(letter(common=replace(samples.COMMON, stationery=stationery)))
    assert reading.sizes(pdf) == [(210, 297)]
    assert b"TeXGyreBonum" in pdf


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_pdf_a_with_tags_a_title_and_its_language(name: str) -> None:
    with pikepdf.open(io.BytesIO(printing.pdf(PAPERS[name]))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "2A"
            assert metadata["dc:title"] == PAPERS[name].common.title
            assert metadata["xmp:CreateDate"].startswith("2026-11-23")
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "id"
        assert all(str(font.FontDescriptor.FontName).count("+") for font in _fonts(pdf))


def _fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary)
        and one.get("/Type") == "/Font"
        and "/FontDescriptor" in one
    ]


def test_the_same_value_is_the_same_file_in_another_process() -> None:
    here = {name: hashlib.sha256(printing.pdf(paper)).hexdigest() for name, paper in PAPERS.items()}
    program = (
        "import hashlib, json, django; django.setup()\n"
        "from pendopo.papers import printing\n"
        "from tests.papers import forms, samples\n"
        "papers = {**samples.LETTERS, **forms.FORMS}\n"
        "print(json.dumps({name: hashlib.sha256(printing.pdf(paper)).hexdigest()"
        " for name, paper in papers.items()}))"
    )
    there = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura"},
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(there.stdout) == here


def test_another_day_is_another_file() -> None:
    other = replace(samples.LETTER, common=replace(samples.COMMON, made_on="2026-11-24"))
    assert printing.pdf(other) != printing.pdf(samples.LETTER)


def test_draft_and_example_stand_across_readable_words() -> None:
    pdf = printing.pdf(
        letter(*samples.LETTER.body, common=replace(samples.COMMON, draft=True, example=True))
    )
    said = reading.text(pdf)
    assert "DRAF" in said
    assert "CONTOH" in said
    assert "WATI REKAAN" in said
    assert "DRAF" not in reading.text(printing.pdf(samples.LETTER))


def test_a_printed_sheet_keeps_its_head_and_gets_none() -> None:
    stationery = Stationery(preprinted_mm=80)
    pdf = printing.pdf(
        replace(samples.LETTER, common=replace(samples.COMMON, stationery=stationery))
    )
    assert "KECAMATAN REJOWANGI" not in reading.text(pdf)
    top = reading.picture(pdf).crop((0, 0, 1690, round(75 / 25.4 * 200)))
    assert top.getextrema() == (255, 255)


@pytest.mark.parametrize(
    "last",
    [
        Paragraph("Demikian surat ini dibuat untuk dipergunakan sebagaimana mestinya."),
        Paragraph(SENTENCE * 4),
        Items(tuple((f"{number}.", SENTENCE) for number in range(1, 4))),
        Particulars(tuple((f"Label {number}", "isi") for number in range(6))),
        Table(("No.", "Isi"), tuple((str(number), "isi") for number in range(12))),
        Heading("PENUTUP"),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_signature_never_stands_alone(last: Block) -> None:
    broken = 0
    for count in range(3, 10):
        texts = reading.pages(printing.pdf(letter(*[Paragraph(SENTENCE * 2)] * count, last)))
        (at,) = [number for number, text in enumerate(texts) if "HADI CONTOH" in text]
        lines = texts[at].split("Pindai untuk")[0].splitlines()
        body = [line for line in lines if line.strip() and not line.startswith("- ")]
        assert len(body) >= (1 if isinstance(last, Heading) else 2), texts[at]
        broken += at > 0
    assert broken > 0


def test_a_long_last_paragraph_is_broken_without_a_seam() -> None:
    long = SENTENCE * 4
    for count in range(4, 8):
        said = reading.text(printing.pdf(letter(*[Paragraph("x")] * count, Paragraph(long))))
        assert " ".join(inline.plain(long).split()) in said


def test_pages_are_numbered_from_the_second() -> None:
    first, second, third, *_rest = reading.pages(
        printing.pdf(letter(*[Paragraph(SENTENCE * 4)] * 30))
    )
    assert "- 1 -" not in first
    assert "- 2 -" in second
    assert "- 3 -" in third


def test_two_hundred_rows_have_their_head_on_every_sheet() -> None:
    texts = reading.pages(printing.pdf(forms.register(200)))
    assert len(texts) > 5
    for number, text in enumerate(texts, start=1):
        assert f"Halaman {number} dari {len(texts)}" in text
        assert "No. Tanggal Nama" in " ".join(text.split())
    whole = "\n".join(texts)
    assert all(f"470/{number:03}/999.51.2001/2026" in whole for number in range(1, 201))
    assert "Ditutup pada nomor 200" in texts[-1]
    assert texts[-1].count("/999.51.2001/2026") >= 2


@pytest.mark.parametrize("typeface", Typeface)
def test_marks_of_typst_and_json_are_only_words(typeface: Typeface) -> None:
    stationery = Stationery(typeface=typeface)
    said = inline.escape(HOSTILE)
    paper = letter(
        Paragraph(said),
        Heading(said),
        Particulars(((said, said),)),
        Items((("#x", said),)),
        Table((said,), ((said,),)),
        common=replace(samples.COMMON, title=HOSTILE, stationery=stationery),
        heading=HOSTILE,
        number=HOSTILE,
        copies_to=(HOSTILE,),
    )
    printed = "".join(reading.text(printing.pdf(paper)).split())
    assert printed.count("".join(HOSTILE.split())) >= 8


def test_what_no_face_has_is_an_empty_box_and_what_has_no_ink_is_gone() -> None:
    said = reading.text(printing.pdf(letter(Paragraph(f"mulai {STRANGE} akhir"))))
    assert "mulai □□ □ gnirts á □ □ □ tab nbsp akhir" in said.replace("\u00a0", " ")


def test_a_word_longer_than_the_line_does_not_run_off_the_sheet() -> None:
    paper = letter(
        Paragraph("W" * 400), Table(("A", "B", "C"), (("W" * 120, "400/" * 20, "W" * 60),))
    )
    right = reading.picture(printing.pdf(paper)).crop((1690 - 130, 0, 1690, 2598))
    assert right.getextrema() == (255, 255)


@settings(max_examples=25)
@given(written.printable_papers)
def test_any_words_are_printed_on_every_kind_of_paper(paper: Paper) -> None:
    assert printing.pdf(paper).startswith(b"%PDF")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_arms_may_be_a_picture_of_dots(kind: str) -> None:
    kept = io.BytesIO()
    Image.new("RGB", (2400, 3000), "navy").save(kept, kind)
    head = replace(samples.HEAD, arms=kept.getvalue())
    paper = replace(samples.LETTER, common=replace(samples.COMMON, letterhead=head))
    corner = reading.picture(printing.pdf(paper)).crop((200, 160, 380, 360))
    assert corner.getextrema()[0] < 40


@pytest.mark.parametrize("arms", [b"not a picture", b"\x89PNG\r\n\x1a\n", b"<svg", b"GIF89a" * 9])
def test_arms_that_cannot_be_read_are_told(arms: bytes) -> None:
    head = Letterhead((), "KECAMATAN", (), arms)
    with pytest.raises(CannotPrint):
        printing.pdf(replace(samples.LETTER, common=replace(samples.COMMON, letterhead=head)))


@pytest.mark.parametrize("url", ["", "x" * 5000])
def test_an_address_that_no_qr_can_hold_is_told(url: str) -> None:
    with pytest.raises(CannotPrint, match="QR"):
        printing.pdf(replace(samples.LETTER, common=replace(samples.COMMON, mark=Mark(url))))


def test_a_page_that_is_not_there_is_told() -> None:
    with pytest.raises(CannotPrint, match="halaman 2"):
        printing.png(samples.LETTER, page=2)


def test_any_page_can_be_looked_at() -> None:
    drawn, count = printing.png(forms.register(60), page=2, ppi=40)
    assert count > 2
    assert Image.open(io.BytesIO(drawn)).width == round(330 / 25.4 * 40)


def test_an_overprint_stays_on_the_sheet() -> None:
    low: Countersign = replace(forms.COUNTERSIGN, left_mm=400, top_mm=900)
    assert reading.codes(reading.picture(printing.pdf(low))) == [samples.MARK.url]


def test_an_overprint_stands_at_its_place() -> None:
    paper = replace(forms.COUNTERSIGN, left_mm=100, top_mm=150)
    page = reading.picture(printing.pdf(paper))
    left, top, _right, _bottom = page.point(lambda grey: 255 * (grey < 128)).getbbox() or (0,) * 4
    assert 100 <= left / 200 * 25.4 <= 105
    assert 149 <= top / 200 * 25.4 <= 154


def test_an_empty_paper_is_a_sheet() -> None:
    bare = Common(title="", stationery=Stationery())
    listing = Listing(bare, "", (), Table((), ()))
    assert len(reading.pages(printing.pdf(listing))) == 1
