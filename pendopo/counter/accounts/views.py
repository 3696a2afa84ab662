# SPDX-License-Identifier: EUPL-1.2
"""Signing in, and one's own account. What allauth does well it does; here are its pages."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView, LogoutView, PasswordChangeView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from pendopo.base import clock
from pendopo.counter.accounts.names import names_on, remember
from pendopo.counter.doors import desk_of
from pendopo.offices.accounts import demo_offices, demo_user
from pendopo.offices.assignments import held_on

UNFIT = 422


class _Refused:
    """A form that needs mending is answered 422, with all that was typed."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """The same page with what has to be mended."""
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        response.status_code = UNFIT
        return response


class SignIn(_Refused, LoginView):
    """By user name and password; in a demonstration by one press on an invented officer."""

    template_name = "counter/account/sign-in.html"

    def get_initial(self) -> dict[str, Any]:
        """The name that signed in here last."""
        known = names_on(self.request)
        return {"login": known[0]} if known else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Names that were used at this computer, and whom one may be in a demonstration."""
        more = {"names": names_on(self.request), "demo": demo_offices()}
        return {**super().get_context_data(**kwargs), **more}

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign in, and remember the name for the next time."""
        response: HttpResponse = super().form_valid(form)
        remember(self.request, response, form.user.get_username())
        return response


class SignOut(LogoutView):
    """Out, by POST alone."""

    template_name = "counter/account/sign-out.html"


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Be an invented officer. There are none where all is real."""
    try:
        officer = UUID(request.POST.get("officer", ""))
    except ValueError as unreadable:
        raise Http404 from unreadable
    user = demo_user(request.POST.get("office", ""), officer)
    if user is None:
        raise Http404
    login(request, user, "allauth.account.auth_backends.AuthenticationBackend")
    record_authentication(request, user, method="demo")
    return HttpResponseRedirect(get_next_redirect_url(request) or reverse_lazy("desk"))


@never_cache
@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Who I am, which positions I hold and until when, and how I sign in."""
    desk = request.desk = desk_of(request.user)  # type: ignore[attr-defined]
    mine = Authenticator.objects.filter(user_id=request.user.pk)
    context: dict[str, Any] = {
        "passkeys": [one.wrap() for one in mine if one.type == Authenticator.Type.WEBAUTHN],
        "app": any(one.type == Authenticator.Type.TOTP for one in mine),
        "spare": any(one.type == Authenticator.Type.RECOVERY_CODES for one in mine),
    }
    if desk:
        held = held_on(desk.office.code, desk.office.today).filter(officer_id=desk.officer.id)
        ends_at = clock.now() + timedelta(seconds=request.session.get_expiry_age())
        context |= {"held": held, "ends_at": ends_at}
    with timezone.override(desk.office.zone if desk else None):
        return render(request, "counter/account/account.html", context)


class _OfOfficer:
    """A page within the counter: its bar shows who is signed in. No browser keeps it, for codes
    and secrets stand on some of them."""

    request: HttpRequest

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """As ever, and not kept."""
        response = super().dispatch(*args, **kwargs)  # type: ignore[misc]
        add_never_cache_headers(response)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As ever, with the desk at hand."""
        self.request.desk = desk_of(self.request.user)  # type: ignore[attr-defined]
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        if "js_data" in context:
            context["options"] = json.dumps(next(iter(context["js_data"].values())))
        return context


class Password(_Refused, _OfOfficer, PasswordChangeView):
    """Change the password. Whoever has none, as in a demonstration, has nothing to change."""

    template_name = "counter/account/password.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for accounts that have a password."""
        user = request.user
        if user.is_authenticated and not user.has_usable_password():
            return redirect("account")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """Changed; other computers are signed out by it."""
        messages.success(self.request, gettext("Kata sandi sudah diganti."))
        response: HttpResponse = super().form_valid(form)
        return response


class Confirm(_Refused, _OfOfficer, ReauthenticateView):
    """The password once more."""

    template_name = "counter/account/confirm.html"


class ConfirmByCode(_Refused, _OfOfficer, ReauthenticateByCodeView):
    """The code of the app once more."""

    template_name = "counter/account/confirm.html"


class ConfirmByPasskey(_OfOfficer, ReauthenticateWebAuthnView):
    """The passkey once more."""

    template_name = "counter/account/confirm-by-passkey.html"


class SecondStep(AuthenticateView):
    """The second factor, after the password."""

    template_name = "counter/account/second-step.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the options of the passkey as text."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        mine = Authenticator.objects.filter(user=self.stage.login.user)
        context["has"] = set(mine.values_list("type", flat=True))
        context["options"] = json.dumps(context["js_data"]["request_options"])
        return context

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page with what has to be mended."""
        response: HttpResponse = super().form_invalid(form)
        response.status_code = UNFIT
        return response


class SignInByPasskey(LoginWebAuthnView):
    """Without a password: what the telephone or key signs is looked at."""


class ActivateApp(_Refused, _OfOfficer, ActivateTOTPView):
    """Set up an app that shows codes."""

    template_name = "counter/account/activate-app.html"


class RemoveApp(_OfOfficer, DeactivateTOTPView):
    """Do without the app."""

    template_name = "counter/account/remove-app.html"


class SpareCodes(_OfOfficer, ViewRecoveryCodesView):
    """The codes for the day on which the telephone is lost."""

    template_name = "counter/account/spare-codes.html"


class NewSpareCodes(_OfOfficer, GenerateRecoveryCodesView):
    """Other codes in their place."""

    template_name = "counter/account/new-spare-codes.html"


class AddPasskey(_Refused, _OfOfficer, AddWebAuthnView):
    """A passkey of this telephone or computer."""

    template_name = "counter/account/add-passkey.html"


class RemovePasskey(_OfOfficer, RemoveWebAuthnView):
    """Do without a passkey."""

    template_name = "counter/account/remove-passkey.html"
    success_url = reverse_lazy("account")
