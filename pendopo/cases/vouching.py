# SPDX-License-Identifier: EUPL-1.2
"""Which paper somebody holds: found by the number that stands on it, or by its file.

A wet signature is vouched for by the register, never by a file. A file is told from others by
its SHA-256: among those that were issued, or, for what was only printed, among what the kept
sheets of that paper are printed as; the same values give the same bytes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import CharField, F, Value
from django.db.models.functions import Replace, Upper

from pendopo.base.pdf_bounded import found_in_pdf
from pendopo.base.sealing import Unreadable
from pendopo.cases import models
from pendopo.cases.checking import Sameness, sameness
from pendopo.cases.composing.marks import PaperMark, mark_of, read_mark
from pendopo.domain.book_words import BookKind
from pendopo.domain.books import RowStatus
from pendopo.offices.models import Book

NUMBERS_PAPERS = (BookKind.REGISTER, BookKind.OUTGOING)
"""The kinds of book whose numbers stand on what leaves the office."""
MOST_FOUND = 5
MOST_SHEETS = 6
"""So many sheets of one paper are set again to compare a file with them."""
_MARK = r"/cek/([0-9A-Z]{9}\.[a-z0-9-]{1,48}\.[0-9A-Z]{6})/"


@dataclass(frozen=True, slots=True)
class Registered:
    """A line of a register. `mark` is of the paper that it numbers.

    None where its case does not vouch for it here: a line written by hand, or a matter that is
    confidential, of which not even the kind is told.
    """

    number: str
    book: str
    on: date
    status: RowStatus
    mark: PaperMark | None
    kept_back: bool


def registered(
    office: str, number: str, *, year: int | None = None, on: date | None = None
) -> tuple[Registered, ...]:
    """The lines of this office's registers with this number, however it is spaced and cased."""
    titles = _registers(office)
    plain = Upper(Replace(F("number"), Value(" "), Value(""), output_field=CharField()))
    rows = models.BookRow.objects.filter(office_id=office, book__in=titles).annotate(plain=plain)
    rows = rows.filter(plain="".join(number.split()).upper()).select_related("case")
    if year:
        rows = rows.filter(year=year)
    if on:
        rows = rows.filter(entry_date=on)
    newest = rows.order_by("-entry_date", "-id")[:MOST_FOUND]
    return tuple(_registered(row, titles[row.book]) for row in newest)


def _registers(office: str) -> dict[str, str]:
    kinds = [kind.value for kind in NUMBERS_PAPERS]
    found = Book.objects.filter(office_id=office, kind__in=kinds)
    return dict(found.values_list("key", "title"))


def _registered(row: models.BookRow, title: str) -> Registered:
    kept_back = row.case is not None and row.case.confidential
    known = row.case is not None and bool(row.paper) and not kept_back
    mark = PaperMark(row.case.reference, row.paper) if known and row.case else None
    status = RowStatus(row.status)
    return Registered(
        row.number, "" if kept_back else title, row.entry_date, status, mark, kept_back
    )


class Likeness(StrEnum):
    """What a file is. `PRINTED`: the very sheet that was printed, which is not an issued file."""

    ISSUED = "issued"
    REPLACED = "replaced"
    PRINTED = "printed"
    CHANGED = "changed"
    NOT_KEPT = "not-kept"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Compared:
    """What a file is, and the mark of the paper that it is or says to be."""

    likeness: Likeness
    mark: str = ""


def compared(content: bytes) -> Compared:
    """Tell a file from what this installation issued or printed. Nothing of it is kept."""
    digest = hashlib.sha256(content).hexdigest()
    issued = _issued_across_offices(digest)
    if issued is not None:
        mark = PaperMark(issued.case.reference, issued.paper)
        same = sameness(mark, digest) is Sameness.SAME
        return Compared(Likeness.ISSUED if same else Likeness.REPLACED, _text(mark))
    named = mark_in(content)
    if named is None:
        return Compared(Likeness.UNKNOWN)
    return Compared(_beside_kept(named, digest), _text(named))


def _issued_across_offices(digest: str) -> models.PaperSheet | None:
    """The issued sheet of this file, whichever office's it is: its own bytes say no more."""
    found = models.PaperSheet.objects.filter(sha256=digest).select_related("case")
    return found.first()


def _text(mark: PaperMark) -> str:
    return mark_of(mark.reference, mark.paper)


def mark_in(content: bytes) -> PaperMark | None:
    """The true mark that a PDF's QR is described by; None for a scan, a photo, or none at all."""
    found = found_in_pdf(content, _MARK)
    return next((mark for text in found if (mark := read_mark(text))), None)


def _beside_kept(mark: PaperMark, digest: str) -> Likeness:
    """The file beside every sheet of that paper as it is printed, the newest first."""
    from pendopo.cases.services.sheets import open_sheet
    from pendopo.papers import printing  # brings the press along, which most pages do not need

    row = models.Case.objects.filter(reference=mark.reference).first()
    if row is None:
        return Likeness.NOT_KEPT
    sheets = models.PaperSheet.objects.filter(
        office_id=row.office_id, case_id=row.id, paper=mark.paper
    )
    set_again = 0
    for sheet in sheets.order_by("-number")[:MOST_SHEETS]:
        try:
            made = printing.pdf(open_sheet(sheet).paper)
        except (Unreadable, printing.CannotPrint):
            continue
        set_again += 1
        if hashlib.sha256(made).hexdigest() == digest:
            return Likeness.PRINTED
    return Likeness.CHANGED if set_again else Likeness.NOT_KEPT
