# SPDX-License-Identifier: EUPL-1.2
"""Whatever is sent is answered clearly, in Indonesian, and never with 500."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pendopo.api.problems import MEDIA_TYPE, TITLES
from pendopo.cases import models
from tests.api.program import BASE, FORM, SKCK, Program, Said
from tests.real_offices import PANDAAN

pytestmark = pytest.mark.usefixtures("offices_of_module")

CASES = f"{SKCK}/cases"
DEEP = b'{"a":' * 5_000 + b"1" + b"}" * 5_000


def clear(said: Said, *statuses: int) -> Said:
    """The answer, which must be one of these problems, told in Indonesian."""
    assert said.status in statuses, (said.status, said.body)
    assert said.headers["Content-Type"] == MEDIA_TYPE
    assert said.body["title"] == TITLES[said.status]
    assert said.body["status"] == said.status
    assert said.body["detail"]
    assert models.Case.objects.count() <= 1
    return said


# One value of a form that cannot be


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("nik", "99010152038500AB", "bukan angka"),
        ("nik", "990101520385000", "16 angka"),
        ("nik", "9901019903850001", "tanggal lahir"),
        ("surat-desa-tanggal", "31/02/2026", "tidak ada di kalender"),
        ("surat-desa-tanggal", "03/13/2026", "bulan ke-13"),
        ("surat-desa-tanggal", "kemarin", "hari-bulan-tahun"),
        ("surat-desa-tanggal", 20261123, "teks"),
        ("surat-desa-tanggal", "9999999999-01-01", "hari-bulan-tahun"),
        ("nama", "", "Isi «Nama"),
        ("nama", "<script>alert(1)</script>", "karakter «<»"),
        ("nama", "Wati 😀", "karakter «😀»"),
        ("nama", "a" * 121, "terlalu panjang"),
        ("nama", ["Wati"], "teks"),
        ("nama", {"depan": "Wati"}, "teks"),
        ("nama", 5, "teks"),
        ("nama", True, "teks"),
        ("desa", "Atlantis", "tidak ada di kecamatan ini"),
        ("keperluan", "jalan-jalan", "pilih salah satu"),
        ("hp", "12", "Nomor HP"),
        ("tidak-ada", "x", "tidak ada pada formulir"),
        ("nik", 10**400, "16 angka"),
        ("nama", "\u202eitaW", "tidak terlihat"),
    ],
)
def test_a_line_that_cannot_be_is_named_with_how_to_mend_it(
    program: Program, field: str, value: Any, says: str
) -> None:
    said = clear(program.post(CASES, {**FORM, field: value}), 422)
    assert said.places == [field]
    assert says in said.body["problems"][0]["text"]
    assert models.Case.objects.count() == 0


@pytest.mark.parametrize(
    "name", ["Siti Nur'aini", "Ahmad Sa’ad, S.H.", "R.A. Sri-Wahyuni (Yuni)", "José Ramírez"]
)
def test_names_as_people_have_them_are_taken(program: Program, name: str) -> None:
    assert program.post(CASES, {**FORM, "nama": name}).status == 201


def test_every_problem_of_a_form_is_told_at_once(program: Program) -> None:
    said = clear(program.post(CASES, {"nama": "", "nik": "1", "lain": "x"}), 422)
    assert {"nama", "nik", "lain", "desa", "keperluan"} <= set(said.places)


@pytest.mark.parametrize(
    "group", ["bukan daftar", 5, [], [5], {"suami": 5}, {"lain": {}}, {"suami": []}, None]
)
def test_a_group_in_the_wrong_shape_is_named(program: Program, group: Any) -> None:
    path = f"{BASE}/offices/{PANDAAN}/services/dispensasi-nikah"
    example = program.get(f"{path}/form").body["examples"][0]
    said = clear(program.post(f"{path}/cases", {**example, "calon": group}), 422)
    assert all(place.startswith("calon") for place in said.places)


# A body that cannot be


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nama=Wati",
        b'{"nama": "Wati",}',
        b'{"nama": NaN}',
        b'{"a": Infinity}',
        b'{"a": 1e999}',
        b'{"nama": "Wati", "nama": "Joko"}',
        b'{"nama": "a\\u0000b"}',
        b'{"a\\u0000": "b"}',
        b'{"nama": "\\ud800"}',
        b'{"nama": "\xff\xfe"}',
        b'"\x00"',
        DEEP,
        b"[" * 100_000,
        b'{"a": ' + b"9" * 5_000 + b"}",
        json.dumps({"a": [[[[[[[[[[[[[[[[[[["x"]]]]]]]]]]]]]]]]]]]}).encode(),
    ],
)
def test_a_body_that_is_no_plain_json_is_answered(program: Program, body: bytes) -> None:
    clear(program.post(CASES, body), 400, 422)
    assert models.Case.objects.count() == 0


@pytest.mark.parametrize("body", ["[]", '"teks"', "5", "true", "null", "[{}]"])
def test_json_that_is_no_object_is_answered(program: Program, body: str) -> None:
    clear(program.post(CASES, body.encode()), 400, 422)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", "", "a/b/c;="]
)
def test_another_kind_of_content_is_answered(program: Program, kind: str) -> None:
    said = program.send("POST", CASES, json.dumps(FORM).encode(), content_type=kind)
    clear(said, 415)


def test_json_by_its_full_name_is_taken(program: Program) -> None:
    kind = "application/json; charset=utf-8"
    assert program.send("POST", CASES, FORM, content_type=kind).status == 201


def test_a_body_above_the_cap_is_answered(program: Program) -> None:
    clear(program.post(CASES, {**FORM, "nama": "a" * 1_100_000}), 413)


@pytest.mark.parametrize(
    "envelope",
    [
        {"values": []},
        {"values": "x"},
        {"values": FORM, "lain": 1},
        {"values": FORM, "uploads": "x"},
        {"values": FORM, "uploads": [{"id": "bukan"}]},
        {"values": FORM, "uploads": [5]},
        {"values": FORM, "uploads": [{"id": "x", "lain": 1}]},
        {"values": FORM, "uploads": ["0198f3c2-0000-7000-8000-000000000000"]},
        {"values": FORM, "anonymous": "ya"},
        {"values": FORM, "reminders": "x"},
        {"values": FORM, "reasons": "a" * 5_001},
    ],
)
def test_an_envelope_that_cannot_be_is_answered(program: Program, envelope: Any) -> None:
    clear(program.post(CASES, envelope), 422)
    assert models.Case.objects.count() == 0


@pytest.mark.parametrize("moment", ["kapan-kapan", 5, "2026-02-31T09:00", "0001-01-01T00:00+14:00"])
def test_a_moment_that_cannot_be_is_answered(program: Program, moment: Any) -> None:
    body = {"values": FORM, "happened_at": moment}
    said = clear(program.post(CASES, body, position="petugas-loket"), 422)
    assert said.places == ["happened_at"]


def test_a_moment_to_come_is_refused(program: Program) -> None:
    body = {"values": FORM, "happened_at": "2026-11-24T09:00+07:00"}
    said = clear(program.post(CASES, body, position="petugas-loket"), 409)
    assert said.codes == ["in-the-future"]


# An address or a header that cannot be


@pytest.mark.parametrize(
    "path",
    [
        "/offices/%00",
        "/offices/35.14.11/services/%00/form",
        "/offices/%F0%28%8C%28",
        "/offices/" + "9" * 3_000,
        "/offices/'; DROP TABLE offices_office; --",
        "/offices/35.14.11/services/<script>",
    ],
)
def test_an_address_that_cannot_be_is_not_there(program: Program, path: str) -> None:
    clear(program.get(f"{BASE}{path}"), 404)


@pytest.mark.parametrize(
    "reference", ["%00", "PDN", "😀", "PDN-7K3-F9N-" * 40, "..%2F", "PDN7K3F9N"]
)
def test_a_reference_that_cannot_be_is_answered(program: Program, reference: str) -> None:
    for who in ({"position": "petugas-loket"}, {"code": "1111-1111"}):
        clear(program.get(f"{BASE}/cases/{reference}", **who), 404)


@pytest.mark.parametrize("code", ["'", "x" * 5_000, "0000-0000", "é", "1111 1111 1111"])
def test_a_code_that_cannot_be_is_answered(program: Program, code: str) -> None:
    case = program.filed()
    clear(program.get(f"{BASE}/cases/{case['reference']}", code=code), 404)


@pytest.mark.parametrize(
    "header", ["Basic dTpw", "Bearer", "Bearer  ", "bearer é", "x" * 5_000, "a b c"]
)
def test_an_authorization_that_is_none_is_answered(program: Program, header: str) -> None:
    headers = {"Authorization": header}
    clear(program.send("GET", f"{BASE}/offices/{PANDAAN}/cases", headers=headers), 401)


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=abc",
        "limit=99999999999999999999",
        "waiting_for_me=mungkin",
        "q=" + "a" * 500,
    ],
)
def test_a_query_that_cannot_be_is_answered(program: Program, query: str) -> None:
    said = program.get(f"{BASE}/offices/{PANDAAN}/cases?{query}", position="petugas-loket")
    clear(said, 422)


@pytest.mark.parametrize("query", ["q=%00", "state=a%00b", "%00=1"])
def test_a_query_with_what_no_row_can_hold_is_answered(program: Program, query: str) -> None:
    said = program.get(f"{BASE}/offices/{PANDAAN}/cases?{query}", position="petugas-loket")
    clear(said, 400)


def test_an_unknown_service_is_not_there(program: Program) -> None:
    clear(program.post(f"{BASE}/offices/{PANDAAN}/services/terbang/cases", FORM), 404)


# A deed that cannot be


def checking(program: Program) -> str:
    case = program.filed()
    return f"{BASE}/cases/{case['reference']}/steps/verifikasi"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verdicts": "semua ada"}, 422),
        ({"verdicts": ["ada"]}, 422),
        ({"facts": 5}, 422),
        ({"outcome": 5}, 422),
        ({"reasons": {"a": "b"}}, 422),
        ({"tidak-dikenal": "x"}, 422),
        ({"version": "1"}, 422),
        ({"version": 1.5}, 422),
        ({"version": -1}, 409),
        ({"version": 10**30}, 409),
        ({"reminders": ["x"]}, 422),
        ({"verdicts": {"tidak-ada": "ada"}}, 409),
        ({"verdicts": {"foto": "hilang"}}, 409),
        ({"verdicts": {"foto": {"verdict": ["ada"]}}}, 409),
        ({"verdicts": {"foto": 5}}, 409),
        ({"verdicts": {"foto": None}}, 409),
        ({"verdicts": {"foto": {"verdict": "salah"}}}, 409),
        ({"outcome": "terbang", "verdicts": {}}, 409),
        ({}, 409),
    ],
)
def test_a_deed_that_cannot_be_changes_nothing(program: Program, body: Any, status: int) -> None:
    clear(program.post(checking(program), body, position="petugas-loket"), status)
    assert models.Case.objects.get().version == 1


def test_a_step_out_of_order_is_refused(program: Program) -> None:
    case = program.filed()
    for step in ("serahkan", "ajukan", "tidak-ada", "%00"):
        path = f"{BASE}/cases/{case['reference']}/steps/{step}"
        clear(program.post(path, {}, position="petugas-loket"), 409, 404)
    assert models.Case.objects.get().version == 1


def test_somebody_without_the_role_is_refused(program: Program) -> None:
    said = clear_forbidden(program.post(checking(program), {}, position="staf-kesos"))
    assert "petugas-loket" in said.body["detail"]


def clear_forbidden(said: Said) -> Said:
    assert (said.status, said.headers["Content-Type"]) == (403, MEDIA_TYPE)
    return said


def test_a_paper_that_is_none_has_no_number(program: Program) -> None:
    case = program.filed()
    path = f"{BASE}/cases/{case['reference']}/papers/tidak-ada/number"
    clear(program.post(path, {}, position="petugas-loket"), 409)
    assert program.post(path, {}, code=case["code"]).status == 401


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("pay", {"amount": "NaN", "method": "titipan"}),
        ("pay", {"amount": -5, "method": "titipan"}),
        ("pay", {"amount": 10**40, "method": "titipan"}),
        ("pay", {"amount": True, "method": "titipan"}),
        ("pay", {"amount": 1.5, "method": "titipan"}),
        ("pay", {"amount": [], "method": {}}),
        ("hand-over", {"collector": "Joko", "relation": "sendiri", "received": 5}),
        ("hand-over", {"collector": "Joko", "relation": "sendiri", "received": [{"a": 1}]}),
        ("hand-over", {"collector": ["Joko"], "relation": "sendiri"}),
        ("hand-over", {"collector": "Joko", "relation": "tetangga"}),
        ("print", {"reference": 5}),
    ],
)
def test_what_a_verb_takes_in_the_wrong_shape_is_answered(
    program: Program, verb: str, body: Any
) -> None:
    """On the way of a payment, which has these verbs one after the other."""
    path = f"{BASE}/offices/{PANDAAN}/services/pbb"
    example = program.get(f"{path}/form").body["examples"][0]
    case = program.post(f"{path}/cases", example).body
    here = program.action(case, position="petugas-loket")
    while here["schema"]["x-verb"] != verb:
        position = "petugas-pbb" if here["step"] != "verifikasi" else "petugas-loket"
        said = program.go_on(case, position=position)
        assert said.status == 200, said
        here = program.action(case, position="petugas-pbb")
    before = models.Case.objects.get().version
    clear(program.post(here["href"], body, position="petugas-pbb"), 409, 422)
    assert models.Case.objects.get().version == before


# Anything at all

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=8) | st.sampled_from(sorted(FORM)), inner, max_size=4)
    ),
    max_leaves=12,
)
KEYS = "version happened_at outcome verdicts facts forms reasons note reminders values deeds what"
DEED = st.dictionaries(st.sampled_from(KEYS.split()), ANYTHING, max_size=5)
PATHS = ("steps/verifikasi", "deeds", "actions/amend", "actions/withdraw")
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(changes=st.dictionaries(st.sampled_from([*FORM, "hp", "lain"]), ANYTHING, min_size=1))
def test_no_form_ever_breaks_the_server(program: Program, changes: dict[str, Any]) -> None:
    said = program.post(CASES, json.dumps({**FORM, **changes}).encode())
    assert said.status in (201, 400, 422), said


@QUICK
@given(
    body=DEED,
    name=st.sampled_from(["steps/verifikasi", "deeds", "actions/amend", "actions/withdraw"]),
)
def test_no_deed_ever_breaks_the_server(program: Program, body: Any, name: str) -> None:
    case = program.filed()
    path = f"{BASE}/cases/{case['reference']}/{name}"
    said = program.post(path, json.dumps(body).encode(), position="petugas-loket")
    assert said.status in (200, 400, 409, 422), said


@QUICK
@given(body=st.binary(max_size=60))
def test_no_bytes_ever_break_the_server(program: Program, body: bytes) -> None:
    assert program.post(CASES, body).status in (400, 422)
