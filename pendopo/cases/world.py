# SPDX-License-Identifier: EUPL-1.2
"""The world around a case, gathered once per deed into frozen values for `decide`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pendopo.base import clock
from pendopo.domain.books import NumberMode
from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.circumstances import Actor, ActorKind, Capacity, Circumstances, Policy
from pendopo.domain.clocking import AwaySpan, ClockSetting
from pendopo.domain.filled import derive
from pendopo.domain.forms import Setting
from pendopo.domain.promise import DayPolicy
from pendopo.domain.standard import Standard, Values
from pendopo.offices import access, presence
from pendopo.offices.calendars import calendar_of
from pendopo.offices.models import Book, Office, Village
from pendopo.standards.national import outside_roles


@dataclass(frozen=True, slots=True)
class World:
    """One office at one moment, with what its decisions and its clock depend on."""

    office: Office
    now: datetime
    calendar: OfficeCalendar
    policy: Policy
    day_policy: DayPolicy
    books: Mapping[str, NumberMode]
    outside: frozenset[str]
    away: tuple[AwaySpan, ...]

    @property
    def today(self) -> date:
        """The date in the office's own zone."""
        return self.date_of(self.now)

    def date_of(self, at: datetime) -> date:
        """The date of a moment in the office's own zone."""
        return at.astimezone(ZoneInfo(self.office.zone)).date()

    @property
    def clock_setting(self) -> ClockSetting:
        """What the promise clock needs."""
        return ClockSetting(self.calendar, self.day_policy, self.outside, self.away)


def world_of(office_code: str, since: datetime | None = None) -> World:
    """Gather the office's calendar, policy, books and absences: a fixed number of queries.

    Absences are those that touch the time from `since` on: when the case was filed.
    """
    moment = clock.now()
    office = Office.objects.get(code=office_code)
    kept = office.policy_values
    return World(
        office=office,
        now=moment,
        calendar=calendar_of(office),
        policy=Policy(
            follow_allowed_by=frozenset(kept.follow_allowed_by),
            signature_recorded_by=frozenset(kept.signature_recorded_by),
            late_after=timedelta(minutes=kept.late_after_minutes),
            electronic_signing=kept.electronic_signing,
        ),
        day_policy=DayPolicy(kept.day),
        books={b.key: NumberMode(b.mode) for b in Book.objects.filter(office_id=office_code)},
        outside=outside_roles(),
        away=presence.away_spans(office_code, since or moment),
    )


def circumstances(
    world: World,
    standard: Standard,
    actor: Actor,
    values: Values,
    happened_at: datetime | None = None,
    signers: tuple[Capacity, ...] | None = None,
) -> Circumstances:
    """What `decide` may know, for this actor and this form.

    Who could sign is asked of the day on which it happened, so that a late entry names the
    capacity that was held then; `signers` are they, where they were asked for before.
    """
    if signers is None:
        day = world.date_of(happened_at or world.now)
        signers = access.capacities(world.office.code, standard.slug, day)
    return Circumstances(
        now=world.now,
        actor=replace(actor, capacities=_own(actor, signers)),
        calendar=world.calendar,
        signers=signers,
        policy=world.policy,
        values=values,
        books=world.books,
        outside=world.outside,
    )


def _own(actor: Actor, signers: tuple[Capacity, ...]) -> tuple[Capacity, ...]:
    """The capacities of this actor, in the positions that the token or session speaks for."""
    return tuple(
        c for c in signers if c.officer_id == actor.officer_id and c.position in actor.positions
    )


def applicant(world: World, reference: str) -> Actor:
    """Whoever holds the tracking code: acts for everybody outside the office."""
    return Actor(
        office=world.office.code,
        officer_id=reference,
        name="",
        positions=(),
        roles=world.outside,
        kind=ActorKind.APPLICANT,
    )


def setting(world: World) -> Setting:
    """What checking a form needs: today, the region and the villages (one query)."""
    villages = Village.objects.filter(office_id=world.office.code).values_list("code", "name")
    return Setting(world.today, world.office.code, dict(villages))


def with_derived(world: World, standard: Standard, values: Values, filed: date) -> Values:
    """The form with its computed fields."""
    return derive(standard, values, filed, world.calendar.working_days_between)
