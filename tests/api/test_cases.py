# SPDX-License-Identifier: EUPL-1.2
"""A case over the API: opened, read by whom it concerns, and carried on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pendopo.base import clock
from pendopo.cases import models
from tests.api.program import BASE, FORM, SKCK, Json, Program
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = pytest.mark.usefixtures("offices_of_module")


def case_path(case: Json) -> str:
    return f"{BASE}/cases/{case['reference']}"


def test_an_applicant_is_given_a_reference_and_a_code(program: Program) -> None:
    case = program.filed()
    assert case["state"] == "verifikasi"
    assert case["promise"]["text"] == "10 menit"
    assert case["links"]["self"] == case_path(case)
    assert program.get(case_path(case), code=case["code"]).status == 200


def test_the_counter_files_for_an_applicant_and_says_so(program: Program) -> None:
    body = {"values": FORM, "happened_at": "2026-11-23T08:15:00+07:00"}
    said = program.post(f"{SKCK}/cases", body, position="petugas-loket")
    assert said.status == 201
    line = program.get(said.body["links"]["self"], code=said.body["code"]).body["history"][0]
    assert line["late"] is True
    assert line["at"] == "2026-11-23T01:15:00Z"
    assert "oleh Pemohon (dicatat oleh Petugas Loket Pelayanan)" in line["sentence"]


def test_what_is_only_the_counters_to_say_is_not_taken_from_an_applicant(
    program: Program,
) -> None:
    body = {"values": FORM, "channel": "loket", "happened_at": "2026-11-20T08:00", "note": "a"}
    said = program.post(f"{SKCK}/cases", body)
    assert (said.status, set(said.places)) == (422, {"channel", "happened_at", "note"})


def test_an_applicant_comes_by_the_portal(program: Program) -> None:
    case = program.filed()
    assert program.get(case_path(case), code=case["code"]).body["channel"] == "portal"


def test_a_number_of_another_region_is_only_a_warning(program: Program) -> None:
    said = program.post(f"{SKCK}/cases", FORM)
    assert said.status == 201
    assert said.body["warnings"][0]["where"] == "nik"


def test_the_holder_of_the_code_reads_no_names_and_no_number(program: Program) -> None:
    case = program.filed()
    program.go_on(case, position="petugas-loket")
    told = program.get(case_path(case), code=case["code"]).body
    assert told["waiting_for"] == [
        {
            "step": "tanda-tangan",
            "by": "pejabat-berwenang",
            "title": "Tanda tangan",
            "text": "Menunggu tanda tangan pejabat",
        }
    ]
    assert told["form"]["nik"] == "9901********0001"
    assert told["form"]["nama"] == "Wati Rekaan"
    assert "Banyu" not in str(told)
    inside = program.get(case_path(case), position="petugas-loket").body
    sentence = inside["history"][1]["sentence"]
    assert sentence == "Berkas diperiksa oleh Banyu Samodra, Petugas Loket Pelayanan: lengkap."
    assert inside["form"]["nik"] == "9901********0001"


def test_a_case_tells_its_promise_line_by_line(program: Program) -> None:
    case = program.filed()
    program.go_on(case, position="petugas-loket")
    promise = program.get(case_path(case), code=case["code"]).body["promise"]
    assert promise["due"] == "2026-11-23T02:50:00Z"
    assert promise["state"] == "running"
    assert promise["reckoning"][-1].startswith("Jatuh tempo Senin, 23 November 2026 pukul 09.50")


def test_what_lacks_is_told_once_and_complete(program: Program) -> None:
    case = program.filed()
    action = program.action(case, position="petugas-loket")
    asks = action["schema"]["properties"]["verdicts"]["properties"]
    verdicts = dict.fromkeys(asks, "ada") | {
        "foto": {"verdict": "salah", "reason": "latar bukan merah"},
        "ktp": "kurang",
    }
    said = program.post(action["href"], {"verdicts": verdicts}, position="petugas-loket")
    assert (said.status, said.body["state"]) == (200, "ajukan")
    told = program.get(case_path(case), code=case["code"]).body
    assert {one["ask"]: one["text"] for one in told["lacks"]} == {
        "foto": "latar bukan merah",
        "ktp": "",
    }
    assert all(one["label"] for one in told["lacks"])
    assert told["waiting_for"][0]["text"].startswith("Menunggu Anda")
    assert {one["name"] for one in told["actions"]} >= {"act", "withdraw", "amend"}


def test_a_case_goes_to_its_end_by_examples_alone(program: Program) -> None:
    case = program.filed()
    for position in (
        "petugas-loket",
        "kasi-pemerintahan",
        "petugas-loket",
        "petugas-loket",
        "petugas-loket",
    ):
        said = program.go_on(case, position=position)
        assert said.status == 200, said
    assert (said.body["state"], said.body["ended"]) == ("diserahkan", True)
    told = program.get(case_path(case), position="petugas-loket").body
    assert told["numbers"][0]["number"] == "1 / XI / 2026"
    assert told["papers"][0]["signed"] is True
    assert told["promise"]["kept"] is True
    assert [point["progress"] for point in told["timeline"]] == ["passed"] * 6


def test_several_steps_are_done_at_once_or_not_at_all(program: Program) -> None:
    case = program.filed()
    program.go_on(case, position="petugas-loket")
    program.go_on(case, position="kasi-pemerintahan")
    path = f"{case_path(case)}/deeds"
    wrong = {"deeds": [{"step": "register"}, {"step": "serahkan"}]}
    said = program.post(path, wrong, position="petugas-loket")
    assert (said.status, said.codes) == (409, ["not-here"])
    both = {"deeds": [{"step": "register"}, {"step": "stempel"}]}
    said = program.post(path, both, position="petugas-loket")
    assert [event["step"] for event in said.body["events"]] == ["register", "stempel"]
    assert said.body["events"][0]["numbers"] == ["1 / XI / 2026"]


def test_a_stale_version_is_told_the_current_one(program: Program) -> None:
    case = program.filed()
    action = program.action(case, position="petugas-loket")
    example = action["schema"]["examples"][0]
    program.post(f"{case_path(case)}/actions/withdraw", {}, code=case["code"])
    said = program.post(action["href"], example, position="petugas-loket")
    assert (said.status, said.codes, said.body["current_version"]) == (409, ["stale"], 2)


@pytest.mark.parametrize(
    ("header", "status"), [('"1"', 200), ("1", 200), ('W/"1"', 200), ("*", 200)]
)
def test_the_version_may_come_as_if_match(program: Program, header: str, status: int) -> None:
    case = program.filed()
    said = program.post(
        f"{case_path(case)}/actions/withdraw",
        {},
        headers={"If-Match": header},
        code=case["code"],
    )
    assert said.status == 200


def test_if_match_of_an_older_version_is_stale_and_of_none_is_unreadable(
    program: Program,
) -> None:
    case = program.filed()
    path = f"{case_path(case)}/actions/withdraw"
    for header, status in (('"9"', 409), ("abc", 422)):
        said = program.post(path, {}, headers={"If-Match": header}, code=case["code"])
        assert said.status == status
    said = program.post(path, {"version": 1}, headers={"If-Match": '"2"'}, code=case["code"])
    assert said.status == 422


def test_the_etag_of_a_case_is_its_version(program: Program) -> None:
    case = program.filed()
    said = program.get(case_path(case), code=case["code"])
    assert said.headers["ETag"] == '"1"'
    assert said.headers["Cache-Control"] == "no-store"


def test_another_offices_officer_sees_what_a_stranger_sees(program: Program) -> None:
    case = program.filed()
    foreign = program.get(case_path(case), position="petugas-loket", office=KESAMBEN)
    unknown = program.get(f"{BASE}/cases/PDN000000", position="petugas-loket")
    wrong = program.get(case_path(case), code="0000-0000")
    assert {foreign.status, unknown.status, wrong.status} == {404}
    assert foreign.body == unknown.body == wrong.body


def test_another_offices_officer_can_do_nothing(program: Program) -> None:
    case = program.filed()
    said = program.post(
        f"{case_path(case)}/steps/verifikasi", {}, position="petugas-loket", office=KESAMBEN
    )
    assert said.status == 404
    assert models.Case.objects.get(reference=case["reference"]).version == 1


def test_an_officer_files_in_her_own_office_only(program: Program) -> None:
    said = program.post(f"{SKCK}/cases", FORM, position="petugas-loket", office=KESAMBEN)
    assert said.status == 403


def test_a_step_of_another_role_is_refused_by_who_asks(program: Program) -> None:
    case = program.filed()
    said = program.post(f"{case_path(case)}/steps/verifikasi", {}, position="camat")
    assert (said.status, said.codes) == (403, ["not-yours"])


def test_a_token_that_holds_no_more_is_never_passed_over(program: Program) -> None:
    for token in ("salah", "", "pendopo_x y"):
        said = program.send(
            "POST", f"{SKCK}/cases", FORM, headers={"Authorization": f"Bearer {token}"}
        )
        assert said.status == 401
        assert 'error="invalid_token"' in said.headers["WWW-Authenticate"]


def test_wrong_codes_are_counted_until_the_right_one_has_to_wait(
    program: Program, stopped_clock: clock.Clock
) -> None:
    case = program.filed()
    for _ in range(10):
        assert program.get(case_path(case), code="1111-1111").status == 404
    said = program.get(case_path(case), code=case["code"])
    assert said.status == 429
    assert said.headers["Retry-After"] == "900"
    stopped_clock.advance(timedelta(minutes=15))
    assert program.get(case_path(case), code=case["code"]).status == 200


def test_unknown_references_are_counted_as_well(program: Program) -> None:
    statuses = [program.get(f"{BASE}/cases/apa-saja", code="1111-1111").status for _ in range(11)]
    assert statuses == [404] * 10 + [429]


def test_an_added_requirement_is_asked_for_by_its_own_words(program: Program) -> None:
    case = program.filed()
    action = program.action(case, "add-requirement", position="petugas-loket")
    body = {"what": "Surat kuasa", "reasons": "Diwakilkan."}
    assert program.post(action["href"], body, position="petugas-loket").status == 200
    schema = program.action(case, position="petugas-loket")["schema"]
    asks = schema["properties"]["verdicts"]["properties"]
    assert asks["tambahan-1"]["title"] == "Surat kuasa"


def test_a_number_is_reserved_for_a_paper(program: Program) -> None:
    case = program.filed()
    action = program.action(case, "reserve", position="petugas-loket")
    said = program.post(action["href"], action["schema"]["examples"][0], position="petugas-loket")
    assert said.body["events"][0]["numbers"] == ["1 / XI / 2026"]


def test_an_action_that_is_none_is_not_there(program: Program) -> None:
    case = program.filed()
    for name in ("hapus", "reserve", "act"):
        said = program.post(f"{case_path(case)}/actions/{name}", {}, code=case["code"])
        assert said.status == 404, name


def test_a_service_that_keeps_names_back_may_be_asked_without_one(program: Program) -> None:
    path = f"{BASE}/offices/{PANDAAN}/services/pengaduan"
    form = program.get(f"{path}/form").body
    assert form["x-anonymous"] is True
    body = {"values": form["examples"][0], "anonymous": True, "confidential": True}
    case = program.post(f"{path}/cases", body).body
    told = program.get(case_path(case), code=case["code"]).body
    assert (told["anonymous"], told["confidential"]) == (True, True)


def test_legal_ceilings_run_beside_the_promise(program: Program) -> None:
    path = f"{BASE}/offices/{PANDAAN}/services/pengaduan"
    example = program.get(f"{path}/form").body["examples"][0]
    case = program.post(f"{path}/cases", example).body
    ceilings = program.get(case_path(case), code=case["code"]).body["promise"]["ceilings"]
    assert ceilings and ceilings[0]["cite"]
