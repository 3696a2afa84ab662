# SPDX-License-Identifier: EUPL-1.2
"""The room of the copies, and how the installation fares."""

from __future__ import annotations

import errno
import shutil
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from pendopo.base import clock
from pendopo.base.copies import copies
from pendopo.base.daily import deeds, do_now
from pendopo.base.models import DailyDeed
from pendopo.bureau.care import DEEDS
from pendopo.cases.services.safekeeping import BACKUP, TRIAL
from tests.bureau.asking import hidden
from tests.counter.conftest import At

PAGE, NOW, TRY = "/kantor/salinan/", "/kantor/salinan/buat/", "/kantor/salinan/coba/"


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.PENDOPO_BACKUPS, settings.MEDIA_ROOT = tmp_path / "backups", tmp_path / "uploads"
    return tmp_path / "backups"


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def text_of(client: Client, page: str = PAGE) -> str:
    return " ".join(client.get(page).content.decode().split())


needs_tool = pytest.mark.skipif(
    "connection.vendor == 'postgresql' and not shutil.which('pg_dump')", reason="no pg_dump here"
)


@needs_tool
@pytest.mark.django_db(transaction=True)
def test_a_press_makes_a_copy_and_another_tries_it(sari: Client, folder: Path) -> None:
    typed = hidden(sari.get(PAGE), 0)
    told = sari.post(NOW, typed, follow=True).content.decode()
    assert "Salinan sudah dibuat dan diperiksa." in told
    assert "Senin, 23 November 2026" in told
    sari.post(NOW, typed)
    assert len(copies(folder)) == 1, "the same form twice makes one"
    do_now(TRIAL)
    page = text_of(sari)
    assert "dapat dipulihkan" in page and "0 berkas" in page
    assert hidden(sari.get(PAGE), 1)


@pytest.mark.django_db(transaction=True)
def test_while_one_is_made_no_other_is_begun(sari: Client, folder: Path) -> None:
    typed = hidden(sari.get(PAGE), 0)
    DailyDeed.objects.create(name=BACKUP, began_at=clock.now())
    told = sari.post(NOW, typed, follow=True).content.decode()
    assert "tidak dimulai dua kali" in told
    assert "sedang dibuat" in told and 'http-equiv="refresh"' in told
    assert not folder.exists()


def full_disk(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_told_on_the_first_page_and_stops_nothing(
    sari: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pendopo.base.backup.back_up", full_disk)
    sari.post(NOW, hidden(sari.get(PAGE), 0))
    for page in (PAGE, "/kantor/", "/kantor/keadaan/"):
        assert "Tempat penyimpanan penuh." in text_of(sari, page)
    assert sari.get("/loket/").status_code == 200


def test_an_installation_without_a_copy_says_so(sari: Client) -> None:
    assert "Belum ada salinan cadangan" in text_of(sari, "/kantor/")
    assert "Belum ada. Salinan pertama dibuat" in text_of(sari)


@needs_tool
@pytest.mark.django_db(transaction=True)
def test_an_old_copy_worries_after_a_long_weekend(
    sari: Client, stopped_clock: clock.Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    roomy = shutil.disk_usage("/")._replace(free=10**12)
    monkeypatch.setattr("pendopo.bureau.care.shutil.disk_usage", lambda _: roomy)
    do_now(BACKUP)
    assert "Semuanya berjalan baik." in text_of(sari, "/kantor/keadaan/")
    stopped_clock.advance(timedelta(days=5))
    assert "berumur 5 hari" in text_of(sari, "/kantor/")


def test_a_disk_that_is_nearly_full_worries(sari: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    full = shutil.disk_usage("/")._replace(free=10**6)
    monkeypatch.setattr("pendopo.bureau.care.shutil.disk_usage", lambda _: full)
    assert "Disk hampir penuh" in text_of(sari, "/kantor/")


def test_without_the_tool_of_postgresql_the_page_says_what_to_install(
    sari: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pendopo.bureau.views.copies.tool_is_missing", lambda: True)
    assert "paket postgresql-client" in text_of(sari)


def test_where_the_daily_copy_is_left_to_others_the_page_says_so(
    sari: Client, settings: Settings
) -> None:
    settings.PENDOPO_BACKUP_HOUR = None
    assert "dimatikan pada setelan server" in text_of(sari)


def test_health_tells_versions_and_counts_and_nothing_secret(
    sari: Client, settings: Settings, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(18):
        page = text_of(sari, "/kantor/keadaan/")
    engine = {"sqlite": "SQLite 3.", "postgresql": "PostgreSQL 1"}[connection.vendor]
    assert engine in page
    assert str(settings.DATABASES["default"]["NAME"]) not in page
    assert all(str(secret) not in page for secret in settings.PENDOPO_SECRETS)


def test_every_deed_of_the_day_has_a_name() -> None:
    assert set(deeds()) <= set(DEEDS)


@pytest.mark.parametrize("page", [PAGE, "/kantor/keadaan/"])
def test_it_is_for_those_who_keep_the_settings(at_desk: At, page: str) -> None:
    assert at_desk("Rini").get(page).status_code == 403
