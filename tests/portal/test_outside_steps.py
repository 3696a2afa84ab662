# SPDX-License-Identifier: EUPL-1.2
"""Whatever step is the applicant's has a form made by the engine, at the portal too."""

from __future__ import annotations

import pytest

from pendopo.cases.queries import case_file
from pendopo.cases.services.advancing import advance
from pendopo.domain.vocabulary import Verb
from pendopo.screens.case_view import view_of
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.offered import actions
from tests.cases import counter, letters
from tests.portal.following import enter, fields, names, page, row, said
from tests.real_offices import KESAMBEN, PANDAAN


@pytest.fixture(autouse=True)
def _both_offices(real_offices: None) -> None:
    """Pandaan and Kesamben."""


def carried(service: str, office: str, verb: Verb, positions: tuple[str, ...]) -> tuple[str, str]:
    """A case carried by officers to the applicant's own step of this verb: reference and step.

    By the first example of each step before it, whoever of the positions may pass it.
    """
    reference = letters.filed(service, office)
    for _ in range(12):
        mine = case_file(reference, None)
        assert mine is not None and mine.case.step
        if mine.chain and mine.standard.step(mine.case.step).do is verb:
            return reference, mine.case.step
        for position in (*positions, None):
            actor = counter.officer(position, office) if position else None
            file = case_file(reference, actor)
            assert file is not None
            step = next((one for one in actions(view_of(file).scene) if one.step), None)
            if step and (actor is None or not step.recorded_for):
                sent = commands.read_sent(step.schema["examples"][0], file.world.office.zone)
                assert isinstance(sent, commands.Sent)
                command = commands.one_deed(step.step or "", sent)
                counter.done(advance(reference=reference, command=command, actor=actor))
                break
    raise AssertionError(f"{service} has no step to {verb} for its applicant")


def test_what_was_paid_is_told_and_what_is_missing_is_said_beside_its_field() -> None:
    reference, step = carried("pbb", PANDAAN, Verb.PAY, ("petugas-loket", "petugas-pbb"))
    assert "Giliran Anda: bayar" in page(reference)
    client, address = enter(reference), f"/lacak/{reference}/langkah/{step}/"
    form = {**fields(client.get(address)), f"{step}.amount": "125.000", f"{step}.method": "teller"}
    refused = client.post(address, form)
    assert refused.status_code == 422
    assert f'href="#f-{step}.reference"' in said(refused)
    assert fields(refused)[f"{step}.amount"] == "125.000"
    check = client.post(address, {**fields(refused), f"{step}.reference": "B-123"})
    assert "Rp 125.000" in said(check).replace("\xa0", " ") and "Teller bank" in said(check)
    assert names(reference)[-1] != "payment.received"
    assert client.post(address, {**fields(check), "kirim": "ya"}).status_code == 302
    assert names(reference)[-1] == "payment.received"
    assert row(reference).state != step


def test_of_several_ways_each_has_its_button_and_a_way_back_asks_why() -> None:
    reference, step = carried("ikd", KESAMBEN, Verb.PERFORM, ("petugas-loket", "operator"))
    assert "Giliran Anda: unduh aplikasi IKD" in page(reference)
    client, address = enter(reference), f"/lacak/{reference}/langkah/{step}/"
    while "outcome" not in said(client.get(address)):
        form = fields(client.get(address))
        check = client.post(address, form)
        assert client.post(address, {**fields(check), "kirim": "ya"}).status_code == 302
        file = case_file(reference, counter.officer("petugas-loket", KESAMBEN))
        assert file is not None
        for _ in range(2):
            step = row(reference).state
            command = commands.one_deed(step, commands.Sent(None, None, {}))
            actor = counter.officer("petugas-loket", KESAMBEN)
            counter.done(advance(reference=reference, command=command, actor=actor))
        step = row(reference).state
        address = f"/lacak/{reference}/langkah/{step}/"
    way = {**fields(client.get(address)), "outcome": "gagal"}
    refused = client.post(address, way)
    assert refused.status_code == 422
    told = {**way, f"{step}.reasons.gagal": "Tautannya tidak terbuka."}
    check = client.post(address, told)
    assert "Tautannya tidak terbuka." in said(check)
    assert client.post(address, {**fields(check), "kirim": "ya"}).status_code == 302
    assert row(reference).state == "daftarkan"
