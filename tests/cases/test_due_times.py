# SPDX-License-Identifier: EUPL-1.2
"""Due times that move though nothing happened to the case itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.cases.services.filing import Filing, file_case
from pendopo.cases.services.presence import note_absence, note_return
from pendopo.cases.world import setting, world_of
from pendopo.screens.forms.examples import Desk, example_form
from pendopo.standards import versions
from tests.cases import counter
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_offices")]

PAUSES = "pengantar-pengajuan-dana-desa"
"""Its promise stands while the head of section is away."""


def filed(service: str) -> str:
    world = world_of(PANDAAN)
    standing = versions.current(PANDAAN, service)
    assert standing is not None
    form = example_form(standing.standard, Desk(setting(world), world.calendar, world.now))
    clerk = counter.officer("petugas-loket")
    row = counter.done(file_case(filing=Filing(PANDAAN, service, form), actor=clerk)).row
    file = case_file(row.reference, clerk)
    assert file is not None
    all_there = dict.fromkeys(file.case.all_asks, "ada")
    counter.done(counter.act(row.reference, "petugas-verifikasi", "verifikasi", verdicts=all_there))
    return row.reference


def test_an_absence_moves_what_stands_meanwhile(stopped_clock: clock.Clock) -> None:
    clerk, reference = counter.officer("petugas-loket"), filed(PAUSES)
    before = models.Case.objects.get(reference=reference)
    assert before.clock == "running"
    for position in ("camat", "kasi-pmd"):
        note_absence(position=position, actor=clerk)
    away = models.Case.objects.get(reference=reference)
    assert away.clock == "standing"
    stopped_clock.advance(timedelta(days=3))
    for position in ("camat", "kasi-pmd"):
        note_return(position=position, actor=clerk)
    after = models.Case.objects.get(reference=reference)
    file = case_file(reference, clerk)
    assert file is not None
    assert after.clock == "running"
    assert after.due_at == file.reckoning.due_at
    assert before.due_at and after.due_at and after.due_at > before.due_at
    assert after.version == before.version
