# SPDX-License-Identifier: EUPL-1.2
"""Ways past the screens of signing in, of one's own account, and of what goes wrong.

The addresses of this module are the counter's, and some that fail.
"""

from __future__ import annotations

import re

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import path
from playwright.sync_api import Page, expect

from pendopo.counter.doors import Desk, desk_page
from pendopo.offices.accounts import open_account
from pendopo.offices.models import Assignment, AssignmentKind, Officer, Position, User
from tests.cases.counter import TODAY
from tests.counter import test_faults
from tests.counter.browsing import Window
from tests.counter.desk_room import desk
from tests.counter.looking import Looking
from tests.counter.test_account import PASSWORD, with_app
from tests.counter.test_held_forms import lose_session
from tests.real_offices import PANDAAN

handler400, handler403 = test_faults.handler400, test_faults.handler403
handler404, handler500 = test_faults.handler404, test_faults.handler500


PLAIN = {"sering": "429.html", "basi": "403_csrf.html"}
"""What others than a page of ours show."""
ON_PAPER = {"buku": "counter/books/cannot-print.html", "surat": "counter/intake/cannot-print.html"}


def failing(request: HttpRequest, how: str) -> HttpResponse:
    """A page of the public, or one that anybody sees, that fails."""
    if how in PLAIN:
        return render(request, PLAIN[how], status=400)
    raise {"bukan": PermissionDenied, "apa": SuspiciousOperation, "rusak": RuntimeError}[how]


