# SPDX-License-Identifier: EUPL-1.2
"""The answers as their giver reads them before she sends them, each with the way to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pendopo.cases.models import Upload
from pendopo.cases.services.applications import photos_of
from pendopo.domain.filled import as_date, is_given, members
from pendopo.domain.standard import Field, Standard
from pendopo.domain.vocabulary import FieldType
from pendopo.domain.wording import format_day
from pendopo.portal.applying.keeping import CHECKING
from pendopo.portal.applying.planner import Page
from pendopo.portal.applying.questions import title_of
from pendopo.portal.applying.things import places_of
from pendopo.portal.applying.way import ANONYMOUS, CONFIDENTIAL, PHOTOS, SECRECY, Way
from pendopo.screens.forms.words import for_village, options_of, shown_value

_AS_TYPED = (FieldType.PHONE, FieldType.NIK, FieldType.KK, FieldType.NOP)
"""Numbers that their giver knows by the groups in which she writes them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `text` is empty where nothing was said."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """The answers of one page, and where they are mended."""

    title: str
    about: str
    answers: tuple[Answer, ...]
    address: str
    photos: tuple[Upload, ...] = ()


def parts_of(way: Way) -> Iterator[Part]:
    """Every page of the way but the check itself. One query where photos are kept."""
    for stop in way.stops[:-1]:
        address = f"{way.address(stop)}?{CHECKING}=1"
        page = way.page(stop.key) if stop.key else None
        if stop == SECRECY:
            yield Part(_("Nama Anda"), "", (Answer(_("Nama Anda"), _secrecy(way)),), address)
        elif stop == PHOTOS:
            yield from _photos(way, address)
        elif page is not None and page.is_list:
            yield _list_part(way, page, address)
        elif page is not None:
            yield _part(way, page, address)


def _part(way: Way, page: Page, address: str) -> Part:
    asked = way.questions(page)
    answers = tuple(Answer(_label(way, f), answer_text(way, page, f)) for f in asked)
    title = title_of([one.label for one in answers])
    return Part(title, page.about, answers, address)


def _list_part(way: Way, page: Page, address: str) -> Part:
    group = way.standard.group(page.group)
    count = way.rows.get(group.key, group.at_least)
    said = _("%(n)d yang ditulis") % {"n": count} if count else ""
    return Part(group.label, "", (Answer(group.label, said),), address)


def _photos(way: Way, address: str) -> Iterator[Part]:
    kept = photos_of(way.office, way.typed)
    named = [one for one in places_of(way.standard, way.known, kept) if one.photos]
    answers = tuple(
        Answer(
            one.label,
            ngettext("%(n)d berkas", "%(n)d berkas", len(one.photos)) % {"n": len(one.photos)},
        )
        for one in named
    )
    answers = answers or (Answer(_("Foto dan berkas"), ""),)
    yield Part(_("Foto dan berkas"), "", answers, address, kept)


def _secrecy(way: Way) -> str:
    said = {
        ANONYMOUS: _("Tanpa nama"),
        CONFIDENTIAL: _("Dengan nama, tetapi dirahasiakan"),
    }
    return said.get(way.secrecy, _("Dengan nama saya") if way.secrecy else "")


def _label(way: Way, f: Field) -> str:
    named = (one for one in way.standard.fields if one.type is FieldType.VILLAGE)
    code = next((way.known.get(one.key) for one in named), "")
    return for_village(f.label, way.look.kinds.get(str(code), ""))


def answer_text(way: Way, page: Page, f: Field) -> str:
    """An answer as its giver reads it; what cannot be understood stands as it was typed."""
    typed, known = (_scope(way.standard, page, values) for values in (way.values, way.known))
    value = known.get(f.key, typed.get(f.key))
    if not is_given(value):
        return ""
    shown = shown_value(f, typed.get(f.key) if f.type in _AS_TYPED else value)
    options = options_of(f, way.look.setting.villages, way.look.kinds)
    label = next((one.label for one in options if one.value == shown), "")
    day = as_date(value) if f.type is FieldType.DATE else None
    return label or (format_day(day) if day else shown)


def _scope(standard: Standard, page: Page, values: dict[str, object]) -> dict[str, object]:
    if not page.group:
        return values
    found = {m.key: m.values for m in members(standard.group(page.group), values)}
    return dict(found.get(page.member, {}))
