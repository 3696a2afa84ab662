# SPDX-License-Identifier: EUPL-1.2
"""Keys of the API: made for an officer, shown once, withdrawn."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.offices.access import actor_of_token
from pendopo.offices.models import AccessToken, Office
from pendopo.offices.tokens import issue_token
from tests.bureau.asking import hidden, sent
from tests.bureau.people_rooms import last_change, officer
from tests.counter.conftest import At

LIST, NEW = "/kantor/kunci/", "/kantor/kunci/baru/"
TOKEN = re.compile(r"<code>(pendopo_[\w-]+)</code>")


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def made(client: Client, **typed: str) -> str:
    """Make a key for Rini and read it from the page that shows it."""
    answer = sent(client, NEW, officer=str(officer("Rini").id), **typed)
    found = TOKEN.search(client.get(answer["Location"]).content.decode())
    assert found
    return found[1]


def test_a_key_is_shown_once_and_speaks_for_its_officer(sari: Client) -> None:
    token = made(sari, position="petugas-loket")
    actor = actor_of_token(token)
    assert actor and (actor.name, actor.positions) == ("Rini Contoh", ("petugas-loket",))
    again = sari.get(f"{LIST}tampil/").content.decode()
    assert token not in again and "tidak ditampilkan lagi" in again
    assert token not in str(last_change())
    assert token not in sari.get(LIST).content.decode()


def test_it_holds_through_its_last_day(sari: Client, stopped_clock: clock.Clock) -> None:
    token = made(sari, last="2026-11-30")
    stopped_clock.set(datetime(2026, 11, 30, 16, 59, tzinfo=UTC))
    assert actor_of_token(token)
    stopped_clock.set(datetime(2026, 11, 30, 17, 0, tzinfo=UTC))
    assert actor_of_token(token) is None
    assert "habis" in sari.get(LIST).content.decode()


def test_it_is_withdrawn_at_once_after_a_question(sari: Client) -> None:
    token = made(sari)
    address = f"{LIST}{AccessToken.objects.get().id}/cabut/"
    asked = sari.get(address)
    assert "langsung ditolak" in asked.content.decode()
    assert actor_of_token(token)
    assert sari.post(address, hidden(asked))["Location"] == LIST
    assert actor_of_token(token) is None
    assert last_change().fields == ("revoked",)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"last": "2026-11-22"}, "Hari itu sudah lewat."),
        ({"position": "camat"}, "tidak memegang jabatan itu hari ini"),
        ({"officer": ""}, "Masih kosong."),
    ],
)
def test_a_mistake_is_told_beside_the_field(sari: Client, typed: dict[str, str], says: str) -> None:
    answer = sent(sari, NEW, **{"officer": str(officer("Rini").id), **typed})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not AccessToken.objects.exists()


def test_the_list_is_read_in_few_queries(
    sari: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(10):
        issue_token(officer("Rini"))
    with django_assert_max_num_queries(8):
        sari.get(LIST)


def test_no_other_office_s_key_is_found(sari: Client, other_office: Office) -> None:
    issue_token(officer("Dewi", other_office.code))
    address = f"{LIST}{AccessToken.objects.get().id}/cabut/"
    assert sari.get(address).status_code == 404
    assert sari.post(address, {}).status_code == 404
    assert "Dewi" not in sari.get(LIST).content.decode()
