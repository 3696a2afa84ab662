# SPDX-License-Identifier: EUPL-1.2
"""What all papers of one office have in common: its sheets, its letterhead, its name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from pendopo.base import clock
from pendopo.offices.arms import Arms, arms_of
from pendopo.offices.models import Office
from pendopo.offices.stationery import OfficeStationery
from pendopo.papers.values import Common, Letterhead, Mark

_LETTERHEAD_CONTACTS = ("phone", "website", "email")
_COMPLAINTS = ("whatsapp", "phone", "lapor", "email")


@dataclass(frozen=True, slots=True)
class Look:
    """An office as its papers show it. `today` is the date in the office."""

    office: Office
    stationery: OfficeStationery
    arms: Arms
    today: date

    def common(
        self, title: str, *, mark: Mark | None = None, draft: bool = False, made_on: str = ""
    ) -> Common:
        """What every sheet says of itself; `made_on` is today where nothing else is said."""
        return Common(
            title=title,
            stationery=self.stationery.paper(),
            letterhead=None if self.stationery.preprinted else self.letterhead,
            mark=mark,
            draft=draft,
            example=self.office.demo,
            made_on=made_on or self.today.isoformat(),
        )

    @property
    def letterhead(self) -> Letterhead:
        """The office's own lines, or those that its names and contacts make."""
        own, office = self.stationery, self.office
        return Letterhead(
            above=own.above or (f"PEMERINTAH {office.regency.upper()}",),
            name=own.name or office.name.upper(),
            below=own.below or (office.address, *_contacts(office)),
            arms=self.arms.content,
        )

    @property
    def foot(self) -> tuple[str, ...]:
        """What stands under every slip: that it costs nothing, and where to say otherwise."""
        where = complaints_at(self.office)
        report = f" Bila ada yang meminta bayaran, laporkan ke {unbroken(where)}." if where else ""
        return (f"Pelayanan ini GRATIS.{report}",)


def unbroken(number: str) -> str:
    """A telephone number that stays on one line."""
    return number.replace(" ", "\N{NO-BREAK SPACE}")


def look_of(office: Office) -> Look:
    """The office's look now. At most one query."""
    today = clock.now().astimezone(ZoneInfo(office.zone)).date()
    return Look(office, office.stationery_values, arms_of(office), today)


def complaints_at(office: Office) -> str:
    """The first way to complain that fits on a line: a number before an address of the web."""
    found = {one["kind"]: one for one in reversed(office.contacts)}
    kinds = (kind for kind in _COMPLAINTS if kind in found)
    return next((str(found[kind]["value"]) for kind in kinds), "")


def _contacts(office: Office) -> tuple[str, ...]:
    """Telephone, address in the web and e-mail on one line, as far as the office has them."""
    found = {one["kind"]: one for one in reversed(office.contacts)}
    words = [
        f"{found[kind].get('label') or kind.capitalize()} {found[kind]['value']}".strip()
        for kind in _LETTERHEAD_CONTACTS
        if kind in found
    ]
    return (" · ".join(words),) if words else ()