@desk_page
def unread(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What came to the counter was cut off."""
    raise SuspiciousOperation


@desk_page
def unprinted(request: HttpRequest, desk: Desk, what: str) -> HttpResponse:
    """A paper that cannot be made."""
    return render(request, ON_PAPER[what], {"why": "Lembar ini belum dapat dibuat."}, status=503)


urlpatterns = [
    path("loket/gagal-cetak/<slug:what>/", unprinted, name="unprinted"),
    path("gagal/<slug:how>/", failing, name="failing-in-public"),
    path("loket/gagal/terpotong/", unread, name="unread"),
    *test_faults.urlpatterns,
]


def ways_in(look: Looking) -> None:
    """By name and password: wrong, right, and to be changed first."""
    first = open_account(newcomer("Laras Rekaan"), "laras")
    shown = look.visits(Client(), masuk="/masuk/", masuk_dahulu="/masuk/?next=/loket/")
    page = shown.page
    page.fill("[name=login]", "laras")
    page.fill("[name=password]", "salah")
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.locator(".troubles")).to_be_focused()
    look.looks(shown, "masuk-salah")
    page.fill("[name=password]", first)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.locator("h1")).to_have_text("Ganti kata sandi")
    look.looks(shown, "akun-sandi-pertama")


def newcomer(name: str) -> Officer:
    """Somebody who holds a position from today on and has never signed in."""
    officer = Officer.objects.create(office_id=PANDAAN, name=name)
    Assignment.objects.create(
        office_id=PANDAAN,
        officer=officer,
        position=Position.objects.get(office_id=PANDAAN, key="operator"),
        capacity=AssignmentKind.DEFINITIVE,
        from_date=TODAY,
    )
    return officer


def ones_own_account(look: Looking) -> None:
    """A second factor: made sure of, set up, asked for, taken off."""
    look.visits(desk("petugas-loket"), akun_contoh="/akun/", keluar="/keluar/")
    open_account(newcomer("Damar Rekaan"), "damar")
    user = User.objects.get(username="damar")
    user.set_password(PASSWORD)
    user.provisional = False
    user.save()
    client = signed_in()
    shown = look.visits(client, akun="/akun/", akun_pastikan="/akun/aplikasi/")
    shown.page.fill("[name=password]", PASSWORD)
    shown.page.get_by_role("button", name="Lanjutkan").click()
    expect(shown.page.locator("h1")).to_have_text("Pasang kode dari ponsel")
    look.looks(shown, "akun-aplikasi")
    client = signed_in()
    with_app(client)
    shown = look.visits(
        client,
        akun_kode_cadangan="/akun/kode-cadangan/",
        akun_kode_cadangan_baru="/akun/kode-cadangan/baru/",
        akun_aplikasi_lepas="/akun/aplikasi/lepas/",
        akun_sandi="/akun/sandi/",
        akun_passkey="/akun/passkey/",
    )
    with_a_finger(shown.page)
    shown.page.get_by_role("button", name="Tambah").click()
    expect(shown.page.locator("h1")).not_to_have_text("Tambah passkey")
    key = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    look.visits(
        client,
        akun_lengkap="/akun/",
        akun_passkey_lepas=f"/akun/passkey/{key.pk}/lepas/",
        akun_pastikan_passkey="/akun/pastikan/passkey/",
    )
    look.visits(signed_in(), masuk_kode="/masuk/kode/")


def with_a_finger(page: Page) -> None:
    """From now on the browser has a reader of fingerprints, and somebody's finger on it."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    reader = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    keeps = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": {**reader, **keeps}})


def signed_in() -> Client:
    """Damar, by name and password; a code may still be asked for."""
    client = Client()
    client.post("/masuk/", {"login": "damar", "password": PASSWORD})
    return client


def forms_that_come_late(look: Looking) -> None:
    """Sent after the session ended, by another hand, or twice; and a draft that waits."""
    clerk = desk("petugas-loket")
    shown = look.visits(clerk)
    page = half_typed(shown, "Sesi Rekaan")
    lose_session(clerk)
    page.get_by_role("button", name=re.compile("^Terima")).first.click()
    expect(page.locator("main")).to_contain_text("Yang Anda isi tersimpan")
    look.looks(shown, "masuk-lagi")
    page.get_by_role("button", name="Banyu").click()
    expect(page.locator("main")).to_contain_text("dikembalikan")
    look.looks(shown, "terima-dikembalikan")
    half_typed(shown, "Draf Rekaan")
    expect(page.locator(".saved")).to_contain_text("Tersimpan")
    shown.open("/loket/baru/skck/")
    expect(page.locator(".draft")).to_be_visible()
    look.looks(shown, "terima-draf")
    look.visits(clerk, isian=held_elsewhere(clerk))
    page = half_typed(shown, "Dua Rekaan")
    shown.client = desk("camat")
    page.get_by_role("button", name=re.compile("^Terima")).first.click()
    expect(page.locator("h1")).to_contain_text("dibuka oleh")
    look.looks(shown, "petugas-lain")
    shown = look.visits(desk("petugas-loket"), hadir_isi="/loket/hadir/")
    form = shown.page.locator("form:has([name=position])").first
    key = form.locator("[name=form_key]").get_attribute("value")
    place = form.locator("[name=position]").get_attribute("value")
    sent = {"form_key": key, "position": place, "reason": "Rapat"}
    assert shown.client.post("/loket/hadir/", sent).status_code == 302
    form.get_by_role("button", name="DL").click()
    expect(shown.page.locator("h1")).to_contain_text("sudah dikirim")
    look.looks(shown, "sudah-dikirim")


def half_typed(shown: Window, name: str) -> Page:
    page = shown.open("/loket/baru/skck/")
    page.locator('[id="f-nama"]').press_sequentially(name)
    return page


def held_elsewhere(client: Client) -> str:
    """Where a form is given back whose own page is not there any more."""
    page = client.get("/loket/hadir/").content.decode()
    sent = dict(re.findall(r'name="(writer|form_key|position)" value="([^"]*)"', page))
    user = User.objects.get(pk=client.session["_auth_user_id"])
    lose_session(client)
    told = {**sent, "reason": "Rapat"}
    gone = "/loket/berkas/tidak-ada/"
    referer = {"Referer": f"http://localhost:8000{gone}"}
    led = client.post(f"{gone}langkah/", told, headers=referer)
    client.force_login(user)
    return led.headers["Location"].partition("=")[2]


def what_goes_wrong(look: Looking) -> None:
    """At the counter, where everything typed is on the page, and before the public."""
    clerk = desk("petugas-loket")
    clerk.raise_request_exception = False
    shown = look.visits(
        clerk,
        gagal_penuh="/loket/gagal/penuh/",
        gagal_ramai="/loket/gagal/terkunci/",
        gagal_kunci="/loket/gagal/kunci/",
        gagal_rusak="/loket/gagal/rusak/",
        gagal_bukan="/loket/gagal/bukan/",
        gagal_terpotong="/loket/gagal/terpotong/",
        gagal_tiada="/loket/tidak-ada/",
        gagal_isian_tiada="/loket/tertahan/tidak-ada/",
        gagal_cetak="/loket/gagal-cetak/buku/",
        gagal_cetak_lain="/loket/gagal-cetak/surat/",
        gagal_sering="/gagal/sering/",
        publik_bukan="/gagal/bukan/",
        publik_apa="/gagal/apa/",
        publik_rusak="/gagal/rusak/",
        publik_tiada="/tidak-ada/",
        publik_basi="/gagal/basi/",
    )
    page = shown.open("/loket/baru/skck/")
    page.evaluate(
        """document.querySelectorAll("[name=csrfmiddlewaretoken], [name=writer]")
            .forEach(one => one.remove())"""
    )
    clerk.handler.enforce_csrf_checks = True
    page.get_by_role("button", name=re.compile("^Terima")).first.click()
    expect(page.locator("h1")).to_contain_text("terlalu lama terbuka")
    look.looks(shown, "gagal-basi")
    Assignment.objects.filter(office_id=PANDAAN, officer__name__startswith="Surya").delete()
    nobody = Client()
    nobody.force_login(User.objects.create_user("surya"))
    Officer.objects.filter(office_id=PANDAAN, name__startswith="Surya").update(
        user=User.objects.get(username="surya")
    )
    look.visits(nobody, tanpa_jabatan="/loket/")


TOURS = (ways_in, ones_own_account, forms_that_come_late, what_goes_wrong)
