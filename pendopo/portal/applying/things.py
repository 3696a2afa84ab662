# SPDX-License-Identifier: EUPL-1.2
"""What has to be shown of papers: which may be sent ahead as pictures, which are brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pendopo.cases.models import Upload
from pendopo.domain.procedure import AskInstance, asks_for
from pendopo.domain.standard import Standard, Values
from pendopo.domain.vocabulary import Due, Handling, Kind
from pendopo.portal.checklist import Thing, thing_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where pictures of one thing are kept. `key` is the ask's, empty for what nobody asked."""

    key: str
    label: str
    note: str = ""
    photos: tuple[Upload, ...] = ()
    trouble: str = ""

    @property
    def id(self) -> str:
        """To which an error summary links."""
        return f"f-{self.key.replace('/', '-') or 'lain'}"


@dataclass(frozen=True, slots=True)
class ToBring:
    """One thing that must be there in itself. `later`: only when the product is fetched."""

    label: str
    note: str
    later: bool


def places_of(
    standard: Standard, known: Values, photos: tuple[Upload, ...] = ()
) -> tuple[Place, ...]:
    """The things that may be sent ahead, each with its pictures; what is left over comes last."""
    places = [
        Place(one.key, one.label, _note(standard, one))
        for one in asks_for(standard, known)
        if _sendable(one)
    ]
    if standard.kind is Kind.COMPLAINT:
        places.append(Place("", _("Foto atau berkas lain sebagai bukti")))
    own = {one.key for one in places}
    if any(photo.ask not in own for photo in photos):
        places = [one for one in places if one.key] + [Place("", _("Lain-lain"))]
        own |= {""}
    return tuple(
        Place(one.key, one.label, one.note, tuple(p for p in photos if _at(p, own) == one.key))
        for one in places
    )


def to_bring(standard: Standard, known: Values) -> tuple[ToBring, ...]:
    """What no picture replaces: sheets that are signed or given back, and what is due later."""
    return tuple(
        ToBring(one.label, _note(standard, one), one.ask.due is Due.PICKUP)
        for one in asks_for(standard, known)
        if not _sendable(one)
    )


def _sendable(one: AskInstance) -> bool:
    return one.ask.due is Due.INTAKE and one.ask.handling is not Handling.RETURN


def _at(photo: Upload, known: set[str]) -> str:
    return photo.ask if photo.ask in known else ""


def _note(standard: Standard, one: AskInstance) -> str:
    return "; ".join(_words(thing_of(standard, one.ask), one))


def _words(thing: Thing, one: AskInstance) -> Iterator[str]:
    if thing.amount:
        yield thing.amount
    if thing.choices:
        yield _("salah satu: %(choices)s") % {"choices": "; ".join(thing.choices)}
    if one.ask.if_needed:
        yield _("bila diperlukan")
