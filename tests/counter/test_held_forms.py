# SPDX-License-Identifier: EUPL-1.2
"""A form that comes without a session is kept for its writer, and given back to her alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import RequestContext, Template
from django.test import Client
from django.urls import include, path
from pytest_django import Settings

from pendopo.base import clock
from pendopo.cases.models import Draft
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.offices.models import Office, Officer, User
from tests.counter.conftest import At

FORM = Template(
    '{% extends "counter/base.html" %}{% load counter %}{% block title %}Uji{% endblock %}'
    '{% block main %}<form method="post">{% csrf_token %}{% form_key %}{% draft "uji/nama" %}'
    '<h1>Uji</h1><input aria-label="Nama" name="nama" value="{{ nama }}">'
    '<textarea aria-label="Keterangan" name="ket">{{ ket }}</textarea>'
    '<input type="file" aria-label="Foto" name="foto"><button class="button">Kirim</button></form>'
    "{% endblock %}"
)
BY_ATTRIBUTE = Template(
    '{% extends "counter/base.html" %}{% load counter %}{% block main %}<h1>Uji</h1>'
    '<form method="post" action="/loket/uji/" data-draft="uji/atribut">'
    '{% csrf_token %}{% form_key %}<input aria-label="Nama" name="nama">'
    '<button class="button">Kirim</button></form>{% endblock %}'
)
SENT: list[tuple[str, str]] = []


@desk_page
def a_form(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A page as others build them: its form is sent to itself."""
    if request.method == "POST":
        return post_once(request, desk, lambda: _do(request, desk))
    return HttpResponse(FORM.render(RequestContext(request, {})))


def _do(request: HttpRequest, desk: Desk) -> HttpResponse:
    if not request.POST["nama"]:
        return HttpResponse("kosong", status=422)
    SENT.append((desk.officer.name, request.POST["nama"]))
    return HttpResponseRedirect("/loket/")


