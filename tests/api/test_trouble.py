# SPDX-License-Identifier: EUPL-1.2
"""Troubles of the server itself: another key, a full disk. Told kindly, and nothing half-done."""

from __future__ import annotations

import errno

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import Settings

from pendopo.cases import models
from tests.api.program import BASE, FORM, SKCK, Program


def counted() -> tuple[int, ...]:
    """How many rows a filing touches."""
    kinds = (models.Case, models.Event, models.EventPrivate, models.BlindIndex)
    return tuple(kind.objects.count() for kind in kinds)


def test_a_case_under_another_key_is_answered_with_what_is_wrong(
    program: Program, settings: Settings
) -> None:
    filed = program.post(f"{SKCK}/cases", FORM, position="petugas-loket").body
    token = program.token("petugas-loket")
    settings.PENDOPO_SECRETS = ((1, "x" * 40),)
    said = program.get(f"{BASE}/cases/{filed['reference']}", token=token)
    assert (said.status, said.body["title"]) == (503, "Belum dapat dilayani")
    assert "kunci di server ini tidak membukanya" in said.body["detail"]
    assert FORM["nik"] not in str(said.body)


def full_on_postgresql() -> OperationalError:
    """A full disk as psycopg and Django tell it."""
    told = OperationalError("could not extend file")
    told.__cause__ = psycopg.errors.DiskFull("could not extend file")
    return told


@pytest.mark.parametrize(
    "fault",
    [full_on_postgresql(), OSError(errno.ENOSPC, "No space left on device")],
    ids=["PostgreSQL", "files"],
)
def test_a_full_disk_is_told_and_leaves_nothing_half_done(
    program: Program, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    token, before = program.token("petugas-loket"), counted()

    def refuse(*_: object, **__: object) -> None:
        raise fault

    with monkeypatch.context() as last_step:
        last_step.setattr(models.BlindIndex.objects, "bulk_create", refuse)
        said = program.post(f"{SKCK}/cases", FORM, token=token)
    assert (said.status, said.body["title"]) == (507, "Tempat penyimpanan penuh")
    assert "Belum ada yang tersimpan" in said.body["detail"]
    assert counted() == before
    assert program.post(f"{SKCK}/cases", FORM, token=token).status == 201


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite only")
@pytest.mark.django_db(transaction=True)
def test_a_database_that_cannot_grow_is_told_and_served_again_when_it_can(program: Program) -> None:
    token, before = program.token("petugas-loket"), counted()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
        answers = [program.post(f"{SKCK}/cases", FORM, token=token).status for _ in range(40)]
        cursor.execute("PRAGMA max_page_count=1073741823")
    assert set(answers) == {201, 507}
    assert models.Case.objects.count() == before[0] + answers.count(201)
    assert program.post(f"{SKCK}/cases", FORM, token=token).status == 201


def test_visitors_behind_our_own_proxy_are_counted_one_by_one(
    program: Program, settings: Settings
) -> None:
    settings.PENDOPO_PROXIES = 1
    path = f"{BASE}/cases/apa-saja"

    def tried(by: str) -> int:
        header = {"X-Forwarded-For": f"192.0.2.{len(by)}, {by}", "X-Tracking-Code": "1111-1111"}
        return program.send("GET", path, None, headers=header).status

    assert [tried("198.51.100.7") for _ in range(11)] == [404] * 10 + [429]
    assert tried("198.51.100.8") == 404


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/", "/api/v2/offices", "/api/v1x"])
def test_an_address_beside_the_api_is_answered_as_a_program_expects(address: str) -> None:
    answer = Client().get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
