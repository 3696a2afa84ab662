# SPDX-License-Identifier: EUPL-1.2
"""What applicants are told of files that are left behind, and who they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import CaseFile, case_files
from pendopo.cases.services.left_behind import Notice, closable_on, notices_of
from pendopo.cases.waiting import waiting_at
from pendopo.counter.desks import Desk, local
from pendopo.domain.typed import small_number
from pendopo.domain.vocabulary import Verb
from pendopo.domain.wording import format_date
from pendopo.offices.models import Village
from pendopo.screens.case_view import view_of
from pendopo.screens.listings import shown_applicant
from pendopo.screens.plain_words import short_name
from pendopo.screens.telling.standing import lacks
from pendopo.screens.telling.whatsapp import message_link, phone_of
from pendopo.screens.tracking import grouped
from pendopo.standards import versions

UNCOLLECTED_AFTER = timedelta(days=7)
"""How long a paper lies ready before its owner is reminded."""
MOST_UNCOLLECTED = 50


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A file in the list. `days`: how long it has waited; `closable`: it may be closed today.

    `noticed`: when its applicant was told, by the clock on the office's wall; `from_day`: the day
    from which it may be closed then.
    """

    reference: str
    ref: str
    version: int
    applicant: str
    kept_back: bool
    service: str
    village: str
    since: datetime
    days: int
    noticed: datetime | None = None
    way: str = ""
    from_day: date | None = None
    closable: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """A paper that lies ready. `whatsapp` opens a message; empty in a confidential matter."""

    row: LeftRow
    whatsapp: str


def left_rows(desk: Desk, rows: Sequence[models.Case]) -> tuple[LeftRow, ...]:
    """These files as the list shows them. Three queries."""
    notices = notices_of(desk.office.code, rows)
    names, villages = _services(desk), _villages(desk)
    return tuple(_left(desk, row, names, villages, notices.get(row.reference)) for row in rows)


def ended_rows(desk: Desk, rows: Sequence[models.Case]) -> tuple[LeftRow, ...]:
    """Ended files, `since` and `days` counted from their end. Two queries."""
    names, villages = _services(desk), _villages(desk)
    lines = (_left(desk, row, names, villages, None) for row in rows)
    return tuple(
        replace(line, since=local(row.ended_at, desk), days=(clock.now() - row.ended_at).days)
        for line, row in zip(lines, rows, strict=True)
        if row.ended_at
    )


def uncollected(desk: Desk) -> tuple[Reminder, ...]:
    """What has lain ready for more than a week, the longest waiting first; at most fifty."""
    before = clock.now() - UNCOLLECTED_AFTER
    found = [r for r in waiting_at(desk.office.code, (Verb.HAND_OVER,)) if r.changed_at <= before]
    found.sort(key=lambda row: row.changed_at)
    files = case_files(found[:MOST_UNCOLLECTED], desk.actor)
    villages = _villages(desk)
    return tuple(_reminder(desk, file, villages) for file in files)


def notice_words(file: CaseFile, last_day: date) -> str:
    """What an applicant is told: what waits, what lacks, until when, and that she may ask anew."""
    told = _("%(office)s. %(service)s, nomor berkas %(reference)s, masih menunggu Anda.") % {
        "office": file.world.office.name,
        "service": short_name(file.standard.name),
        "reference": grouped(file.row.reference),
    }
    lacking = "\n".join(f"{n}. {text}" for n, text in enumerate(_lacking(file), start=1))
    if lacking:
        told += "\n" + _("Yang masih kurang:") + f"\n{lacking}"
    last = _(
        "Bila sampai %(day)s belum dilanjutkan, berkas kami tutup. Anda boleh mengajukan lagi "
        "kapan saja. Pelayanan ini gratis."
    )
    return f"{told}\n" + last % {"day": format_date(last_day)}


def last_day_after_today(desk: Desk) -> date:
    """Until when somebody may come who is told today."""
    return desk.office.today + timedelta(days=desk.office.policy_values.notice_days)


def phone_link(file: CaseFile, text: str) -> str:
    """WhatsApp with these words, to the number of the form where it has one."""
    return message_link(text, phone_of(file.standard, file.values))


def _lacking(file: CaseFile) -> Iterator[str]:
    view = view_of(file)
    for one in lacks(view.scene, view.past):
        yield f"{one.label} ({one.text})" if one.text else one.label


def _reminder(desk: Desk, file: CaseFile, villages: Mapping[str, str]) -> Reminder:
    row = _left(desk, file.row, {file.row.service: file.standard.name}, villages, None)
    text = _("%(office)s. %(service)s, nomor berkas %(reference)s, sudah dapat diambil.") % {
        "office": desk.office.name,
        "service": short_name(file.standard.name),
        "reference": row.ref,
    }
    return Reminder(row, "" if row.kept_back else phone_link(file, text))


def _left(
    desk: Desk,
    row: models.Case,
    names: Mapping[str, str],
    villages: Mapping[str, str],
    notice: Notice | None,
) -> LeftRow:
    name = shown_applicant(row, desk.actor)
    from_day = closable_on(desk.office, notice) if notice else None
    return LeftRow(
        reference=row.reference,
        ref=grouped(row.reference),
        version=row.version,
        applicant=name,
        kept_back=bool(row.applicant) and not name,
        service=short_name(names.get(row.service, row.service)),
        village=villages.get(row.village, ""),
        since=local(row.changed_at, desk),
        days=(clock.now() - row.changed_at).days,
        noticed=local(notice.at, desk) if notice else None,
        way=notice.way if notice else "",
        from_day=from_day,
        closable=from_day is not None and from_day <= desk.office.today,
    )


def _villages(desk: Desk) -> Mapping[str, str]:
    rows = Village.objects.filter(office_id=desk.office.code)
    return dict(rows.values_list("code", "name"))


def _services(desk: Desk) -> Mapping[str, str]:
    return {one.slug: one.service.name for one in versions.catalogue(desk.office.code)}


def chosen(sent: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """`PDN7K3F9N:4` → the file and the version of it that was seen; anything else is left out."""
    pairs = ((ref, small_number(version)) for ref, _, version in (o.partition(":") for o in sent))
    return tuple((ref, version) for ref, version in pairs if version is not None)
