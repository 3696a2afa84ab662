# SPDX-License-Identifier: EUPL-1.2
"""Blank sheets for the hours without power."""

from __future__ import annotations

import pytest

from tests.counter.real_desks import AtPosition, at_position
from tests.counter.test_intake import EVERY
from tests.real_offices import KESAMBEN

__all__ = ["at_position"]


@pytest.mark.parametrize("office", sorted({office for office, _slug in EVERY}))
def test_every_service_has_its_sheet(at_position: AtPosition, office: str) -> None:
    client = at_position("petugas-loket", office)
    listed = client.get("/loket/lembar-kosong/").content.decode()
    for code, slug in EVERY:
        if code == office:
            assert f"/loket/lembar-kosong/{slug}/" in listed
            assert client.get(f"/loket/lembar-kosong/{slug}/").status_code == 200


def test_few_fields_are_a_table_and_many_a_sheet(at_position: AtPosition) -> None:
    client = at_position("petugas-loket")
    table = client.get("/loket/lembar-kosong/skck/").content.decode()
    assert table.count("<tr>") == 15 and "Nomor surat desa/kelurahan" in table
    sheet = client.get("/loket/lembar-kosong/ahli-waris/").content.decode()
    assert "<table" not in sheet and "Ahli waris 4" in sheet and "Saksi kedua" in sheet


def test_an_unknown_service_has_none(at_position: AtPosition) -> None:
    client = at_position("petugas-loket", KESAMBEN)
    assert client.get("/loket/lembar-kosong/paspor/").status_code == 404
