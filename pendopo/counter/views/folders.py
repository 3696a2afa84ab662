# SPDX-License-Identifier: EUPL-1.2
"""Map Camat at the counter: filled, printed, sent out, and taken back on one page."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.base import clock
from pendopo.cases.composing.look import look_of
from pendopo.cases.services import folders as service
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.folder_returns import Brought, Result, Settled, TakenBack, take_back
from pendopo.cases.services.folders import Filled, FolderAnswer
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.counter.printed import printed
from pendopo.screens.deeds.stated import stated_moment
from pendopo.screens.signing.folder_list import folder_listing
from pendopo.screens.signing.folders import FolderPage, folder_board, folder_page
from pendopo.screens.signing.waiting import waiting_for
from pendopo.screens.tracking import grouped

Texts = tuple[str, ...]

RESULTS = (
    (Result.SIGNED.value, gettext_lazy("Ditandatangani"), "good"),
    (Result.UNSIGNED.value, gettext_lazy("Belum"), ""),
    (Result.RETURNED.value, gettext_lazy("Kembali"), "again"),
)
"""What can be told of a sheet, with the words and the tone of its button."""


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def folders(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The folders of the office, and what could go into the next one."""
    if request.method == "POST":
        return post_once(request, desk, lambda: _begun(request, desk))
    return _board(request, desk)


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def folder(request: HttpRequest, desk: Desk, number: int) -> HttpResponse:
    """One folder: what lies in it, going out, and coming back."""
    if request.method != "POST":
        return _page(request, desk, number)
    if request.POST.get("deed") == "kembali":
        return _taken_back(request, desk, number)
    return post_once(request, desk, lambda: _changed(request, desk, number))


@desk_page
@require_safe
def folder_list(request: HttpRequest, desk: Desk, number: int) -> HttpResponse:
    """The list of a folder, for the printer."""
    page = _found(desk, number)
    return printed(request, folder_listing(page, look_of(desk.office)), f"map-{number}")


def _board(request: HttpRequest, desk: Desk, troubles: Texts = ()) -> HttpResponse:
    waiting = waiting_for(desk.actor, desk.office.zone)
    position = request.POST.get("position") or request.GET.get("jabatan", "")
    context = {
        "board": folder_board(desk.office, waiting, desk.actor, position),
        "troubles": troubles,
        "ticked": request.POST.getlist("files"),
    }
    status = 422 if troubles else 200
    return render(request, "counter/folders/board.html", context, status=status)


