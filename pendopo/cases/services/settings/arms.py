# SPDX-License-Identifier: EUPL-1.2
"""The region's arms: laid beside to be looked at, then taken. What bore the old ones keeps them."""

from __future__ import annotations

from pendopo.base.made_anew import Unfit
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import (
    NOT_YOURS,
    Change,
    SettingAnswer,
    Told,
    may_settle,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.offices import arms
from pendopo.offices.models import Office

WHAT = "arms"
FIELD = "arms"


def lay_beside(*, actor: Actor, content: bytes) -> NotRecorded | None:
    """Keep a picture to be looked at; None where it is fit. The office's arms stay."""
    if not _may(actor):
        return NotRecorded((NOT_YOURS,))
    found = arms.lay_beside(actor.office, content)
    if isinstance(found, Unfit):
        return NotRecorded(troubles=(Trouble(FIELD, found.text),))
    return None


def put_away(*, actor: Actor) -> NotRecorded | None:
    """What was laid beside is not taken; the office's arms stay."""
    if not _may(actor):
        return NotRecorded((NOT_YOURS,))
    arms.put_away(actor.office)
    return None


def take_laid(*, actor: Actor) -> SettingAnswer:
    """Take what was laid beside as the office's arms."""

    def work(office: Office) -> Change | NotRecorded:
        laid = arms.laid_beside(office.code)
        if laid is None:
            text = "Tidak ada gambar baru yang menunggu. Pilih gambarnya lagi."
            return NotRecorded((Reason("nothing-laid", text),))
        before = _now(office)
        taken = arms.set_arms(office.code, laid.content)
        if isinstance(taken, Unfit):
            return NotRecorded(troubles=(Trouble(FIELD, taken.text),))
        arms.put_away(office.code)
        return Change(WHAT, office.code, before, _now(office))

    return settle(actor, work)


def _may(actor: Actor) -> bool:
    return may_settle(Office.objects.get(code=actor.office), actor)


def _now(office: Office) -> Told | None:
    standing = arms.standing_arms(office.code)
    return {"picture": standing} if standing else None
