# SPDX-License-Identifier: EUPL-1.2
"""Numbers that people bring: NIK, nomor KK, NOP and telephone numbers, read and checked.

Only the shape is checked; whether a number exists is known to its keeper alone. What can be
right for an honest person (a NIK from another region) is a warning, never a refusal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from pendopo.domain.wording import format_date

_DIGITS = "0123456789"
_SEPARATORS = ".-\u2010\u2011\u2012\u2013\u2014\u2212"
_LOOKS_LIKE = dict(zip("OoDQIilSsBZzGgq", "000011155822669", strict=True)) | {"|": "1", "L": "1"}
_FEMALE = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a typed text cannot be read: words for its writer, what to mend among them.

    `position` is the character at fault, counted from 1 and, in numbers, without the
    spaces, dots and hyphens that people put between digits; None where no single one is.
    """

    message: str
    position: int | None = None

    def __str__(self) -> str:
        return self.message


class Sex(StrEnum):
    """As written on a KTP-el."""

    MALE = "laki-laki"
    FEMALE = "perempuan"


@dataclass(frozen=True, slots=True)
class Identity:
    """A NIK taken apart. `region` is where it was first registered (35.14.11), not the domicile.

    `birth_dates` are the one or two dates that its six digits allow, earliest first: the NIK
    holds no century.
    """

    digits: str
    region: str
    sex: Sex
    birth_dates: tuple[date, ...]
    serial: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyNumber:
    """A nomor KK taken apart: region that issued it, dates it may have been recorded, serial."""

    digits: str
    region: str
    recorded_dates: tuple[date, ...]
    serial: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaxObjectNumber:
    """A NOP of 18 digits, the number of a taxed piece of land."""

    digits: str
    warnings: tuple[str, ...] = ()

    @property
    def formatted(self) -> str:
        """PP.KK.CCC.DDD.BBB.NNNN.J, as tax notices print it."""
        cuts = (0, 2, 4, 7, 10, 13, 17, 18)
        return ".".join(self.digits[a:b] for a, b in pairwise(cuts))


@dataclass(frozen=True, slots=True)
class Phone:
    """An Indonesian telephone number; `normal` is +62 and digits. Only a mobile has WhatsApp."""

    normal: str
    mobile: bool


def tidy(text: str, also: str = "") -> str:
    """Drop what people put between characters to read them: spaces, dots, hyphens, dashes.

    Unseen marks that come along when a message is copied go too, and the characters of `also`.
    """
    dropped = _SEPARATORS + also
    return "".join(
        letter
        for letter in text
        if not (letter.isspace() or letter in dropped or unicodedata.category(letter) == "Cf")
    )


def parse_nik(
    text: str, home_region: str | None = None, today: date | None = None
) -> Identity | Problem:
    """Read a NIK: region, DDMMYY (women: DD + 40) and a serial from 0001; it has no check digit.

    `home_region` is a Kemendagri code, as short as a province or as long as a district;
    with `today`, birth dates still to come are left out. (Dukcapil; PP 40/2019 Ps 30.)
    """
    digits = _sixteen(text, "NIK")
    if isinstance(digits, Problem):
        return digits
    female = int(digits[6:8]) > _FEMALE
    day = int(digits[6:8]) - (_FEMALE if female else 0)
    dates = _dates(digits, day, today)
    if not dates:
        days = "01–31 untuk laki-laki, 41–71 untuk perempuan"
        return _impossible_date(digits, day, "NIK", "lahir", days)
    sex = Sex.FEMALE if female else Sex.MALE
    warnings = tuple(_elsewhere(digits, home_region, "NIK"))
    return Identity(digits, _region(digits), sex, dates, digits[12:], warnings)


def parse_kk(
    text: str, home_region: str | None = None, today: date | None = None
) -> FamilyNumber | Problem:
    """Read a nomor KK: issuing region, DDMMYY of recording (never + 40) and a serial from 0001."""
    digits = _sixteen(text, "Nomor KK")
    if isinstance(digits, Problem):
        return digits
    day = int(digits[6:8])
    dates = _dates(digits, day, today)
    if not dates:
        return _impossible_date(digits, day, "Nomor KK", "pencatatan", "01–31")
    warnings = tuple(_elsewhere(digits, home_region, "Nomor KK"))
    return FamilyNumber(digits, _region(digits), dates, digits[12:], warnings)


def parse_nop(text: str, home_region: str | None = None) -> TaxObjectNumber | Problem:
    """Read a NOP of 18 digits, with or without its dots.

    Its district codes have three digits and are the tax office's own, so `home_region` is best
    given as province and regency: 35.14.
    """
    digits = _digits(text, "NOP", 18)
    if isinstance(digits, Problem):
        return digits
    home = tidy(home_region or "")
    if digits.startswith(home):
        return TaxObjectNumber(digits)
    warning = f"NOP ini bukan dari wilayah {home_region}; periksa letak tanah dan bangunannya."
    return TaxObjectNumber(digits, (warning,))


def cross_check(nik: Identity, birth_date: date | None, sex: Sex | None) -> tuple[str, ...]:
    """Compare a NIK with what else is known of the person; None is not compared.

    Only warnings: a NIK stays as it is when the data of birth are corrected later.
    """
    warnings = []
    if birth_date is not None and birth_date not in nik.birth_dates:
        read = " atau ".join(map(format_date, nik.birth_dates))
        warnings.append(
            f"Tanggal lahir {format_date(birth_date)} berbeda dengan yang terbaca dari NIK "
            f"({read}). Cocokkan keduanya dengan KTP-el."
        )
    if sex is not None and sex is not nik.sex:
        warnings.append(
            f"Jenis kelamin {sex} berbeda dengan yang terbaca dari NIK ({nik.sex}). "
            "Cocokkan dengan KTP-el; mungkin ini NIK anggota keluarga yang lain."
        )
    return tuple(warnings)


