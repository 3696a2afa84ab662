# SPDX-License-Identifier: EUPL-1.2
"""The quiet table of all cases: what it is filtered by, and the choices of each filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Min, Q, QuerySet
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from pendopo.base import clock
from pendopo.cases import models
from pendopo.domain.circumstances import Actor
from pendopo.domain.promise import State
from pendopo.domain.vocabulary import End
from pendopo.offices.models import Office, Village
from pendopo.screens import plain_words as words
from pendopo.screens.deeds.controls import Choice
from pendopo.screens.words import role_titles
from pendopo.standards import versions

OPEN, OVER, LATE = "berjalan", "berakhir", "lewat"
_MONTHS = 24
"""So many months at most may be chosen; older files are found by searching."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list holds. Empty: everything. `month` is `2026-11`; `standing` open, over, late or
    the key of an end.
    """

    service: str = ""
    village: str = ""
    month: str = ""
    standing: str = ""
    waiting_for: str = ""

    @property
    def is_set(self) -> bool:
        """Whether anything is left out."""
        return any((self.service, self.village, self.month, self.standing, self.waiting_for))


@dataclass(frozen=True, slots=True)
class Chooser:
    """One box of the filter row."""

    name: str
    label: str
    options: tuple[Choice, ...]

    @property
    def chosen(self) -> str:
        """The words of what is chosen; empty while nothing is."""
        return next((one.label for one in self.options if one.chosen and one.value), "")


def words_of_choice(row: Iterable[Chooser]) -> tuple[str, ...]:
    """What a list was seen through, a line for each box in which something is chosen."""
    return tuple(f"{one.label}: {one.chosen}" for one in row if one.chosen)


NAMES = ("layanan", "desa", "bulan", "keadaan", "menunggu")
"""The filters in an address, in the order of the fields."""


def read_filter(asked: Mapping[str, str]) -> Filter:
    """The filter that an address asks for; what is no month is left out."""
    service, village, month, standing, waiting_for = (
        asked.get(name, "")[:48].strip() for name in NAMES
    )
    return Filter(service, village, month if month_of(month) else "", standing, waiting_for)


def month_of(text: str) -> date | None:
    """The first day of `2026-11`; None for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def month_name(month: date) -> str:
    """`November 2026`."""
    return str(capfirst(date_format(month, "F Y")))


def cases_in(actor: Actor, wanted: Filter, zone: str) -> QuerySet[models.Case]:
    """The cases of the office that a filter leaves, the latest first."""
    found = models.Case.objects.filter(_kept(wanted, zone), office_id=actor.office)
    return found.order_by("-filed_at", "-id")


def _kept(wanted: Filter, zone: str) -> Q:
    kept = Q()
    if wanted.service:
        kept &= Q(service=wanted.service)
    if wanted.village:
        kept &= Q(village=wanted.village)
    if wanted.waiting_for:
        kept &= Q(waiting_for=wanted.waiting_for, ended_at=None)
    if month := month_of(wanted.month):
        kept &= filed_in(month, zone)
    return kept & _standing(wanted.standing)


def filed_in(month: date, zone: str) -> Q:
    """Cases that came in a month by the office's clock."""
    first, after = month_span(month, zone)
    return Q(filed_at__gte=first, filed_at__lt=after)


def month_span(month: date, zone: str) -> tuple[datetime, datetime]:
    """The first moment of a month by the office's clock, and that of the next."""
    after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return _midnight(month, zone), _midnight(after, zone)


def _midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))


def _standing(standing: str) -> Q:
    if standing == OPEN:
        return Q(ended_at=None)
    if standing == OVER:
        return Q(ended_at__isnull=False)
    if standing == LATE:
        return Q(ended_at=None, clock=State.RUNNING.value, due_at__lt=clock.now())
    return Q(state=standing) if standing else Q()


def choosers(office: Office, wanted: Filter) -> tuple[Chooser, ...]:
    """The filter row. Five queries."""
    return (
        Chooser("bulan", _("Bulan"), _options(wanted.month, _months(office))),
        Chooser("layanan", _("Layanan"), _options(wanted.service, _services(office))),
        Chooser("desa", _("Desa/kelurahan"), _options(wanted.village, _villages(office))),
        Chooser("keadaan", _("Keadaan"), _options(wanted.standing, _standings())),
        Chooser("menunggu", _("Menunggu"), _options(wanted.waiting_for, _waited_for(office))),
    )


def _options(chosen: str, named: Iterator[tuple[str, str]]) -> tuple[Choice, ...]:
    every = Choice("", _("semua"), chosen == "")
    return (every, *(Choice(value, label, value == chosen) for value, label in named))


def _months(office: Office) -> Iterator[tuple[str, str]]:
    """From this month back to that of the first file."""
    first = models.Case.objects.filter(office_id=office.code).aggregate(at=Min("filed_at"))["at"]
    month = office.today.replace(day=1)
    last = first.astimezone(ZoneInfo(office.zone)).date().replace(day=1) if first else month
    for _n in range(_MONTHS):
        if month < last:
            return
        yield f"{month:%Y-%m}", month_name(month)
        month = date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _services(office: Office) -> Iterator[tuple[str, str]]:
    for standing in versions.catalogue(office.code):
        yield standing.slug, words.short_name(standing.standard.name)


def _villages(office: Office) -> Iterator[tuple[str, str]]:
    yield from Village.objects.filter(office_id=office.code).values_list("code", "name")


def _standings() -> Iterator[tuple[str, str]]:
    yield OPEN, _("berjalan")
    yield LATE, _("lewat waktu")
    yield OVER, _("sudah berakhir")
    for end in End:
        yield end.value, words.ended(end.value)


def _waited_for(office: Office) -> Iterator[tuple[str, str]]:
    titles = role_titles()
    found = models.Case.objects.filter(office_id=office.code, ended_at=None)
    roles = found.order_by().values_list("waiting_for", flat=True).distinct()
    named = ((role, titles.get(role, words.spelled(role))) for role in roles)
    yield from sorted(named, key=lambda one: one[1])
