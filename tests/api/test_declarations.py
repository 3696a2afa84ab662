# SPDX-License-Identifier: EUPL-1.2
"""What holds for every operation: a permission, its problems, an address like the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from pendopo.api.app import api
from pendopo.api.callers import Permission
from pendopo.api.problems import MEDIA_TYPE, TITLES
from tests.api.program import BASE, Program

pytestmark = pytest.mark.usefixtures("offices_of_module")

Operation = dict[str, Any]


def operations() -> Iterator[tuple[str, str, Operation]]:
    """Method, address and description of every operation."""
    for path, methods in api.get_openapi_schema(path_prefix=f"{BASE}/")["paths"].items():
        for method, told in methods.items():
            yield method.upper(), path, told


def every(*wanted: str) -> list[Any]:
    """The operations, by these methods only if any is named."""
    found = [one for one in operations() if not wanted or one[0] in wanted]
    return [pytest.param(*one, id=f"{one[0]} {one[1]}") for one in found]


def address(path: str) -> str:
    """An address that fits the path and leads to nothing."""
    return re.sub(r"\{[^}]+\}", "tidak-ada", path)


@pytest.mark.parametrize(("method", "path", "told"), every())
def test_every_operation_declares_its_permission(method: str, path: str, told: Operation) -> None:
    permission = Permission(told["x-permission"])
    assert permission.says in told["description"]
    assert bool(told["security"]) is (permission is not Permission.PUBLIC)


@pytest.mark.parametrize(("method", "path", "told"), every())
def test_every_operation_declares_its_problems(method: str, path: str, told: Operation) -> None:
    declared = {int(code) for code in told["responses"]}
    failures = {code for code in declared if code >= 400}
    assert failures >= {404, 405, 500}
    assert failures <= set(TITLES)
    if told["x-permission"] != "public":
        assert failures >= {401, 403}
    if method == "POST":
        assert failures >= {400, 413, 415, 422}
    for code in failures:
        (kind,) = told["responses"][code]["content"]
        assert kind == MEDIA_TYPE
    assert any(code < 300 for code in declared)


@pytest.mark.parametrize(("method", "path", "told"), every())
def test_every_address_is_written_like_the_others(method: str, path: str, told: Operation) -> None:
    fixed = [part for part in path.split("/") if part and not part.startswith("{")]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", part) for part in fixed)
    assert told["summary"] and not told["summary"].endswith(".")


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [told["operationId"] for _, _, told in operations()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("method", "path", "told"), every())
def test_what_needs_an_officer_is_refused_to_nobody_in_particular(
    program: Program, method: str, path: str, told: Operation
) -> None:
    body = b"" if method == "GET" else b"{}"
    said = program.send(method, address(path), body)
    if told["x-permission"] in ("officer", "holder"):
        assert said.status == 401
        assert "Bearer" in said.headers["WWW-Authenticate"]
    elif path != f"{BASE}/offices":
        assert said.status in (404, 415)


@pytest.mark.parametrize(("method", "path", "told"), every())
def test_a_method_that_an_address_has_not_is_answered_as_a_problem(
    program: Program, method: str, path: str, told: Operation
) -> None:
    said = program.send("PATCH", address(path), b"{}")
    assert (said.status, said.headers["Content-Type"]) == (405, MEDIA_TYPE)
    assert method in said.headers["Allow"]
    assert said.body["status"] == 405


@pytest.mark.parametrize("path", ["", "/", "/tidak-ada", "/offices/", "/cases", "/docs/lain"])
def test_an_address_that_is_none_is_answered_as_a_problem(program: Program, path: str) -> None:
    said = program.get(f"{BASE}{path}" if path else f"{BASE}/")
    assert (said.status, said.headers["Content-Type"]) == (404, MEDIA_TYPE)
    assert said.body["title"] == TITLES[404]


def test_the_description_is_openapi_3_1_and_whole(program: Program) -> None:
    schema = program.get(f"{BASE}/openapi.json").body
    assert schema["openapi"].startswith("3.1")
    told = str(schema)
    for name in set(re.findall(r"#/components/schemas/(\w+)", told)):
        assert name in schema["components"]["schemas"]
    assert set(schema["components"]["securitySchemes"]) == {"bearer", "trackingCode"}


def test_the_page_of_documentation_needs_no_script_and_no_other_server(program: Program) -> None:
    said = program.get(f"{BASE}/docs")
    page = said.body.decode()
    assert said.status == 200
    assert "<script" not in page and "style=" not in page and "https://" not in page
    for _, path, _told in operations():
        assert path in page


def test_only_the_head_of_an_answer_can_be_asked_for(program: Program) -> None:
    said = program.send("HEAD", f"{BASE}/offices")
    assert (said.status, said.headers["Content-Type"]) == (200, "application/json; charset=utf-8")


def test_what_nobody_expected_is_answered_without_details(
    program: Program, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("sandi: rahasia")

    monkeypatch.setattr("pendopo.api.catalogue.versions.catalogue", broken)
    said = program.get(f"{BASE}/offices/35.14.11/services")
    assert (said.status, said.headers["Content-Type"]) == (500, MEDIA_TYPE)
    assert "rahasia" not in str(said.body)
    assert "RuntimeError" in caplog.text
