# SPDX-License-Identifier: EUPL-1.2
"""Nobody locks the office out of its own settings: somebody can always sign in and keep them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import Done, Work, may_settle
from pendopo.domain.commands import Reason
from pendopo.offices.access import actor_holding
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Assignment, Office, Officer


def keepers_on(office: Office, day: date) -> tuple[Officer, ...]:
    """Who keeps the settings that day and can sign in. One query, or one more for each officer
    where the office names no role.
    """
    held: dict[Officer, list[Assignment]] = {}
    for one in held_on(office.code, day).select_related("officer__user", "position"):
        held.setdefault(one.officer, []).append(one)
    return tuple(
        officer
        for officer, theirs in held.items()
        if can_sign_in(office, officer) and may_settle(office, actor_holding(officer, theirs))
    )


def can_sign_in(office: Office, officer: Officer) -> bool:
    """Whether the officer has an open account; in a demonstration one is made at first use."""
    return officer.user.is_active if officer.user else office.demo


def with_a_keeper(work: Work, days: Iterable[date] = ()) -> Work:
    """The same work, refused where it would leave nobody to keep the settings.

    Looked at are today and `days`, those on which the work changes who holds what.
    """

    def guarded(office: Office) -> Done:
        looked_at = sorted({office.today, *(day for day in days if day > office.today)})
        before = [day for day in looked_at if keepers_on(office, day)]
        done = work(office)
        if isinstance(done, NotRecorded | NotFound):
            return done
        kept = all(keepers_on(office, day) for day in before)
        return done if kept else NotRecorded((LAST_KEEPER,))

    return guarded


LAST_KEEPER = Reason(
    "last-keeper",
    "Sesudah itu tidak ada lagi yang dapat masuk dan mengubah pengaturan kantor. Beri dahulu "
    "petugas lain akun dan jabatan yang berwenang, lalu ulangi.",
)
