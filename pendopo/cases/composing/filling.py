# SPDX-License-Identifier: EUPL-1.2
"""What the placeholders of a letter are filled with: the form's values, and what is known beside.

Dates and sums stand in words as a letter writes them; its filters can say them otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from pendopo.cases.composing.facts import Facts, given_by
from pendopo.cases.composing.signatures import title_of
from pendopo.cases.queries import CaseFile
from pendopo.domain.circumstances import ActorKind
from pendopo.domain.events import VERB_EVENTS
from pendopo.domain.filled import as_date, as_number, is_given, members
from pendopo.domain.procedure import asks_for
from pendopo.domain.standard import Field
from pendopo.domain.typed import Ill, parse_rupiah
from pendopo.domain.vocabulary import FieldType, Verb
from pendopo.domain.wording import format_date, format_moment, localize, number
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Officer, Village
from pendopo.standards.placeholders import FULL, HEAD

Fillings = dict[str, str | Sequence[Mapping[str, str]]]
"""Key as it stands in the braces → value; a list group's key → one mapping a row."""


def fillings(file: CaseFile, facts: Facts) -> Fillings:
    """Everything that a letter of this case may be filled with; what is unknown is empty."""
    return {**_form(file), **_computed(file, facts)}


def _form(file: CaseFile) -> Fillings:
    """The fields of the form, those of named members by their full key."""
    villages = {v.name: v for v in Village.objects.filter(office_id=file.row.office_id)}
    villages |= {v.code: v for v in villages.values()}
    made: Fillings = {}
    own = [f for f in file.standard.fields if f.group is None]
    made.update(_filled(own, file.values, villages))
    for group in file.standard.groups:
        fields = [f for f in file.standard.fields if f.group == group.key]
        rows = [
            (member.key, dict(_filled(fields, member.values, villages)))
            for member in members(group, file.values)
        ]
        if group.is_list:
            made[group.key] = [row for _, row in rows]
        else:
            made.update(
                (f"{group.key}.{name}.{key}", v) for name, row in rows for key, v in row.items()
            )
    return made


def _filled(
    fields: list[Field], values: Mapping[str, object], villages: Mapping[str, Village]
) -> Iterator[tuple[str, str]]:
    for f in fields:
        value = values.get(f.key)
        if f.type is FieldType.VILLAGE:
            yield from _village(f.key, str(value or ""), villages)
        else:
            yield f.key, _plain(f, value)


def _village(key: str, value: str, villages: Mapping[str, Village]) -> Iterator[tuple[str, str]]:
    village = villages.get(value)
    name = village.name if village else value
    is_ward = village is not None and village.kind == "kelurahan"
    kind = "Kelurahan" if is_ward else "Desa"
    head = "Lurah" if is_ward else f"Kepala {kind}"
    yield key, name
    yield f"{key}{FULL}", f"{kind} {name}" if name else ""
    yield f"{key}{HEAD}", f"{head} {name}" if name else ""


def _plain(f: Field, value: object) -> str:
    if not is_given(value):
        return ""
    match f.type:
        case FieldType.DATE:
            return _day(as_date(value)) or str(value)
        case FieldType.MONEY:
            amount = as_number(value)
            return str(value) if amount is None else number(amount)
        case FieldType.YES_NO:
            return "ya" if value is True else "tidak"
        case FieldType.CHOICE:
            return dict(f.options).get(str(value), str(value))
        case FieldType.TIME:
            return str(value).replace(":", ".")[:5]
        case _:
            return str(value)


def _day(day: date | None) -> str:
    return format_date(day) if day else ""


def _computed(file: CaseFile, facts: Facts) -> Fillings:
    return {
        **_office(file),
        **_letter(facts),
        **_clerk(file, facts),
        **_case(file),
        **_events(file),
        "syarat": list(_asks(file)),
    }


def _office(file: CaseFile) -> Fillings:
    office = file.world.office
    region = office.regency.removeprefix("Kabupaten ").removeprefix("Kota ")
    return {
        "kantor.nama": office.name,
        "kantor.kecamatan": office.name.removeprefix("Kecamatan "),
        "kantor.kabupaten": office.regency,
        "kantor.daerah": region,
        "kantor.provinsi": office.province,
        "kantor.tempat": office.seat,
        "kantor.alamat": office.address,
        "kantor.waktu": str(localize(file.world.now, office.zone).tzname()),
    }


def _letter(facts: Facts) -> Fillings:
    capacity = facts.signing.capacity if facts.signing else None
    return {
        "surat.nomor": facts.number,
        "surat.tanggal": _day(facts.dated),
        "penandatangan.nama": capacity.officer_name if capacity else "",
        "penandatangan.nip": capacity.nip if capacity else "",
        "penandatangan.pangkat": capacity.rank if capacity else "",
        "penandatangan.jabatan": title_of(capacity) if capacity else "",
    }


