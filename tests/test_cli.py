# SPDX-License-Identifier: EUPL-1.2
"""The command line: what it prints and how it ends."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from pendopo import cli
from pendopo.base.terminal import Exit
from pendopo.cases.models import Upload
from pendopo.cases.services.uploads import path_of
from pendopo.cli import COMMANDS, main
from pendopo.offices.access import actor_of_token
from pendopo.offices.models import Office
from tests import people


@pytest.fixture(autouse=True)
def _umask_stays() -> Iterator[None]:
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture
def taken_port(settings: Settings) -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        settings.HOST, settings.PORT = "127.0.0.1", other.getsockname()[1]
        yield settings.PORT


@pytest.fixture
def free_port(settings: Settings) -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        settings.HOST, settings.PORT = "127.0.0.1", trial.getsockname()[1]
    return int(settings.PORT)


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_help_lists_every_command_in_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == Exit.DONE
    out, _ = said(capsys)
    assert out.startswith("Cara pakai: pendopo PERINTAH")
    assert all(f"  {command.name} " in out for command in COMMANDS)


def test_no_command_and_an_unknown_one_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == Exit.USAGE
    assert main(["layani"]) == Exit.USAGE
    assert "Perintah layani tidak dikenal." in said(capsys)[1]


@pytest.mark.parametrize(
    "words", [["token"], ["token", "--office", "1"], ["log", "x"], ["backup", "--from", "x"]]
)
def test_an_incomplete_command_shows_how_to_write_it(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == Exit.USAGE
    _, err = said(capsys)
    assert err.startswith(f"Cara pakai: pendopo {words[0]}")
    assert f"Lihat: pendopo {words[0]} -h" in err


@pytest.mark.parametrize("name", [command.name for command in COMMANDS if not command.rest])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "-h"])
    assert ended.value.code == Exit.DONE
    out, _ = said(capsys)
    assert out.startswith(f"Cara pakai: pendopo {name}")
    assert "usage" not in out
    assert "options" not in out


def test_what_is_written_is_for_the_owner_alone() -> None:
    main(["standards"])
    assert os.umask(0o022) == 0o077


def test_standards_without_a_deed_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "burn"]) == Exit.USAGE
    assert "load|check|show" in said(capsys)[1]


def test_a_token_by_name_is_one_line_that_signs_in(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["token", "--office", office.code, "--officer", people.RINI.name]) == Exit.DONE
    out, _ = said(capsys)
    actor = actor_of_token(out.strip(), office.today)
    assert actor is not None
    assert actor.roles == {"petugas-loket", "petugas-informasi"}


def test_a_token_by_position_gives_that_position(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["token", "--office", office.code, "--position", "petugas-loket"]) == Exit.DONE
    actor = actor_of_token(said(capsys)[0].strip(), office.today)
    assert actor is not None
    assert (actor.name, actor.positions) == (people.RINI.name, ("petugas-loket",))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--office", "11.11.11", "--officer", "Rini"], "Tidak ada kantor 11.11.11."),
        (["--office", "99.01.01", "--officer", "Nuri"], "Tidak ada petugas bernama Nuri"),
        (["--office", "99.01.01", "--position", "juru"], "Tidak ada jabatan juru"),
    ],
)
def test_a_token_for_nobody_says_who_there_is(
    office: Office, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["token", *words]) == Exit.FAILED
    out, err = said(capsys)
    assert out == ""
    assert told in err


def test_demo_prints_sign_ins_that_work(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == Exit.DONE
    out, _ = said(capsys)
    assert "CONTOH · Kecamatan Rejowangi (99.01.01)" in out
    tokens = [word for word in out.split() if word.startswith("pendopo_")]
    assert len(tokens) == len(people.OFFICE.positions)
    assert all(actor_of_token(token, office.today) for token in tokens)


def test_demo_says_so_where_there_is_none(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    Office.objects.update(demo=False)
    assert main(["demo"]) == Exit.DONE
    assert "Tidak ada kantor contoh" in said(capsys)[0]


def test_a_taken_port_is_told_before_anything_is_touched(
    taken_port: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "_migrate", lambda _: pytest.fail("it touched the database"))
    assert main(["serve"]) == Exit.PORT_TAKEN
    _, err = said(capsys)
    assert f"Porta {taken_port} di 127.0.0.1 sudah dipakai program lain." in err
    assert f"make run PORT={taken_port + 1}, atau PORT={taken_port + 1} pendopo serve" in err


@pytest.mark.django_db(transaction=True)
def test_serve_prepares_everything_tells_where_to_look_and_becomes_the_server(
    free_port: int,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.PENDOPO_URL = f"http://localhost:{free_port}"
    become = Server()
    monkeypatch.setattr(os, "execv", become)
    monkeypatch.setattr(cli, "_load_standards", lambda: cast_loaded())
    with pytest.raises(Became):
        main(["serve"])
    out, _ = said(capsys)
    assert f"Pendopo melayani di http://localhost:{free_port}" in out
    assert f"http://localhost:{free_port}/masuk/" in out
    assert out.count("pendopo_") == len(people.OFFICE.positions)
    assert f"--bind=127.0.0.1:{free_port}" in become.command


@pytest.mark.django_db(transaction=True)
def test_serve_refuses_to_serve_unguarded_tables(
    free_port: int,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.STATIC_ROOT = tmp_path
    monkeypatch.setattr("pendopo.base.guards.install", lambda _: ())
    from pendopo.base.guards import lift

    lift(connection)
    assert main(["serve", "--no-load"]) == Exit.FAILED
    monkeypatch.undo()
    from pendopo.base.guards import install

    install(connection)
    _, err = said(capsys)
    assert "pendopo.W001: Pengaman tabel tidak terpasang" in err
    assert "Pendopo tidak dijalankan" in err


@pytest.mark.django_db(transaction=True)
def test_backup_names_the_copy_and_what_else_to_keep(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "salinan"
    assert main(["backup", "--to", str(copy)]) == Exit.DONE
    out, _ = said(capsys)
    assert f"sudah ditulis dan diperiksa: {copy}" in out
    assert "secret" in out
    assert main(["backup", "--to", str(copy)]) == Exit.FAILED
    assert "tidak ditimpa" in said(capsys)[1]


@pytest.mark.django_db(transaction=True)
def test_backup_copies_the_files_that_rows_name_and_tells_where(
    office: Office, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    place = path_of(office.code, "ab" * 32)
    place.parent.mkdir(parents=True)
    place.write_bytes(b"isi")
    for sha256 in (place.name, "cd" * 32):
        Upload.objects.create(
            office_id=office.code, kind="png", sha256=sha256, size=3, created_at=people.NOW
        )
    copy = tmp_path / "salinan"
    assert main(["backup", "--to", str(copy)]) == Exit.DONE
    out, err = said(capsys)
    beside = tmp_path / "salinan.uploads"
    assert f"Berkas unggahan (1) sudah disalin ke {beside}" in out
    assert "1 berkas tercatat tetapi tidak ada" in err
    assert (beside / office.code / place.name).read_bytes() == b"isi"


def test_a_missing_tool_has_an_exit_code_of_its_own(
    db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pendopo.base.backup import MissingTool

    def refuse(*_: object) -> None:
        raise MissingTool("Program pg_dump tidak ada di komputer ini.")

    monkeypatch.setattr("pendopo.base.backup.back_up", refuse)
    assert main(["backup", "--to", str(tmp_path / "a")]) == Exit.MISSING_TOOL
    assert "pg_dump" in said(capsys)[1]


@pytest.mark.django_db(transaction=True)
def test_a_copy_is_tried_and_the_counts_are_told(
    office: Office, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.PENDOPO_BACKUPS = tmp_path / "backups"
    assert main(["upkeep"]) == Exit.DONE
    assert "Salinan: pendopo-" in said(capsys)[0]
    assert main(["restore-test"]) == Exit.DONE
    assert "dapat dipulihkan: 0 berkas" in said(capsys)[0]
    shutil.rmtree(settings.PENDOPO_BACKUPS)
    assert main(["restore-test"]) == Exit.FAILED
    assert "Belum ada salinan" in said(capsys)[1]


def test_a_real_office_is_not_made_real_again(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.PENDOPO_DEMO = False
    assert main(["demo-to-real", "--yes"]) == Exit.FAILED
    assert "sudah bukan contoh" in said(capsys)[1]


def test_a_demonstration_that_the_environment_insists_on_stays(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.PENDOPO_DEMO = settings.PENDOPO_DEMO_GIVEN = True
    assert main(["demo-to-real", "--yes"]) == Exit.FAILED
    assert "Hapus dulu setelan PENDOPO_DEMO=1" in said(capsys)[1]


def test_a_running_server_keeps_its_database(
    taken_port: int, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.PENDOPO_DEMO, settings.PENDOPO_DEMO_GIVEN = True, False
    assert main(["demo-to-real", "--yes"]) == Exit.PORT_TAKEN
    assert "Hentikan dulu" in said(capsys)[1]


@pytest.mark.parametrize("answer", ["", "tidak", "y"])
def test_only_a_clear_yes_ends_the_demonstration(
    answer: str,
    free_port: int,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.PENDOPO_DEMO, settings.PENDOPO_DEMO_GIVEN = True, False
    monkeypatch.setattr(cli, "_refuse_broken_standards", lambda: None)
    monkeypatch.setattr(cli, "_write_backup", lambda _: pytest.fail("it went on"))
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert main(["demo-to-real"]) == Exit.FAILED
    assert "Tidak ada yang diubah." in said(capsys)[1]


def test_a_database_that_does_not_answer_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from django.db import OperationalError

    def refuse(_: object) -> None:
        raise OperationalError("unable to open database file")

    monkeypatch.setattr("pendopo.base.upkeep.bring_up_to_date", refuse)
    assert main(["migrate"]) == Exit.FAILED
    _, err = said(capsys)
    assert "Basis data tidak dapat dipakai: unable to open database file" in err
    assert "Periksa DATABASE_URL" in err


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pendopo.base.upkeep.bring_up_to_date", stop)
    assert main(["migrate"]) == Exit.INTERRUPTED


def test_anything_of_django_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["django", "diffsettings", "--output", "unified"]) == Exit.DONE
    assert "AUTH_USER_MODEL = 'offices.User'" in said(capsys)[0]


class Became(Exception):
    """The process would be the server now."""


class Server:
    """Stands in for os.execv, which never returns."""

    command: Sequence[str] = ()

    def __call__(self, program: str, command: Sequence[str]) -> None:
        assert program == sys.executable
        self.command = command
        raise Became


def cast_loaded() -> None:
    from pendopo.offices.seeding import seed_office

    seed_office(people.OFFICE, demo=True)
