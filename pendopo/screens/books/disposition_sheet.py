# SPDX-License-Identifier: EUPL-1.2
"""Lembar disposisi as it is printed: with boxes to tick by hand, or ticked as it was typed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pendopo.cases.composing.look import look_of
from pendopo.domain.book_words import Shown
from pendopo.domain.wording import format_date
from pendopo.papers.values import Disposition
from pendopo.screens.books.disposition_page import DispositionPage
from pendopo.screens.books.sayings import say
from pendopo.screens.books.told import Around, Told

_ABOUT = (
    (Shown.SENDER, "Surat dari"),
    (Shown.LETTER_NUMBER, "Nomor surat"),
    (Shown.LETTER_DATE, "Tanggal surat"),
    (Shown.DATE, "Diterima tanggal"),
    (Shown.NUMBER, "Nomor agenda"),
    (Shown.NATURE, "Sifat"),
    (Shown.SUBJECT, "Hal"),
)


def disposition_sheet(page: DispositionPage) -> Disposition:
    """The sheet of one letter. A case that was disposed of by its own step is told as well."""
    title = _("Lembar disposisi %(number)s") % {"number": page.row.number}
    got = {one.position for one in page.given}
    wrote = {one.given_by for one in page.given}
    wished = {wish for one in page.given for wish in one.wishes}
    words = [one.instruction for one in page.given if one.instruction]
    if page.line.case and not page.given:
        got = {one.title for one in page.positions if one.usual}
        words = [page.line.case.facts.instruction]
    return Disposition(
        look_of(page.shelf.office).common(title),
        _particulars(page.line, page.around),
        tuple(
            (one.title, one.title in got)
            for one in page.positions
            if one.title in got or (one.official and one.title not in wrote)
        ),
        tuple((wish, wish in wished) for wish in page.shelf.nation.wishes),
        "\n".join(filter(None, dict.fromkeys(words))),
    )


def _particulars(told: Told, around: Around) -> tuple[tuple[str, str], ...]:
    rows = []
    for shown, label in _ABOUT:
        said = (format_date(told.on),) if shown is Shown.DATE else say(shown, told, around)
        rows.append((label, ", ".join(said)))
    return tuple(rows)
