# SPDX-License-Identifier: EUPL-1.2
"""Opening cases: what is stored, where, and what a refusal leaves behind: nothing."""

from __future__ import annotations

import json

from pendopo.cases import models
from pendopo.cases.queries import by_identity, case_file
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.filing import Filing, file_case
from pendopo.domain.references import parse_reference
from tests.cases import counter
from tests.real_offices import KESAMBEN, PANDAAN


def test_a_case_stands_at_the_check_after_filing() -> None:
    answer = counter.handed_in()
    assert (answer.row.state, answer.row.waiting_for) == ("verifikasi", "petugas-loket")
    assert answer.row.version == 1
    assert str(parse_reference(answer.row.reference)).startswith("PDN ")


def test_the_list_shows_name_and_village() -> None:
    row = counter.handed_in().row
    assert (row.applicant, row.village) == ("Wati Rekaan", "35.14.11.1006")


def test_no_personal_value_stands_in_the_event() -> None:
    row = counter.handed_in().row
    event = models.Event.objects.get(stream_key=str(row.id))
    shown = " ".join(str(getattr(event, f.name)) for f in event._meta.concrete_fields)
    for value in ("Wati", "Rekaan", "470/12/2026", "99141152", "81200000001"):
        assert value not in shown


def test_identity_numbers_lie_sealed_beside_a_plain_name() -> None:
    counter.handed_in()
    body = models.EventPrivate.objects.get().body
    assert "Wati Rekaan" in body
    assert "9914115203850001" not in body
    assert "81200000001" not in body
    assert set(json.loads(body)["values"]["nik"]) == {"$sealed"}


def test_a_sealed_number_is_found_by_its_blind_index() -> None:
    row = counter.handed_in().row
    counter.handed_in(nik="9914115203850002")
    assert [found.id for found in by_identity(PANDAAN, "nik", "9914115203850001")] == [row.id]
    assert by_identity(KESAMBEN, "nik", "9914115203850001") == []


def test_the_form_comes_back_as_it_was_meant() -> None:
    row = counter.handed_in().row
    file = case_file(row.reference, counter.officer("camat"))
    assert file is not None
    assert file.values["nik"] == "9914115203850001"
    assert file.values["hp"] == "+6281200000001"
    assert file.values["surat-desa-tanggal"] == "2026-11-20"


def test_every_trouble_of_a_form_is_told_at_once_and_nothing_stored() -> None:
    answer = counter.tried(nama="", nik="99141152O3850001", **{"surat-desa-tanggal": "31/02/2026"})
    assert isinstance(answer, NotRecorded)
    assert {t.where for t in answer.troubles} == {"nama", "nik", "surat-desa-tanggal"}
    assert models.Case.objects.count() == 0
    assert models.Event.objects.filter(stream="case").count() == 0


def test_a_nik_of_another_region_is_a_warning() -> None:
    answer = counter.handed_in(nik="9901015203850001")
    assert [w.where for w in answer.warnings] == ["nik"]


def test_an_unknown_service_is_not_found() -> None:
    filing = Filing(PANDAAN, "tidak-ada", counter.FORM)
    assert isinstance(file_case(filing=filing, actor=None), NotFound)


def test_an_applicant_files_without_an_account() -> None:
    filing = Filing(PANDAAN, counter.SERVICE, counter.FORM, {"channel": "portal"})
    answer = counter.done(file_case(filing=filing, actor=None))
    assert answer.row.channel == "portal"
    assert models.Event.objects.get(stream_key=str(answer.row.id)).actor.startswith("applicant:")


def test_another_offices_officer_finds_nothing() -> None:
    row = counter.handed_in().row
    assert case_file(row.reference, counter.officer("camat", KESAMBEN)) is None
