# SPDX-License-Identifier: EUPL-1.2
"""Every paper as a picture, for somebody to look at: PENDOPO_TEST_GALLERY=FOLDER.

Into `papers/` of that folder go a PNG for each page, and the copies for Word.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from pendopo.papers import printing, word
from pendopo.papers.values import PageSize, Paper, Paragraph, Signature, Stationery
from tests.papers import forms, samples

FOLDER = os.environ.get("PENDOPO_TEST_GALLERY", "")
LONG = (
    "Sehubungan dengan surat Saudara tersebut di atas, bersama ini kami sampaikan bahwa kegiatan "
    "dimaksud dapat dilaksanakan sepanjang memenuhi ketentuan peraturan perundang-undangan serta "
    "menjaga ketertiban dan ketenteraman umum di lingkungan setempat."
)
APPROVED = "Ditandatangani secara elektronik oleh Camat Rejowangi, HADI CONTOH, S.STP."


def changed(**changes: object) -> Paper:
    return replace(samples.LETTER, common=replace(samples.COMMON, **changes))  # type: ignore[arg-type]


SPECIAL: dict[str, Paper] = {
    "konsep": changed(draft=True),
    "contoh": changed(example=True),
    "kop-tercetak-a4": changed(stationery=Stationery(size=PageSize.A4, preprinted_mm=45)),
    "elektronik": replace(
        samples.LETTER, signatures=(replace(samples.HADI, signed_note=APPROVED),)
    ),
    "dua-tanda-tangan": replace(
        samples.LETTER,
        signatures=(Signature(("Pemohon,",), "WATI REKAAN"), samples.BAYU_FOR_SARI),
    ),
    "tiga-halaman": replace(
        samples.ANSWER, body=(*[Paragraph(LONG)] * 28, samples.ANSWER.body[-1])
    ),
    "berita-acara-enam": replace(
        samples.MINUTES, signatures=samples.MINUTES.signatures * 2, number=""
    ),
}
PAPERS = {**samples.LETTERS, **forms.FORMS, **SPECIAL}


@pytest.mark.skipif(not FOLDER, reason="PENDOPO_TEST_GALLERY names no folder for pictures")
def test_papers_are_drawn_to_be_looked_at() -> None:
    folder = Path(FOLDER) / "papers"
    folder.mkdir(parents=True, exist_ok=True)
    for name, paper in PAPERS.items():
        _first, count = printing.png(paper)
        for page in range(1, count + 1):
            drawn, _count = printing.png(paper, page=page)
            (folder / f"{name}-{page}.png").write_bytes(drawn)
    for name, paper in samples.LETTERS.items():
        (folder / f"{name}.docx").write_bytes(word.docx(paper))
