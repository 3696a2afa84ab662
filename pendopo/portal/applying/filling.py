# SPDX-License-Identifier: EUPL-1.2
"""The pages of questions: what is sent is kept first, and judged then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from pendopo.cases.models import Application
from pendopo.cases.services.applications import (
    Change,
    TooMuch,
    Typed,
    begin_application,
    keep_typed,
    typed_in,
)
from pendopo.domain.filled import is_given, members
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Group
from pendopo.domain.vocabulary import FieldType
from pendopo.portal.applying.doors import client_of, let_in, to_start, way_page
from pendopo.portal.applying.planner import Page, may_grow, row_count
from pendopo.portal.applying.questions import Told, question_page
from pendopo.portal.applying.way import (
    ANONYMOUS,
    CHECK,
    CONFIDENTIAL,
    NAMED,
    SECRECY,
    Stop,
    Way,
    named,
    with_rows,
    without_row,
)
from pendopo.screens.attempts import BEGUN_APPLICATIONS, count_one, wait_for
from pendopo.screens.form_reading import PREFIX
from pendopo.screens.natural_days import full_day
from pendopo.screens.plain_words import short_name

LATER, CHECKING = "nanti", "kembali"
"""The button that keeps and leaves; the field that says that one came from the check."""
ADD, REMOVE = "tambah", "hapus"
_LONGEST = 6_000


@dataclass(frozen=True, slots=True)
class NameChoice:
    """A choice about the name, with what it means."""

    key: str
    label: str
    note: str
    chosen: bool


class TooMany:
    """Too many applications were begun from one address; nothing was kept."""


@way_page
def question(request: HttpRequest, way: Way, key: str) -> HttpResponse:
    """One page of questions, or the overview of a list."""
    stop, page = Stop("apply-question", key), way.page(key)
    if page is None:
        return _elsewhere(way)
    if request.method != "POST":
        return _opened(request, way, stop, page)
    if page.is_list:
        return _list_sent(request, way, stop, page)
    texts = _texts(request, way, page)
    filled = way.with_typed(replace(way.typed, fields=_laid_in(way, page, texts)))
    troubles = () if LATER in request.POST else filled.troubles_of(page)

    def change(typed: Typed) -> Typed:
        fields = _laid_in(way, page, texts, typed.fields)
        seen = not troubles and not _later(request)
        return _seen(replace(typed, fields=fields), page.places, seen=seen)

    return _kept(request, filled, stop, page, change, troubles)


@way_page
def secrecy(request: HttpRequest, way: Way) -> HttpResponse:
    """Whether the name is told: asked first, because it decides what is asked after."""
    if SECRECY not in way.stops:
        return _elsewhere(way)
    if request.method != "POST":
        return _secrecy_page(request, way)
    chosen = request.POST.get("nama", "")
    if chosen not in [one.key for one in _ways(way)] and not _later(request):
        told = Told("f-nama-1", _("Pilih dahulu salah satu."))
        return _secrecy_page(request, way, told)

    def change(typed: Typed) -> Typed:
        told = {**typed.told, "secrecy": chosen} if chosen else typed.told
        return _seen(replace(typed, told=told), (SECRECY.name,), seen=bool(chosen))

    return _kept(request, way, SECRECY, None, change, ())


def _elsewhere(way: Way) -> HttpResponse:
    """A page that is not asked (any more): go on where one was, or begin."""
    if way.row is None:
        return to_start(way)
    return HttpResponseRedirect(way.address(way.resume))


def _opened(request: HttpRequest, way: Way, stop: Stop, page: Page) -> HttpResponse:
    if way.row is None and stop != way.stops[0]:
        return to_start(way, expired=True)
    if page.is_list:
        return _list_page(request, way, stop, page)
    return _shown(request, way, stop, page)


def _shown(
    request: HttpRequest,
    way: Way,
    stop: Stop,
    page: Page,
    troubles: tuple[Trouble, ...] = (),
) -> HttpResponse:
    context = {"page": question_page(way, page, troubles), **around(request, way, stop)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if troubles else HTTPStatus.OK
    return render(request, "portal/apply/question.html", context, status=status)


def around(request: HttpRequest, way: Way, stop: Stop) -> dict[str, object]:
    """What every page of the way shows: whose it is, how far, and the way back."""
    sent = request.POST if request.method == "POST" else request.GET
    checking = CHECKING in sent
    before = CHECK if checking else way.before(stop)
    back = way.address(before) if before else to_start(way).url
    return {
        "way": way,
        "office": way.world.office,
        "service": short_name(way.standing.service.name),
        "slug": way.standing.slug,
        "number": way.number(stop),
        "of": len(way.stops),
        "back": back,
        "checking": checking,
    }


def _texts(request: HttpRequest, way: Way, page: Page) -> dict[str, str]:
    """What the page sent, days written out while it is known what "kemarin" means."""
    found: dict[str, str] = {}
    for f in page.fields:
        text = request.POST.get(named(page, f))
        if text is None:
            continue
        text = text.replace("\0", "")[:_LONGEST]
        day = f.type is FieldType.DATE
        found[named(page, f)] = full_day(text, way.world.today) if day else text
    return found


def _laid_in(
    way: Way, page: Page, texts: Mapping[str, str], fields: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The fields with those of the page; members before this one have their places."""
    laid = {**(way.typed.fields if fields is None else fields), **texts}
    if page.group and way.standard.group(page.group).is_list:
        return with_rows(way.standard, laid, page.group, int(page.member))
    return laid


