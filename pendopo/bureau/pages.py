# SPDX-License-Identifier: EUPL-1.2
"""The way of every form of the bureau: read, one service call, then led on or answered in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.secrets_told import keep_secret
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    CHANGED_MEANWHILE,
    SettingAnswer,
    Settled,
    Told,
)
from pendopo.counter.doors import Desk
from pendopo.counter.posting import post_once

Keep = Callable[[dict[str, Any], str], SettingAnswer]
"""Keeps what a form says; the second is the mark of what the form was made of."""
Look = Callable[[dict[str, Any]], Mapping[str, Any] | NotRecorded]
"""What is shown of a form before it is kept, for the button with the value LOOK."""
DO, LOOK = "do", "look"

Then = str | Callable[[str], str]
"""An address, or what makes it of the row that was kept."""


def form_page(
    request: HttpRequest,
    desk: Desk,
    form: OfficeForm,
    keep: Keep,
    *,
    template: str,
    then: Then,
    now: Callable[[], Told | None],
    context: Mapping[str, Any] | None = None,
    look: Look | None = None,
) -> HttpResponse:
    """A page with one form. `then` is where it leads once kept; `now` how the row stands.

    The form comes bound on POST. What is wrong is shown in place with a 422 and nothing typed is
    lost; where others were faster, how the row stands now is shown beside it with a 409.
    """
    told = {"form": form, **(context or {})}
    if request.method != "POST":
        return render(request, template, told)
    if not form.is_valid():
        return render(request, template, told, status=422)
    if look and request.POST.get(DO) == LOOK:
        return _looked(request, form, look, template, told)
    return post_once(
        request, desk, lambda: _kept(request, desk, form, keep, template, then, now, told)
    )


def _looked(
    request: HttpRequest, form: OfficeForm, look: Look, template: str, told: dict[str, Any]
) -> HttpResponse:
    said = dict(form.cleaned_data)
    said.pop("seen")
    seen = look(said)
    if isinstance(seen, NotRecorded):
        form.take(seen)
        return render(request, template, told, status=422)
    return render(request, template, {**told, **seen})


def _kept(
    request: HttpRequest,
    desk: Desk,
    form: OfficeForm,
    keep: Keep,
    template: str,
    then: Then,
    now: Callable[[], Told | None],
    told: dict[str, Any],
) -> HttpResponse:
    said = dict(form.cleaned_data)
    answer = keep(said, said.pop("seen"))
    if isinstance(answer, NotFound):
        raise Http404
    if isinstance(answer, NotRecorded):
        form.take(answer)
        if CHANGED_MEANWHILE not in answer.reasons:
            return render(request, template, told, status=422)
        row = now()
        form.shown_again(row)
        return render(request, template, {**told, "standing": row}, status=409)
    _tell(request, desk, answer)
    return redirect(then(answer.row) if callable(then) else then)


def said_of(answer: Settled) -> str:
    """What was done, and what it did to the due times of running files."""
    if answer.event is None:
        return _("Tidak ada yang berubah.")
    if answer.anew is None or not answer.anew.running:
        return _("Tersimpan.")
    if not answer.anew.changed:
        return _("Tersimpan. Tenggat berkas yang berjalan tetap.")
    return ngettext(
        "Tersimpan. Tenggat %(n)d berkas yang berjalan ikut berubah.",
        "Tersimpan. Tenggat %(n)d berkas yang berjalan ikut berubah.",
        answer.anew.changed,
    ) % {"n": answer.anew.changed}


def deed(
    request: HttpRequest,
    desk: Desk,
    do: Callable[[], SettingAnswer],
    *,
    then: str,
    done: str = "",
) -> HttpResponse:
    """A single button: done once. It leads to `done` or else `then`; what refuses it, to `then`,
    where it is told.
    """
    return post_once(request, desk, lambda: _done(request, desk, do(), then, done or then))


def confirm_page(
    request: HttpRequest,
    desk: Desk,
    do: Callable[[], SettingAnswer],
    *,
    then: str,
    context: Mapping[str, Any],
    done: str = "",
) -> HttpResponse:
    """What cannot be undone is asked first.

    `context`: `title`, `about` (whom), `sentences`, `yes` (the button) and `back`.
    """
    if request.method != "POST":
        return render(request, "bureau/confirm.html", context)
    return deed(request, desk, do, then=then, done=done)


def _done(
    request: HttpRequest, desk: Desk, answer: SettingAnswer, then: str, done: str
) -> HttpResponse:
    if isinstance(answer, NotFound):
        raise Http404
    if isinstance(answer, NotRecorded):
        for one in answer.told:
            messages.error(request, one.text)
        return redirect(then)
    _tell(request, desk, answer)
    return redirect(done)


def _tell(request: HttpRequest, desk: Desk, answer: Settled) -> None:
    if answer.secret:
        keep_secret(request, desk, answer.secret)
    else:
        messages.success(request, said_of(answer))
