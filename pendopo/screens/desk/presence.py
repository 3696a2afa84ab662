# SPDX-License-Identifier: EUPL-1.2
"""The presence board, and the honest sentence about who can sign now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from pendopo.base import clock
from pendopo.domain.circumstances import Capacity
from pendopo.domain.wording import format_clock, localize
from pendopo.offices.models import Absence, Office, Officer
from pendopo.offices.whereabouts import SignersNow, Whereabouts, signers_now, whereabouts
from pendopo.screens.telling.due_words import day_words
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class SigningNow:
    """Who can sign a service now. `waits`: nobody can. `sentence` says it to the applicant."""

    sentence: str
    waits: bool
    here: tuple[Capacity, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A position on the board. `state` is a chip's; `text` says it in words.

    `officer` is the id of its holder, where she is out in all that she holds.
    """

    key: str
    title: str
    holders: str
    here: bool
    state: str
    text: str
    reason: str
    since: str
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who signs in place of somebody who is out, and what waits: names of services."""

    sentence: str
    covered: int
    waits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Those who sign first, then the others; and what their being out means.

    `own` is the reader herself, with all positions that she holds.
    """

    signers: tuple[Row, ...]
    others: tuple[Row, ...]
    waiting: Waiting | None
    own: Row | None = None


def signing_now(office: Office, service: str) -> SigningNow:
    """Who can sign this service at this moment: for intake, and for whoever waits. Four queries."""
    now = clock.now()
    return _told(signers_now(office, (service,), now)[service], now, office.zone)


OWN = "saya"
"""The key of the row that is the reader's own."""


def board(office: Office, reader: Officer | None = None) -> Board:
    """All positions with where their officers are, and the reader's own row. Nine queries."""
    now = clock.now()
    services = tuple(office.services)
    signers = signers_now(office, services, now)
    places = whereabouts(office, now)
    rows = [_row(one, now, office.zone) for one in places]
    sign = {one.position for found in signers.values() for one in found.able}
    return Board(
        signers=tuple(row for row in rows if row.key in sign),
        others=tuple(row for row in rows if row.key not in sign),
        waiting=_waiting(office, signers, now),
        own=_own(places, reader, now, office.zone) if reader else None,
    )


def _own(places: Iterable[Whereabouts], reader: Officer, now: datetime, zone: str) -> Row | None:
    """The reader in all positions that she holds; None where she holds none."""
    held = [(one, h) for one in places for h in one.holders if h.officer_id == reader.id]
    if not held:
        return None
    mine = [one.absence for one, _h in held if one.absence and one.absence.officer_id == reader.id]
    absence = mine[0] if mine else None
    state, text = _state(replace(held[0][0], absence=absence), now, zone)
    titles = ", ".join(dict.fromkeys(h.full_title for _one, h in held))
    since = _said(absence.from_at, now, zone) if absence else ""
    reason = absence.reason if absence else ""
    return Row(OWN, reader.name, titles, absence is None, state, text, reason, since)


def _told(found: SignersNow, now: datetime, zone: str) -> SigningNow:
    return SigningNow(_sentence(found, now, zone), not found.here, found.here)


def _sentence(found: SignersNow, now: datetime, zone: str) -> str:
    if not found.able:
        return _("Belum ada pejabat yang ditetapkan untuk menandatangani ini.")
    first = found.able[0].title
    if found.away is None:
        return _("%(who)s di tempat.") % {"who": first}
    words = {"who": first, "back": _back(found.away, now, zone), "others": _named(found.here)}
    if found.here and words["back"]:
        return _("%(who)s kembali ± %(back)s; %(others)s dapat menandatangani sekarang.") % words
    if found.here:
        text = _("%(who)s tidak di tempat; %(others)s dapat menandatangani sekarang.")
        return text % words
    if words["back"]:
        text = _("%(who)s kembali ± %(back)s; sebelum itu belum ada yang dapat menandatangani.")
        return text % words
    text = _("%(who)s tidak di tempat dan belum ada yang dapat menandatangani.")
    return text % words


def _named(capacities: Iterable[Capacity]) -> str:
    """`Sekretaris Kecamatan atau Kepala Seksi …`: any one of them is enough."""
    titles = list(dict.fromkeys(one.title for one in capacities))
    return _(" atau ").join(titles)


def _back(absence: Absence, now: datetime, zone: str) -> str:
    """When somebody is expected, as one says it; empty where nobody knows, or it has passed."""
    at = absence.expected_return_at
    if at is None or at <= now:
        return ""
    return _said(at, now, zone)


def _said(at: datetime, now: datetime, zone: str) -> str:
    """`13.00` today, `besok 08.00` else."""
    same = localize(at, zone).date() == localize(now, zone).date()
    return format_clock(at, zone) if same else day_words(at, now, zone)


def _row(one: Whereabouts, now: datetime, zone: str) -> Row:
    state, text = _state(one, now, zone)
    return Row(
        key=one.position.key,
        title=one.holders[0].full_title if len(one.holders) == 1 else one.position.title,
        holders=", ".join(dict.fromkeys(held.officer.name for held in one.holders)),
        here=one.here,
        state=state,
        text=text,
        reason=one.absence.reason if one.absence else "",
        since=_said(one.absence.from_at, now, zone) if one.absence else "",
        officer=str(one.absence.officer_id or "") if one.absence else "",
    )


def _state(one: Whereabouts, now: datetime, zone: str) -> tuple[str, str]:
    if one.absence is None:
        return ("done", _("di tempat")) if one.holders else ("off", _("belum dijabat"))
    reason = one.absence.reason or _("tidak di tempat")
    at = one.absence.expected_return_at
    if at is None:
        return "waiting", reason
    words = {"reason": reason, "at": _said(at, now, zone)}
    if at <= now:
        return "late", _("%(reason)s, seharusnya kembali %(at)s") % words
    return "soon", _("%(reason)s sampai %(at)s") % words


def _waiting(office: Office, signers: Mapping[str, SignersNow], now: datetime) -> Waiting | None:
    """What it means that somebody is out who is first to sign; None while nobody is."""
    affected = {key: found for key, found in signers.items() if found.away}
    if not affected:
        return None
    names = {one.slug: one.service.name for one in versions.catalogue(office.code)}
    waits = tuple(names.get(key, key) for key, found in affected.items() if not found.here)
    best = max(affected.values(), key=lambda found: (bool(found.here), len(found.able)))
    return Waiting(_sentence(best, now, office.zone), len(affected) - len(waits), waits)
