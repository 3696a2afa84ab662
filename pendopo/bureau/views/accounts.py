# SPDX-License-Identifier: EUPL-1.2
"""The account of an officer: opened, closed, with a new first password, rid of a lost phone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import confirm_page, form_page
from pendopo.bureau.secrets_told import tell_secret
from pendopo.bureau.views.officers import officer_or_404
from pendopo.cases.services.settings import accounts
from pendopo.cases.services.settings.changing import SettingAnswer
from pendopo.offices.models import Officer


class AccountForm(OfficeForm):
    """The name to sign in with."""

    sizes = {"user_name": "short"}

    user_name = forms.CharField(
        label=_("Nama pengguna"),
        help_text=_("Untuk masuk: huruf kecil, angka, titik atau tanda hubung. Misalnya sri.r"),
        max_length=30,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def open_account(request: HttpRequest, desk: Desk, officer: UUID) -> HttpResponse:
    """Give an officer an account."""
    person = officer_or_404(desk, officer)
    here, told = _addresses(person)
    return form_page(
        request,
        desk,
        AccountForm(request.POST or None, initial={"user_name": _suggested(person)}),
        lambda said, _seen: accounts.open_account(
            actor=desk.actor, officer=officer, user_name=said["user_name"]
        ),
        template="bureau/account.html",
        then=told,
        now=lambda: None,
        context={"person": person, "back": here},
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, desk: Desk, officer: UUID) -> HttpResponse:
    """A new first password for who forgot theirs."""
    return _asked(
        request,
        desk,
        officer_or_404(desk, officer),
        accounts.renew_password,
        gettext("Buat kata sandi baru"),
        gettext(
            "Kata sandi yang lama tidak berlaku lagi, kode ponsel dan passkey-nya dilepas, dan "
            "siapa pun yang sedang masuk dengan akun ini harus masuk lagi."
        ),
        secret=True,
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, desk: Desk, officer: UUID) -> HttpResponse:
    """Open again what was closed."""
    return _asked(
        request,
        desk,
        officer_or_404(desk, officer),
        accounts.reopen_account,
        gettext("Buka lagi akun ini"),
        gettext("Ia mendapat kata sandi pertama yang baru, yang ditampilkan sekali."),
        secret=True,
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, desk: Desk, officer: UUID) -> HttpResponse:
    """Nobody signs in with it any more."""
    return _asked(
        request,
        desk,
        officer_or_404(desk, officer),
        accounts.close_account,
        gettext("Tutup akun"),
        gettext(
            "Ia tidak dapat masuk lagi, dan yang sedang masuk langsung keluar. Kunci API-nya "
            "dicabut. Semua yang pernah ia kerjakan tetap tercatat atas namanya."
        ),
        gettext("Penugasannya tidak ikut berakhir; akhiri sendiri bila ia sudah pindah."),
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def drop_factors(request: HttpRequest, desk: Desk, officer: UUID) -> HttpResponse:
    """Take away the codes and keys of a phone that was lost."""
    return _asked(
        request,
        desk,
        officer_or_404(desk, officer),
        accounts.drop_factors,
        gettext("Lepas kode ponsel dan passkey"),
        gettext(
            "Bila ponselnya hilang atau diganti. Kata sandinya tetap; siapa pun yang sedang masuk "
            "dengan akun ini harus masuk lagi. Ia dapat memasang yang baru di «Akun saya»."
        ),
        gettext("Bila kata sandinya mungkin diketahui orang lain, buat juga kata sandi baru."),
    )


@bureau_page
@require_safe
def secret(request: HttpRequest, desk: Desk, officer: UUID) -> HttpResponse:
    """The first password, shown once."""
    person = officer_or_404(desk, officer)
    password = tell_secret(request, desk)
    context = {"person": person, "password": password}
    return render(request, "bureau/account-secret.html", context)


def _asked(
    request: HttpRequest,
    desk: Desk,
    person: Officer,
    do: Callable[..., SettingAnswer],
    title: str,
    *sentences: str,
    secret: bool = False,
) -> HttpResponse:
    here, told = _addresses(person)
    return confirm_page(
        request,
        desk,
        partial(do, actor=desk.actor, officer=person.id),
        then=here,
        done=told if secret else here,
        context={
            "title": title,
            "about": person.name,
            "sentences": sentences,
            "yes": title,
            "back": here,
        },
    )


def _addresses(person: Officer) -> tuple[str, str]:
    """Their page, and the page that tells the password."""
    here = reverse("bureau-officer", args=[person.id])
    return here, reverse("bureau-account-secret", args=[person.id])


def _suggested(person: Officer) -> str:
    """The first word of the name, without what cannot stand in a user name."""
    words = "".join(one if one.isascii() and one.isalpha() else " " for one in person.name).split()
    return words[0].lower() if words and len(words[0]) > 1 else ""