def _clerk(file: CaseFile, facts: Facts) -> Fillings:
    name, title = clerk_of(file, facts.paper.key)
    return {"petugas.nama": name, "petugas.jabatan": title}


def clerk_of(file: CaseFile, paper: str) -> tuple[str, str]:
    """Name and position of the officer who gave a paper that nobody signs; else of whoever took
    the file in. Empty where the applicant did it herself.
    """
    given = given_by(file, paper)
    actor, at = (given.actor, given.at) if given else _first_of_office(file)
    kind, _, id_ = actor.partition(":")
    officer = None
    if kind == ActorKind.OFFICER:
        officer = Officer.objects.filter(office_id=file.row.office_id, id=id_).first()
    if officer is None or at is None:
        return "", ""
    roles = _roles_of(file, paper)
    held = list(held_on(file.row.office_id, file.world.date_of(at)).filter(officer_id=officer.id))
    meant = [one for one in held if roles & set(one.position.roles)] or held
    return officer.name, meant[0].position.title if meant else ""


def _roles_of(file: CaseFile, paper: str) -> set[str]:
    steps = [s for s in file.standard.steps if paper in s.papers] or [file.standard.first]
    return {role for s in steps for role in (s.by, s.via) if role}


def _first_of_office(file: CaseFile) -> tuple[str, datetime | None]:
    for passed in file.case.trail:
        if passed.actor.startswith(f"{ActorKind.OFFICER}:"):
            return passed.actor, passed.at
    return "", None


def _case(file: CaseFile) -> Fillings:
    due, zone = file.reckoning.due_at, file.world.office.zone
    line = next((e for e in file.case.entries if e.paper is None and e.number), None)
    first = next((p for p in file.case.trail if line and _books(file, p.step, line.book)), None)
    return {
        "berkas.nomor": grouped(file.row.reference),
        "berkas.layanan": file.standard.name,
        "berkas.tanggal": format_date(file.world.date_of(file.row.filed_at)),
        "berkas.selesai": format_moment(due, zone) if due else "",
        "pendaftaran.nomor": (line.number or "") if line else "",
        "pendaftaran.tanggal": _day(file.world.date_of(first.at)) if first else "",
    }


def _books(file: CaseFile, step: str, book: str) -> bool:
    return file.standard.step(step).book == book


def grouped(reference: str) -> str:
    """PDN 7K3 F9N."""
    return " ".join(reference[at : at + 3] for at in range(0, len(reference), 3))


def _events(file: CaseFile) -> Fillings:
    """What the last assessment, consultation, appointment and payment said."""
    assessed, consulted = _last(file, Verb.ASSESS), _last(file, Verb.CONSULT)
    scheduled, paid = _last(file, Verb.SCHEDULE), _last(file, Verb.PAY)
    at = str(scheduled.get("scheduled_at") or "")
    amount = parse_rupiah(paid.get("amount"))
    return {
        "keputusan.hasil": str(assessed.get("outcome") or "").replace("-", " "),
        "keputusan.alasan": str(assessed.get("reasons") or ""),
        "konsultasi.hasil": str(consulted.get("result") or ""),
        "jadwal.tanggal": _day(as_date(at[:10])),
        "jadwal.jam": at[11:16].replace(":", "."),
        "jadwal.tempat": str(scheduled.get("place") or ""),
        "pembayaran.jumlah": "" if isinstance(amount, Ill) or not paid else number(amount),
        "pembayaran.cara": str(paid.get("method") or ""),
        "pembayaran.nomor": str(paid.get("reference") or ""),
        "pembayaran.tanggal": _day(as_date(paid.get("on"))),
    }


def _last(file: CaseFile, verb: Verb) -> dict[str, object]:
    """What the last event of a verb carries, private part included, and the day it happened."""
    for told in reversed(file.history):
        if told.event.name == VERB_EVENTS[verb]:
            on = file.world.date_of(told.event.happened_at)
            return {**told.event.data, **told.private, "on": on}
    return {}


def _asks(file: CaseFile) -> Iterator[dict[str, str]]:
    remarks: dict[str, object] = {}
    for told in file.history:
        said = told.private.get("remarks")
        remarks.update(said if isinstance(said, dict) else {})
    for one in asks_for(file.standard, file.values):
        verdict = file.case.verdict(one.key)
        yield {
            "nama": one.label,
            "hasil": verdict.value.replace("-", " ") if verdict else "",
            "catatan": str(remarks.get(one.key) or ""),
        }
