# SPDX-License-Identifier: EUPL-1.2
"""A message ready to be sent by hand: the officer's own WhatsApp opens with the words in it.

No number of identity and no full form stands in it; nothing is sent by the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from django.utils.translation import gettext as _

from pendopo.domain.filled import is_given
from pendopo.domain.identity import Problem, parse_phone
from pendopo.domain.standard import Standard, Values
from pendopo.domain.vocabulary import FieldType

_AT = "https://wa.me/"


def message_link(text: str, phone: str = "") -> str:
    """The address that opens WhatsApp with these words, to this number where it is a mobile one."""
    parsed = parse_phone(phone) if phone else None
    known = parsed if parsed is not None and not isinstance(parsed, Problem) else None
    number = known.normal.lstrip("+") if known and known.mobile else ""
    return f"{_AT}{number}?text={quote(text)}"


def phone_of(standard: Standard, values: Values) -> str:
    """The first telephone number of the form; empty where none was given."""
    fields = (f for f in standard.fields if f.type is FieldType.PHONE and f.group is None)
    return next((str(values[f.key]) for f in fields if is_given(values.get(f.key))), "")


def lacking_words(office: str, service: str, lacks: Iterable[str], reference: str = "") -> str:
    """What lacks, once and complete."""
    head = _("%(office)s. %(service)s") % {"office": office, "service": service}
    number = _(", nomor berkas %(reference)s") % {"reference": reference} if reference else ""
    listed = "\n".join(f"{n}. {text}" for n, text in enumerate(lacks, start=1))
    return _("%(head)s%(number)s. Yang masih kurang:\n%(listed)s\nPelayanan ini gratis.") % {
        "head": head,
        "number": number,
        "listed": listed,
    }


def taken_words(office: str, service: str, reference: str, due: str) -> str:
    """That it was taken in, and when it will be ready."""
    words = {"office": office, "service": service, "reference": reference, "due": due}
    if due:
        text = _("%(office)s. %(service)s diterima, nomor berkas %(reference)s. Siap %(due)s.")
        return text % words
    return _("%(office)s. %(service)s diterima, nomor berkas %(reference)s.") % words
