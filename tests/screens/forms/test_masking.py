# SPDX-License-Identifier: EUPL-1.2
"""A form as a reader may see it."""

from __future__ import annotations

from dataclasses import replace

from pendopo.domain.standard import Field, Group, Standard
from pendopo.domain.vocabulary import FieldType, Kind
from pendopo.screens.forms.masking import shown_form

OF = Standard(
    "contoh",
    Kind.LETTER,
    "Contoh",
    (),
    (
        Field("nama", "Nama", FieldType.NAME),
        Field("nik", "NIK", FieldType.NIK),
        Field("no-kk", "Nomor KK", FieldType.KK),
        Field("alasan", "Alasan", FieldType.TEXT, readers=("camat",)),
        Field("nik", "NIK", FieldType.NIK, group="saksi"),
        Field("rahasia", "Rahasia", FieldType.TEXT, group="saksi", readers=("camat",)),
    ),
    (),
    groups=(Group("saksi", "Saksi"),),
)
VALUES = {
    "nama": "Wati Rekaan",
    "nik": "9901015203850001",
    "no-kk": "9901015203850009",
    "alasan": "rahasia",
    "saksi": [{"nik": "9901010507900002", "rahasia": "x"}],
}


def test_identity_numbers_are_masked_wherever_they_stand() -> None:
    shown = shown_form(OF, VALUES, frozenset({"camat"}))
    assert shown["nik"] == "9901********0001"
    assert shown["no-kk"] == "9901********0009"
    assert shown["saksi"] == [{"nik": "9901********0002", "rahasia": "x"}]


def test_a_confidential_line_is_for_its_readers_alone() -> None:
    shown = shown_form(OF, VALUES, frozenset({"petugas-loket"}))
    assert "alasan" not in shown
    assert shown["saksi"] == [{"nik": "9901********0002"}]


def test_the_applicant_reads_her_own_words() -> None:
    assert shown_form(OF, VALUES, None)["alasan"] == "rahasia"


def test_named_members_are_masked_too_and_unknown_lines_left_out() -> None:
    group = Group("saksi", "Saksi", (("pertama", "Saksi pertama"),))
    values = {"saksi": {"pertama": {"nik": "9901010507900002"}}, "lama": "x"}
    assert shown_form(replace(OF, groups=(group,)), values, None) == {
        "saksi": {"pertama": {"nik": "9901********0002"}}
    }
