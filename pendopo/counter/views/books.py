# SPDX-License-Identifier: EUPL-1.2
"""The office's books: the shelf, and a month or year of one book."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.cases.bookshelf import OpenBook, open_book
from pendopo.cases.services.register_entries import carry_on_book
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.domain.book_words import BookKind
from pendopo.domain.books import NumberMode
from pendopo.domain.forms import Trouble
from pendopo.offices.models import Book
from pendopo.screens.books import dispositions, pickups
from pendopo.screens.books.pages import Leaf, Sought, leaf, shelves
from pendopo.screens.books.periods import read_period
from pendopo.screens.books.write_page import ways_of
from pendopo.screens.words import role_titles
from pendopo.standards import national


def shelf_or_404(desk: Desk, key: str) -> OpenBook:
    """A book of the desk's office. Raises Http404."""
    shelf = open_book(desk.office.code, key)
    if shelf is None:
        raise Http404
    return shelf


def refused(request: HttpRequest, roles: Iterable[str]) -> HttpResponse:
    """A page that is for others: who they are."""
    titles = role_titles()
    who = ", ".join(dict.fromkeys(titles.get(role, role) for role in roles))
    return render(request, "counter/books/not-yours.html", {"who": who}, status=403)


@desk_page
@require_safe
def shelf(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All books by section; above them the letters that lie in my hands."""
    nation = national.books()
    return render(
        request,
        "counter/books/shelf.html",
        {
            "shelves": shelves(desk.office),
            "charged": dispositions.charged_to(desk.actor),
            "may_set": bool(desk.actor.roles & set(nation.set_by)),
        },
    )


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def book(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """A month of a book. Words are sought by POST: names do not belong into addresses."""
    shelf = shelf_or_404(desk, key)
    sought = sought_in(request)
    page = request.GET.get("page", "1")
    found = leaf_of(request, desk, shelf, sought, int(page) if page.isdigit() else 1)
    lies_ready = []
    if shelf.kind.derived or shelf.kind.counts:
        registered = key if shelf.kind.counts else ""
        villages = found.around.villages
        lies_ready = pickups.ready(desk.office.code, desk.actor, villages, registered)
    return render(
        request,
        "counter/books/leaf.html",
        {
            "leaf": found,
            "book": shelf.book,
            "shelf": shelf,
            "sought": sought,
            "villages": sorted(found.around.villages.items(), key=lambda one: one[1]),
            "ways": ways_of(shelf) if shelf.may_write(desk.actor) else (),
            "ready": lies_ready,
            "today": desk.office.today,
        },
    )


def sought_in(request: HttpRequest) -> Sought:
    """Which lines are wanted: the village from the address, words from a form."""
    village = request.POST.get("desa") or request.GET.get("desa", "")
    return Sought(village[:16], request.POST.get("cari", "")[:120])


def leaf_of(
    request: HttpRequest, desk: Desk, shelf: OpenBook, sought: Sought, page: int | None = None
) -> Leaf:
    """The period that is asked for, by address or form."""
    asked = request.POST.get("bulan") or request.GET.get("bulan", "")
    period = read_period(asked, desk.office.today)
    return leaf(shelf, period, desk.actor, sought, page)


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The first day: from which number each book goes on."""
    nation = national.books()
    if not desk.actor.roles & set(nation.set_by):
        return refused(request, nation.set_by)
    if request.method == "POST":
        return post_once(request, desk, lambda: _carried_on(request, desk))
    return _numbers(request, desk)


def _carried_on(request: HttpRequest, desk: Desk) -> HttpResponse:
    troubles = []
    for name, text in request.POST.dict().items():
        key = name.removeprefix("buku/")
        if key == name or not text.strip():
            continue
        if not text.strip().isdigit():
            troubles.append(Trouble(key, _("Tulis nomor terakhir dengan angka saja.")))
            continue
        answer = carry_on_book(book=key, used=int(text), actor=desk.actor)
        reasons = getattr(answer, "reasons", ())
        troubles += [Trouble(key, reason.text) for reason in reasons]
    if troubles:
        return _numbers(request, desk, troubles)
    return HttpResponseRedirect(reverse("books"))


def _numbers(
    request: HttpRequest, desk: Desk, troubles: list[Trouble] | None = None
) -> HttpResponse:
    lasts = {spine.key: spine.last for one in shelves(desk.office) for spine in one.books}
    told = {trouble.where: trouble.text for trouble in troubles or ()}
    books = Book.objects.filter(office_id=desk.office.code, mode=NumberMode.OWN.value)
    rows: list[dict[str, Any]] = [
        {
            "book": book,
            "last": lasts.get(book.key) or "0",
            "typed": request.POST.get(f"buku/{book.key}", ""),
            "trouble": told.get(book.key, ""),
        }
        for book in books.order_by("section", "title")
        if not BookKind(book.kind).derived
    ]
    context = {"rows": rows, "troubles": troubles or (), "year": desk.office.today.year}
    status = 422 if troubles else 200
    return render(request, "counter/books/numbers.html", context, status=status)
