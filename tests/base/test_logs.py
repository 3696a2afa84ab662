# SPDX-License-Identifier: EUPL-1.2
"""What the log says, and what it never says."""

import logging
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from pendopo.base.logs import QuietFormatter, quiet
from tests import people

FORMAT = QuietFormatter("%(levelname)s %(name)s: %(message)s")


def record(message: str, *args: object, exc_info: object = None) -> logging.LogRecord:
    return logging.LogRecord("uji", logging.INFO, "x.py", 1, message, args, exc_info)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "personal",
    [
        people.WATI.nik,
        "9901 0152 0385 0001",
        people.WATI.phone,
        "0812-0000-0001",
        "wati@contoh.example",
        "?nama=Wati&kode=7K3F",
    ],
)
def test_numbers_addresses_and_queries_of_people_are_taken_out(personal: str) -> None:
    line = FORMAT.format(record("Bad Request: /cari %s selesai", personal))
    assert personal not in line
    assert not any(part in line for part in ("0001", "contoh.example", "Wati"))
    assert line.startswith("INFO uji: Bad Request: /cari")


@pytest.mark.parametrize("harmless", ["/api/v1/cases/RJW7K3F9Q", "Nomor 300.1/0012/2026"])
def test_what_an_operator_needs_stays(harmless: str) -> None:
    assert quiet(harmless) == harmless


def test_an_exception_is_told_by_kind_and_place_but_not_in_its_words() -> None:
    line = formatted_exception(lambda: int("Wati Rekaan"))
    assert "ValueError\n" in line
    assert "test_logs.py" in line
    assert "Wati" not in line


def test_the_cause_comes_first() -> None:
    def fail() -> None:
        try:
            int("x")
        except ValueError as first:
            raise RuntimeError("Wati") from first

    line = formatted_exception(fail)
    assert line.index("ValueError") < line.index("RuntimeError")
    assert "Wati" not in line


def test_words_of_the_system_itself_are_kept() -> None:
    def fail() -> None:
        raise ImproperlyConfigured("Setelan PORT tidak dapat dipakai")

    assert "ImproperlyConfigured: Setelan PORT" in formatted_exception(fail)


def formatted_exception(fail: object) -> str:
    try:
        fail()  # type: ignore[operator]
    except Exception:
        return FORMAT.format(record("Internal Server Error: /", exc_info=sys.exc_info()))
    raise AssertionError("it should have failed")
