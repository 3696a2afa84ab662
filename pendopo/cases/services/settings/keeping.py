# SPDX-License-Identifier: EUPL-1.2
"""How long the office waits and keeps: the days of what is left behind, the years of data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.offices.models import Office

WHAT = "keeping"


@dataclass(frozen=True, slots=True)
class Keeping:
    """Days that a returned file waits, days between the notice and its closing, years of data."""

    returned_days: int
    notice_days: int
    personal_years: int


def keeping_now(office: Office) -> Told:
    """How it stands; no query."""
    kept = office.policy_values
    return asdict(Keeping(kept.returned_days, kept.notice_days, kept.personal_years))


def keep_keeping(*, actor: Actor, wanted: Keeping, seen: str | None = None) -> SettingAnswer:
    """Settle all three."""

    def work(office: Office) -> Change | NotRecorded | NotFound:
        before = keeping_now(office)
        if refused := meanwhile(seen, before):
            return refused
        office.policy = replace(office.policy_values, **asdict(wanted)).kept()
        office.save(update_fields=["policy"])
        return Change(WHAT, office.code, before, keeping_now(office))

    return settle(actor, work)
