# SPDX-License-Identifier: EUPL-1.2
"""Signing in: by name and password, or in a demonstration by one press; and nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from pendopo.offices.accounts import open_account, renew_password
from pendopo.offices.models import Assignment, Office, Officer, User
from tests.counter.conftest import At

NEW = "tiga kata yang panjang"


@pytest.fixture
def rini(office: Office) -> Officer:
    return Officer.objects.get(office_id=office.code, name__startswith="Rini")


@pytest.fixture
def real(settings: Settings, office: Office) -> None:
    settings.PENDOPO_DEMO = False
    Office.objects.update(demo=False)


def sign_in(client: Client, name: str, password: str, **more: str) -> int:
    return client.post("/masuk/", {"login": name, "password": password, **more}).status_code


def with_password(officer: Officer, name: str) -> str:
    """An account whose owner has chosen a password already."""
    open_account(officer, name)
    user = User.objects.get(username=name)
    user.set_password(NEW)
    user.provisional = False
    user.save()
    return NEW


def test_without_a_session_every_page_leads_to_the_sign_in(client: Client, office: Office) -> None:
    answer = client.get("/loket/?tab=2")
    assert answer.headers["Location"] == "/masuk/?next=/loket/%3Ftab%3D2"


def test_name_and_password_lead_to_where_one_wanted(client: Client, rini: Officer) -> None:
    password = with_password(rini, "rini")
    more = {"login": "Rini", "password": password, "next": "/loket/?tab=2"}
    answer = client.post("/masuk/", more)
    assert answer.headers["Location"] == "/loket/?tab=2"
    assert client.get("/loket/").status_code == 200


def test_nobody_is_led_away_from_pendopo(client: Client, rini: Officer) -> None:
    password = with_password(rini, "rini")
    more = {"login": "rini", "password": password, "next": "https://elsewhere.example/"}
    assert client.post("/masuk/", more).headers["Location"] == "/loket/"


def test_a_wrong_password_is_answered_kindly_and_the_name_stays(
    client: Client, rini: Officer
) -> None:
    with_password(rini, "rini")
    answer = client.post("/masuk/", {"login": "rini", "password": "salah"})
    assert answer.status_code == 422
    assert 'value="rini"' in answer.content.decode()
    assert "tidak cocok" in answer.content.decode()


def test_who_guesses_has_to_wait(client: Client, rini: Officer) -> None:
    password = with_password(rini, "rini")
    for _ in range(5):
        sign_in(client, "rini", "salah")
    answer = client.post("/masuk/", {"login": "rini", "password": password})
    assert answer.status_code == 422
    assert "Tunggu lima menit" in answer.content.decode()


def test_who_guesses_elsewhere_keeps_no_officer_out(client: Client, rini: Officer) -> None:
    password = with_password(rini, "rini")
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    for _ in range(6):
        sign_in(elsewhere, "rini", "salah")
    assert sign_in(elsewhere, "rini", password) == 422
    assert sign_in(client, "rini", password) == 302


def test_a_first_password_has_to_be_changed_before_anything_else(
    client: Client, rini: Officer
) -> None:
    first = open_account(rini, "rini")
    sign_in(client, "rini", first)
    answer = client.get("/loket/?tab=2")
    assert answer.headers["Location"] == "/akun/sandi/?next=/loket/%3Ftab%3D2"
    change = {"oldpassword": first, "password1": NEW, "password2": NEW, "next": "/loket/?tab=2"}
    assert client.post("/akun/sandi/", change).headers["Location"] == "/loket/?tab=2"
    assert client.get("/loket/").status_code == 200


def test_a_new_first_password_ends_open_sessions(client: Client, rini: Officer) -> None:
    sign_in(client, "rini", with_password(rini, "rini"))
    rini.refresh_from_db()
    renew_password(rini)
    assert client.get("/loket/").status_code == 302


def test_signing_out_is_not_done_by_a_link(client: Client, rini: Officer) -> None:
    sign_in(client, "rini", with_password(rini, "rini"))
    assert client.get("/keluar/").status_code == 200
    assert client.get("/loket/").status_code == 200
    assert client.post("/keluar/").headers["Location"] == "/masuk/"
    assert client.get("/loket/").status_code == 302


def test_the_name_is_remembered_at_this_computer_and_offered_to_the_next(
    client: Client, rini: Officer, office: Office
) -> None:
    sign_in(client, "rini", with_password(rini, "rini"))
    client.post("/keluar/")
    bayu = Officer.objects.get(office_id=office.code, name__startswith="Bayu")
    sign_in(client, "bayu", with_password(bayu, "bayu"))
    client.post("/keluar/")
    page = client.get("/masuk/").content.decode()
    assert 'name="login" value="bayu"' in page
    assert '<option value="rini">' in page


def test_in_a_demonstration_one_press_is_enough(client: Client, rini: Officer) -> None:
    page = client.get("/masuk/").content.decode()
    assert "Rini Contoh" in page
    assert "Petugas Loket, Petugas Informasi" in page
    press = {"office": rini.office_id, "officer": str(rini.id)}
    assert client.post("/masuk/contoh/", press).headers["Location"] == "/loket/"
    assert client.get("/loket/").context["desk"].officer == rini


def test_the_press_is_no_link(client: Client, rini: Officer) -> None:
    press = {"office": rini.office_id, "officer": str(rini.id)}
    assert client.get("/masuk/contoh/", press).status_code == 405


def test_where_all_is_real_nobody_is_listed_and_nobody_can_be_pressed(
    client: Client, rini: Officer, real: None
) -> None:
    assert "Rini" not in client.get("/masuk/").content.decode()
    press = {"office": rini.office_id, "officer": str(rini.id)}
    assert client.post("/masuk/contoh/", press).status_code == 404
    assert client.get("/loket/").status_code == 302


def test_a_real_office_beside_a_demonstration_is_not_listed(client: Client, rini: Officer) -> None:
    Office.objects.update(demo=False)
    assert "Rini" not in client.get("/masuk/").content.decode()
    press = {"office": rini.office_id, "officer": str(rini.id)}
    assert client.post("/masuk/contoh/", press).status_code == 404


@pytest.mark.parametrize("officer", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_whoever_does_not_exist_cannot_be_pressed(
    client: Client, office: Office, officer: str
) -> None:
    press = {"office": office.code, "officer": officer}
    assert client.post("/masuk/contoh/", press).status_code == 404


def test_a_user_who_is_no_officer_gets_nothing(client: Client, office: Office) -> None:
    client.force_login(User.objects.create_user("tamu"))
    answer = client.get("/loket/")
    assert answer.status_code == 403
    assert "Belum ada jabatan" in answer.content.decode()


def test_an_officer_whose_assignment_has_ended_gets_nothing(
    at_desk: At, office: Office, rini: Officer
) -> None:
    rinis = at_desk("Rini")
    yesterday = office.today - timedelta(days=1)
    Assignment.objects.filter(officer_id=rini.id).update(to_date=yesterday)
    assert rinis.get("/loket/").status_code == 403


def test_nobody_signs_up_or_asks_for_a_password_by_mail(client: Client, office: Office) -> None:
    for address in ("/masuk/daftar/", "/akun/surel/", "/accounts/signup/", "/akun/sandi/lupa/"):
        assert client.get(address).status_code == 404
