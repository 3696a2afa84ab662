# SPDX-License-Identifier: EUPL-1.2
"""The ways to reach the office, in the order in which the public reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble
from pendopo.offices.models import Office

WHAT = "contacts"
KINDS = (
    *("phone", "whatsapp", "email", "website", "lapor"),
    *("instagram", "address", "box", "officer"),
)
"""What a way can be, as the language of office.yaml knows it."""
MOST = 20
_PHONE = re.compile(r"\+?[\d\s().-]+")
_MOBILE = re.compile(r"(?:0|62)8\d{7,11}")
_INSTAGRAM = re.compile(r"@?[A-Za-z0-9._]{1,30}")


@dataclass(frozen=True, slots=True)
class Contact:
    """One way: its kind, the label that is printed before it (may be empty), number or address."""

    kind: str
    label: str
    value: str


def contacts_of(office: Office) -> tuple[Contact, ...]:
    """They as they stand. No query."""
    return tuple(Contact(c["kind"], c.get("label") or "", c["value"]) for c in office.contacts)


def contacts_now(office: Office) -> Told:
    """They as people read them."""
    listed: list[Json] = [
        {name: text for name, text in asdict(one).items() if text} for one in contacts_of(office)
    ]
    return {"contacts": listed}


def keep_contacts(
    *, actor: Actor, wanted: Sequence[Contact], seen: str | None = None
) -> SettingAnswer:
    """Put these in place of all that stood. Troubles name `value-<n>`, counted from 0."""

    def work(office: Office) -> Change | NotRecorded:
        before = contacts_now(office)
        if refused := meanwhile(seen, before):
            return refused
        said = [Contact(c.kind, c.label.strip(), " ".join(c.value.split())) for c in wanted]
        if len(said) > MOST:
            return NotRecorded((Reason("too-many", f"Paling banyak {MOST} kontak."),))
        if troubles := _troubles(said):
            return NotRecorded(troubles=troubles)
        office.contacts = [asdict(one) for one in said]
        office.save(update_fields=["contacts"])
        return Change(WHAT, office.code, before, contacts_now(office))

    return settle(actor, work)


def _troubles(said: Sequence[Contact]) -> tuple[Trouble, ...]:
    troubles = []
    for n, one in enumerate(said):
        if one.kind not in KINDS:
            troubles.append(Trouble(f"kind-{n}", "Pilih jenisnya."))
        elif text := _wrong(one):
            troubles.append(Trouble(f"value-{n}", text))
        elif any((c.kind, c.value) == (one.kind, one.value) for c in said[:n]):
            troubles.append(Trouble(f"value-{n}", "Sudah ada di atasnya."))
    return tuple(troubles)


def _wrong(one: Contact) -> str:
    """What is wrong with a way; "" for nothing."""
    if not one.value:
        return "Tulis nomor atau alamatnya, atau kosongkan labelnya juga."
    return _CHECKS[one.kind](one.value) if one.kind in _CHECKS else ""


def _phone(value: str) -> str:
    digits = re.sub(r"\D", "", value)
    if _PHONE.fullmatch(value) and 3 <= len(digits) <= 15:
        return ""
    return "Tulis nomornya dengan angka, misalnya (021) 555123."


def _whatsapp(value: str) -> str:
    if _PHONE.fullmatch(value) and _MOBILE.fullmatch(re.sub(r"\D", "", value)):
        return ""
    return "Nomor WhatsApp adalah nomor ponsel, misalnya 0812 3456 7890."


def _email(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError:
        return "Tulis lengkap, misalnya kantor@contoh.go.id."
    return ""


def _website(value: str) -> str:
    try:
        URLValidator(schemes=("https", "http"))(
            value if "://" in value else f"https://{value}",
        )
    except ValidationError:
        return "Tulis alamat situsnya, misalnya https://kantor.contoh.go.id."
    return ""


def _instagram(value: str) -> str:
    return "" if _INSTAGRAM.fullmatch(value) else "Tulis nama akunnya, misalnya @kecrejowangi."


_CHECKS: Mapping[str, Callable[[str], str]] = {
    "phone": _phone,
    "whatsapp": _whatsapp,
    "email": _email,
    "website": _website,
    "lapor": _website,
    "instagram": _instagram,
}