def _seen(typed: Typed, what: tuple[str, ...], *, seen: bool) -> Typed:
    """With these places, or this page, among those that were sent, or no longer."""
    others = tuple(one for one in typed.seen if one not in what)
    return replace(typed, seen=(*others, *what) if seen else others)


def _later(request: HttpRequest) -> bool:
    return LATER in request.POST


def _kept(
    request: HttpRequest,
    way: Way,
    stop: Stop,
    page: Page | None,
    change: Change,
    troubles: tuple[Trouble, ...],
) -> HttpResponse:
    """Keep it, then answer: troubles on the same page, the code, or the next page."""
    lost = way.row is None and stop != way.stops[0]
    row = _row_with(request, way, change)
    if isinstance(row, (TooMuch, TooMany)):
        many = isinstance(row, TooMany)
        context = {"many": many, **around(request, way, stop)}
        return render(request, "portal/apply/too-much.html", context, status=429 if many else 413)
    if row is None:
        return to_start(way, expired=True)
    kept = way.with_typed(typed_in(row), row)
    if troubles and page is not None:
        return let_in(_shown(request, kept, stop, page, troubles), row)
    if _later(request):
        return let_in(HttpResponseRedirect(kept.address(Stop("apply-kept"))), row)
    if lost:
        return let_in(to_start(kept, expired=True), row)
    then = kept.after(stop, checking=CHECKING in request.POST)
    return let_in(HttpResponseRedirect(kept.address(then)), row)


def _row_with(
    request: HttpRequest, way: Way, change: Change
) -> Application | TooMuch | TooMany | None:
    """The application with the change in it; a new one where this browser had none."""
    if way.row is not None:
        return keep_typed(row=way.row, change=change, standard_id=way.standing.id)
    if wait_for(BEGUN_APPLICATIONS, client_of(request)):
        return TooMany()
    count_one(BEGUN_APPLICATIONS, client_of(request))
    return begin_application(
        office=way.office,
        service=way.standing.slug,
        standard_id=way.standing.id,
        typed=change(Typed()),
    )


# The overview of a list


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member of a list: what to call it, what tells it from the others, where to mend it."""

    number: int
    label: str
    name: str
    address: str


def _list_page(
    request: HttpRequest, way: Way, stop: Stop, page: Page, trouble: str = ""
) -> HttpResponse:
    group = way.standard.group(page.group)
    lines = [_line(way, group, n) for n in range(1, row_count(group, way.rows) + 1)]
    context = {
        "group": group,
        "lines": lines,
        "removable": len(lines) > group.at_least,
        "may_grow": may_grow(group, way.rows),
        "trouble": trouble,
        **around(request, way, stop),
    }
    return render(request, "portal/apply/list.html", context)


def _line(way: Way, group: Group, number: int) -> MemberLine:
    found = {m.key: m.values for m in members(group, way.values)}
    said = (str(text) for text in found.get(str(number), {}).values() if is_given(text))
    first = next(p.key for p in way.pages if (p.group, p.member) == (group.key, str(number)))
    address = way.address(Stop("apply-question", first))
    return MemberLine(number, f"{group.label} {number}", next(said, ""), address)


def _list_sent(request: HttpRequest, way: Way, stop: Stop, page: Page) -> HttpResponse:
    group = way.standard.group(page.group)
    removed = request.POST.get(REMOVE, "")
    count = row_count(group, way.rows)
    if ADD in request.POST and may_grow(group, way.rows):
        return _member_added(request, way, group, count + 1)
    if removed.isdigit() and group.at_least < count and 1 <= int(removed) <= count:
        return _changed_list(request, way, stop, group, int(removed))

    def change(typed: Typed) -> Typed:
        return _seen(typed, (stop.key,), seen=not _later(request))

    return _kept(request, way, stop, page, change, ())


def _member_added(request: HttpRequest, way: Way, group: Group, number: int) -> HttpResponse:
    def change(typed: Typed) -> Typed:
        return replace(typed, fields=with_rows(way.standard, typed.fields, group.key, number))

    row = _row_with(request, way, change)
    if not isinstance(row, Application):
        return to_start(way, expired=True)
    kept = way.with_typed(typed_in(row), row)
    first = next(p.key for p in kept.pages if (p.group, p.member) == (group.key, str(number)))
    address = kept.address(Stop("apply-question", first))
    return let_in(HttpResponseRedirect(address), row)


def _changed_list(
    request: HttpRequest, way: Way, stop: Stop, group: Group, number: int
) -> HttpResponse:
    def change(typed: Typed) -> Typed:
        fields = without_row(typed.fields, group.key, number)
        return replace(typed, fields=fields, seen=_seen_without(typed.seen, group.key, number))

    row = _row_with(request, way, change)
    if not isinstance(row, Application):
        return to_start(way, expired=True)
    checking = f"?{CHECKING}=1" if CHECKING in request.POST else ""
    return let_in(HttpResponseRedirect(way.address(stop) + checking), row)


def _seen_without(seen: tuple[str, ...], group: str, number: int) -> tuple[str, ...]:
    """The places that were sent, those of members behind the removed one under new numbers."""
    marked = without_row({f"{PREFIX}/{place}": "" for place in seen}, group, number)
    return tuple(name.removeprefix(f"{PREFIX}/") for name in marked)


# Whether the name is told


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
