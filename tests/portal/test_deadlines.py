# SPDX-License-Identifier: EUPL-1.2
"""Lead times and limits of law, each a sentence with the rule it rests on."""

from __future__ import annotations

from typing import Any

from pendopo.domain.vocabulary import Source
from pendopo.portal.deadlines import Deadline, deadlines
from tests.portal.reading import changed, compiled
from tests.real_offices import KESAMBEN, PANDAAN


def of(office: str, slug: str) -> tuple[Deadline, ...]:
    one = compiled(office, slug)
    return deadlines(one.service, one.standard)


def with_limit(**limit: Any) -> str:
    """The sentence of one limit on an ordinary standard."""
    date = {"key": "acara", "label": "Tanggal acara", "type": "date"}
    whole = {"key": "batas", "at": "ajukan", "before": "acara", "value": 5, "unit": "working-day"}
    one = changed(compiled(PANDAAN, "skck"), fields=[date], limits=[whole | limit])
    return deadlines(one.service, one.standard)[0].text


def test_a_limit_that_needs_a_reason_is_a_duty_to_the_applicant() -> None:
    assert (
        with_limit(**{"else": "reason"})
        == "Ajukan paling lambat 5 hari kerja sebelum tanggal acara."
    )
    assert with_limit(**{"else": "refuse"}) == with_limit(**{"else": "reason"})


def test_a_limit_that_only_advises_is_advice() -> None:
    assert with_limit(**{"else": "advise"}).startswith("Sebaiknya diajukan paling lambat")


def test_a_service_for_those_in_a_hurry_says_so() -> None:
    (found,) = of(PANDAAN, "dispensasi-nikah")
    assert found.text == "Hanya bila kurang dari 10 hari kerja sebelum tanggal akad."
    assert (found.source, str(found.mark)) == (Source.NATIONAL, "aturan nasional")
    assert found.cite.startswith("PP 9/1975 Ps 3")


def test_a_limit_at_a_later_step_names_the_step() -> None:
    assert of(PANDAAN, "sosialisasi")[1].text == (
        "Hadir langsung ke kecamatan: paling lambat 3 hari kerja sebelum tanggal kegiatan."
    )


def test_the_limits_of_law_come_after() -> None:
    found = of(KESAMBEN, "permintaan-informasi")
    assert found[-1].text.endswith("paling lama 17 hari kerja menurut aturan.")
    assert "UU 14/2008" in found[-1].cite
