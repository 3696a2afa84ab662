# SPDX-License-Identifier: EUPL-1.2
"""The month in one table: how many files of each service came from each village."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.services.walkaways import walked_away_between
from pendopo.offices.models import Office, Village
from pendopo.papers.tables import Cell, Column, Kind, Spreadsheet
from pendopo.screens import plain_words as words
from pendopo.screens.desk.case_list import filed_in, month_name, month_span
from pendopo.standards import versions

_BY = 500
"""So many keys at most in one question to the database."""


@dataclass(frozen=True, slots=True)
class RecapRow:
    """One service: a count for each village, in their order, what came from none, and the sum.

    `away` are visits that went home again before there was a file.
    """

    slug: str
    service: str
    counts: tuple[int, ...]
    elsewhere: int
    total: int
    ended: int
    away: int = 0


@dataclass(frozen=True, slots=True)
class Recap:
    """One month. `late` of `deeds` steps were written down well after they happened."""

    month: date
    name: str
    villages: tuple[tuple[str, str], ...]
    rows: tuple[RecapRow, ...]
    sums: RecapRow
    deeds: int
    late: int

    @property
    def late_share(self) -> int:
        """How many of a hundred steps were written down later; rounded."""
        return round(100 * self.late / self.deeds) if self.deeds else 0


def recap_of(office: Office, month: date) -> Recap:
    """The files that came in a month, by the office's clock. Eight queries."""
    villages = tuple(Village.objects.filter(office_id=office.code).values_list("code", "name"))
    filed = models.Case.objects.filter(filed_in(month, office.zone), office_id=office.code)
    grouped = filed.order_by().values_list("service", "village")
    counts = {
        (service, village): (total, ended)
        for service, village, total, ended in grouped.annotate(
            total=Count("id"), ended=Count("id", filter=Q(ended_at__isnull=False))
        )
    }
    away = walked_away(office, month)
    names = _names(office, {service for service, _village in counts} | set(away))
    codes = tuple(code for code, _name in villages)
    rows = tuple(
        replace(_row(slug, name, codes, counts), away=away.get(slug, 0)) for slug, name in names
    )
    deeds, late = _later(office, filed.values_list("id", flat=True))
    return Recap(month, month_name(month), villages, rows, _sums(rows, codes), deeds, late)


def walked_away(office: Office, month: date) -> Counter[str]:
    """How many visits of a month went home without a file, by service. One query."""
    return Counter(walked_away_between(office.code, *month_span(month, office.zone)))


def _names(office: Office, wanted: set[str]) -> list[tuple[str, str]]:
    """The services in the order of the decree; those no longer in force last."""
    named = {
        one.slug: words.short_name(one.standard.name) for one in versions.catalogue(office.code)
    }
    gone = sorted(slug for slug in wanted if slug not in named)
    return [*named.items(), *((slug, words.spelled(slug)) for slug in gone)]


def _row(
    slug: str, name: str, codes: tuple[str, ...], counts: dict[tuple[str, str], tuple[int, int]]
) -> RecapRow:
    of_service = {village: both for (service, village), both in counts.items() if service == slug}
    total = sum(both[0] for both in of_service.values())
    here = tuple(of_service.get(code, (0, 0))[0] for code in codes)
    ended = sum(both[1] for both in of_service.values())
    return RecapRow(slug, name, here, total - sum(here), total, ended)


def _sums(rows: tuple[RecapRow, ...], codes: tuple[str, ...]) -> RecapRow:
    columns = tuple(sum(row.counts[n] for row in rows) for n in range(len(codes)))
    return RecapRow(
        "",
        _("Jumlah"),
        columns,
        sum(row.elsewhere for row in rows),
        sum(row.total for row in rows),
        sum(row.ended for row in rows),
        sum(row.away for row in rows),
    )


def _later(office: Office, ids: Iterable[UUID]) -> tuple[int, int]:
    """How many deeds these cases hold, and how many of them were entered later."""
    keys = [str(one) for one in ids]
    events = models.Event.objects.filter(office_id=office.code, stream="case")
    deeds = late = 0
    for start in range(0, len(keys), _BY):
        part = events.filter(stream_key__in=keys[start : start + _BY])
        told = part.aggregate(deeds=Count("id"), late=Count("id", filter=Q(late=True)))
        deeds, late = deeds + told["deeds"], late + told["late"]
    return deeds, late


def recap_sheet(office: Office, recap: Recap) -> Spreadsheet:
    """The same table for a spreadsheet, its sums in the last row."""
    count = Kind.NUMBER
    return Spreadsheet(
        name=recap.name,
        title=_("Rekap layanan %(month)s") % {"month": recap.name},
        under=(office.name,),
        columns=(
            Column(_("No"), count, 6),
            Column(_("Layanan"), width=36),
            *(Column(name, count, 12) for _code, name in recap.villages),
            Column(_("Tanpa desa"), count, 12),
            Column(_("Jumlah"), count, 10),
            Column(_("Berakhir"), count, 10),
            Column(_("Pulang dahulu"), count, 10),
        ),
        rows=tuple(_cells(n, row) for n, row in enumerate((*recap.rows, recap.sums), start=1)),
        closing=(late_words(recap),),
        made_on=office.today.isoformat(),
    )


def _cells(number: int, row: RecapRow) -> tuple[Cell, ...]:
    first = number if row.slug else None
    return (first, row.service, *row.counts, row.elsewhere, row.total, row.ended, row.away)


def late_words(recap: Recap) -> str:
    """How much was written down later: an honest number, and a finding by itself."""
    places = {"share": recap.late_share, "late": recap.late, "deeds": recap.deeds}
    return _("Dicatat kemudian: %(share)d%% (%(late)d dari %(deeds)d langkah).") % places
