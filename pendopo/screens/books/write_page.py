# SPDX-License-Identifier: EUPL-1.2
"""The page on which a line of no case is written: as the next one, set aside, or inserted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.bookshelf import OpenBook, setting_of
from pendopo.domain.book_forms import tally_fields
from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.circumstances import Actor
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Field
from pendopo.domain.typed import Setting
from pendopo.offices.models import Position
from pendopo.screens.books.facts import gathered
from pendopo.screens.books.inputs import content_of_case, inputs_of
from pendopo.screens.books.reading import around_of, letters_of
from pendopo.screens.books.sent_letters import letter_of, sent_letters
from pendopo.screens.books.told import Told
from pendopo.screens.forms.fields import Input
from pendopo.screens.forms.masking import shown_form

BESIDE = ("number", "after", "reason", "approved_by")
"""What is typed beside what the line itself says."""


class Way(StrEnum):
    """How a line comes into a book."""

    WRITE = "catat"
    SET_ASIDE = "pesan"
    INSERT = "sisip"
    TALLY = "rekap"


@dataclass(frozen=True, slots=True)
class Approver:
    """An official who may allow an insertion."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class WritePage:
    """The form for a new line. `beside` is what was typed that the line itself does not say."""

    shelf: OpenBook
    way: Way
    setting: Setting
    fields: tuple[Field, ...]
    inputs: tuple[Input, ...] = ()
    reference: str = ""
    last: int = 0
    beside: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(BESIDE, ""))
    troubles: tuple[Trouble, ...] = ()
    approvers: tuple[Approver, ...] = ()

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended, by its place."""
        return {one.where: one.text for one in self.troubles}

    @property
    def last_words(self) -> str:
        """How far the book has come."""
        return _("Nomor terakhir tahun ini: %(last)d.") % {"last": self.last}

    @property
    def draft(self) -> str:
        """Under which what is being typed is kept."""
        return "/".join(filter(None, ("buku", self.shelf.book.key, self.way, self.reference)))

    @property
    def takes_number(self) -> bool:
        """Whether another system's number is typed."""
        external = NumberMode(self.shelf.book.mode) is NumberMode.EXTERNAL
        return external and self.way is not Way.INSERT

    def sent_back(
        self,
        typed: Mapping[str, str],
        beside: Mapping[str, str],
        troubles: tuple[Trouble, ...] = (),
    ) -> WritePage:
        """The same page with what was typed on it."""
        inputs = inputs_of(self.fields, typed, self.setting, troubles)
        return replace(self, inputs=inputs, beside=beside, troubles=troubles)


def ways_of(shelf: OpenBook) -> tuple[Way, ...]:
    """How lines come into this book by hand: none into one that is read from elsewhere."""
    if shelf.kind.derived:
        return ()
    own = NumberMode(shelf.book.mode) is NumberMode.OWN
    tally = (Way.TALLY,) if shelf.kind.counts else ()
    return (Way.WRITE, *((Way.SET_ASIDE, Way.INSERT) if own else ()), *tally)


def write_page(shelf: OpenBook, way: str, reference: str, actor: Actor) -> WritePage | None:
    """The form as it begins; None for a way that this book does not have, or an unknown case.

    With a reference it says what the case knows already of the paper that is sent on.
    """
    ways = ways_of(shelf)
    chosen = Way(way) if way in set(Way) else Way.WRITE
    if chosen not in ways:
        return None
    known = _of_case(shelf, reference, actor) if reference else {}
    if known is None:
        return None
    setting = setting_of(shelf.office)
    fields = tally_fields() if chosen is Way.TALLY else shelf.fields
    return WritePage(
        shelf,
        chosen,
        setting,
        fields,
        inputs_of(fields, known, setting),
        reference,
        _last(shelf) if chosen is Way.INSERT else 0,
        approvers=_approvers(shelf) if chosen is Way.INSERT else (),
    )


def _last(shelf: OpenBook) -> int:
    year = shelf.office.today.year
    rows = models.BookYear.objects.filter(office_id=shelf.office.code, book=shelf.book.key)
    return rows.filter(year=year).values_list("last", flat=True).first() or 0


def _approvers(shelf: OpenBook) -> tuple[Approver, ...]:
    """The officials of the office: positions that have a rank of their own."""
    rows = Position.objects.filter(office_id=shelf.office.code).exclude(echelon="")
    return tuple(Approver(row.key, row.title) for row in rows)


def _of_case(shelf: OpenBook, reference: str, actor: Actor) -> dict[str, str] | None:
    office = shelf.office
    row = models.Case.objects.filter(office_id=office.code, reference=reference).first()
    if row is None:
        return None
    case = gathered(office.code, office.zone, [row])[row.id]
    told = Told(
        None,
        office.today,
        RowStatus.ENTERED,
        case=case,
        form=shown_form(case.standard, case.values, actor.roles),
        sent=letter_of(sent_letters(office.code, [row.id]).get(row.id, {}), ""),
        letters=letters_of(office.code, [row.id], but=shelf.book.key).get(row.id, ()),
    )
    return content_of_case(shelf, told, around_of(shelf))