def _begun(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Begin a folder with the files ticked, or lay them into the one that is being filled."""
    references = request.POST.getlist("files")
    into = request.POST.get("into", "")
    if into.isascii() and into.isdigit():
        answer = service.put_in(number=int(into), references=references, actor=desk.actor)
    else:
        answer = service.open_folder(
            position=request.POST.get("position", ""), references=references, actor=desk.actor
        )
    if isinstance(answer, Filled):
        _say_what_was_laid_in(request, answer)
        return redirect("folder", answer.folder.number)
    return _board(request, desk, _why(answer))


def _say_what_was_laid_in(request: HttpRequest, answer: Filled) -> None:
    count = len(answer.added)
    if count:
        text = ngettext("%(n)d berkas masuk map.", "%(n)d berkas masuk map.", count)
        messages.success(request, text % {"n": count})
    for reference, reason in answer.left_out:
        messages.warning(request, f"{grouped(reference)}: {reason.text}")


def _page(
    request: HttpRequest,
    desk: Desk,
    number: int,
    troubles: Texts = (),
    wrong: dict[str, Texts] | None = None,
) -> HttpResponse:
    context = {
        "page": _found(desk, number),
        "troubles": troubles,
        "wrong": wrong or {},
        "typed": request.POST,
        "said": _typed(request, "result-"),
        "notes": _typed(request, "reasons-"),
        "results": RESULTS,
    }
    status = 422 if troubles or wrong else 200
    return render(request, "counter/folders/folder.html", context, status=status)


def _typed(request: HttpRequest, prefix: str) -> list[tuple[str, str]]:
    """What was said of each sheet, to be shown again."""
    names = [name for name in request.POST if name.startswith(prefix)]
    return [(name.removeprefix(prefix), request.POST.get(name, "")) for name in names]


def _found(desk: Desk, number: int) -> FolderPage:
    page = folder_page(desk.office, number, desk.actor)
    if page is None:
        raise Http404
    return page


def _changed(request: HttpRequest, desk: Desk, number: int) -> HttpResponse:
    """A sheet is taken out of a folder that is being filled, or the folder goes out."""
    post = request.POST
    if post.get("deed") == "ambil":
        reference = post.get("reference", "")
        answer = service.take_out(number=number, reference=reference, actor=desk.actor)
        left = isinstance(answer, Filled) and not answer.empty
        to = redirect("folder", number) if left else redirect("folders")
        return to if isinstance(answer, Filled) else _refused(request, desk, number, answer)
    at = stated_moment(post.get("tanggal", ""), post.get("jam", ""), clock.now(), desk.office.zone)
    if isinstance(at, str):
        return _page(request, desk, number, (at,))
    answer = service.send(number=number, actor=desk.actor, sent_at=at)
    if not isinstance(answer, Filled):
        return _refused(request, desk, number, answer)
    messages.success(request, _("Map nomor %(n)d dikirim.") % {"n": number})
    return redirect("folder", number)


def _refused(
    request: HttpRequest, desk: Desk, number: int, answer: NotRecorded | NotFound
) -> HttpResponse:
    if isinstance(answer, NotFound):
        raise Http404
    return _page(request, desk, number, _why(answer))


def _why(answer: FolderAnswer) -> Texts:
    if isinstance(answer, NotRecorded):
        return tuple(dict.fromkeys(reason.text for reason in answer.reasons))
    return (_("Jabatan itu tidak ada di kantor ini."),)


def _taken_back(request: HttpRequest, desk: Desk, number: int) -> HttpResponse:
    """Each sheet for itself: sent twice, what was told is only answered again."""
    post = request.POST
    at = stated_moment(post.get("tanggal", ""), post.get("jam", ""), clock.now(), desk.office.zone)
    if isinstance(at, str):
        return _page(request, desk, number, (at,))
    answer = take_back(
        number=number,
        brought=tuple(_brought(request, _found(desk, number))),
        actor=desk.actor,
        signed_by=post.get("signed_by", ""),
        happened_at=at,
        in_passing="in_passing" in post,
    )
    if not isinstance(answer, TakenBack):
        return _refused(request, desk, number, answer)
    return _told(request, desk, number, answer)


def _brought(request: HttpRequest, page: FolderPage) -> Iterator[Brought]:
    """What was said of each sheet; one that has moved on needs no word."""
    for item in page.open_items:
        said = request.POST.get(f"result-{item.reference}", "")
        if not item.waits:
            yield Brought(item.reference, Result.MOVED)
        elif said in set(Result):
            version = request.POST.get(f"version-{item.reference}", "")
            yield Brought(
                reference=item.reference,
                result=Result(said),
                version=int(version) if version.isascii() and version.isdigit() else None,
                reasons=request.POST.get(f"reasons-{item.reference}", "").strip(),
            )


def _told(request: HttpRequest, desk: Desk, number: int, answer: TakenBack) -> HttpResponse:
    wrong = {
        reference: tuple(reason.text for reason in told.reasons)
        for reference, told in answer.told
        if isinstance(told, NotRecorded)
    }
    done = sum(isinstance(told, Settled) and not told.before for _ref, told in answer.told)
    if wrong:
        text = ngettext(
            "%(n)d lembar tercatat; yang ditandai di bawah belum.",
            "%(n)d lembar tercatat; yang ditandai di bawah belum.",
            done,
        )
        return _page(request, desk, number, (text % {"n": done},), wrong)
    if answer.closed:
        messages.success(request, _("Map nomor %(n)d sudah kembali.") % {"n": number})
    else:
        text = ngettext(
            "%(n)d lembar tercatat; sisanya menunggu.",
            "%(n)d lembar tercatat; sisanya menunggu.",
            done,
        )
        messages.success(request, text % {"n": done})
    return redirect("folder", number)
