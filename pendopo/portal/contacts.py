# SPDX-License-Identifier: EUPL-1.2
"""Ways to reach an office: each with its kind in words, and a link where one can be made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from pendopo.portal.words import Words

_KINDS: Mapping[str, tuple[Words, str]] = {
    "address": (_("Alamat"), "map-pin"),
    "phone": (_("Telepon"), "phone"),
    "whatsapp": (_("WhatsApp"), "whatsapp"),
    "email": (_("Surel"), "mail"),
    "website": (_("Situs"), "world"),
    "lapor": (_("SP4N-LAPOR!"), "message"),
    "instagram": (_("Instagram"), "instagram"),
    "box": (_("Kotak pengaduan"), "mailbox"),
    "officer": (_("Petugas"), "user"),
}
"""Kind → what it is called, and its picture in the sprite."""

DIRECT = ("phone", "whatsapp")
"""The numbers that stand on every public page of an office (Lampiran: nomor pelayanan)."""

_HOME = "+62"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody. `href` is "" where nothing can be followed.

    `value` is shown without what only a browser needs.
    """

    kind: str
    label: Words
    icon: str
    value: str
    href: str


def ways(channels: Iterable[tuple[str, str]]) -> tuple[Way, ...]:
    """Ways from (kind, value), the same one only once."""
    return tuple(_way(kind, value) for kind, value in dict.fromkeys(channels))


def direct(found: Iterable[Way]) -> tuple[Way, ...]:
    """Those of them that ring at once."""
    return tuple(way for way in found if way.kind in DIRECT)


def _way(kind: str, value: str) -> Way:
    label, icon = _KINDS[kind]
    return Way(kind, label, icon, _shown(value), _href(kind, value))


def _shown(value: str) -> str:
    return value.partition("://")[2].strip("/") if "://" in value else value


def _href(kind: str, value: str) -> str:
    match kind:
        case "phone":
            return f"tel:{_international(value)}"
        case "whatsapp":
            return f"https://wa.me/{_international(value).lstrip('+')}"
        case "email":
            return f"mailto:{value}"
        case "website" | "lapor":
            return value if "://" in value else f"https://{value}"
        case "instagram":
            return f"https://www.instagram.com/{value.lstrip('@')}/"
        case _:
            return ""


def _international(number: str) -> str:
    """`(0343) 631745` is +62343631745 from any phone in the world."""
    digits = re.sub(r"[^\d+]", "", number)
    return f"{_HOME}{digits[1:]}" if digits.startswith("0") else digits
