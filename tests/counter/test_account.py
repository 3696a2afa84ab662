# SPDX-License-Identifier: EUPL-1.2
"""One's own account: who I am, and a second factor for who wants one."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from pendopo.offices.accounts import open_account
from pendopo.offices.models import Assignment, Office, Officer, User
from tests.counter.conftest import At

PASSWORD = "tiga kata yang panjang"


@pytest.fixture
def hadi(office: Office) -> Client:
    """The Camat in a browser, signed in by password."""
    officer = Officer.objects.get(office_id=office.code, name__startswith="Hadi")
    open_account(officer, "hadi")
    user = User.objects.get(username="hadi")
    user.set_password(PASSWORD)
    user.provisional = False
    user.save()
    client = Client()
    client.post("/masuk/", {"login": "hadi", "password": PASSWORD})
    return client


def confirmed(client: Client, address: str) -> str:
    """The page after the password was given once more."""
    asked = client.get(address)
    assert asked.headers["Location"].startswith("/akun/pastikan/")
    answer = client.post(asked.headers["Location"], {"password": PASSWORD, "next": address})
    assert answer.headers["Location"] == address
    return client.get(address).content.decode()


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_app(client: Client) -> str:
    """Set up an app; its secret."""
    page = confirmed(client, "/akun/aplikasi/")
    found = re.search(r'class="secret">([A-Z2-7]+)<', page)
    assert found, page
    answer = client.post("/akun/aplikasi/", {"code": code_of(found[1])})
    assert answer.headers["Location"] == "/akun/kode-cadangan/"
    return found[1]


def test_the_page_says_who_i_am_and_until_when(at_desk: At, office: Office) -> None:
    rinis = at_desk("Rini")
    last = office.today.replace(month=12, day=31)
    Assignment.objects.filter(position__key="petugas-informasi").update(to_date=last)
    page = rinis.get("/akun/").content.decode()
    assert "Rini Contoh" in page
    assert "Petugas Loket" in page
    assert f"sampai 31 Desember {last.year}" in page


def test_the_menu_of_every_page_names_my_positions(at_desk: At) -> None:
    page = at_desk("Rini").get("/loket/").content.decode()
    assert "<li>Petugas Loket</li><li>Petugas Informasi</li>" in page


def test_a_password_is_changed_and_stays_signed_in(hadi: Client) -> None:
    new = "empat kata yang lebih panjang"
    change = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    answer = hadi.post("/akun/sandi/", change, follow=True)
    assert "Kata sandi sudah diganti." in answer.content.decode()
    assert Client().login(username="hadi", password=new)


def test_a_short_password_is_not_taken_and_says_why(hadi: Client) -> None:
    change = {"oldpassword": PASSWORD, "password1": "pendek", "password2": "pendek"}
    answer = hadi.post("/akun/sandi/", change)
    assert answer.status_code == 422
    assert "12 karakter" in answer.content.decode()


def test_an_invented_officer_has_no_password_to_change(at_desk: At) -> None:
    rinis = at_desk("Rini")
    User.objects.filter(username="rini").update(password="!")
    rinis = Client()
    rinis.force_login(User.objects.get(username="rini"))
    assert rinis.get("/akun/sandi/").headers["Location"] == "/akun/"
    assert "rekaan" in rinis.get("/akun/").content.decode()


def test_who_wants_it_is_asked_for_a_code_after_the_password(hadi: Client) -> None:
    secret = with_app(hadi)
    later = Client()
    first = later.post("/masuk/", {"login": "hadi", "password": PASSWORD})
    assert first.headers["Location"] == "/masuk/kode/"
    assert later.get("/loket/").status_code == 302
    wrong = later.post("/masuk/kode/", {"code": "000000"})
    assert wrong.status_code == 422
    assert "belum cocok" in wrong.content.decode()
    spare = hadi.get("/akun/kode-cadangan/").content.decode()
    code = re.findall(r"<code>(\d{8})</code>", spare)[0]
    assert later.post("/masuk/kode/", {"code": code}).headers["Location"] == "/loket/"
    assert later.get("/loket/").status_code == 200
    assert secret


def test_secrets_of_a_second_factor_are_sealed(hadi: Client) -> None:
    secret = with_app(hadi)
    for row in Authenticator.objects.all():
        assert secret not in str(row.data)
    kept = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert kept.data["secret"].startswith("1.")


def test_the_page_of_the_app_needs_nothing_that_the_policy_forbids(hadi: Client) -> None:
    page = confirmed(hadi, "/akun/aplikasi/")
    assert "<svg" in page
    assert not re.search(r"\sstyle=|data:image|<script(?![^>]*src=)", page)


@pytest.mark.parametrize("page", ["kode-cadangan/", "aplikasi/", "passkey/", "sandi/"])
def test_no_browser_keeps_a_page_on_which_secrets_may_stand(hadi: Client, page: str) -> None:
    if page == "kode-cadangan/":
        with_app(hadi)
    elif page != "sandi/":
        confirmed(hadi, f"/akun/{page}")
    answer = hadi.get(f"/akun/{page}")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


def test_spare_codes_are_renewed_and_the_app_is_taken_off(hadi: Client) -> None:
    with_app(hadi)
    before = hadi.get("/akun/kode-cadangan/").content.decode()
    assert hadi.get("/akun/kode-cadangan/baru/").status_code == 200
    hadi.post("/akun/kode-cadangan/baru/")
    assert hadi.get("/akun/kode-cadangan/").content.decode() != before
    assert hadi.get("/akun/aplikasi/lepas/").status_code == 200
    assert hadi.post("/akun/aplikasi/lepas/").headers["Location"] == "/akun/"
    assert not Authenticator.objects.exists()


def test_a_passkey_is_asked_for_with_the_name_of_this_server(hadi: Client) -> None:
    page = confirmed(hadi, "/akun/passkey/")
    assert "&quot;challenge&quot;" in page
    assert "Ponsel atau kunci saya" in page
    options = Client().get("/masuk/passkey/", headers={"Accept": "application/json"}).json()
    assert options["request_options"]["publicKey"]["rpId"] == "testserver"


def test_another_s_account_cannot_be_reached(at_desk: At, hadi: Client) -> None:
    with_app(hadi)
    row = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert at_desk("Rini").get(f"/akun/passkey/{row.pk}/lepas/").status_code in (302, 403, 404)
    assert at_desk("Rini").get("/akun/kode-cadangan/").status_code == 404
