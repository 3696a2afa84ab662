# SPDX-License-Identifier: EUPL-1.2
"""Every kind of paper as a picture, for somebody to look at, and the copies for Word."""

from __future__ import annotations

from dataclasses import replace

from pendopo.papers import printing, word
from pendopo.papers.values import PageSize, Paper, Paragraph, Signature, Stationery
from tests.papers import forms, samples
from tests.pictures import PAPERS as PAPERS_FOLDER
from tests.pictures import keep_paper

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


def test_papers_are_drawn_to_be_looked_at() -> None:
    for name, paper in PAPERS.items():
        picture, count = printing.png(paper)
        keep_paper(picture, f"{name}-1")
        for page in range(2, count + 1):
            keep_paper(printing.png(paper, page=page)[0], f"{name}-{page}")
    for name, paper in samples.LETTERS.items():
        (PAPERS_FOLDER / f"{name}.docx").write_bytes(word.docx(paper))
