# SPDX-License-Identifier: EUPL-1.2
"""What strangers may send: bounded, so that disk and desk stay the office's."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pendopo.screens.attempts import Allowance
from tests.api.program import FORM, SKCK, Program
from tests.api.test_uploads import photo
from tests.real_offices import PANDAAN

pytestmark = pytest.mark.usefixtures("offices_of_module")


def test_the_public_cannot_fill_a_case(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pendopo.cases.services.uploads.MOST_OF_CASE", 1)
    filed = program.post(f"{SKCK}/cases", FORM).body
    reference, code = filed["reference"], filed["code"]
    statuses = [
        program.upload("a.jpg", photo(size=(64, size)), case=reference, code=code).status
        for size in (48, 50)
    ]
    assert statuses == [201, 422]
    brought = program.upload("a.jpg", photo(), case=reference, position="petugas-loket")
    assert brought.status == 201


def test_the_public_cannot_fill_the_disk(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pendopo.base.room.KEPT_FREE", 1 << 60)
    assert program.upload("a.jpg", photo(), office=PANDAAN).status == 507
    assert program.upload("a.jpg", photo(), position="petugas-loket").status == 201


def test_whoever_files_very_often_is_slowed_and_no_officer(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Allowance("uji-ajukan", 1, timedelta(hours=1))
    monkeypatch.setattr("pendopo.api.filing.BEGUN_APPLICATIONS", few)
    statuses = [program.post(f"{SKCK}/cases", FORM).status for _ in range(2)]
    assert statuses == [201, 429]
    assert program.post(f"{SKCK}/cases", FORM, position="petugas-loket").status == 201
