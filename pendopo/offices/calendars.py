# SPDX-License-Identifier: EUPL-1.2
"""The calendar of an office, made of its rows and of the nation's days off."""

from __future__ import annotations

from collections.abc import Iterable

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import Holiday, HolidayKind, Layer, Season, Span
from pendopo.offices.hours import read_hours, read_seasons
from pendopo.offices.models import KnownYear, LocalClosure, NationalHoliday, Office


def calendar_of(office: Office) -> OfficeCalendar:
    """When the office is open. Three queries.

    A season of the office's own stands in place of a national one that it meets on any day.
    """
    hours = read_hours(office.hours)
    years = tuple(KnownYear.objects.all())
    own = read_seasons(office.seasons)
    national = (season for year in years for season in read_seasons(year.seasons))
    return OfficeCalendar(
        zone=office.zone,
        office_hours=hours[Layer.OFFICE_HOURS],
        counter_hours=hours.get(Layer.COUNTER_HOURS),
        signing_hours=hours.get(Layer.SIGNING_HOURS),
        seasons=(*own, *(season for season in national if not _meets(season, own))),
        holidays=(*_national_days(), *_closures(office)),
        known_years=frozenset(year.year for year in years),
        cuti_bersama_closes=office.policy_values.cuti_bersama_closes,
    )


def _meets(season: Season, others: Iterable[Season]) -> bool:
    return any(
        season.layer is other.layer
        and season.from_date <= other.to_date
        and other.from_date <= season.to_date
        for other in others
    )


def _national_days() -> Iterable[Holiday]:
    for row in NationalHoliday.objects.all():
        yield Holiday(row.date, row.name, HolidayKind(row.kind))


def _closures(office: Office) -> Iterable[Holiday]:
    for row in LocalClosure.objects.filter(office_id=office.code):
        part = Span(row.from_time, row.to_time) if row.from_time and row.to_time else None
        yield Holiday(row.date, row.reason, HolidayKind.LOCAL_CLOSURE, part)
