# SPDX-License-Identifier: EUPL-1.2
"""From the words of office.yaml and of a national calendar to the plain values that seed rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pendopo.domain.books import NumberMode
from pendopo.domain.hours import Holiday, HolidayKind, Layer, Span, WeekHours
from pendopo.domain.hours import Season as DomainSeason
from pendopo.offices.policy import OfficePolicy
from pendopo.offices.seed import (
    BookSeed,
    ContactSeed,
    OfficerSeed,
    OfficeSeed,
    PositionSeed,
    SigningSeed,
    VillageSeed,
    YearSeed,
)
from pendopo.offices.stationery import OfficeStationery
from pendopo.standards.books_schema import BookColumn
from pendopo.standards.office_schema import (
    CalendarYear,
    Hours,
    Office,
    Season,
    Signing,
    Stationery,
    Week,
    WeekDay,
)

_DAYS: tuple[WeekDay, ...] = (
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "sabtu",
    "minggu",
)


def office_seed(office: Office) -> OfficeSeed:
    """An office as its file describes it."""
    return OfficeSeed(
        code=office.code,
        name=office.name,
        regency=office.regency,
        province=office.province,
        seat=office.seat,
        prefix=office.prefix,
        unit_code=office.unit_code,
        zone=office.zone,
        address=office.address,
        office_hours=week_hours(office.hours.office),
        counter_hours=_optional(office.hours.counter),
        signing_hours=_optional(office.hours.signing),
        seasons=tuple(s for season in office.seasons for s in _seasons(season)),
        policy=OfficePolicy.read(office.policy.model_dump()),
        stationery=_stationery(office.stationery),
        contacts=tuple(ContactSeed(c.kind, c.value, c.label or "") for c in office.contacts),
        services=tuple(office.services),
        villages=tuple(VillageSeed(v.code, v.name, v.kind) for v in office.villages),
        positions=tuple(
            PositionSeed(p.key, p.title, tuple(p.roles), p.echelon or "") for p in office.positions
        ),
        signing=tuple(_signing(row) for row in office.signing),
        books=tuple(_books(office)),
        demo_officers=tuple(
            OfficerSeed(o.name, tuple(o.positions), o.nip or "", o.rank or "", o.capacity)
            for o in office.demo_officers
        ),
    )


def year_seed(calendar: CalendarYear) -> YearSeed:
    """A year's days off and seasons."""
    return YearSeed(
        year=calendar.year,
        cite=calendar.cite,
        holidays=tuple(
            Holiday(day.date_, day.name, HolidayKind(day.kind)) for day in calendar.holidays
        ),
        seasons=tuple(s for season in calendar.seasons for s in _seasons(season)),
    )


def week_hours(week: Week) -> WeekHours:
    """A week of spans, Monday first; a day that is not named is closed."""
    return WeekHours(
        tuple(tuple(Span(span.from_, span.to) for span in week.get(day, ())) for day in _DAYS)
    )


def _optional(week: Week | None) -> WeekHours | None:
    return week_hours(week) if week is not None else None


def _seasons(season: Season) -> Iterator[DomainSeason]:
    for layer, week in _layers(season.hours):
        if week is not None:
            yield DomainSeason(season.name, season.from_, season.to, week_hours(week), layer)


def _layers(hours: Hours) -> tuple[tuple[Layer, Week | None], ...]:
    return (
        (Layer.OFFICE_HOURS, hours.office),
        (Layer.COUNTER_HOURS, hours.counter),
        (Layer.SIGNING_HOURS, hours.signing),
    )


def _signing(row: Signing) -> SigningSeed:
    return SigningSeed(
        position=row.position,
        on_behalf_of=row.on_behalf_of,
        line=row.line,
        services=None if row.services == "all" else tuple(row.services),
        excepted=tuple(row.except_),
        basis=row.letter or "",
    )


def kept_column(column: BookColumn) -> Mapping[str, object]:
    """A column as a row keeps it: by the words of the file."""
    return column.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _stationery(written: Stationery) -> OfficeStationery:
    """Margins and letterhead lie one level deeper in the file than in the row."""
    kept = written.model_dump(exclude={"margins", "letterhead", "overprint", "label", "arms"})
    kept |= written.margins.model_dump() | written.letterhead.model_dump(exclude_none=True)
    kept |= {f"overprint_{side}": at for side, at in written.overprint.model_dump().items()}
    kept |= {f"label_{side}": long for side, long in written.label.model_dump().items()}
    return OfficeStationery.read(kept)


def _books(office: Office) -> Iterator[BookSeed]:
    for key, book in office.books.items():
        yield BookSeed(
            key=key,
            title=book.title,
            kind=book.kind,
            section=book.section or "",
            head=book.head or "",
            keepers=tuple(book.keepers),
            columns=tuple(kept_column(column) for column in book.columns),
            mode=NumberMode(book.mode),
            template=book.template or "",
            classification=book.classification or "",
        )
