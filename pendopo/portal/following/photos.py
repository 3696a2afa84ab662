# SPDX-License-Identifier: EUPL-1.2
"""A photo or a scan for something that lacks or was not clear, one at a time."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pendopo.cases.services.uploads import Unfit, keep_for_case
from pendopo.portal.following.acting import about
from pendopo.portal.following.passes import Follower, followed
from pendopo.screens.case_view import view_of
from pendopo.screens.telling.standing import lacks

FIELD = "foto"


@followed
@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: HttpRequest, follower: Follower, ask: str = "") -> HttpResponse:
    """Send one photo or PDF: for one thing that is asked, or beside them all."""
    file = follower.file
    view = view_of(file)
    labels = view.scene.ask_labels()
    if ask and ask not in labels:
        raise Http404
    if file.case.ended:
        messages.info(request, _("Berkas ini sudah berakhir; foto baru tidak diperlukan lagi."))
        return redirect("follow", reference=follower.reference)
    trouble = _kept(request, follower, ask) if request.method == "POST" else ""
    if request.method == "POST" and not trouble:
        messages.success(request, _("Terkirim. Kirim foto lain bila masih ada, atau lanjutkan."))
        return redirect("follow", reference=follower.reference)
    said = next((one.text for one in lacks(view.scene, view.past) if one.ask == ask), "")
    context = {
        **about(follower),
        "label": labels.get(ask) or _("Berkas tambahan"),
        "said": said,
        "trouble": trouble,
        "again": follower.again,
    }
    return render(request, "portal/follow/photo.html", context, status=422 if trouble else 200)


def _kept(request: HttpRequest, follower: Follower, ask: str) -> str:
    """Keep what came along; what is wrong with it, in words, or nothing."""
    brought = request.FILES.get(FIELD)
    if brought is None:
        return _("Pilih dahulu fotonya, atau potret dengan kamera.")
    kept = keep_for_case(
        case=follower.file.row,
        content=brought.read(),
        by=follower.file.circumstances.actor.key,
        ask=ask[:64],
    )
    return kept.text if isinstance(kept, Unfit) else ""
