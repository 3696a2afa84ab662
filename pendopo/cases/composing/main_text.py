# SPDX-License-Identifier: EUPL-1.2
"""The main text of a paper, as somebody writes it in one box, whatever its form.

Of a letter and of minutes it is the body; of a transmittal the rows of its table, of a
countersign its lines, `Reg. No. : {surat.nomor}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pendopo.domain.standard import Wording
from pendopo.domain.vocabulary import PaperForm
from pendopo.papers.markup import cells

HEAD = ("Naskah dinas yang dikirimkan", "Banyaknya", "Keterangan")
USUAL_LINES = (("Reg. No.", "{surat.nomor}"), ("Tanggal", "{surat.tanggal}"))
"""What stands in a countersign that says nothing else."""


def main_text(wording: Wording) -> str:
    """The main text of a wording."""
    if wording.form is PaperForm.TRANSMITTAL:
        return "\n".join(_line(row) for row in (HEAD, *wording.rows))
    if not wording.form.written_here:
        lines = wording.lines or USUAL_LINES
        return "\n".join(f"{label} : {value}" for label, value in lines)
    return wording.body


def with_main_text(wording: Wording, text: str) -> Wording:
    """The wording with another main text. A line that has not the shape it needs is left out."""
    if wording.form is PaperForm.TRANSMITTAL:
        return replace(wording, rows=tuple(row for _n, row in _rows(text) if row))
    if not wording.form.written_here:
        return replace(wording, lines=tuple(line for _n, line in _labelled(text) if line))
    return replace(wording, body=text)


def misshapen(form: PaperForm, text: str) -> Iterator[str]:
    """What is wrong with the lines of a main text of this form, in words."""
    if form is PaperForm.TRANSMITTAL:
        for n, row in _rows(text):
            if row is None:
                yield f"Baris {n}: tulis tiga kolom, «| naskah | banyaknya | keterangan |»."
    elif not form.written_here:
        for n, line in _labelled(text):
            if line is None:
                yield f"Baris {n}: tulis «Nama : isi», misalnya «Reg. No. : {{surat.nomor}}»."


def _line(row: tuple[str, str, str]) -> str:
    return f"| {' | '.join(cell.strip() for cell in row)} |"


def _rows(text: str) -> Iterator[tuple[int, tuple[str, str, str] | None]]:
    """The rows below the head, each with its line; None for one that is no row."""
    for n, line in _said(text):
        found = cells(line) if line.startswith("|") else []
        if tuple(found) == HEAD:
            continue
        yield n, (found[0], found[1], found[2]) if len(found) == len(HEAD) else None


def _labelled(text: str) -> Iterator[tuple[int, tuple[str, str] | None]]:
    for n, line in _said(text):
        label, colon, value = (part.strip() for part in line.partition(":"))
        yield n, (label, value) if label and colon and value else None


def _said(text: str) -> Iterator[tuple[int, str]]:
    for n, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield n, line.strip()
