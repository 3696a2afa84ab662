# SPDX-License-Identifier: EUPL-1.2
"""`pendopo officer add | password | assign | end | list`: who works here, and who may sign in.

The same services as in the bureau: what is done here stands in the history of the settings.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date

from django.db import transaction

from pendopo.base.terminal import Exit, Parser, Refused
from pendopo.cases.services.answers import NotFound
from pendopo.cases.services.settings import accounts, assignments, officers
from pendopo.cases.services.settings.changing import SettingAnswer, Settled, system_actor
from pendopo.offices.assignments import NotOne, held_on, officer_named
from pendopo.offices.models import Assignment, AssignmentKind, Office, Officer, Position

Add = Callable[[argparse.ArgumentParser], None]


def officer(words: Sequence[str]) -> Exit:
    """Run one of the words below; refusals say what to do instead."""
    if not words or words[0] not in _WORDS:
        raise Refused(f"Tulis: pendopo officer {'|'.join(_WORDS)}", Exit.USAGE)
    about, arguments, run = _WORDS[words[0]]
    parser = Parser(prog=f"pendopo officer {words[0]}", description=about)
    parser.add_argument("--office", metavar="KODE", required=True, help="kode kantor, 35.14.11")
    arguments(parser)
    options = parser.parse_args(list(words[1:]))
    try:
        with transaction.atomic():
            run(_office(options.office), options)
    except NotOne as reason:
        raise Refused(str(reason)) from reason
    return Exit.DONE


def _add(office: Office, options: argparse.Namespace) -> None:
    wanted = officers.Wanted(options.name, options.nip, options.rank)
    added = _settled(
        officers.keep_officer(actor=system_actor(office.code), officer=None, wanted=wanted)
    )
    one = Officer.objects.get(office_id=office.code, id=added.row)
    password = _opened(one, options.user)
    if options.position:
        _hold(office, one, options.position, options)
    print(f"{one.name} dicatat di {office.name}.")
    _tell(options.user.strip().lower(), password)


def _password(office: Office, options: argparse.Namespace) -> None:
    one = officer_named(office.code, options.name)
    if one.user is None:
        if not options.user:
            raise Refused(f"{one.name} belum mempunyai akun; sebutkan --user NAMA-PENGGUNA.")
        _tell(options.user.strip().lower(), _opened(one, options.user))
        return
    deed = accounts.renew_password if one.user.is_active else accounts.reopen_account
    answer = _settled(deed(actor=system_actor(office.code), officer=one.id))
    print(f"Kata sandi lama {one.name} tidak berlaku lagi.")
    _tell(one.user.username, answer.secret)


def _assign(office: Office, options: argparse.Namespace) -> None:
    one = officer_named(office.code, options.name)
    held = _hold(office, one, [options.position], options)
    print(f"{one.name}: {held.full_title} mulai {held.from_date:%d-%m-%Y}.")


def _end(office: Office, options: argparse.Namespace) -> None:
    one = officer_named(office.code, options.name)
    position = _position(office, options.position)
    last = options.to or office.today
    still = held_on(office.code, last).filter(officer_id=one.id, position_id=position.id)
    held = still.first()
    if held is None:
        raise Refused(f"{one.name} tidak memegang {position.title} pada {last:%d-%m-%Y}.")
    actor = system_actor(office.code)
    _settled(assignments.end_assignment(actor=actor, assignment=held.id, last=last))
    print(f"{one.name}: {position.title} berakhir {last:%d-%m-%Y}.")


def _list(office: Office, _: argparse.Namespace) -> None:
    titles: dict[object, list[str]] = {}
    for held in held_on(office.code, office.today):
        titles.setdefault(held.officer_id, []).append(held.full_title)
    rows = Officer.objects.filter(office_id=office.code).select_related("user")
    for one in rows:
        name = one.user.username if one.user else "–"
        print(f"{one.name:<36} {name:<20} {', '.join(titles.get(one.id, [])) or '–'}")


def _tell(user_name: str, password: str) -> None:
    print(
        f"  Nama pengguna   {user_name}\n"
        f"  Kata sandi      {password}\n"
        "Berikan langsung kepada orangnya. Hanya ditampilkan sekali ini, dan harus diganti saat "
        "pertama kali masuk."
    )


def _hold(
    office: Office, one: Officer, keys: Sequence[str], options: argparse.Namespace
) -> Assignment:
    """Hold these positions by one order; the first of them. Who types it has thought of it."""
    for key in keys:
        _position(office, key)
    order = assignments.Order(
        capacity=options.kind,
        from_date=options.begins or office.today,
        to_date=options.to,
        assigned_by=options.by,
        number=options.number,
        confirmed=True,
    )
    actor = system_actor(office.code)
    answer = _settled(
        assignments.assign(actor=actor, officer=one.id, positions=tuple(keys), order=order)
    )
    rows = Assignment.objects.filter(office_id=office.code, id=answer.row)
    return rows.select_related("position").get()


def _opened(one: Officer, user_name: str) -> str:
    actor = system_actor(one.office_id)
    answer = accounts.open_account(actor=actor, officer=one.id, user_name=user_name)
    return _settled(answer).secret


def _settled(answer: SettingAnswer) -> Settled:
    """What was done. Raises Refused with all that the service says."""
    if isinstance(answer, Settled):
        return answer
    told = () if isinstance(answer, NotFound) else answer.told
    raise Refused(" ".join(one.text for one in told) or "Tidak ditemukan.")


def _office(code: str) -> Office:
    found = Office.objects.filter(code=code).first()
    if found is None:
        codes = ", ".join(Office.objects.values_list("code", flat=True)) or "belum ada"
        raise Refused(f"Tidak ada kantor {code}. Kantor: {codes}.")
    return found


def _position(office: Office, key: str) -> Position:
    found = Position.objects.filter(office_id=office.code, key=key).first()
    if found is None:
        keys = Position.objects.filter(office_id=office.code).values_list("key", flat=True)
        raise Refused(f"Tidak ada jabatan {key} di {office.code}. Jabatan: {', '.join(keys)}.")
    return found


def _day(text: str) -> date:
    """`2026-01-05`, or as Indonesians write it, 05-01-2026."""
    parts = text.split("-")
    return date.fromisoformat(text if len(parts[0]) == 4 else "-".join(reversed(parts)))


def _named(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", metavar="NAMA", required=True, help="nama petugas")


def _order(parser: argparse.ArgumentParser) -> None:
    """How a position is held."""
    kinds = [kind.value for kind in AssignmentKind]
    parser.add_argument("--as", dest="kind", choices=kinds, default=kinds[0], help="cara memegang")
    parser.add_argument("--from", dest="begins", metavar="TANGGAL", type=_day, help="mulai kapan")
    parser.add_argument("--to", metavar="TANGGAL", type=_day, help="sampai kapan; tanpa ini terus")
    parser.add_argument("--by", metavar="SIAPA", default="", help="siapa yang menugaskan")
    parser.add_argument("--number", metavar="NOMOR", default="", help="nomor surat penugasan")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--name", metavar="NAMA", required=True, help="nama dengan gelar, seperti di surat"
    )
    parser.add_argument("--user", metavar="NAMA-PENGGUNA", required=True, help="untuk masuk")
    parser.add_argument("--nip", metavar="NIP", default="", help="tanpa spasi")
    parser.add_argument("--rank", metavar="PANGKAT", default="", help="pangkat dan golongan")
    parser.add_argument(
        "--position", metavar="JABATAN", action="append", default=[], help="boleh berkali-kali"
    )
    _order(parser)


def _password_arguments(parser: argparse.ArgumentParser) -> None:
    _named(parser)
    parser.add_argument("--user", metavar="NAMA-PENGGUNA", default="", help="bila belum punya akun")


def _assign_arguments(parser: argparse.ArgumentParser) -> None:
    _named(parser)
    parser.add_argument("--position", metavar="JABATAN", required=True, help="kunci jabatan")
    _order(parser)


def _end_arguments(parser: argparse.ArgumentParser) -> None:
    _named(parser)
    parser.add_argument("--position", metavar="JABATAN", required=True, help="kunci jabatan")
    parser.add_argument("--to", metavar="TANGGAL", type=_day, help="hari terakhir; tanpa ini kini")


_WORDS: dict[str, tuple[str, Add, Callable[[Office, argparse.Namespace], None]]] = {
    "add": ("Catat petugas baru dan cetak kata sandi pertamanya.", _add_arguments, _add),
    "password": (
        "Kata sandi pertama yang baru, bila yang lama lupa.",
        _password_arguments,
        _password,
    ),
    "assign": ("Tugaskan petugas pada jabatan.", _assign_arguments, _assign),
    "end": ("Akhiri penugasan; catatannya tetap ada.", _end_arguments, _end),
    "list": ("Tampilkan petugas, nama pengguna, dan jabatannya.", lambda _: None, _list),
}
