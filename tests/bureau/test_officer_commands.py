# SPDX-License-Identifier: EUPL-1.2
"""`pendopo officer`: who works here, and who may sign in."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.contrib.auth import authenticate

from pendopo.base import clock
from pendopo.cli import main
from pendopo.offices.assignments import officer_named
from pendopo.offices.models import Assignment, Office, Officer, User
from tests import people

OFFICE = ["--office", people.OFFICE.code]
ADD = ["officer", "add", *OFFICE, "--name", "Ani Contoh, S.AP.", "--user", "Ani"]

pytestmark = pytest.mark.usefixtures("stopped_clock", "office")


def password_in(text: str) -> str:
    found = re.search(r"Kata sandi {2,}(\S+)", text)
    assert found, text
    return found[1]


def test_an_officer_gets_an_account_with_a_password_that_is_told_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["--position", "petugas-loket", "--position", "operator", "--number", "800/1"]
    assert main([*ADD, *words]) == 0
    password = password_in(capsys.readouterr().out)
    assert re.fullmatch(r"[a-z2-9]{4}(-[a-z2-9]{4}){2}", password)
    user = authenticate(None, username="ani", password=password)
    assert isinstance(user, User)
    assert user.provisional
    held = Assignment.objects.filter(officer__name="Ani Contoh, S.AP.").order_by("position__place")
    assert [one.position.key for one in held] == ["petugas-loket", "operator"]
    assert {(one.from_date, one.number) for one in held} == {(people.TODAY, "800/1")}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--user", "x"], "Nama pengguna «x» tidak dapat dipakai"),
        (["--user", "Ani Wati"], "tidak dapat dipakai"),
        (["--nip", people.RINI.nip], "sudah tercatat"),
        (["--position", "raja"], "Tidak ada jabatan raja"),
    ],
)
def test_nothing_is_half_done(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ADD, *words]) == 1
    assert says in capsys.readouterr().err
    assert not Officer.objects.filter(name__startswith="Ani").exists()
    assert not User.objects.exists()


def test_a_user_name_is_nobody_else_s(capsys: pytest.CaptureFixture[str]) -> None:
    main(ADD)
    assert main([*ADD[:-1], "ANI"]) == 1
    assert "sudah dipakai" in capsys.readouterr().err


def test_a_forgotten_password_is_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    main(ADD)
    first = password_in(capsys.readouterr().out)
    assert main(["officer", "password", *OFFICE, "--name", "Ani"]) == 0
    second = password_in(capsys.readouterr().out)
    assert authenticate(None, username="ani", password=first) is None
    assert authenticate(None, username="ani", password=second) is not None


def test_an_officer_without_an_account_gets_one(capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["officer", "password", *OFFICE, "--name", "Rini"]
    assert main(ask) == 1
    assert "--user" in capsys.readouterr().err
    assert main([*ask, "--user", "rini"]) == 0
    assert authenticate(None, username="rini", password=password_in(capsys.readouterr().out))


def test_somebody_acts_for_a_while(capsys: pytest.CaptureFixture[str]) -> None:
    order = ["--as", "Plt.", "--from", "24-11-2026", "--to", "2026-11-30", "--by", "Bupati"]
    words = ["officer", "assign", *OFFICE, "--name", "Sari", "--position", "camat"]
    assert main([*words, *order]) == 0
    assert "Plt. Camat mulai 24-11-2026" in capsys.readouterr().out
    sari = officer_named(people.OFFICE.code, "Sari")
    held = Assignment.objects.get(officer_id=sari.id, position__key="camat")
    assert (held.capacity, held.to_date) == ("Plt.", date(2026, 11, 30))


def test_an_assignment_ends_and_stays_in_the_record(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    end = ["officer", "end", *OFFICE, "--name", "Rini", "--position", "petugas-loket"]
    assert main(end) == 0
    held = Assignment.objects.get(officer__name="Rini Contoh", position__key="petugas-loket")
    assert held.to_date == office.today
    with clock.stopped(people.NOW.replace(day=25)):
        assert main(end) == 1
    assert "tidak memegang" in capsys.readouterr().err


def test_the_list_names_user_names_and_positions(capsys: pytest.CaptureFixture[str]) -> None:
    main(ADD)
    capsys.readouterr()
    assert main(["officer", "list", *OFFICE]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(re.fullmatch(r"Ani Contoh, S\.AP\. +ani +–", line) for line in lines)
    assert any(re.search(r"Rini Contoh +– +Petugas Loket, Petugas Informasi", x) for x in lines)


@pytest.mark.parametrize("words", [[], ["remove"]])
def test_an_unknown_word_is_answered_with_those_there_are(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["officer", *words]) == 2
    assert "add|password|assign|end|list" in capsys.readouterr().err


def test_an_unknown_office_is_answered_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["officer", "list", "--office", "1"]) == 1
    assert people.OFFICE.code in capsys.readouterr().err
