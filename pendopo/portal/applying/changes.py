# SPDX-License-Identifier: EUPL-1.2
"""What of a standard changed while somebody was filling in its form, in words for her."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from pendopo.domain.standard import Field, Standard

Place = tuple[str | None, str]


def changes_between(before: Standard, after: Standard) -> tuple[str, ...]:
    """What is asked anew, no longer, or otherwise; what has to be brought anew, or no longer."""
    return tuple(dict.fromkeys((*_fields(before, after), *_asks(before, after))))


def _fields(before: Standard, after: Standard) -> Iterator[str]:
    old, new = _by_place(before), _by_place(after)
    for place, f in new.items():
        earlier = old.get(place)
        if earlier is None:
            yield _("Baru ditanyakan: %(label)s.") % {"label": f.label}
        elif (earlier.type, earlier.options) != (f.type, f.options):
            yield _("Ditanyakan dengan cara lain: %(label)s.") % {"label": f.label}
        elif f.required and not earlier.required:
            yield _("Sekarang harus diisi: %(label)s.") % {"label": f.label}
    for place, f in old.items():
        if place not in new:
            yield _("Tidak ditanyakan lagi: %(label)s.") % {"label": f.label}


def _asks(before: Standard, after: Standard) -> Iterator[str]:
    old, new = ({ask.key: ask.what for ask in one.asks} for one in (before, after))
    for key, what in new.items():
        if key not in old:
            yield _("Baru diminta: %(what)s.") % {"what": what}
    for key, what in old.items():
        if key not in new:
            yield _("Tidak diminta lagi: %(what)s.") % {"what": what}


def _by_place(standard: Standard) -> dict[Place, Field]:
    """The fields that an applicant may be asked."""
    asked = (f for f in standard.fields if f.derive is None and not f.by_office)
    return {(f.group, f.key): f for f in asked}
