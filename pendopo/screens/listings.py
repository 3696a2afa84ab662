# SPDX-License-Identifier: EUPL-1.2
"""Lists of an office's cases and books: what waits, what is searched for, what stands in a book."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import CaseFile, by_identity
from pendopo.domain.circumstances import Actor
from pendopo.domain.identity import Problem, parse_nik
from pendopo.domain.vocabulary import FieldType
from pendopo.offices.models import Book
from pendopo.screens.desk.heaps import among, heaps_of
from pendopo.screens.tracking import read_reference

MOST = 200
"""So many rows at most in one answer."""

OLDEST_FIRST = (Coalesce("due_at", "filed_at"), "filed_at", "id")
"""The order of every list of work: the oldest promise first.

What has none (yet) counts as due from its arrival: no choice of when a promise begins may hide
how long somebody has been waiting.
"""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which cases are wanted. `words` are a name, a reference or a NIK."""

    words: str = ""
    state: str = ""
    service: str = ""
    waiting_for_me: bool = False
    ended: bool | None = False
    limit: int = 100


def cases_of(actor: Actor, sought: Sought) -> list[models.Case]:
    """The cases of the actor's office that are sought, oldest promise first."""
    found = models.Case.objects.filter(office_id=actor.office)
    if sought.waiting_for_me:
        found = found.filter(among(heap for heap in heaps_of(actor) if heap.mine))
    if sought.ended is not None:
        found = found.filter(ended_at__isnull=not sought.ended)
    if sought.state:
        found = found.filter(state=sought.state)
    if sought.service:
        found = found.filter(service=sought.service)
    if sought.words:
        found = _matching(found, actor, " ".join(sought.words.split()))
    limit = min(max(sought.limit, 1), MOST)
    return list(found.order_by(*OLDEST_FIRST)[:limit])


def _matching(found: QuerySet[models.Case], actor: Actor, words: str) -> QuerySet[models.Case]:
    reference = read_reference(words)
    if reference:
        return found.filter(reference=reference)
    nik = parse_nik(words)
    if not isinstance(nik, Problem):
        ids = [row.id for row in by_identity(actor.office, FieldType.NIK.value, nik.digits)]
        return found.filter(open_to(actor), id__in=ids)
    return found.filter(open_to(actor), applicant__icontains=words)


def open_to(actor: Actor) -> Q:
    """A matter that is confidential is not found by whose it is, but by those whose turn it is."""
    return Q(confidential=False) | Q(waiting_for__in=actor.roles)


def may_see(row: models.Case, actor: Actor) -> bool:
    """Whether the actor may know whose matter it is; one row's answer to `open_to`."""
    return not row.confidential or row.waiting_for in actor.roles


def may_read_file(file: CaseFile) -> bool:
    """Whether the reader of a file may know whose it is and see what came with it.

    In a confidential matter: those whose turn it is, by role or by the signing matrix, and whoever
    did something to it before. Recording another's deed is no leave to read.
    """
    actor = file.circumstances.actor
    return (
        may_see(file.row, actor)
        or any(not link.recorded_for for link in file.chain[:1])
        or any(told.event.actor == actor.key for told in file.history)
    )


def read_applicant(file: CaseFile) -> str:
    """The name on a file; kept back from whoever may not read it."""
    return file.row.applicant if may_read_file(file) else ""


def shown_applicant(row: models.Case, actor: Actor) -> str:
    """The name in a list; kept back in a confidential matter from all but whose turn it is."""
    return row.applicant if may_see(row, actor) else ""


@dataclass(frozen=True, slots=True)
class BookPage:
    """A book of one year: its counter and its rows."""

    book: Book
    year: int
    last: int
    rows: tuple[models.BookRow, ...]


def book_page(office: str, key: str, year: int | None = None) -> BookPage | None:
    """A book's rows of a year, the running one by default; None where there is no such book."""
    book = Book.objects.select_related("office").filter(office_id=office, key=key).first()
    if book is None:
        return None
    wanted = year or clock.now().astimezone(ZoneInfo(book.office.zone)).year
    counter = models.BookYear.objects.filter(office_id=office, book=key, year=wanted).first()
    rows = models.BookRow.objects.filter(office_id=office, book=key, year=wanted)
    rows = rows.select_related("case").order_by("urut", "sisipan", "id")
    return BookPage(book, wanted, counter.last if counter else 0, tuple(rows))
