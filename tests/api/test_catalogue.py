# SPDX-License-Identifier: EUPL-1.2
"""Offices, services and forms, as anybody may read them."""

from __future__ import annotations

import pytest

from pendopo.standards.schema import COMPONENTS
from tests.api.program import BASE, SKCK, Program
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = pytest.mark.usefixtures("offices_of_module")


def test_every_office_is_listed_with_its_services(program: Program) -> None:
    offices = {one["code"]: one for one in program.get(f"{BASE}/offices").body}
    assert set(offices) == {PANDAAN, KESAMBEN}
    assert offices[PANDAAN]["regency"] == "Kabupaten Pasuruan"
    assert offices[PANDAAN]["services"][:3] == ["pbb", "skck", "sktm"]
    assert offices[KESAMBEN]["services"][-2:] == ["pengaduan", "permintaan-informasi"]


def test_an_office_tells_its_positions_and_villages(program: Program) -> None:
    office = program.get(f"{BASE}/offices/{PANDAAN}").body
    positions = {one["key"]: one for one in office["positions"]}
    assert positions["camat"]["title"] == "Camat Pandaan"
    assert "petugas-loket" in positions["petugas-loket"]["roles"]
    assert {"code": "35.14.11.1006", "name": "Kutorejo", "kind": "kelurahan"} in office["villages"]


def test_services_come_in_the_order_of_the_decree(program: Program) -> None:
    services = program.get(f"{BASE}/offices/{PANDAAN}/services").body
    assert [one["slug"] for one in services][:3] == ["pbb", "skck", "sktm"]
    skck = services[1]
    assert (skck["complete"], skck["duration"]["text"]) == (True, "10 menit")
    assert "GRATIS" in skck["fee"]["text"]


def test_a_service_has_all_its_components_under_the_names_of_the_language(
    program: Program,
) -> None:
    service = program.get(SKCK).body
    assert set(COMPONENTS) <= set(service)
    assert all(service[name] for name in COMPONENTS)
    assert service["duration"] | {"value": 10, "unit": "minute"} == service["duration"]
    assert {"text", "items", "asks"} <= set(service["requirements"][0])
    assert {"kind", "value"} <= set(service["complaint_channels"][0])
    assert isinstance(service["legal_basis"][0], str)
    assert service["version"] == 1


def test_a_form_is_a_schema_whose_example_opens_a_case(program: Program) -> None:
    form = program.get(f"{SKCK}/form").body
    assert form["$schema"].endswith("2020-12/schema")
    assert form["properties"]["desa"]["x-labels"]["35.14.11.1006"] == "Kutorejo"
    assert program.post(f"{SKCK}/cases", form["examples"][0]).status == 201


def test_what_is_not_there_is_answered_alike(program: Program) -> None:
    paths = [
        f"{BASE}/offices/99.99.99",
        f"{BASE}/offices/99.99.99/services",
        f"{BASE}/offices/{PANDAAN}/services/tidak-ada",
        f"{BASE}/offices/{KESAMBEN}/services/pbb/form",
    ]
    answers = [program.get(path) for path in paths]
    assert {said.status for said in answers} == {404}
    assert len({said.body["detail"] for said in answers}) == 1
