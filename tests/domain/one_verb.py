# SPDX-License-Identifier: EUPL-1.2
"""One verb at a time: a case that stands at the step `kerja`, and what is said there."""

from __future__ import annotations

from dataclasses import replace

from pendopo.domain.books import NumberMode
from pendopo.domain.commands import Decision
from pendopo.domain.events import Event, Json
from pendopo.domain.standard import Field, Paper, Standard
from pendopo.domain.vocabulary import FieldType, PaperForm
from tests.domain.desk import RINI, Desk, done

SHEET = Paper("surat", "Surat", (PaperForm.COUNTERSIGN,), book="register", product=True)
WRITTEN = replace(SHEET, forms=(PaperForm.LETTER,))
TEXT = Field("uraian", "Uraian", FieldType.TEXT, required=True, letter_only=True)
BACK = {"baik": "selesai", "dikembalikan": "ajukan"}


def filed(standard: Standard, **books: NumberMode) -> Desk:
    """A case that stands at the step `kerja`."""
    desk = Desk(standard, books=books)
    done(desk.file(values={"nama": "Wati Rekaan"}))
    return desk


def said(standard: Standard, **data: Json) -> Decision:
    """What the engine says to the counter that does `kerja`."""
    return filed(standard).act(RINI, "kerja", **data)


def happened(standard: Standard, **data: Json) -> Event:
    """The event of it, which must have happened."""
    return done(said(standard, **data)).events[0]
