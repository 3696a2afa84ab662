# SPDX-License-Identifier: EUPL-1.2
"""What an office does beside one case: its queue, its books, its counter, who is away."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pendopo.base import clock
from pendopo.cases import models
from pendopo.offices.models import Assignment
from tests.api.program import BASE, FORM, SKCK, Program
from tests.people import JOKO
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = pytest.mark.usefixtures("offices_of_module")

HERE = f"{BASE}/offices/{PANDAAN}"


def queue(program: Program, query: str = "", position: str = "petugas-loket") -> list[str]:
    said = program.get(f"{HERE}/cases{query}", position=position)
    assert said.status == 200, said
    return [one["reference"] for one in said.body["cases"]]


# The queue


def test_the_queue_shows_what_waits_for_whom(program: Program) -> None:
    waiting, signing = program.filed()["reference"], program.filed()
    program.go_on(signing, position="petugas-loket")
    assert set(queue(program)) == {waiting, signing["reference"]}
    assert queue(program, "?waiting_for_me=true") == [waiting]
    assert queue(program, "?waiting_for_me=true", "kasi-pemerintahan") == [signing["reference"]]
    assert queue(program, "?waiting_for_me=true", "kasi-kesos") == []


def test_whoever_signs_for_another_sees_what_waits_for_that_signature(program: Program) -> None:
    path = f"{HERE}/services/dispensasi-nikah"
    example = program.get(f"{path}/form").body["examples"][0]
    case = program.post(f"{path}/cases", example).body
    program.go_on(case, position="petugas-loket")
    for position in ("camat", "sekretaris-camat"):
        assert queue(program, "?waiting_for_me=true", position) == [case["reference"]]


def test_the_queue_begins_with_the_oldest_promise(
    program: Program, stopped_clock: clock.Clock
) -> None:
    references = []
    for _ in range(3):
        case = program.filed()
        program.go_on(case, position="petugas-loket")
        references.append(case["reference"])
        stopped_clock.advance(timedelta(minutes=3))
    assert queue(program, "?state=tanda-tangan") == references
    assert queue(program, "?limit=1") == references[:1]


def test_a_case_is_found_by_name_reference_or_nik(program: Program) -> None:
    wati = program.filed()["reference"]
    joko = program.filed(nama=JOKO.name, nik=JOKO.nik)["reference"]
    spaced = f"{wati[:3]} {wati[3:6]} {wati[6:]}".lower()
    for words, found in (
        ("wati", wati),
        (spaced, wati),
        (JOKO.nik, joko),
        ("JOKO  rekaan", joko),
    ):
        assert queue(program, f"?q={words}") == [found], words
    assert queue(program, "?q=tidak ada") == []


def test_ended_cases_are_out_of_the_queue_and_can_be_asked_for(program: Program) -> None:
    case = program.filed()
    path = f"{BASE}/cases/{case['reference']}/actions/withdraw"
    assert program.post(path, {}, code=case["code"]).status == 200
    assert queue(program) == []
    assert queue(program, "?ended=true") == [case["reference"]]
    assert queue(program, "?state=ditarik") == [case["reference"]]
    assert queue(program, "?service=sktm&ended=true") == []


def test_a_confidential_matter_shows_no_name_to_those_it_does_not_concern(
    program: Program,
) -> None:
    path = f"{HERE}/services/pengaduan"
    example = program.get(f"{path}/form").body["examples"][0]
    body = {"values": {**example, "nama": "Wati Rekaan"}, "confidential": True}
    assert program.post(f"{path}/cases", body).status == 201
    shown = {
        position: program.get(f"{HERE}/cases", position=position).body["cases"][0]["applicant"]
        for position in ("petugas-pengaduan", "kasi-kesos")
    }
    assert shown == {"petugas-pengaduan": "Wati Rekaan", "kasi-kesos": ""}
    assert queue(program, "?q=wati", "kasi-kesos") == []


@pytest.mark.parametrize(
    "path", ["cases", "books/register-skck", "walk-aways", "bundles", "absences"]
)
def test_the_work_of_another_office_is_not_there(program: Program, path: str) -> None:
    who = {"position": "petugas-loket", "office": KESAMBEN}
    reading = path.startswith(("cases", "books"))
    said = (
        program.get(f"{HERE}/{path}", **who)
        if reading
        else program.post(f"{HERE}/{path}", WELL_FORMED[path], **who)
    )
    assert said.status == 404


WELL_FORMED: dict[str, dict[str, Any]] = {
    "walk-aways": {"service": "skck", "lacks": ["foto"]},
    "bundles": {
        "bringer": "Pak Kasun",
        "relation": "perangkat-desa",
        "files": [{"service": "skck", "values": FORM}],
    },
    "absences": {"position": "camat"},
}


# Books


def test_a_book_shows_every_number_with_its_case(program: Program) -> None:
    case = program.filed()
    action = program.action(case, "reserve", position="petugas-loket")
    program.post(action["href"], {}, position="petugas-loket")
    book = program.get(f"{HERE}/books/register-skck", position="petugas-loket").body
    assert (book["year"], book["last"]) == (2026, 1)
    (row,) = book["rows"]
    assert (row["number"], row["status"]) == ("1 / XI / 2026", "dipesan")
    assert (row["reference"], row["applicant"]) == (case["reference"], "Wati Rekaan")
    last_year = program.get(f"{HERE}/books/register-skck?year=2025", position="petugas-loket")
    assert last_year.body["rows"] == []


def test_a_number_is_inserted_and_given_up_with_its_reason(program: Program) -> None:
    case = program.filed()
    action = program.action(case, "reserve", position="petugas-loket")
    program.post(action["href"], {}, position="petugas-loket")
    path = f"{HERE}/books/register-skck"
    body = {"year": 2026, "after": 1, "reason": "Tertinggal.", "approved_by": "camat"}
    inserted = program.post(f"{path}/insertions", body, position="petugas-loket")
    assert (inserted.status, inserted.body["sisipan"]) == (201, 1)
    number = inserted.body["number"]
    given_up = program.post(
        f"{path}/cancellations", {"number": number, "reason": "Keliru."}, position="petugas-loket"
    )
    assert (given_up.status, given_up.body["status"]) == (200, "batal")
    again = program.post(
        f"{path}/cancellations", {"number": number, "reason": "Keliru."}, position="petugas-loket"
    )
    assert again.status == 409


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("insertions", {"year": 1, "after": 1, "reason": "a", "approved_by": "b"}),
        ("insertions", {"year": 2026, "after": "1", "reason": "a", "approved_by": "b"}),
        ("insertions", {"year": 2026, "after": 1, "reason": "a" * 301, "approved_by": "b"}),
        ("insertions", {"year": 2026, "after": 1, "reason": "a", "approved_by": "b", "c": 1}),
        ("cancellations", {"number": 5, "reason": "a"}),
        ("cancellations", {}),
    ],
)
def test_an_entry_that_cannot_be_is_answered(
    program: Program, path: str, body: dict[str, Any]
) -> None:
    said = program.post(f"{HERE}/books/register-skck/{path}", body, position="petugas-loket")
    assert said.status == 422
    assert all(one["text"].endswith(".") for one in said.body["problems"])


def test_a_book_that_is_none_is_not_there(program: Program) -> None:
    assert program.get(f"{HERE}/books/tidak-ada", position="camat").status == 404


# The counter


def test_a_visit_without_a_file_is_noted_with_what_lacked(program: Program) -> None:
    said = program.post(f"{HERE}/walk-aways", WELL_FORMED["walk-aways"], position="petugas-loket")
    assert (said.status, said.body["name"]) == (201, "visit.walked-away")
    wrong = {"service": "skck", "lacks": ["sayap"]}
    said = program.post(f"{HERE}/walk-aways", wrong, position="petugas-loket")
    assert (said.status, said.codes) == (409, ["unknown-ask"])
    unknown = {"service": "terbang", "lacks": ["foto"]}
    assert program.post(f"{HERE}/walk-aways", unknown, position="petugas-loket").status == 404


def test_files_of_one_bringer_are_answered_one_by_one(program: Program) -> None:
    body = WELL_FORMED["bundles"] | {
        "files": [
            {"service": "skck", "values": FORM},
            {"service": "skck", "values": {**FORM, "nik": "1"}},
            {"service": "terbang", "values": {}},
        ]
    }
    said = program.post(f"{HERE}/bundles", body, position="petugas-loket")
    assert said.status == 201
    first, second, third = said.body["files"]
    assert (first["status"], first["state"]) == ("done", "verifikasi")
    assert program.get(f"{BASE}/cases/{first['reference']}", code=first["code"]).status == 200
    assert (second["status"], second["problems"][0]["where"]) == ("refused", "nik")
    assert third["status"] == "unknown"
    assert models.Case.objects.get().bundle_id is not None


def test_a_bundle_is_handed_over_where_it_is_ready(program: Program) -> None:
    files = [{"service": "skck", "values": FORM}] * 2
    body = WELL_FORMED["bundles"] | {"files": files}
    bundle = program.post(f"{HERE}/bundles", body, position="petugas-loket").body
    ready = bundle["files"][0]
    for position in ("petugas-loket", "kasi-pemerintahan", "petugas-loket", "petugas-loket"):
        program.go_on(ready, position=position)
    said = program.post(
        f"{HERE}/bundles/{bundle['code']}/hand-over",
        {"collector": "Pak Kasun", "relation": "perangkat-desa"},
        position="petugas-loket",
    )
    states = {one["reference"]: (one["status"], one["state"]) for one in said.body["files"]}
    assert states[ready["reference"]] == ("done", "diserahkan")
    assert states[bundle["files"][1]["reference"]] == ("refused", "verifikasi")
    assert said.body["files"][0]["code"] is None


def test_a_bundle_that_is_none_is_not_there(program: Program) -> None:
    body = {"collector": "Pak Kasun", "relation": "perangkat-desa"}
    for code in ("PDN000000", "apa saja"):
        path = f"{HERE}/bundles/{code}/hand-over"
        assert program.post(path, body, position="petugas-loket").status == 404


def test_a_bundle_without_its_bringer_is_refused(program: Program) -> None:
    body = WELL_FORMED["bundles"] | {"bringer": " ", "relation": "tetangga", "files": []}
    said = program.post(f"{HERE}/bundles", body, position="petugas-loket")
    assert (said.status, len(said.codes), models.Bundle.objects.count()) == (409, 3, 0)


def test_a_bundle_sent_twice_is_one_bundle(program: Program) -> None:
    key = {"Idempotency-Key": "rombongan-1"}
    codes = {
        program.post(
            f"{HERE}/bundles", WELL_FORMED["bundles"], headers=key, position="petugas-loket"
        ).body["code"]
        for _ in range(2)
    }
    assert (len(codes), models.Bundle.objects.count(), models.Case.objects.count()) == (1, 1, 1)


def test_a_position_goes_out_and_comes_back(program: Program) -> None:
    body = {
        "position": "camat",
        "from_at": "2026-11-23T09:00",
        "expected_return_at": "2026-11-23T13:00",
        "reason": "Rapat di kabupaten",
    }
    said = program.post(f"{HERE}/absences", body, position="petugas-loket")
    assert (said.status, said.body) == (
        201,
        {"name": "presence.left", "at": "2026-11-23T02:00:00Z"},
    )
    again = program.post(f"{HERE}/absences", body, position="petugas-loket")
    assert again.codes == ["already-out"]
    back = program.post(f"{HERE}/absences/camat/return", {}, position="petugas-loket")
    assert (back.status, back.body["name"]) == (200, "presence.returned")
    assert program.post(f"{HERE}/absences/camat/return", {}, position="camat").status == 409


@pytest.mark.parametrize(
    "body",
    [
        {"position": "camat", "from_at": "kemarin"},
        {"position": "camat", "reason": "a" * 161},
        {"position": 5},
        {"posisi": "camat"},
    ],
)
def test_an_absence_that_cannot_be_is_answered(program: Program, body: dict[str, Any]) -> None:
    assert program.post(f"{HERE}/absences", body, position="camat").status == 422


def test_whoever_holds_no_position_any_more_may_not_look_into_the_office(
    program: Program,
) -> None:
    token = program.token("petugas-loket")
    Assignment.objects.update(to_date="2026-11-01")
    assert program.get(f"{HERE}/cases", token=token).status == 403
    assert program.post(f"{SKCK}/cases", FORM, token=token).status == 403
