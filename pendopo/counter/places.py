# SPDX-License-Identifier: EUPL-1.2
"""The places of the counter, as the bar shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can go: the name of its route, how it is called, and the key that leads there.

    `wide` stands in the menu on a telephone, where the bar has room for five. `signers`: only
    whoever holds a position of the signing matrix has anything to do there; `hands`: also whoever
    gives a paraf; `settlers`: only whoever keeps the office's settings.
    """

    route: str
    label: Promise
    icon: str
    key: str
    wide: bool = False
    signers: bool = False
    hands: bool = False
    settlers: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A place with its address. `current`: the page shown is there, or below it."""

    place: Place
    href: str
    current: bool


PLACES = (
    Place("desk", gettext_lazy("Meja"), "inbox", "g m"),
    Place("intake", gettext_lazy("Berkas baru"), "plus", "F2"),
    Place("signing", gettext_lazy("Tanda tangan"), "sign", "g t", hands=True),
    Place("folders", gettext_lazy("Map"), "folder", "g p"),
    Place("books", gettext_lazy("Buku"), "book", "g b"),
    Place("wordings", gettext_lazy("Naskah"), "file", "g n", wide=True, signers=True),
    Place("presence", gettext_lazy("Hadir"), "user", "g h", wide=True),
    Place("bureau", gettext_lazy("Kantor"), "home", "g k", wide=True, settlers=True),
)
"""`Meja` is the home of all that has no other place."""


def links(
    path: str, *, signs: bool = False, hand: bool = False, settles: bool = False
) -> tuple[Link, ...]:
    """The places that there are for this officer, seen from the page with this address."""
    mine = [
        one
        for one in PLACES
        if (signs or not one.signers) and (hand or not one.hands) and (settles or not one.settlers)
    ]
    found = [(place, href) for place in mine if (href := _address(place.route))]
    above = [href for _, href in found if path.startswith(href)]
    here = max(above, key=len, default="")
    return tuple(Link(place, href, href == here) for place, href in found)


def _address(route: str) -> str:
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
