# SPDX-License-Identifier: EUPL-1.2
"""Keys by which a program speaks for an officer: made, told once, and withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from pendopo.base import clock
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    Done,
    SettingAnswer,
    Settled,
    Told,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.wording import localize
from pendopo.offices import tokens
from pendopo.offices.assignments import held_on
from pendopo.offices.models import AccessToken, Office, Officer

WHAT = "access-token"


@dataclass(frozen=True, slots=True)
class Wanted:
    """For whom; `position` (a key) narrows it to that position, "" gives all that are held.

    `last` is the last day on which it holds; None: until it is withdrawn.
    """

    officer: UUID
    position: str = ""
    last: date | None = None


def issue(*, actor: Actor, wanted: Wanted) -> SettingAnswer:
    """Make a key for an officer."""
    secret: list[str] = []

    def work(office: Office) -> Done:
        officer = Officer.objects.filter(office_id=office.code, id=wanted.officer).first()
        if officer is None:
            return NotRecorded(troubles=(Trouble("officer", "Pilih petugasnya."),))
        held = held_on(office.code, office.today).filter(officer_id=officer.id)
        positions = {one.position.key: one.position for one in held}
        if wanted.position and wanted.position not in positions:
            text = f"{officer.name} tidak memegang jabatan itu hari ini."
            return NotRecorded(troubles=(Trouble("position", text),))
        if wanted.last and wanted.last < office.today:
            return NotRecorded(troubles=(Trouble("last", "Hari itu sudah lewat."),))
        token = tokens.issue_token(
            officer, positions.get(wanted.position), expires_at=_end(office, wanted.last)
        )
        row = tokens.find_token(token)
        assert row is not None, "it was made just now"
        secret.append(token)
        return Change(WHAT, str(row.id), None, _told(row, office))

    answer = settle(actor, work)
    return replace(answer, secret=secret[0]) if isinstance(answer, Settled) else answer


def revoke(*, actor: Actor, token: UUID) -> SettingAnswer:
    """Withdraw a key: programs that use it are refused from now on."""

    def work(office: Office) -> Done:
        rows = AccessToken.objects.filter(office_id=office.code, id=token)
        row = rows.select_related("officer", "position").first()
        if row is None:
            return NotFound()
        if row.revoked_at is not None:
            return NotRecorded((REVOKED,))
        before = _told(row, office)
        row.revoked_at = clock.now()
        row.save(update_fields=["revoked_at"])
        return Change(WHAT, str(token), before, _told(row, office))

    return settle(actor, work)


def last_day(row: AccessToken, zone: str) -> date | None:
    """The last day on which it holds."""
    return _before(row.expires_at, zone) if row.expires_at else None


def _before(at: datetime, zone: str) -> date:
    return localize(at - timedelta(seconds=1), zone).date()


def _end(office: Office, last: date | None) -> datetime | None:
    if last is None:
        return None
    return datetime.combine(last + timedelta(days=1), time(), ZoneInfo(office.zone))


def _told(row: AccessToken, office: Office) -> Told:
    last = last_day(row, office.zone)
    return {
        "name": row.officer.name,
        "position": row.position.title if row.position else "semua yang dipegang",
        "last": last.isoformat() if last else "sampai dicabut",
        "revoked": row.revoked_at is not None,
    }


REVOKED = Reason("revoked", "Kunci ini sudah dicabut.")
