# SPDX-License-Identifier: EUPL-1.2
"""The command `pendopo`: everything that an operator does, one word each."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from pendopo.base.terminal import Command, Exit, Refused, carry_out

# serve


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--no-load", action="store_true", help="jangan membaca ulang berkas standar"
    )


def _serve(options: argparse.Namespace) -> Exit:
    """Get everything ready, tell where to look, and become the server."""
    from django.core.management import call_command
    from django.db import connections

    from pendopo.base.server import gunicorn_command

    _refuse_taken_port()
    _migrate(options)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not options.no_load:
        _load_standards()
    _refuse_unsound()
    print(f"Pendopo melayani di {settings.PENDOPO_URL}")
    print(f"Petugas masuk di    {settings.PENDOPO_URL}/masuk/")
    _print_sign_ins()
    sys.stdout.flush()
    connections.close_all()
    command = gunicorn_command()
    os.execv(command[0], command)


def _refuse_taken_port() -> None:
    from pendopo.base.network import port_is_free

    if not port_is_free(settings.HOST, settings.PORT):
        raise Refused(
            f"Porta {settings.PORT} di {settings.HOST} sudah dipakai program lain. Mungkin Pendopo "
            f"sudah berjalan: buka {settings.PENDOPO_URL}. Bila bukan, pilih porta lain, misalnya "
            f"make run PORT={settings.PORT + 1}, atau PORT={settings.PORT + 1} pendopo serve.",
            Exit.PORT_TAKEN,
        )


def _refuse_unsound() -> None:
    """Say what the system checks found; serve nothing that may not be relied upon."""
    from django.core.checks import run_checks
    from django.db import connection

    from pendopo.base.guards import missing_guards

    found = [one for one in run_checks(databases=[connection.alias]) if not one.is_silenced()]
    for one in found:
        print(f"{one.id}: {one.msg}\n  {one.hint or ''}".rstrip(), file=sys.stderr)
    if any(one.is_serious() for one in found) or missing_guards(connection):
        raise Refused("Pendopo tidak dijalankan; perbaiki dulu yang tertulis di atas.")


def _load_standards(*, demo: bool | None = None) -> None:
    """Load what can be loaded: one office's malformed file keeps no other office closed."""
    from pendopo.offices.models import Office
    from pendopo.standards.loading import load_all

    loaded = load_all(demo=demo)
    for line in loaded:
        print(line, file=sys.stderr if loaded.refused else sys.stdout)
    if loaded.years:
        _reckon_anew()
    if not Office.objects.exists():
        raise Refused(f"Tidak ada kantor yang dapat dimuat dari {settings.PENDOPO_STANDARDS}.")


def _reckon_anew() -> None:
    """A decree on holidays that was read gives running files other due times."""
    from pendopo.cases.services.reckoning_anew import reckon_all_anew

    reckon_all_anew()


# migrate, standards, django


def _migrate(_: argparse.Namespace) -> Exit:
    from django.db import connection

    from pendopo.base.upkeep import bring_up_to_date

    bring_up_to_date(connection)
    return Exit.DONE


def _standards(words: Sequence[str]) -> int:
    from pendopo.standards import commands

    run = {
        "load": commands.load,
        "check": commands.check,
        "show": commands.show,
        "docs": commands.docs,
    }
    if not words or words[0] not in run:
        raise Refused(f"Tulis: pendopo standards {'|'.join(run)}", Exit.USAGE)
    answer = run[words[0]](words[1:])
    if words[0] == "load":
        _reckon_anew()
    return answer


def _officer(words: Sequence[str]) -> Exit:
    from pendopo.bureau.commands import officer

    return officer(words)


def _django(words: Sequence[str]) -> Exit:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["pendopo django", *words])
    return Exit.DONE


# token, demo


def _token_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--office", metavar="KODE", required=True, help="kode kantor, 35.14.11")
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--officer", metavar="NAMA", help="nama petugas")
    who.add_argument("--position", metavar="JABATAN", help="jabatan yang dipegang satu orang")


def _token(options: argparse.Namespace) -> Exit:
    from pendopo.offices.assignments import NotOne, holder_of, officer_named
    from pendopo.offices.models import Office
    from pendopo.offices.tokens import issue_token

    office = Office.objects.filter(code=options.office).first()
    if office is None:
        codes = ", ".join(Office.objects.values_list("code", flat=True)) or "belum ada"
        raise Refused(f"Tidak ada kantor {options.office}. Kantor: {codes}.")
    try:
        if options.officer:
            print(issue_token(officer_named(office.code, options.officer)))
        else:
            print(issue_token(*holder_of(office.code, options.position, office.today)))
    except NotOne as reason:
        raise Refused(str(reason)) from reason
    return Exit.DONE


