# SPDX-License-Identifier: EUPL-1.2
"""What an office's page and a service's page show, as plain values for their templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pendopo.base import clock
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import Kind
from pendopo.offices.calendars import calendar_of
from pendopo.offices.models import Office
from pendopo.portal import contacts, structured, swimlane, words
from pendopo.portal.checklist import Checklist, checklist
from pendopo.portal.deadlines import Deadline, deadlines
from pendopo.portal.directory import decree_in_force
from pendopo.portal.journey import Journey, journey
from pendopo.portal.listing import Name, name_of, reads_working_days
from pendopo.portal.opening import Opening, opening
from pendopo.portal.parts import Part, missing, parts, remarks
from pendopo.portal.promise import PromiseCard, promise_card
from pendopo.standards import national
from pendopo.standards.components import is_printed
from pendopo.standards.office_schema import Decree
from pendopo.standards.schema import COMPONENTS, Requirement, Service
from pendopo.standards.versions import Standing


@dataclass(frozen=True, slots=True)
class Place:
    """An office as every one of its pages shows it."""

    office: Office
    ways: tuple[contacts.Way, ...]
    opening: Opening
    decree: Decree | None
    told: structured.Told

    @property
    def direct(self) -> tuple[contacts.Way, ...]:
        """Telephone and WhatsApp."""
        return contacts.direct(self.ways)

    @property
    def decree_date(self) -> str:
        """The date of the decree, as the page writes dates."""
        return date_format(self.decree.date_, "j F Y") if self.decree else ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of advice with its date and source, as a citizen should hear it."""

    text: str
    since: str
    cite: str


@dataclass(frozen=True, slots=True)
class Onward:
    """The service that comes after."""

    slug: str
    text: str


@dataclass(frozen=True, slots=True)
class ServicePage:
    """Everything that the page of a service shows.

    `nothing_printed`: the decree has no more than the service's name, if that.
    """

    standing: Standing
    card: PromiseCard
    things: Checklist
    conditions: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    journey: Journey
    drawings: tuple[swimlane.Drawing, swimlane.Drawing]
    complaints: tuple[contacts.Way, ...]
    parts: tuple[Part, ...]
    missing: tuple[words.Words, ...]
    nothing_printed: bool
    remarks: tuple[str, ...]
    advice: tuple[Word, ...]
    onward: tuple[Onward, ...]

    @property
    def name(self) -> Name:
        """What the service is called."""
        return name_of(self.service)

    @property
    def absent(self) -> words.Words:
        """What stands where nothing is known."""
        adopted = self.standing.adopted
        return _("tidak ditentukan") if adopted else _("belum tercetak di keputusan")

    @property
    def only_for(self) -> tuple[Deadline, ...]:
        """Whom the service is for at all."""
        return tuple(one for one in self.deadlines if one.only)

    @property
    def times(self) -> tuple[Deadline, ...]:
        """The other times to keep in mind."""
        return tuple(one for one in self.deadlines if not one.only)

    @property
    def is_letter(self) -> bool:
        """Whether one goes home with a letter, of which one may ask whether it is needed."""
        return self.standing.standard.kind is Kind.LETTER

    @property
    def price(self) -> str:
        """The fee in rupiah as programs read it, `0` or `5000`; "" where none is fixed."""
        fee = self.standing.standard.fee
        return "" if fee is None else f"{fee:f}"

    @property
    def service(self) -> Service:
        """The decree's words."""
        return self.standing.service

    @property
    def printed(self) -> tuple[Requirement, ...]:
        """The requirement lines that the decree prints."""
        return tuple(self.service.requirements or ())

    @property
    def requirements_printed(self) -> bool:
        """Whether those lines are the decree's own."""
        return is_printed(self.service, "requirements")


@dataclass(frozen=True, slots=True)
class Reach:
    """An office and its numbers that ring at once."""

    office: Office
    direct: tuple[contacts.Way, ...]


def reach(office: Office) -> Reach:
    """How to ask an office at once."""
    return Reach(office, contacts.direct(_ways(office)))


def _ways(office: Office) -> tuple[contacts.Way, ...]:
    return contacts.ways((one["kind"], one["value"]) for one in office.contacts)


def place_of(office: Office) -> Place:
    """The office now. Four queries, once its decree has been read."""
    calendar, ways = calendar_of(office), _ways(office)
    return Place(
        office=office,
        ways=ways,
        opening=opening(calendar, clock.now()),
        decree=decree_in_force(office.code),
        told=structured.told(calendar, ways),
    )


def service_page(office: Office, standing: Standing, *, large: bool = False) -> ServicePage:
    """The page of one service. One query, for what the roles are called.

    `large`: the reader chose large print.
    """
    service, standard = standing.service, standing.standard
    absent, way = missing(service), _journey(standard)
    nothing = len(absent) == len(COMPONENTS)
    return ServicePage(
        standing=standing,
        card=promise_card(standing.compiled, working_days=reads_working_days(office)),
        things=checklist(standard),
        conditions=tuple(line.text for line in service.requirements or () if not line.asks),
        deadlines=deadlines(service, standard),
        journey=way,
        drawings=(swimlane.narrow(way, large=large), swimlane.wide(way)),
        complaints=contacts.ways((c.kind, c.value) for c in service.complaint_channels or ()),
        parts=tuple(part for part in parts(service) if part.blocks or not nothing),
        missing=absent,
        nothing_printed=nothing,
        remarks=remarks(service),
        advice=tuple(Word(a.text, _month(a.since or ""), a.cite or "") for a in service.advice),
        onward=tuple(Onward(f.service, f.text) for f in service.follow_up),
    )


def _journey(standard: Standard) -> Journey:
    listed = national.roles()
    outside = frozenset(key for key, role in listed.items() if role.outside)
    titles = {key: role.title for key, role in listed.items()}
    return journey(standard, lambda key: titles.get(key, words.spelled(key)), outside)


def _month(since: str) -> str:
    """`2024-11` is November 2024; whatever else is written stays as it is."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?", since)
    return date_format(date(int(found[1]), int(found[2]), 1), "F Y") if found else since
