# SPDX-License-Identifier: EUPL-1.2
"""The way of every form of the bureau: read, one service call, then led on or answered in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from pendopo.bureau.forms import OfficeForm
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    CHANGED_MEANWHILE,
    SettingAnswer,
    Told,
)
from pendopo.counter.doors import Desk
from pendopo.counter.posting import post_once

Keep = Callable[[dict[str, Any], str], SettingAnswer]
"""Keeps what a form says; the second is the mark of what the form was made of."""


def form_page(
    request: HttpRequest,
    desk: Desk,
    form: OfficeForm,
    keep: Keep,
    *,
    template: str,
    then: str,
    now: Callable[[], Told | None],
    context: Mapping[str, Any] | None = None,
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
    return post_once(request, desk, lambda: _kept(request, form, keep, template, then, now, told))


def _kept(
    request: HttpRequest,
    form: OfficeForm,
    keep: Keep,
    template: str,
    then: str,
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
    messages.success(request, _("Tersimpan.") if answer.event else _("Tidak ada yang berubah."))
    return redirect(then)


def deed(
    request: HttpRequest, desk: Desk, do: Callable[[], SettingAnswer], *, then: str
) -> HttpResponse:
    """A single button: done once, and what refuses it is told on the page where it leads."""
    return post_once(request, desk, lambda: _done(request, do(), then))


def _done(request: HttpRequest, answer: SettingAnswer, then: str) -> HttpResponse:
    if isinstance(answer, NotFound):
        raise Http404
    if isinstance(answer, NotRecorded):
        for one in answer.told:
            messages.error(request, one.text)
        return redirect(then)
    messages.success(request, _("Tersimpan."))
    return redirect(then)
