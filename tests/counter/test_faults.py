# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong is told at the counter's own desk, kindly, with what was typed."""

from __future__ import annotations

import errno
import re
import sqlite3
from collections.abc import Iterator

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from pytest_django import Settings

from pendopo.base.sealing import Unreadable
from pendopo.counter.doors import Desk, desk_page
from pendopo.offices.models import Office
from tests.counter.conftest import At


class Full(sqlite3.OperationalError):
    """As SQLite says that no room is left."""

    sqlite_errorcode = sqlite3.SQLITE_FULL


def _full() -> OperationalError:
    fault = OperationalError("database or disk is full")
    fault.__cause__ = Full("database or disk is full")
    return fault


FAULTS = {
    "penuh": _full,
    "disk": lambda: OSError(errno.ENOSPC, "No space left on device"),
    "terkunci": lambda: OperationalError("database is locked"),
    "kunci": lambda: Unreadable("lain"),
    "rusak": lambda: RuntimeError("Wati Rekaan"),
    "bukan": PermissionDenied,
}


@desk_page
def failing(request: HttpRequest, desk: Desk, how: str) -> HttpResponse:
    """A page that fails."""
    raise FAULTS[how]()


urlpatterns = [
    path("loket/gagal/<slug:how>/", failing, name="failing"),
    path("", include("pendopo.urls")),
]
handler400 = "pendopo.counter.faults.bad_request"
handler403 = "pendopo.counter.faults.permission_denied"
handler404 = "pendopo.counter.faults.page_not_found"
handler500 = "pendopo.counter.faults.server_error"


@pytest.fixture(autouse=True)
def _failing(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.counter.test_faults"
    yield


@pytest.fixture
def rinis(at_desk: At) -> Client:
    client = at_desk("Rini")
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    ("how", "status", "says"),
    [
        ("penuh", 507, "Tempat penyimpanan penuh"),
        ("disk", 507, "Tempat penyimpanan penuh"),
        ("terkunci", 503, "Sedang ramai"),
        ("kunci", 503, "belum dapat dibuka"),
        ("rusak", 500, "Ada yang tidak beres di sini"),
    ],
)
def test_what_was_typed_is_given_back_with_a_button_that_sends_it_again(
    rinis: Client, how: str, status: int, says: str
) -> None:
    typed = {"nama": "Wati <b>", "form_key": "k", "saksi": ["a", "b"], "csrfmiddlewaretoken": "x"}
    answer = rinis.post(f"/loket/gagal/{how}/", typed)
    page = answer.content.decode()
    assert answer.status_code == status
    assert says in page
    assert f'<form method="post" action="/loket/gagal/{how}/">' in page
    assert 'name="nama" value="Wati &lt;b&gt;"' in page
    assert 'name="form_key" value="k"' in page
    assert page.count('name="saksi"') == 2
    assert len(re.findall('name="csrfmiddlewaretoken" value="[^x]', page)) == 1


def test_a_page_that_was_only_looked_at_may_be_tried_again(rinis: Client) -> None:
    answer = rinis.get("/loket/gagal/terkunci/")
    assert answer.headers["Retry-After"] == "5"
    page = answer.content.decode()
    assert '<a class="button" href="/loket/gagal/terkunci/">Coba lagi</a>' in page
    assert "masih ada di halaman ini" not in page


def test_nothing_is_asked_of_the_database_that_failed(
    at_desk: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session and the officer are read first, and it is they that cannot be read."""
    rinis = at_desk("Rini")

    def locked(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", locked)
    answer = rinis.get("/loket/")
    assert answer.status_code == 503
    assert "Sedang ramai" in answer.content.decode()


def test_no_fault_is_told_in_a_programmer_s_words(rinis: Client) -> None:
    for how in ("rusak", "terkunci", "penuh", "kunci"):
        page = rinis.get(f"/loket/gagal/{how}/").content.decode()
        assert not re.search(r"(?i)error|exception|traceback|locked|sqlite", page)
        assert "Wati" not in page


def test_no_name_gets_into_the_log(rinis: Client, caplog: pytest.LogCaptureFixture) -> None:
    rinis.post("/loket/gagal/terkunci/", {"nama": "Wati Rekaan"})
    assert "Wati" not in caplog.text


def test_more_than_can_be_read_is_told_so(rinis: Client) -> None:
    answer = rinis.post("/loket/gagal/rusak/", {"nama": "x" * 1_100_000})
    assert answer.status_code == 400
    assert "Isian ini tidak terbaca" in answer.content.decode()


def test_what_is_not_there_is_told_within_the_counter(rinis: Client) -> None:
    answer = rinis.get("/loket/tidak-ada/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Halaman ini tidak ada" in page
    assert "Rini Contoh" in page


def test_who_is_not_signed_in_is_told_no_more(client: Client, office: Office) -> None:
    answer = client.get("/loket/tidak-ada/")
    assert answer.status_code == 404
    assert "Rini" not in answer.content.decode()


def test_what_is_not_one_s_part_is_told_so(rinis: Client) -> None:
    answer = rinis.get("/loket/gagal/bukan/")
    assert answer.status_code == 403
    assert "bukan bagian Anda" in answer.content.decode()


def test_the_public_s_pages_keep_their_own_words(client: Client, office: Office) -> None:
    assert "Mulailah dari daftar kecamatan" in client.get("/tidak-ada/").content.decode()


def test_the_api_keeps_its_own_answers(client: Client, db: None) -> None:
    assert client.get("/api/v1/tidak-ada").headers["Content-Type"] == "application/problem+json"