def _demo(_: argparse.Namespace) -> Exit:
    if not _print_sign_ins():
        print("Tidak ada kantor contoh di sini, jadi tidak ada tanda masuk contoh.")
    return Exit.DONE


def _print_sign_ins() -> bool:
    from pendopo.offices.models import Office
    from pendopo.offices.signins import demo_sign_ins

    offices = Office.objects.filter(demo=True)
    for office in offices:
        print(f"\nCONTOH · {office.name} ({office.code}); semua petugasnya rekaan")
        rows = [(one.title, one.name, one.position, one.token) for one in demo_sign_ins(office)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
            print(" ", "  ".join(cells))
    return bool(offices)


# demo-to-real, backup, log


def _real_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="jangan bertanya lagi")


def _demo_to_real(options: argparse.Namespace) -> Exit:
    """Put the demonstration aside and begin with empty offices."""
    from django.db import connection

    from pendopo.base import clock
    from pendopo.base.backup import usual_place
    from pendopo.base.network import port_is_free
    from pendopo.base.upkeep import bring_up_to_date, empty

    _refuse_what_is_no_demo()
    if not port_is_free(settings.HOST, settings.PORT):
        raise Refused("Pendopo masih berjalan. Hentikan dulu, lalu ulangi.", Exit.PORT_TAKEN)
    _refuse_broken_standards()
    if not (options.yes or _agreed()):
        raise Refused("Tidak ada yang diubah.")
    copy = usual_place(connection, settings.PENDOPO_BACKUPS, clock.now(), "contoh")
    _write_backup(copy)
    empty(connection)
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    settings.PENDOPO_REAL_MARK.write_text(f"{clock.now():%Y-%m-%d}\n")
    bring_up_to_date(connection)
    _load_standards(demo=False)
    print(
        f"Basis data contoh disimpan di {copy}.\n"
        "Sekarang kantor kosong: tanpa petugas, tanpa berkas, dan surat tanpa tanda CONTOH.\n"
        "Langkah berikut:\n"
        "  1. Jalankan pendopo serve.\n"
        "  2. Catat petugas dan penugasannya dengan pendopo officer add.\n"
        "  3. Cocokkan jam buka, buku register, dan nomor terakhir tiap buku.\n"
        "  4. Salinan dibuat sendiri setiap hari; simpan juga di tempat lain."
    )
    return Exit.DONE


def _refuse_what_is_no_demo() -> None:
    if not settings.PENDOPO_DEMO:
        raise Refused("Pendopo di sini sudah bukan contoh; tidak ada yang perlu diubah.")
    if settings.PENDOPO_DEMO_GIVEN:
        raise Refused("Hapus dulu setelan PENDOPO_DEMO=1; setelan itu menahan mode contoh.")


def _refuse_broken_standards() -> None:
    from pendopo.standards.commands import check_files
    from pendopo.standards.problems import errors

    wrong = errors(check_files(settings.PENDOPO_STANDARDS))
    for problem in wrong:
        print(problem, file=sys.stderr)
    if wrong:
        raise Refused("Perbaiki dulu berkas standar di atas; belum ada yang diubah.")


def _agreed() -> bool:
    print("Semua data contoh akan disisihkan ke salinan cadangan, lalu kantor dimulai kosong.")
    try:
        return input("Tulis ya untuk melanjutkan: ").strip().lower() == "ya"
    except EOFError:
        return False


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="BERKAS", type=Path, help="nama berkas salinan")


def _backup(options: argparse.Namespace) -> Exit:
    from django.db import connection

    from pendopo.base import clock
    from pendopo.base.backup import usual_place
    from pendopo.base.copies import NAME

    copy = options.to or usual_place(connection, settings.PENDOPO_BACKUPS, clock.now(), NAME)
    _write_backup(copy)
    print(
        f"Simpan salinan ini di komputer lain, dan kunci {settings.PENDOPO_VAR / 'secret'} di "
        "tempat lain lagi yang aman: tanpa kunci itu data tersandi tidak terbaca."
    )
    return Exit.DONE


