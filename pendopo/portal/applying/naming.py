# SPDX-License-Identifier: EUPL-1.2
"""Whether the name is told: asked first, because it decides what is asked after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from pendopo.cases.services.applications import Typed
from pendopo.portal.applying.doors import way_page
from pendopo.portal.applying.keeping import around, elsewhere, keep, leaves, with_seen
from pendopo.portal.applying.questions import Told
from pendopo.portal.applying.way import ANONYMOUS, CONFIDENTIAL, NAMED, SECRECY, Way


@dataclass(frozen=True, slots=True)
class NameChoice:
    """A choice about the name, with what it means."""

    key: str
    label: str
    note: str
    chosen: bool


@way_page
def secrecy(request: HttpRequest, way: Way) -> HttpResponse:
    """Whether the name is told: asked first, because it decides what is asked after."""
    if SECRECY not in way.stops:
        return elsewhere(way)
    if request.method != "POST":
        return _secrecy_page(request, way)
    chosen = request.POST.get("nama", "")
    if chosen not in [one.key for one in _ways(way)] and not leaves(request):
        told = Told("f-nama-1", _("Pilih dahulu salah satu."))
        return _secrecy_page(request, way, told)

    def change(typed: Typed) -> Typed:
        told = {**typed.told, "secrecy": chosen} if chosen else typed.told
        return with_seen(replace(typed, told=told), (SECRECY.name,), seen=bool(chosen))

    return keep(request, way, SECRECY, change)


def _ways(way: Way) -> list[NameChoice]:
    intake = way.standard.intake
    offered = [(NAMED, _("Dengan nama saya"), _("Petugas dapat menghubungi dan menanyai Anda."))]
    if intake.confidential:
        note = _("Nama dan isinya hanya dibuka petugas yang sedang menanganinya.")
        offered.append((CONFIDENTIAL, _("Dengan nama, tetapi dirahasiakan"), note))
    if intake.anonymous:
        note = _(
            "Tidak ada nama dan nomor yang ditanyakan. Jawabannya hanya dapat dilihat dengan kode."
        )
        offered.append((ANONYMOUS, _("Tanpa nama"), note))
    return [NameChoice(key, label, note, key == way.secrecy) for key, label, note in offered]


def _secrecy_page(request: HttpRequest, way: Way, told: Told | None = None) -> HttpResponse:
    context = {
        "ways": _ways(way),
        "troubles": (told,) if told else (),
        **around(request, way, SECRECY),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if told else HTTPStatus.OK
    return render(request, "portal/apply/secrecy.html", context, status=status)
