# SPDX-License-Identifier: EUPL-1.2
"""Files seed, rows hold: an office is made once, and from then on its own rows are the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import models, transaction

from pendopo.base import clock
from pendopo.domain.hours import Layer, WeekHours
from pendopo.domain.references import is_prefix
from pendopo.offices.hours import kept_hours, kept_seasons
from pendopo.offices.models import (
    Assignment,
    Book,
    KnownYear,
    NationalHoliday,
    Office,
    Officer,
    Position,
    SigningRule,
    Village,
)
from pendopo.offices.seed import OfficerSeed, OfficeSeed, SigningSeed, YearSeed

DEMO_SINCE = date(2020, 1, 1)
"""Since when invented officers hold their positions: before anything that a demonstration does."""
_DEMO_ORDER = "Data contoh"


@dataclass(frozen=True, slots=True)
class Seeded:
    """What seeding did: `created` is False when the office was there and nothing was touched."""

    office: str
    created: bool
    rows: int = 0


class CannotSeed(ValueError):
    """An office that does not hold together; the message says what to mend."""


@transaction.atomic
def seed_office(seed: OfficeSeed, *, demo: bool) -> Seeded:
    """Make the office with its rows, and as a demo with its invented officers.

    Run again it changes nothing, whatever the seed says by then. Raises CannotSeed.
    """
    if Office.objects.filter(code=seed.code).exists():
        return Seeded(seed.code, created=False)
    _refuse_prefix(seed)
    _office(seed, demo=demo).save(force_insert=True)
    positions = {row.key: row for row in _positions(seed)}
    rows: list[models.Model] = [*_villages(seed), *_books(seed), *positions.values()]
    rows += [_signing(seed, rule, n, positions) for n, rule in enumerate(seed.signing)]
    if demo:
        rows += [row for one in seed.demo_officers for row in _officer(seed, one, positions)]
    for row in rows:
        row.save(force_insert=True)
    return Seeded(seed.code, created=True, rows=len(rows))


@transaction.atomic
def seed_year(seed: YearSeed) -> bool:
    """Enter a year's days off, or correct them after an amended decree; whether rows changed."""
    days = [(h.day, h.name, h.kind.value) for h in seed.holidays]
    seasons = kept_seasons(seed.seasons)
    kept = KnownYear.objects.filter(year=seed.year).first()
    if kept and (kept.cite, kept.seasons) == (seed.cite, seasons) and _days(kept) == sorted(days):
        return False
    year, _ = KnownYear.objects.update_or_create(
        year=seed.year, defaults={"cite": seed.cite, "seasons": seasons}
    )
    NationalHoliday.objects.filter(year=year).delete()
    NationalHoliday.objects.bulk_create(
        NationalHoliday(year=year, date=day, name=name, kind=kind) for day, name, kind in days
    )
    return True


def _days(year: KnownYear) -> list[tuple[date, str, str]]:
    return sorted(NationalHoliday.objects.filter(year=year).values_list("date", "name", "kind"))


def _refuse_prefix(seed: OfficeSeed) -> None:
    if not is_prefix(seed.prefix):
        raise CannotSeed(
            f"Awalan nomor berkas {seed.prefix} tidak dapat dipakai: pilih tiga huruf besar "
            "tanpa I, L, O, U, dan V."
        )
    if taken := Office.objects.filter(prefix=seed.prefix).first():
        raise CannotSeed(
            f"Awalan nomor berkas {seed.prefix} sudah dipakai {taken.name} ({taken.code}). "
            f"Pilih awalan lain untuk {seed.name} ({seed.code})."
        )


def _office(seed: OfficeSeed, *, demo: bool) -> Office:
    weeks = {
        Layer.OFFICE_HOURS: seed.office_hours,
        Layer.COUNTER_HOURS: seed.counter_hours,
        Layer.SIGNING_HOURS: seed.signing_hours,
    }
    own: dict[Layer, WeekHours] = {layer: week for layer, week in weeks.items() if week}
    return Office(
        code=seed.code,
        name=seed.name,
        regency=seed.regency,
        province=seed.province,
        seat=seed.seat,
        prefix=seed.prefix,
        unit_code=seed.unit_code,
        zone=seed.zone,
        address=seed.address,
        contacts=[asdict(contact) for contact in seed.contacts],
        services=list(seed.services),
        hours=kept_hours(own),
        seasons=kept_seasons(seed.seasons),
        policy=seed.policy.kept(),
        stationery=seed.stationery.kept(),
        demo=demo,
        seeded_at=clock.now(),
    )


def _villages(seed: OfficeSeed) -> Iterator[Village]:
    for one in seed.villages:
        yield Village(office_id=seed.code, code=one.code, name=one.name, kind=one.kind)


def _books(seed: OfficeSeed) -> Iterator[Book]:
    for one in seed.books:
        values = {name: getattr(one, name) for name in ("key", "title", "section", "template")}
        yield Book(
            office_id=seed.code,
            **values,
            kind=one.kind.value,
            mode=one.mode.value,
            classification=one.classification,
            head=one.head,
            keepers=list(one.keepers),
            columns=[dict(column) for column in one.columns],
        )


def _positions(seed: OfficeSeed) -> Iterator[Position]:
    for place, one in enumerate(seed.positions):
        yield Position(
            office_id=seed.code,
            key=one.key,
            title=one.title,
            roles=list(one.roles),
            echelon=one.echelon,
            place=place,
        )


def _signing(
    seed: OfficeSeed, rule: SigningSeed, place: int, positions: dict[str, Position]
) -> SigningRule:
    return SigningRule(
        office_id=seed.code,
        position_id=_known(seed, rule.position, positions),
        on_behalf_of=rule.on_behalf_of,
        line=rule.line,
        services=None if rule.services is None else list(rule.services),
        excepted=list(rule.excepted),
        basis=rule.basis,
        place=place,
    )


def _officer(
    seed: OfficeSeed, one: OfficerSeed, positions: dict[str, Position]
) -> Iterable[models.Model]:
    officer = Officer(office_id=seed.code, name=one.name, nip=one.nip, rank=one.rank)
    yield officer
    for key in one.positions:
        yield Assignment(
            office_id=seed.code,
            officer_id=officer.id,
            position_id=_known(seed, key, positions),
            capacity=one.capacity,
            assigned_by=_DEMO_ORDER,
            from_date=DEMO_SINCE,
        )


def _known(seed: OfficeSeed, key: str, positions: dict[str, Position]) -> UUID:
    if key not in positions:
        listed = ", ".join(positions)
        raise CannotSeed(f"{seed.name}: jabatan {key} tidak ada. Jabatan kantor ini: {listed}.")
    found: UUID = positions[key].id
    return found
