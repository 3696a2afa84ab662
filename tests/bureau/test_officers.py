# SPDX-License-Identifier: EUPL-1.2
"""Officers and their accounts, kept by an administrator."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases.services.settings.accounts import close_account
from pendopo.cases.services.settings.changing import system_actor
from pendopo.cases.services.settings.officers import Wanted, keep_officer
from pendopo.cases.settings_history import change_rows
from pendopo.offices.accounts import demo_user
from pendopo.offices.models import AccessToken, Assignment, Office, Officer, User
from pendopo.offices.tokens import issue_token
from tests import people
from tests.bureau.asking import hidden, sent
from tests.bureau.people_rooms import CODE, changed, last_change, officer
from tests.counter.conftest import At

LIST, NEW = "/kantor/petugas/", "/kantor/petugas/baru/"
ANI = {"name": "Ani  Contoh, S.AP.", "nip": "19850312 201001 2 001", "rank": "Penata"}
PASSWORD = re.compile(r"<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){2})</code>")


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    """The secretary, who keeps the settings."""
    return at_desk("Sari")


def page_of(one: Officer) -> str:
    return f"{LIST}{one.id}/"


def confirmed(client: Client, address: str) -> HttpResponse:
    """Press the button of a page that asks first, and go where it leads."""
    return client.post(address, hidden(client.get(address)), follow=True)


def with_account(client: Client, first_name: str, user: str) -> str:
    """Give somebody an account; their first password."""
    address = f"{page_of(officer(first_name))}akun/"
    shown = client.get(sent(client, address, user_name=user)["Location"])
    found = PASSWORD.search(shown.content.decode())
    assert found
    return found[1]


def test_an_officer_is_added_as_letters_print_them(sari: Client) -> None:
    answer = sent(sari, NEW, **ANI)
    made = officer("Ani")
    assert answer["Location"] == page_of(made)
    assert (made.name, made.nip, made.rank) == (
        "Ani Contoh, S.AP.",
        "198503122010012001",
        "Penata",
    )
    told = last_change()
    assert told.what == "officer" and told.after and told.after["name"] == made.name


def test_no_name_stands_in_an_event_that_cannot_be_erased(sari: Client) -> None:
    sent(sari, NEW, **ANI)
    assert "Ani" not in change_rows(CODE)[0].data


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": ""}, "Masih kosong."),
        ({"nip": "1985"}, "18 angka; ini 4"),
        ({"nip": people.RINI.nip}, "sudah tercatat untuk Rini Contoh"),
    ],
)
def test_a_mistake_is_told_beside_the_field(sari: Client, typed: dict[str, str], says: str) -> None:
    answer = sent(sari, NEW, **{**ANI, **typed})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not changed()


def test_a_rank_is_changed_and_the_history_tells_from_what(sari: Client) -> None:
    hadi = officer("Hadi")
    typed = {"name": hadi.name, "nip": hadi.nip, "rank": "Pembina Tingkat I"}
    assert sent(sari, f"{page_of(hadi)}ubah/", **typed)["Location"] == page_of(hadi)
    told = last_change()
    assert told.fields == ("rank",)
    assert told.before and told.before["rank"] == "Pembina"


def test_only_who_is_named_nowhere_can_be_taken_away(sari: Client) -> None:
    sent(sari, NEW, **ANI)
    ani, rini = officer("Ani"), officer("Rini")
    assert "Hapus petugas ini" not in sari.get(page_of(rini)).content.decode()
    key = hidden(sari.get(page_of(ani)))
    assert sari.post(f"{page_of(ani)}hapus/", key)["Location"] == LIST
    refused = sari.post(f"{page_of(rini)}hapus/", {}, follow=True).content.decode()
    assert "jadi tidak dapat dihapus" in refused
    assert [one.name for one in Officer.objects.filter(name__contains="Rini")] == [rini.name]
    assert not Officer.objects.filter(id=ani.id).exists()


def test_a_first_password_is_shown_once_and_has_to_be_changed(sari: Client) -> None:
    password = with_account(sari, "Rini", "rini.c")
    user = authenticate(None, username="rini.c", password=password)
    assert isinstance(user, User) and user.provisional
    again = sari.get(f"{page_of(officer('Rini'))}akun/sandi/").content.decode()
    assert password not in again and "tidak ditampilkan lagi" in again
    assert password not in str(last_change())
    assert password not in str(dict(sari.session))


def test_a_double_click_makes_one_account_whose_password_is_shown(sari: Client) -> None:
    address = f"{page_of(officer('Rini'))}akun/"
    typed = {**hidden(sari.get(address), 0), "user_name": "rini.c"}
    first, second = sari.post(address, typed), sari.post(address, typed)
    assert first["Location"] == second["Location"]
    found = PASSWORD.search(sari.get(second["Location"]).content.decode())
    assert found and authenticate(None, username="rini.c", password=found[1])


def test_a_user_name_is_nobody_else_s(sari: Client) -> None:
    answer = sent(sari, f"{page_of(officer('Rini'))}akun/", user_name="SARI")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "sudah dipakai" in page and 'value="SARI"' in page


def test_a_forgotten_password_is_made_anew(sari: Client) -> None:
    old = with_account(sari, "Rini", "rini.c")
    shown = confirmed(sari, f"{page_of(officer('Rini'))}akun/sandi-baru/").content.decode()
    found = PASSWORD.search(shown)
    assert found and authenticate(None, username="rini.c", password=found[1])
    assert authenticate(None, username="rini.c", password=old) is None
    assert last_change().fields == ("password",)


def test_who_is_signed_in_is_out_as_soon_as_the_account_is_closed(
    sari: Client, at_desk: At
) -> None:
    rini, rinis = officer("Rini"), at_desk("Rini")
    issue_token(rini)
    assert rinis.get("/loket/").status_code == 200
    confirmed(sari, f"{page_of(rini)}akun/tutup/")
    assert rinis.get("/loket/")["Location"].startswith("/masuk/")
    assert not AccessToken.objects.filter(officer_id=rini.id, revoked_at=None).exists()
    assert Assignment.objects.filter(officer_id=rini.id).exists(), "what she held stays"
    assert last_change().fields == ("open",)


def test_a_closed_account_is_opened_again_with_a_new_password(sari: Client, at_desk: At) -> None:
    old = with_account(sari, "Rini", "rini.c")
    rinis = Client()
    rinis.force_login(officer("Rini").user)  # type: ignore[arg-type]  # it was opened
    here = page_of(officer("Rini"))
    confirmed(sari, f"{here}akun/tutup/")
    assert "Buat kata sandi baru" not in sari.get(here).content.decode()
    found = PASSWORD.search(confirmed(sari, f"{here}akun/buka/").content.decode())
    assert found and authenticate(None, username="rini.c", password=found[1])
    assert authenticate(None, username="rini.c", password=old) is None
    assert rinis.get("/loket/")["Location"].startswith("/masuk/"), "old sessions stay ended"


def test_nobody_is_let_in_as_an_invented_officer_whose_account_is_closed(
    sari: Client, office: Office
) -> None:
    rini = officer("Rini")
    assert demo_user(office.code, rini.id) is not None
    confirmed(sari, f"{page_of(rini)}akun/tutup/")
    assert demo_user(office.code, rini.id) is None


def test_a_lost_phone_is_taken_off_the_account(sari: Client, at_desk: At) -> None:
    rinis, rini = at_desk("Rini"), officer("Rini")
    Authenticator.objects.create(user=rini.user, type=Authenticator.Type.TOTP, data={})
    assert "kode dari ponsel" in sari.get(page_of(rini)).content.decode()
    confirmed(sari, f"{page_of(rini)}akun/lepas/")
    assert not Authenticator.objects.filter(user=rini.user).exists()
    assert rinis.get("/loket/")["Location"].startswith("/masuk/"), "it may lie open on the phone"
    told = last_change()
    assert told.before and told.after and (told.before["factors"], told.after["factors"]) == (1, 0)


def test_nobody_closes_her_own_account(sari: Client) -> None:
    own = officer("Sari")
    assert "akun/tutup/" not in sari.get(page_of(own)).content.decode()
    page = confirmed(sari, f"{page_of(own)}akun/tutup/").content.decode()
    assert "sendiri tidak dapat Anda tutup" in page
    assert sari.get(LIST).status_code == 200


def test_the_last_who_can_keep_the_settings_is_not_shut_out(
    sari: Client, at_desk: At, office: Office
) -> None:
    at_desk("Hadi")
    Office.objects.filter(code=office.code).update(demo=False)
    Assignment.objects.filter(position__key="sekretaris-camat").update(
        officer_id=officer("Tono").id
    )
    hadis, here = at_desk("Hadi"), page_of(officer("Hadi"))
    Assignment.objects.filter(position__key="operator").update(officer_id=officer("Sari").id)
    # Tono is the secretary now, but has no account: Hadi is the last who can sign in and settle.
    answer = close_account(actor=system_actor(office.code), officer=officer("Hadi").id)
    assert "tidak ada lagi yang dapat masuk" in str(answer)
    assert hadis.get(here).status_code == 200


def test_the_list_tells_positions_account_and_last_sign_in(sari: Client) -> None:
    page = sari.get(LIST).content.decode()
    assert "Petugas Loket<br>Petugas Informasi" in page
    assert people.RINI.nip in page
    assert "belum pernah" in page
    without = sari.get(f"{LIST}?tampil=tanpa-akun").content.decode()
    assert "Rini Contoh" in without and "Sari Contoh, S.Sos.</a>" not in without


def test_a_long_list_is_read_in_few_queries(
    sari: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(20):
        actor = system_actor(CODE)
        keep_officer(actor=actor, officer=None, wanted=Wanted(f"Petugas {n} Contoh"))
    sari.get(LIST)
    with django_assert_max_num_queries(8):
        sari.get(LIST)
    with django_assert_max_num_queries(12):
        sari.get(page_of(officer("Rini")))


def test_no_other_office_s_officer_is_found(sari: Client, other_office: Office) -> None:
    dewi = officer("Dewi", other_office.code)
    for below in ("", "ubah/", "akun/", "akun/tutup/", "akun/sandi/"):
        assert sari.get(f"{page_of(dewi)}{below}").status_code == 404


def test_other_officers_may_not_see_it(at_desk: At) -> None:
    rinis = at_desk("Rini")
    for address in (LIST, NEW, "/kantor/jabatan/", "/kantor/penugasan/", "/kantor/kunci/"):
        assert rinis.get(address).status_code == 403


def test_a_command_at_the_server_stands_in_the_history(sari: Client) -> None:
    actor = system_actor(CODE)
    keep_officer(actor=actor, officer=None, wanted=Wanted("Ani Contoh, S.AP."))
    page = sari.get("/kantor/riwayat/").content.decode()
    assert "Ani Contoh, S.AP." in page and "perintah di komputer server" in page
