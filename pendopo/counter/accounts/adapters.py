# SPDX-License-Identifier: EUPL-1.2
"""What allauth asks of a project: its words, its addresses, and how secrets are kept."""

from __future__ import annotations

from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from pendopo.base.network import client_address
from pendopo.base.sealing import seal, unseal
from pendopo.offices.accounts import shown
from pendopo.offices.models import User

_NO_OFFICE, _PURPOSE = "accounts", "second-factor"
"""A second factor belongs to a person, not to an office."""


class Accounts(DefaultAccountAdapter):
    """Nobody signs up, no e-mail is sent, and what went well needs no words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": gettext_lazy(
            "Nama pengguna dan kata sandi ini tidak cocok. Periksa huruf besar dan kecilnya, "
            "lalu coba lagi."
        ),
        "incorrect_password": gettext_lazy("Kata sandinya belum cocok. Coba sekali lagi."),
        "enter_current_password": gettext_lazy("Kata sandi sekarang belum cocok."),
        "too_many_login_attempts": gettext_lazy(
            "Sudah beberapa kali tidak cocok. Tunggu lima menit, lalu coba lagi."
        ),
        "rate_limited": gettext_lazy("Terlalu cepat berturut-turut. Tunggu sebentar."),
        "account_inactive": gettext_lazy("Akun ini sudah ditutup."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an officer's account is made by the office."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """As everywhere: the last address that one of our own proxies vouches for."""
        return client_address(request.META, settings.PENDOPO_PROXIES)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords are counted by name and caller: nobody elsewhere shuts an officer out."""
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{self.get_client_ip(request)}"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's account."""
        return reverse("account")

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: our pages say themselves what happened."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: no officer is asked for an e-mail address."""


class SecondFactors(DefaultMFAAdapter):
    """Secrets are sealed, and the QR is ours, without anything a strict policy forbids."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "Kodenya belum cocok. Tunggu kode berikutnya di ponsel, lalu tulis lagi."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Sealed with the installation's key."""
        return seal(_NO_OFFICE, _PURPOSE, text)

    def decrypt(self, encrypted_text: str) -> str:
        """The text again."""
        return unseal(_NO_OFFICE, _PURPOSE, encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """The QR as an inline SVG that needs no style of its own."""
        return segno.make(url, error="m").svg_inline(scale=4, omitsize=True, border=3)

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """How the app names the entry."""
        return str(user.get_username())

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """How a passkey is called until its owner calls it otherwise."""
        return gettext("Ponsel atau kunci saya")

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, Any]:
        """As the passkey shows whose it is."""
        entity = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": shown(user) if isinstance(user, User) else ""}