def mask_nik(text: str) -> str:
    """Hide all of a NIK or nomor KK but its first and last four digits: 3514********0001.

    What has not 16 characters is hidden whole, for what shows of it cannot be judged.
    """
    typed = tidy(text)
    if len(typed) != 16:
        return "*" * len(typed)
    return typed[:4] + "*" * 8 + typed[-4:]


def parse_phone(text: str) -> Phone | Problem:
    """Read an Indonesian number, mobile or landline with its area code: 08…, 62… or +62…."""
    typed = tidy(text, also="()")
    if not typed:
        return Problem("Nomor telepon belum diisi. Contohnya 0812 3456 7890.")
    abroad = typed.startswith("+")
    problem = _not_a_digit(typed.removeprefix("+"), "Nomor telepon", first=2 if abroad else 1)
    return problem or _national(typed.removeprefix("+"), abroad)


def _national(digits: str, abroad: bool) -> Phone | Problem:
    """Take off the prefix of the country or the trunk, and judge the rest."""
    match = re.fullmatch("(?:(?:0062|62)0?|0)([1-9][0-9]*)", digits)
    if abroad and not digits.startswith("62"):
        return Problem("Hanya nomor Indonesia (+62) yang dapat dipakai. Tulis nomor lain.", 2)
    if match is None:
        guess = f"; mungkin maksudnya 0{digits}" if digits.startswith("8") else ""
        return Problem(
            f"Nomor HP diawali 08 atau +62, telepon rumah diawali kode daerah seperti 021{guess}.",
            1,
        )
    rest = match[1]
    if re.fullmatch("8[1-9][0-9]{7,10}", rest):
        return Phone(f"+62{rest}", mobile=True)
    if re.fullmatch("[2-79][0-9]{7,10}", rest):
        return Phone(f"+62{rest}", mobile=False)
    return _wrong_phone(rest)


def _wrong_phone(rest: str) -> Problem:
    if rest.startswith("8"):
        return Problem(
            "Nomor HP terdiri atas 10 sampai 13 angka dan diawali 081 sampai 089; "
            f"yang diketik 0{rest} ({len(rest) + 1} angka). Periksa apakah ada yang kurang atau "
            "lebih."
        )
    return Problem(
        "Nomor telepon rumah dengan kode daerahnya (02 sampai 07 atau 09) terdiri atas 9 "
        f"sampai 12 angka; yang diketik 0{rest} ({len(rest) + 1} angka). Contohnya 021 5550 100."
    )


def _sixteen(text: str, name: str) -> str | Problem:
    digits = _digits(text, name, 16)
    if isinstance(digits, str) and digits.endswith("0000"):
        return Problem(f"{name}: empat angka terakhir tidak mungkin 0000. {_COMPARE}", 13)
    return digits


def _digits(text: str, name: str, length: int) -> str | Problem:
    """Exactly so many digits, once the characters between them are dropped."""
    typed = tidy(text)
    if not typed:
        return Problem(f"{name} belum diisi.")
    problem = _not_a_digit(typed, name)
    if problem is None and len(typed) != length:
        missing = length - len(typed)
        doubt = f"kurang {missing}" if missing > 0 else f"lebih {-missing}"
        problem = Problem(
            f"{name} terdiri atas {length} angka; yang diketik {len(typed)}, {doubt}. {_COMPARE}"
        )
    return problem or typed


_COMPARE = "Cocokkan lagi dengan aslinya."


def _not_a_digit(typed: str, name: str, first: int = 1) -> Problem | None:
    for place, letter in enumerate(typed, start=first):
        if letter not in _DIGITS:
            advice = _advice(letter)
            return Problem(f"{name}: karakter ke-{place} '{letter}' bukan angka; {advice}.", place)
    return None


def _advice(letter: str) -> str:
    if letter in _LOOKS_LIKE:
        return f"mungkin maksudnya {_LOOKS_LIKE[letter]}"
    return "tulis satu nomor saja" if letter in "/,;" else "tulis angkanya saja"


def _dates(digits: str, day: int, today: date | None) -> tuple[date, ...]:
    """The real dates of this day, month and two-digit year, in either century."""
    found = []
    for century in (1900, 2000):
        try:
            candidate = date(century + int(digits[10:12]), int(digits[8:10]), day)
        except ValueError:
            continue
        if today is None or candidate <= today:
            found.append(candidate)
    return tuple(found)


def _impossible_date(digits: str, day: int, name: str, of: str, days: str) -> Problem:
    """Say which two digits no calendar knows: the month, the day, or the day in that month."""
    typed, month = digits[6:8], digits[8:10]
    if not 1 <= int(month) <= 12:
        return Problem(
            f"{name}: angka ke-9 dan ke-10 (bulan {of}) '{month}' seharusnya 01–12. {_COMPARE}", 9
        )
    if not 1 <= day <= 31:
        return Problem(
            f"{name}: angka ke-7 dan ke-8 (tanggal {of}) '{typed}' seharusnya {days}. {_COMPARE}", 7
        )
    return Problem(
        f"{name}: angka ke-7 sampai ke-10 (tanggal dan bulan {of}) '{typed}{month}' "
        f"bukan tanggal yang ada di kalender. {_COMPARE}",
        7,
    )


def _region(digits: str) -> str:
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}"


def _elsewhere(digits: str, home_region: str | None, name: str) -> Iterator[str]:
    if not digits.startswith(tidy(home_region or "")):
        yield (
            f"{name} ini pertama kali terdaftar di wilayah {_region(digits)}, bukan {home_region}. "
            "Itu wajar bagi warga yang pernah pindah; cukup cocokkan dengan aslinya."
        )
