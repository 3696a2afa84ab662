# SPDX-License-Identifier: EUPL-1.2
"""Lists of an office's cases and books: what waits, what is searched for, what stands in a book."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import by_identity
from pendopo.domain.circumstances import Actor
from pendopo.domain.identity import Problem, parse_nik
from pendopo.domain.standard import AUTHORISED_SIGNER
from pendopo.domain.vocabulary import FieldType, Verb
from pendopo.offices.models import Book, SigningRule
from pendopo.screens.tracking import read_reference
from pendopo.standards import versions

MOST = 200
"""So many rows at most in one answer."""


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
        found = found.filter(_turn_of(actor))
    if sought.ended is not None:
        found = found.filter(ended_at__isnull=not sought.ended)
    if sought.state:
        found = found.filter(state=sought.state)
    if sought.service:
        found = found.filter(service=sought.service)
    if sought.words:
        found = _matching(found, actor, " ".join(sought.words.split()))
    limit = min(max(sought.limit, 1), MOST)
    rows = list(found.order_by("due_at", "filed_at", "id")[:limit])
    return [row for row in rows if not sought.waiting_for_me or _may_go_on(row, actor)]


def _turn_of(actor: Actor) -> Q:
    """What waits for a role of the actor, or for somebody whom the matrix lets her sign for."""
    turn = Q(waiting_for__in=actor.roles)
    rules = SigningRule.objects.filter(office_id=actor.office, position__key__in=actor.positions)
    for rule in rules:
        signing = Q(waiting_for__in=(rule.on_behalf_of, AUTHORISED_SIGNER))
        if rule.services is not None:
            signing &= Q(service__in=rule.services)
        turn |= signing & ~Q(service__in=rule.excepted)
    return turn


def _may_go_on(row: models.Case, actor: Actor) -> bool:
    """Of another's steps only the signature may be given for her."""
    if row.waiting_for in actor.roles:
        return True
    standard = versions.version(row.office_id, row.standard_id).standard
    return standard.step(row.state).do is Verb.SIGN


def _matching(found: QuerySet[models.Case], actor: Actor, words: str) -> QuerySet[models.Case]:
    reference = read_reference(words)
    if reference:
        return found.filter(reference=reference)
    nik = parse_nik(words)
    if not isinstance(nik, Problem):
        ids = [row.id for row in by_identity(actor.office, FieldType.NIK.value, nik.digits)]
        return found.filter(id__in=ids)
    # A matter that is confidential is not found by whose it is, but by those whose turn it is.
    open_matter = Q(confidential=False) | Q(waiting_for__in=actor.roles)
    return found.filter(open_matter, applicant__icontains=words)


def shown_applicant(row: models.Case, actor: Actor) -> str:
    """The name in a list; kept back in a confidential matter from all but whose turn it is."""
    return "" if row.confidential and row.waiting_for not in actor.roles else row.applicant


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
