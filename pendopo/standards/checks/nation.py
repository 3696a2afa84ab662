# SPDX-License-Identifier: EUPL-1.2
"""Rules of the national files: laws that point to laws, calendars of one year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pendopo.domain.standard import AUTHORISED_SIGNER, FORWARDED
from pendopo.standards.checks.names import unknown
from pendopo.standards.checks.rules import NATION, Finding
from pendopo.standards.files import File, National
from pendopo.standards.problems import Severity


@NATION.add("kunci-nasional", Severity.ERROR, "Kunci pada daftar nasional tidak ganda.")
def unique_keys(national: National) -> Iterator[Finding]:
    yield from _twice(national.laws, "laws", (law.key for law in national.laws.word.laws))
    grounds = (ground.key for ground in national.exclusions.word.exclusions)
    yield from _twice(national.exclusions, "exclusions", grounds)
    classes = (one.key for one in national.classes.word.classes)
    yield from _twice(national.classes, "classes", classes)


def _twice(file: File[Any], list_: str, keys: Iterable[str]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for n, key in enumerate(keys):
        seen[key] += 1
        if seen[key] == 2:
            yield Finding(file, (list_, n, "key"), f"«{key}» ada dua kali.", "Beri kunci lain.")


@NATION.add("peraturan", Severity.ERROR, "Peraturan pengubah dan pengganti ada di daftar.")
def known_laws(national: National) -> Iterator[Finding]:
    keys = [law.key for law in national.laws.word.laws]
    for n, law in enumerate(national.laws.word.laws):
        for word in ("amended_by", "replaced_by"):
            for other in getattr(law, word):
                if other not in keys:
                    yield Finding(
                        national.laws, ("laws", n, word), *unknown("Peraturan", other, keys)
                    )


@NATION.add("tahun-kalender", Severity.ERROR, "Kalender memuat hari libur tahunnya sendiri.")
def calendars_of_one_year(national: National) -> Iterator[Finding]:
    for file in national.calendars:
        year = file.word.year
        if file.stem != str(year):
            what = f"Berkas {file.stem}.yaml memuat tahun {year}."
            yield Finding(file, ("year",), what, "Samakan nama berkas dan tahun.")
        dates: Counter[object] = Counter()
        for n, holiday in enumerate(file.word.holidays):
            dates[holiday.date_] += 1
            if holiday.date_.year != year:
                what = f"{holiday.date_} bukan tanggal tahun {year}."
                yield Finding(file, ("holidays", n, "date"), what, "Betulkan tanggalnya.")
            elif dates[holiday.date_] == 2:
                what = f"{holiday.date_} ada dua kali."
                yield Finding(file, ("holidays", n, "date"), what, "Hapus salah satu.")


@NATION.add("peran-khusus", Severity.ERROR, "pejabat-berwenang ada; forwarded bukan nama peran.")
def special_roles(national: National) -> Iterator[Finding]:
    roles = national.roles.word.roles
    if AUTHORISED_SIGNER not in roles:
        what = f"Peran «{AUTHORISED_SIGNER}» belum ada."
        yield Finding(national.roles, ("roles",), what, "Tambahkan.", key=True)
    if FORWARDED in roles:
        what = f"«{FORWARDED}» dipakai untuk penerima berkas, bukan nama peran."
        yield Finding(national.roles, ("roles", FORWARDED), what, "Ganti namanya.", key=True)
