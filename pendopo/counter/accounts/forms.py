# SPDX-License-Identifier: EUPL-1.2
"""allauth's forms in our words. What they check is allauth's business."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext


def _worded(form: forms.Form, labels: dict[str, str], help: dict[str, str]) -> None:
    """Our labels and help; a placeholder only repeats the label and goes."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].help_text = help.get(name, "")
        form.fields[name].widget.attrs.pop("placeholder", None)


def _of_the_app() -> str:
    return gettext("Kode enam angka dari aplikasi, atau satu kode cadangan")


class SignIn(LoginForm):
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "login": gettext("Nama pengguna"),
            "password": gettext("Kata sandi"),
        }
        _worded(self, labels, {})
        self.fields["login"].widget.attrs.update(
            {"autocapitalize": "none", "spellcheck": "false", "list": "nama-terakhir"}
        )


class ChangePassword(ChangePasswordForm):
    """The password that holds, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": gettext("Kata sandi sekarang"),
            "password1": gettext("Kata sandi baru"),
            "password2": gettext("Kata sandi baru, sekali lagi"),
        }
        long = gettext("Sedikitnya 12 huruf; beberapa kata yang mudah Anda ingat paling baik.")
        _worded(self, labels, {"password1": long})

    def save(self) -> None:
        """From now on nobody else knows it."""
        self.user.provisional = False
        super().save()


class Confirm(ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, {"password": gettext("Kata sandi")}, {})


class SecondCode(AuthenticateForm):
    """The code of the app, or one of the spare codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, {"code": gettext("Kode")}, {"code": _of_the_app()})
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "autofocus": True})


class ConfirmByCode(ReauthenticateByCodeForm):
    """The same code, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, {"code": gettext("Kode")}, {"code": _of_the_app()})


class ActivateApp(ActivateTOTPForm):
    """The first code of an app, which shows that it is set up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, {"code": gettext("Kode enam angka yang tampil di aplikasi")}, {})
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class AddPasskey(AddWebAuthnForm):
    """A passkey's name. It may always stand for the password: that is what it is for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, {"name": gettext("Namai kunci ini")}, {})
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = True