def _write_backup(copy: Path) -> None:
    """Copy the database and then the files that its rows name, and tell what was done."""
    from pendopo.base.backup import CannotBackUp, MissingTool, place_of_files
    from pendopo.cases.services.safekeeping import make_copy

    try:
        made = make_copy(copy)
        print(f"Salinan basis data sudah ditulis dan diperiksa: {copy}")
        if made.files:
            print(f"Berkas unggahan ({made.files}) sudah disalin ke {place_of_files(copy)}")
        else:
            print("Belum ada berkas unggahan, jadi hanya basis data yang disalin.")
        if made.missing:
            print(
                f"{made.missing} berkas tercatat tetapi tidak ada di {settings.MEDIA_ROOT}.",
                file=sys.stderr,
            )
    except MissingTool as missing:
        raise Refused(str(missing), Exit.MISSING_TOOL) from missing
    except CannotBackUp as reason:
        raise Refused(str(reason)) from reason


def _upkeep(_: argparse.Namespace) -> Exit:
    from pendopo.base.daily import do_all, states

    for name, told in do_all().items():
        print(f"{_DAILY.get(name, name)}: {told if isinstance(told, int) else told['copy']}")
    failed = [one for one in states() if one.trouble]
    for one in failed:
        print(f"{_DAILY.get(one.name, one.name)}: {one.trouble}", file=sys.stderr)
    return Exit.FAILED if failed else Exit.DONE


_DAILY = {
    "uploads": "Berkas unggahan yang tidak menjadi bagian berkas mana pun, dihapus",
    "answers": "Jawaban lama atas kiriman yang sama, dihapus",
    "drafts": "Isian lama yang tidak dikirim, dihapus",
    "sessions": "Sesi yang sudah berakhir, dihapus",
    "backup": "Salinan",
    "restore-test": "Salinan dicoba dipulihkan",
}


def _restore_test(_: argparse.Namespace) -> Exit:
    from pendopo.base.daily import do_now, state_of
    from pendopo.cases.services.safekeeping import TRIAL

    if not do_now(TRIAL):
        raise Refused("Uji pemulihan sedang berjalan; tunggu sampai selesai.")
    state = state_of(TRIAL)
    if state.trouble:
        raise Refused(state.trouble)
    told = state.told
    print(
        f"{told['copy']} dapat dipulihkan: {told['cases']} berkas, {told['events']} peristiwa, "
        f"{told['lines']} baris buku dan {told['files']} unggahan, semuanya cocok."
    )
    return Exit.DONE


def _log_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("deed", choices=("verify",), metavar="verify", help="periksa semuanya")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def _log(options: argparse.Namespace) -> Exit:
    from pendopo.cases.services.safekeeping import counted
    from pendopo.cases.verification import verify

    report = verify()
    if options.json:
        faults = [f"{one.office} · {one.place}: {one.text}" for one in report.faults]
        sizes = {"events": report.events, "streams": report.streams, "rows": report.rows}
        print(json.dumps({**sizes, "faults": faults, "counts": counted()}, ensure_ascii=False))
        return Exit.FAILED if faults else Exit.DONE
    for fault in report.faults:
        print(f"{fault.office} · {fault.place}: {fault.text}", file=sys.stderr)
    print(
        f"Diperiksa: {report.events} peristiwa dalam {report.streams} rantai dan {report.rows} "
        f"baris buku. Ditemukan: {len(report.faults) or 'tidak ada'} yang tidak cocok."
    )
    return Exit.FAILED if report.faults else Exit.DONE


COMMANDS = (
    Command("serve", "siapkan semuanya, lalu layani di HOST dan PORT", _serve, _serve_arguments),
    Command("migrate", "buat atau perbarui tabel basis data", _migrate),
    Command("standards", "load | check | show: berkas standar pelayanan", _standards, rest=True),
    Command(
        "officer", "add | password | assign | end | list: petugas dan akunnya", _officer, rest=True
    ),
    Command("token", "cetak kunci API seorang petugas, sekali ini saja", _token, _token_arguments),
    Command("demo", "cetak tanda masuk contoh yang baru", _demo),
    Command(
        "demo-to-real",
        "dari contoh ke kantor sungguhan yang kosong",
        _demo_to_real,
        _real_arguments,
    ),
    Command(
        "backup",
        "salinan basis data dan unggahan, sambil tetap melayani",
        _backup,
        _backup_arguments,
    ),
    Command("restore-test", "coba pulihkan salinan terakhir di tempat sementara", _restore_test),
    Command("upkeep", "kerjakan sekarang yang biasanya dikerjakan sekali sehari", _upkeep),
    Command("log", "verify: buktikan catatan tidak diubah", _log, _log_arguments),
    Command("django", "perintah Django apa pun", _django, rest=True),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and answer with its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pendopo.settings")
    return carry_out(COMMANDS, sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
