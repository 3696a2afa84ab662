# SPDX-License-Identifier: EUPL-1.2
"""Word copies, read back with python-docx: what a clerk would find in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Length
from docx.table import Table as WordTable
from hypothesis import given, settings
from PIL import Image

from pendopo.papers import inline, word
from pendopo.papers.kept import to_json
from pendopo.papers.values import (
    PageSize,
    Paper,
    Paragraph,
    Stationery,
    Typeface,
)
from tests.papers import forms, reading, samples, written
from tests.papers.test_printing import words_of

EDITABLE = {
    **samples.LETTERS,
    **{
        name: paper
        for name, paper in forms.FORMS.items()
        if name not in ("disposisi", "lembar-kontrol", "mengetahui", "label")
    },
}


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(word.docx(paper)))


def millimetres(*lengths: Length | None) -> list[int]:
    """Word rounds to twentieths of a point."""
    return [round(length.mm) for length in lengths if length is not None]


def tables(document: Document) -> Iterator[list[list[str]]]:
    for table in document.tables:
        yield [[cell.text for cell in row.cells] for row in table.rows]


def all_words(document: Document) -> str:
    cells = (cell for table in tables(document) for row in table for cell in row)
    return "".join("".join([*(one.text for one in document.paragraphs), *cells]).split())


@pytest.mark.parametrize("name", EDITABLE)
def test_every_word_of_a_paper_is_in_its_copy(name: str) -> None:
    paper = EDITABLE[name]
    held = all_words(opened(paper))
    assert [one for one in words_of(to_json(paper)) if one not in held] == []


@pytest.mark.parametrize("name", EDITABLE)
def test_the_qr_of_a_paper_is_in_its_copy(name: str) -> None:
    paper = EDITABLE[name]
    with zipfile.ZipFile(io.BytesIO(word.docx(paper))) as archive:
        pictures = [
            Image.open(io.BytesIO(archive.read(one))).convert("L")
            for one in archive.namelist()
            if one.startswith("word/media/")
        ]
    found = [code for picture in pictures for code in reading.codes(picture)]
    assert found == ([paper.common.mark.url] if paper.common.mark else [])


def test_particulars_are_a_table_of_label_colon_and_value() -> None:
    assert ["Nama", ":", "WATI REKAAN"] in [
        row for one in tables(opened(samples.LETTER)) for row in one
    ]


def test_the_sheet_margins_and_face_are_the_offices() -> None:
    document = opened(samples.LETTER)
    section = document.sections[0]
    assert millimetres(section.page_width, section.page_height) == [215, 330]
    assert millimetres(section.left_margin, section.top_margin) == [25, 20]
    assert document.styles["Normal"].font.name == "Arial"
    other = Stationery(size=PageSize.A4, typeface=Typeface.BOOKMAN)
    document = opened(replace(samples.LETTER, common=replace(samples.COMMON, stationery=other)))
    assert millimetres(document.sections[0].page_height) == [297]
    assert document.styles["Normal"].font.name == "Bookman Old Style"


def test_bold_words_are_bold_and_marks_are_gone() -> None:
    document = opened(replace(samples.LETTER, body=(Paragraph(r"satu *dua* \*tiga\*"),)))
    (body,) = [one for one in document.paragraphs if "satu" in one.text]
    assert [(run.text, run.bold) for run in body.runs if run.text] == [
        ("satu ", None),
        ("dua", True),
        (" *tiga*", None),
    ]


def test_a_register_is_landscape_and_repeats_its_head() -> None:
    document = opened(forms.register(40))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    table: WordTable = document.tables[0]
    assert len(table.rows) == 41
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml


def test_a_letterhead_has_its_two_rules_and_a_printed_one_its_room() -> None:
    assert "thickThin" in opened(samples.LETTER).element.xml
    stationery = Stationery(preprinted_mm=60)
    common = replace(samples.COMMON, stationery=stationery)
    document = opened(replace(samples.LETTER, common=common))
    assert "thickThin" not in document.element.xml
    assert millimetres(document.paragraphs[0].paragraph_format.space_after) == [35]


def test_a_draft_says_so_over_every_sheet() -> None:
    common = replace(samples.COMMON, draft=True)
    section = opened(replace(samples.LETTER, common=common)).sections[0]
    assert "DRAF" in section.header.paragraphs[0].text
    assert "DRAF" in section.first_page_header.paragraphs[0].text


@pytest.mark.parametrize("name", EDITABLE)
def test_the_same_value_is_the_same_copy(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = word.docx(EDITABLE[name])
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 2, 3, 4, 5, 6, 7, 0))
    assert word.docx(EDITABLE[name]) == first


@pytest.mark.parametrize("paper", [forms.COUNTERSIGN, forms.DISPOSITION, forms.CONTROL])
def test_what_is_only_printed_has_no_copy(paper: Paper) -> None:
    with pytest.raises(ValueError, match="hanya untuk dicetak"):
        word.docx(paper)


ORDERS = {
    "w:tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "w:pPr": "pStyle keepNext keepLines pBdr tabs spacing ind jc rPr",
    "w:rPr": "rStyle rFonts b i color sz u lang",
}
"""Word calls a file broken when these parts stand in another order."""


@pytest.mark.parametrize("name", EDITABLE)
def test_the_parts_stand_in_the_order_that_word_wants(name: str) -> None:
    xml = opened(EDITABLE[name]).element.xml
    for part, order in ORDERS.items():
        known = order.split()
        for content in re.findall(rf"<{part}>(.*?)</{part}>", xml, re.DOTALL):
            children = re.findall(r"^\s*<w:(\w+)", _outermost(content), re.MULTILINE)
            places = [known.index(child) for child in children]
            assert places == sorted(places), (part, children)


def _outermost(content: str) -> str:
    """The direct children only: lines of the least indentation."""
    lines = [line for line in content.splitlines() if line.strip().startswith("<w:")]
    least = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return "\n".join(line for line in lines if len(line) - len(line.lstrip()) == least)


@settings(max_examples=15)
@given(written.editable_papers)
def test_any_words_can_be_copied(paper: Paper) -> None:
    opened(paper)


def test_inline_marks_are_read_as_on_paper() -> None:
    text = r"Nama \{x\} *B*"
    document = opened(replace(samples.LETTER, body=(Paragraph(text),)))
    assert inline.plain(text) in [one.text for one in document.paragraphs]
