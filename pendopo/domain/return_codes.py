# SPDX-License-Identifier: EUPL-1.2
"""Codes to come back with: short enough to write on paper, too many to guess where tries count.

A code is the office's prefix, eight characters drawn by lot and a check character, shown in
threes: PDN 7K3 F9Q X2M. It is longer than a reference, so that neither is taken for the other.
"""

from __future__ import annotations

from collections.abc import Callable

from pendopo.domain.identity import Problem, tidy
from pendopo.domain.references import ALPHABET, is_prefix

DRAWN = 8
"""31⁸ codes an office (39 bits), as many as there are tracking codes."""
_PREFIX = 3
_LENGTH = _PREFIX + DRAWN + 1
_BASE = len(ALPHABET)
_CONFUSABLE = str.maketrans("OIL", "011")


def make_return_code(prefix: str, below: Callable[[int], int]) -> str:
    """A new code without spaces. `below(n)` draws a number under n by lot.

    Raises ValueError for what cannot be an office's prefix.
    """
    if not is_prefix(prefix):
        raise ValueError(f"no office has the prefix {prefix!r}")
    stem = prefix + "".join(ALPHABET[below(_BASE)] for _ in range(DRAWN))
    return stem + _check_character(stem)


def parse_return_code(text: str) -> str | Problem:
    """The code without spaces, however it was typed: any case, spaces or hyphens, o for 0."""
    typed = tidy(text).upper()
    read = typed[:_PREFIX] + typed[_PREFIX:].translate(_CONFUSABLE)
    if not read:
        return Problem("Ketik dahulu kodenya, misalnya PDN 7K3 F9Q X2M.")
    strange = next((one for one in read if one not in ALPHABET), None)
    if strange or not is_prefix(read[:_PREFIX]):
        return Problem(
            "Kode diawali tiga huruf kantor, lalu huruf dan angka saja. Cocokkan satu per satu."
        )
    if len(read) != _LENGTH:
        return Problem(
            f"Kode terdiri atas {_LENGTH} karakter, sedangkan yang diketik {len(read)}. "
            "Nomor berkas lebih pendek dan bukan kode ini."
        )
    if _check_character(read[:-1]) != read[-1]:
        return Problem(
            "Kode ini tidak cocok dengan karakter pemeriksanya: mungkin satu karakter keliru atau "
            "dua tertukar. Cocokkan lagi, terutama B dan 8, S dan 5, Z dan 2, M dan N."
        )
    return read


def grouped_code(code: str) -> str:
    """As shown and read aloud: PDN 7K3 F9Q X2M."""
    return " ".join(code[start : start + 3] for start in range(0, len(code), 3))


def _check_character(stem: str) -> str:
    """As that of a reference: weights that differ, and 31 is prime, so one slip always shows."""
    weights = range(_LENGTH, 1, -1)
    total = sum(w * ALPHABET.index(letter) for w, letter in zip(weights, stem, strict=True))
    return ALPHABET[-total % _BASE]
