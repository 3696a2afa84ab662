# SPDX-License-Identifier: EUPL-1.2
"""Addresses of signing in and of one's account: those of allauth that an office needs.

allauth looks for its own names; where templates of ours link, the address has one of ours too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, URLResolver, path

from pendopo.counter.accounts import views

View = Callable[..., Any]


def _named(address: str, view: View, *names: str) -> list[URLPattern]:
    """One address that goes by several names."""
    return [path(address, view, name=name) for name in names]


urlpatterns: list[URLPattern | URLResolver] = [
    *_named("masuk/", views.SignIn.as_view(), "sign-in", "account_login"),
    path("masuk/contoh/", views.demo_sign_in, name="demo-sign-in"),
    path("masuk/kode/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("masuk/passkey/", views.SignInByPasskey.as_view(), name="mfa_login_webauthn"),
    *_named("keluar/", views.SignOut.as_view(), "sign-out", "account_logout"),
    *_named("akun/", views.account, "account", "mfa_index"),
    *_named("akun/sandi/", views.Password.as_view(), "password", "account_change_password"),
    path("akun/pastikan/", views.Confirm.as_view(), name="account_reauthenticate"),
    path("akun/pastikan/kode/", views.ConfirmByCode.as_view(), name="mfa_reauthenticate"),
    path(
        "akun/pastikan/passkey/",
        views.ConfirmByPasskey.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("akun/aplikasi/", views.ActivateApp.as_view(), name="mfa_activate_totp"),
    path("akun/aplikasi/lepas/", views.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("akun/kode-cadangan/", views.SpareCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        "akun/kode-cadangan/baru/",
        views.NewSpareCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path("akun/passkey/", views.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("akun/passkey/<int:pk>/lepas/", views.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]
