# SPDX-License-Identifier: EUPL-1.2
"""Case references short enough to read over a telephone, and the tracking codes beside them.

A reference is an office's prefix, five characters of body and a check character, shown in
threes: PDN 7K3 F9N. It holds no year. One prefix counts 31⁵ = 28,629,151 cases, which is
28 years at a million cases a year (a busy district office sees some 25,000); an office that
ever fills its prefix is given a second one, for the prefix is data.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from pendopo.domain.identity import Problem, tidy

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTWXYZ"
"""No I, L, O or U, which look like others, and no V, which sounds like F in Indonesian.

That leaves 31 characters; 31 is prime, and the check character rests on it.
"""

LETTERS = ALPHABET[10:]
"""What a prefix is made of: 21³ = 9,261 prefixes, more than there are kecamatan (some 7,300)."""

CAPACITY = len(ALPHABET) ** 5
"""How many references one prefix has."""

_BASE = len(ALPHABET)
_PREFIX, _BODY = 3, 5
_LENGTH = _PREFIX + _BODY + 1
_TRACKING = 8
_KEY_BYTES = 16
_CONFUSABLE = str.maketrans("OIL", "011")
# Neighbours in time must not be neighbours to the ear, nor tell how busy the office is, so
# numbers are spread over the whole range: a multiplication that can be undone, since the factor
# (near the golden section of CAPACITY) is prime to it.
_SPREAD = 17_693_789
_GATHER = pow(_SPREAD, -1, CAPACITY)
_WHERE = "Nomor berkas tertulis pada tanda terima, contohnya PDN 7K3 F9N."


def is_prefix(text: str) -> bool:
    """Whether this can be an office's prefix: three capitals out of LETTERS."""
    return len(text) == _PREFIX and all(letter in LETTERS for letter in text)


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """The name of one case in the whole country: whose it is and which of CAPACITY numbers.

    Raises ValueError for a prefix that `is_prefix` refuses or a number outside 0 … CAPACITY - 1.
    """

    prefix: str
    number: int

    def __post_init__(self) -> None:
        if not is_prefix(self.prefix):
            raise ValueError(f"a prefix is three letters of {LETTERS}, not {self.prefix!r}")
        if not 0 <= self.number < CAPACITY:
            raise ValueError(f"a prefix has {CAPACITY} numbers; {self.number} is not one of them")

    @property
    def compact(self) -> str:
        """Nine characters without spaces, as kept in tables and addresses."""
        stem = self.prefix + _written(self.number * _SPREAD % CAPACITY, _BODY)
        return stem + _check_character(stem)

    def __str__(self) -> str:
        """As shown and read aloud: PDN 7K3 F9N."""
        return _grouped(self.compact, 3, " ")


def make_reference(prefix: str, serial_or_random: int) -> Reference:
    """Make a reference from an office's prefix and a number below CAPACITY.

    Different numbers never give the same reference. Raises ValueError as Reference does.
    """
    return Reference(prefix, serial_or_random)


def parse_reference(text: str) -> Reference | Problem:
    """Read a reference as people type it: any case, any spaces, dots or hyphens, o for 0, l for 1.

    Every single wrong character and every two exchanged ones, adjacent or not, are noticed.
    """
    typed = tidy(text).upper()
    if not typed:
        return Problem(f"Nomor berkas belum diisi. {_WHERE}")
    read = typed.translate(_CONFUSABLE)
    return _prefix_problem(typed) or _body_problem(typed, read) or _checked(read)


def _prefix_problem(typed: str) -> Problem | None:
    for place, letter in enumerate(typed[:_PREFIX], start=1):
        if letter not in LETTERS:
            return Problem(
                f"Karakter ke-{place} '{letter}' tidak dipakai di awal nomor berkas: "
                f"nomor berkas selalu diawali tiga huruf kantor. {_WHERE}",
                place,
            )
    return None


def _body_problem(typed: str, read: str) -> Problem | None:
    for place, letter in enumerate(read, start=1):
        if letter not in ALPHABET:
            return Problem(
                f"Karakter ke-{place} '{typed[place - 1]}' tidak pernah dipakai dalam nomor "
                f"berkas. Periksa lagi karakter itu. {_WHERE}",
                place,
            )
    if len(read) != _LENGTH:
        doubt = "ada yang terlewat" if len(read) < _LENGTH else "ada yang terketik dua kali"
        return Problem(
            f"Nomor berkas terdiri atas {_LENGTH} karakter, sedangkan yang diketik {len(read)}; "
            f"mungkin {doubt}. {_WHERE}"
        )
    return None


def _checked(read: str) -> Reference | Problem:
    if _check_character(read[:-1]) != read[-1]:
        return Problem(
            f"Nomor berkas {_grouped(read, 3, ' ')} tidak cocok dengan karakter pemeriksanya: "
            "mungkin satu karakter keliru atau dua karakter tertukar. Cocokkan satu per satu "
            "dengan tanda terima, terutama B dan 8, S dan 5, Z dan 2, M dan N."
        )
    spread = 0
    for letter in read[_PREFIX:-1]:
        spread = spread * _BASE + ALPHABET.index(letter)
    return Reference(read[:_PREFIX], spread * _GATHER % CAPACITY)


def _check_character(stem: str) -> str:
    """The character that makes the weighted sum of all nine divisible by 31.

    Weights 9 … 1 differ and none is divisible by 31, which is prime: changing one character, or
    exchanging two different ones, changes the sum by a product of two numbers that 31 does
    not divide, so the sum no longer fits.
    """
    weights = range(_LENGTH, 1, -1)
    total = sum(w * ALPHABET.index(letter) for w, letter in zip(weights, stem, strict=True))
    return ALPHABET[-total % _BASE]


def _written(number: int, length: int) -> str:
    letters = []
    for _ in range(length):
        number, digit = divmod(number, _BASE)
        letters.append(ALPHABET[digit])
    return "".join(reversed(letters))


def _grouped(text: str, size: int, separator: str) -> str:
    return separator.join(text[start : start + size] for start in range(0, len(text), size))


def tracking_code(key: bytes, reference: str) -> str:
    """Derive the code that lets whoever holds the receipt follow a case: "7K3F-9QXA".

    The same key and reference always give the same code, however the reference is written,
    so that nothing need be stored and a repeated filing can answer. 31⁸ codes (39 bits)
    withstand guessing only where tries are counted. Raises ValueError for a key under 16 bytes.
    """
    if len(key) < _KEY_BYTES:
        raise ValueError(f"a key of {len(key)} bytes can be guessed; give at least {_KEY_BYTES}")
    message = b"tracking-code\0" + _canonical(reference)
    digest = hmac.new(key, message, hashlib.sha256).digest()
    number = int.from_bytes(digest, "big") % _BASE**_TRACKING
    return _grouped(_written(number, _TRACKING), 4, "-")


def same_code(given: str, expected: str) -> bool:
    """Whether a typed tracking code is the expected one, in a time that tells nothing about it."""
    return hmac.compare_digest(_canonical(given), _canonical(expected))


def _canonical(text: str) -> bytes:
    return tidy(text).upper().translate(_CONFUSABLE).encode(errors="replace")
