# SPDX-License-Identifier: EUPL-1.2
"""What may not be in a public repository: people's numbers, machines' paths, keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from tests.rules.repository import ROOT, name, said, texts

SIXTEEN = re.compile(r"(?<![0-9])[0-9]{16}(?![0-9])")
PROVINCES = {
    *range(11, 20),
    *(21, 51, 52, 53, 81, 82),
    *range(31, 37),
    *range(61, 66),
    *range(71, 77),
    *range(91, 98),
}
"""The first two digits that a NIK or a nomor KK can have; people invented for tests have 99."""

FORBIDDEN = {
    "a path of somebody's machine": r"(?<![\w.])/(hom[e]|Use[r]s|roo[t]|wor[k])/\w|\b[C-Z]:\\Users",
    "an address of a package registry": r"https?://\S*(pyp[i]|pythonhoste[d]|npmj[s]|/simpl[e]/)",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KE[Y]",
    "a token": r"\bpendop[o]_[\w-]{43}\b|\bgh[pousr]_\w{36}\b|\bAKI[A][0-9A-Z]{16}\b",
    "a password in an address": r"postgres(ql)?://\w+:(?i:(?!password|sandi|rahasia))\w+@",
}


def _could_be_somebody(number: str) -> bool:
    """Whether it reads as a NIK or a nomor KK that may have been given out."""
    if int(number[:2]) not in PROVINCES or number.endswith("0000"):
        return False
    day, month, year = (int(number[at : at + 2]) for at in (6, 8, 10))
    born = day - 40 if day > 40 else day  # a woman's day of birth has 40 added to it
    return any(_is_a_day(century + year, month, born) for century in (1900, 2000))


def _is_a_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _lines() -> Iterator[tuple[str, str]]:
    """Every line of every text, with its place. Locks are full of digits that mean nothing."""
    for path, text in texts():
        if not path.is_relative_to(ROOT / "requirements"):
            for number, line in enumerate(text.splitlines(), start=1):
                yield f"{name(path)}, line {number}", line


def test_nobody_s_number_stands_in_the_repository() -> None:
    found = [
        f"{place}: {number}"
        for place, line in _lines()
        for number in SIXTEEN.findall(line)
        if _could_be_somebody(number)
    ]
    mend = "let the number begin with 99, which is no province, or use the cast of tests/people.py."
    assert not found, said(found, mend)


@pytest.mark.parametrize("number", ["99" + "01015203850001", "35" + "14113201900001"])
def test_a_number_that_nobody_can_have_is_let_pass(number: str) -> None:
    assert not _could_be_somebody(number)


def test_a_number_that_somebody_may_have_is_known() -> None:
    assert _could_be_somebody("35" + "14115203850001")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_private_to_a_machine_stands_in_the_repository(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = [f"{place}: {match[0]}" for place, line in _lines() if (match := pattern.search(line))]
    assert not found, said(found, f"{what} belongs to one machine or person; take it out.")
