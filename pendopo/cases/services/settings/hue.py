# SPDX-License-Identifier: EUPL-1.2
"""The office's leading colour, on its public pages and at its counter."""

from __future__ import annotations

from dataclasses import replace

from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.forms import Trouble
from pendopo.offices.hues import DEFAULT, held, read_hue
from pendopo.offices.models import Office

WHAT = "hue"


def hue_now(office: Office) -> Told:
    """How it stands. No query."""
    return {"hue": f"#{office.hue or DEFAULT}"}


def wanted_hue(text: str) -> str | NotRecorded:
    """What was typed, dark enough to be read; nothing is kept."""
    hue = read_hue(text)
    if hue is None:
        told = "Tulis enam angka atau huruf a–f, misalnya #00576b."
        return NotRecorded(troubles=(Trouble("own", told),))
    return held(hue)


def keep_hue(*, actor: Actor, text: str, seen: str | None = None) -> SettingAnswer:
    """Keep a colour; the usual one is kept as none."""

    def work(office: Office) -> Change | NotRecorded:
        before = hue_now(office)
        if refused := meanwhile(seen, before):
            return refused
        hue = wanted_hue(text)
        if isinstance(hue, NotRecorded):
            return hue
        policy = replace(office.policy_values, hue="" if hue == DEFAULT else hue)
        office.policy = policy.kept()
        office.save(update_fields=["policy"])
        return Change(WHAT, office.code, before, hue_now(office))

    return settle(actor, work)