@desk_page
def by_attribute(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A page whose draft is the script's affair alone."""
    return HttpResponse(BY_ATTRIBUTE.render(RequestContext(request, {})))


@desk_page
def elsewhere(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A page that is only sent to."""
    return post_once(request, desk, lambda: _do(request, desk))


urlpatterns = [
    path("loket/uji/", a_form, name="a-form"),
    path("loket/uji/atribut/", by_attribute, name="by-attribute"),
    path("loket/uji/kirim/", elsewhere, name="elsewhere"),
    path("", include("pendopo.urls")),
]


@pytest.fixture(autouse=True)
def _with_a_form(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.counter.test_held_forms"
    SENT.clear()
    yield


def strict(client: Client) -> Client:
    """The same browser, whose forms are looked at for their token as in life."""
    client.handler.enforce_csrf_checks = True
    return client


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    form = page[page.index('<form method="post">') : page.index('aria-label="Nama"')]
    found = re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', form)
    return dict(found)


def opened(client: Client) -> dict[str, str]:
    return fields(client.get("/loket/uji/").content.decode())


def lose_session(client: Client) -> None:
    client.cookies.pop("pendopo", None)


def sign_in(client: Client, first_name: str, next: str = "") -> HttpResponse:
    """By one press, as in a demonstration: the token of every form changes with it."""
    lose_session(client)
    page = client.get("/masuk/").content.decode()
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    officer = Officer.objects.get(name__startswith=first_name)
    press = {"office": officer.office_id, "officer": str(officer.id), "next": next}
    return client.post("/masuk/contoh/", {**press, "csrfmiddlewaretoken": token})


@pytest.fixture
def rinis(office: Office) -> Client:
    client = strict(Client())
    sign_in(client, "Rini")
    return client


TYPED = {"nama": "Wati Rekaan", "ket": "dua\nbaris"}


def send_without_session(client: Client, to: str = "/loket/uji/") -> str:
    """Where the browser is led."""
    form = {**opened(client), **TYPED}
    lose_session(client)
    answer = client.post(to, form, headers={"Referer": "http://testserver/loket/uji/"})
    return answer.headers["Location"]


def test_a_lost_session_loses_nothing(rinis: Client) -> None:
    led = send_without_session(rinis)
    assert re.fullmatch(r"/masuk/\?next=/loket/tertahan/[\w-]+/", led)
    assert "Yang Anda isi tersimpan" in rinis.get(led).content.decode()
    back = sign_in(rinis, "Rini", led.partition("=")[2])
    page = rinis.get(back.headers["Location"], follow=True).content.decode()
    assert "Isian Anda pukul" in page
    assert 'name="nama" value="Wati Rekaan"' in page
    assert "\ndua\nbaris</textarea>" in page
    assert not SENT

    answer = rinis.post("/loket/uji/", {**fields(page), **TYPED})
    assert answer.headers["Location"] == "/loket/"
    assert SENT == [("Rini Contoh", "Wati Rekaan")]


def test_sent_at_last_it_is_kept_no_longer(rinis: Client) -> None:
    led = send_without_session(rinis)
    sign_in(rinis, "Rini")
    page = rinis.get(led.partition("=")[2], follow=True).content.decode()
    keys = re.findall(r'name="draft" value="([^"]*)"', page)
    rinis.post("/loket/uji/", {**fields(page), **TYPED, "draft": keys})
    assert not Draft.objects.exists()


def test_nobody_else_ever_sees_it(rinis: Client, other_office: Office) -> None:
    led = send_without_session(rinis)
    for somebody in ("Bayu", "Dewi"):
        other = strict(Client())
        sign_in(other, somebody)
        answer = other.get(led.partition("=")[2])
        assert answer.status_code == 404
        assert "Wati" not in answer.content.decode()
        key = Draft.objects.get().key
        page = other.get(f"/loket/uji/?isian={key}").content.decode()
        assert "Wati" not in page


def test_it_is_kept_sealed(rinis: Client) -> None:
    send_without_session(rinis)
    assert "Wati" not in Draft.objects.get().content


def test_after_a_day_it_is_gone(rinis: Client, office: Office) -> None:
    with clock.stopped(clock.now()) as hand:
        led = send_without_session(rinis)
        hand.advance(timedelta(hours=24, minutes=1))
        sign_in(rinis, "Rini")
        assert rinis.get(led.partition("=")[2]).status_code == 404


def test_a_form_that_nobody_of_ours_made_is_not_kept(client: Client, office: Office) -> None:
    answer = client.post("/loket/uji/", {**TYPED, "writer": "99.01.01:x:y:z"})
    assert answer.headers["Location"] == "/masuk/?next=/loket/uji/"
    assert not Draft.objects.exists()


def test_more_than_a_form_can_hold_is_not_kept(rinis: Client) -> None:
    form = {**opened(rinis), "nama": "x" * 300_000}
    lose_session(rinis)
    assert rinis.post("/loket/uji/", form).headers["Location"] == "/masuk/?next=/loket/uji/"


def test_a_form_from_before_one_signed_in_again_is_given_back(rinis: Client) -> None:
    """Its token is not good any more; the form is shown again and one press sends it."""
    form = {**opened(rinis), **TYPED}
    sign_in(rinis, "Rini")
    answer = rinis.post("/loket/uji/", form)
    page = rinis.get(answer.headers["Location"], follow=True).content.decode()
    assert 'name="nama" value="Wati Rekaan"' in page
    assert rinis.post("/loket/uji/", {**fields(page), **TYPED}).status_code == 302
    assert SENT == [("Rini Contoh", "Wati Rekaan")]


def test_a_form_is_never_done_in_another_officer_s_name(rinis: Client) -> None:
    """Two people at one computer: the form was opened by the one, and the other signed in."""
    form = {**opened(rinis), **TYPED}
    sign_in(rinis, "Bayu")
    bayus = opened(rinis)
    for token in (form["csrfmiddlewaretoken"], bayus["csrfmiddlewaretoken"]):
        answer = rinis.post("/loket/uji/", {**form, "csrfmiddlewaretoken": token})
        assert answer.status_code == 409
        assert "dibuka oleh Rini Contoh" in answer.content.decode()
        assert "Wati" not in answer.content.decode()
    assert not SENT
    assert {str(one.officer_id) for one in Draft.objects.all()} == {
        str(Officer.objects.get(name__startswith="Rini").id)
    }


def test_a_form_without_a_page_is_shown_as_a_list_that_can_be_sent(rinis: Client) -> None:
    form = {**opened(rinis), **TYPED}
    lose_session(rinis)
    led = rinis.post("/loket/uji/kirim/", form, headers={"Referer": "http://testserver/loket/"})
    sign_in(rinis, "Rini")
    page = rinis.get(led.headers["Location"].partition("=")[2], follow=True).content.decode()
    assert "Isian Anda masih ada" in page
    assert "Wati Rekaan" in page
    form = page[page.index('action="/loket/uji/kirim/"') :]
    told = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', form))
    assert rinis.post("/loket/uji/kirim/", told).status_code == 302
    assert SENT == [("Rini Contoh", "Wati Rekaan")]


def test_files_are_not_kept_and_it_is_said(rinis: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    form = {**opened(rinis), **TYPED, "foto": SimpleUploadedFile("a.jpg", b"x")}
    lose_session(rinis)
    led = rinis.post("/loket/uji/", form, headers={"Referer": "http://testserver/loket/uji/"})
    sign_in(rinis, "Rini")
    page = rinis.get(led.headers["Location"].partition("=")[2], follow=True).content.decode()
    assert "perlu dipilih lagi" in page


def test_a_form_whose_token_and_writer_are_missing_is_refused_kindly(rinis: Client) -> None:
    answer = rinis.post("/loket/uji/", TYPED)
    assert answer.status_code == 403
    assert "terlalu lama terbuka" in answer.content.decode()


def test_the_session_slides_with_the_work(at_desk: At) -> None:
    with clock.stopped(clock.now()) as hand:
        rinis = at_desk("Rini")
        rinis.get("/loket/")
        first = rinis.session["seen"]
        hand.advance(timedelta(minutes=5))
        rinis.get("/loket/")
        assert rinis.session["seen"] == first
        hand.advance(timedelta(minutes=6))
        rinis.get("/loket/")
        assert rinis.session["seen"] == first + 660


def test_users_of_both_offices_are_told_apart(rinis: Client) -> None:
    assert User.objects.filter(username__startswith="contoh-").count() == 1
