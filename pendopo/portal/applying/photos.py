# SPDX-License-Identifier: EUPL-1.2
"""Pictures of papers sent ahead: each kept as soon as it is there, each can be removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from pendopo.base.kept_files import read_kept
from pendopo.cases.models import Application
from pendopo.cases.services.applications import (
    Typed,
    add_photo,
    keep_typed,
    photos_of,
    remove_photo,
    typed_in,
)
from pendopo.cases.services.uploads import Unfit
from pendopo.portal.applying.doors import client_of, drain, let_in, to_start, way_page
from pendopo.portal.applying.keeping import CHECKING, LATER, around
from pendopo.portal.applying.questions import Told
from pendopo.portal.applying.things import Place, places_of, to_bring
from pendopo.portal.applying.way import PHOTOS, Stop, Way
from pendopo.screens.attempts import STRAY_UPLOADS, count_one, wait_for
from pendopo.screens.photos.small import small_picture

FILES, ASK, TOO_BIG, ONWARD, REMOVE = "berkas", "syarat", "besar", "lanjut", "hapus"
_TYPES = {"jpeg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}
_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_MOST_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of the files of one form: how many were kept, and what was wrong with others."""

    kept: int
    troubles: tuple[str, ...]


@way_page
def photos(request: HttpRequest, way: Way) -> HttpResponse:
    """What may be sent ahead, each with its own button; and what is brought in itself."""
    if way.row is None:
        return to_start(way, expired=True)
    if PHOTOS not in way.stops:
        return HttpResponseRedirect(way.address(way.resume))
    ask = request.GET.get(ASK, "")
    if request.method != "POST":
        big = _too_big() if TOO_BIG in request.GET else ""
        return _shown(request, way, ask, (big,) if big else ())
    if REMOVE in request.POST:
        remove_photo(row=way.row, id=request.POST[REMOVE])
        return _led(way.row, _address(request, way, ask))
    if ONWARD in request.POST or LATER in request.POST:
        return _onward(request, way, way.row)
    if ask not in {place.key for place in places_of(way.standard, way.known)}:
        return _led(way.row, way.address(PHOTOS))
    sent = _sent(request, way.row, ask)
    if sent.troubles:
        return _shown(request, _fresh(way), ask, sent.troubles)
    return _led(way.row, _address(request, way, ask))


def _unreadable(request: HttpRequest) -> HttpResponse:
    """A file that was too big to be read: said beside its place, and nothing else is lost."""
    drain(request)
    match = request.resolver_match
    asked = {ASK: request.GET.get(ASK, ""), TOO_BIG: "1"}
    if request.GET.get(CHECKING):
        asked[CHECKING] = "1"
    place = f"{request.path}?{urlencode(asked)}"
    if match is None:
        raise Http404
    return HttpResponseRedirect(place, status=HTTPStatus.SEE_OTHER)


def _sent(request: HttpRequest, row: Application, ask: str) -> Sent:
    files = request.FILES.getlist(FILES)
    if not files:
        return Sent(0, (_("Pilih dahulu foto atau PDF-nya."),))
    if wait_for(STRAY_UPLOADS, client_of(request)):
        return Sent(0, (_("Terlalu banyak foto dari jaringan ini. Coba lagi sejam lagi."),))
    kept, troubles = 0, []
    for file in files[:_MOST_AT_ONCE]:
        count_one(STRAY_UPLOADS, client_of(request))
        answer = add_photo(row=row, ask=ask[:64], content=file.read())
        if isinstance(answer, Unfit):
            troubles.append(answer.text)
        else:
            kept += 1
    return Sent(kept, tuple(dict.fromkeys(troubles)))


def _onward(request: HttpRequest, way: Way, row: Application) -> HttpResponse:
    later = LATER in request.POST

    def change(typed: Typed) -> Typed:
        seen = tuple(one for one in typed.seen if one != PHOTOS.name)
        return replace(typed, seen=seen if later else (*seen, PHOTOS.name))

    kept = keep_typed(row=row, change=change)
    if not isinstance(kept, Application):
        return to_start(way, expired=True)
    then = way.with_typed(typed_in(kept), kept)
    return _led(kept, then.address(Stop("apply-kept") if later else then.after(PHOTOS)))


def _led(row: Application, address: str) -> HttpResponse:
    return let_in(HttpResponseRedirect(address), row)


def _address(request: HttpRequest, way: Way, ask: str) -> str:
    """The same page, at the place that was in hand."""
    checking = f"?{CHECKING}=1" if CHECKING in request.POST else ""
    place = Place(ask, "").id
    return f"{way.address(PHOTOS)}{checking}#{place}"


def _fresh(way: Way) -> Way:
    row = way.row and Application.objects.filter(office_id=way.office, id=way.row.id).first()
    return way.with_typed(typed_in(row), row) if row else way


def _shown(request: HttpRequest, way: Way, ask: str, troubles: tuple[str, ...]) -> HttpResponse:
    kept = photos_of(way.office, way.typed)
    places = places_of(way.standard, way.known, kept)
    if troubles:
        said = " ".join(troubles)
        places = tuple(replace(p, trouble=said) if p.key == ask else p for p in places)
    context = {
        "places": places,
        "bring": to_bring(way.standard, way.known),
        "troubles": [Told(p.id, f"{p.label}: {p.trouble}") for p in places if p.trouble],
        "most": settings.PENDOPO_UPLOAD_MAX // 1_000_000,
        **around(request, way, PHOTOS),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if troubles else HTTPStatus.OK
    return render(request, "portal/apply/photos.html", context, status=status)


def _too_big() -> str:
    most = settings.PENDOPO_UPLOAD_MAX // 1_000_000
    return _(
        "Berkas itu lebih besar dari %(most)d MB, jadi belum tersimpan. Foto ulang dengan ukuran "
        "lebih kecil, atau bawa saja."
    ) % {"most": most}


@way_page
def picture(request: HttpRequest, way: Way, id: UUID) -> HttpResponse:
    """One picture of this application, small; `?penuh` as it was kept. For its browser alone."""
    kept = {photo.id: photo for photo in photos_of(way.office, way.typed)}
    photo = kept.get(id)
    content = read_kept(way.office, photo.sha256) if photo else None
    if photo is None or content is None:
        raise Http404
    kind = photo.kind
    if "penuh" not in request.GET and kind != "pdf":
        content, kind = small_picture(content), "jpeg"
    response = HttpResponse(content, content_type=_TYPES[kind])
    response.headers["Content-Disposition"] = f'inline; filename="{photo.id}.{kind}"'
    response.headers["Content-Security-Policy"] = _SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


Unreadable = Callable[[HttpRequest], HttpResponse]
photos.unreadable = _unreadable  # type: ignore[attr-defined]  # read by handler400
