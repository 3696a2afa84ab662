# SPDX-License-Identifier: EUPL-1.2
"""The fixed cast of the tests. Nobody here exists; region 99 is not one of Indonesia's.

Wati owns the case and Joko fetches it for her. At the office Rini keeps the counter, Bayu
checks, Hadi is the Camat and Sari signs when he is away; Tono keeps the system running. Dewi
keeps the counter of another office and may see nothing of all this.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from pendopo.domain.books import NumberMode
from pendopo.domain.hours import NATIONAL_HOURS, Holiday, HolidayKind
from pendopo.offices.policy import OfficePolicy
from pendopo.offices.seed import (
    BookSeed,
    ContactSeed,
    OfficerSeed,
    OfficeSeed,
    PositionSeed,
    SigningSeed,
    VillageSeed,
    YearSeed,
)

NOW = datetime(2026, 11, 23, 2, 40, tzinfo=UTC)
"""Monday, 09.40 WIB: the office has been open for two hours."""
TODAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes to the counter."""

    name: str
    nik: str
    born: date
    village: str
    phone: str


WATI = Person(
    name="Wati Rekaan",
    nik="9901015203850001",
    born=date(1985, 3, 12),
    village="99.01.01.2001",
    phone="+6281200000001",
)
JOKO = Person(
    name="Joko Rekaan",
    nik="9901010507900002",
    born=date(1990, 7, 5),
    village="99.01.01.2002",
    phone="+6281200000002",
)

HADI = OfficerSeed("Hadi Contoh, S.STP.", ("camat",), nip="197901012001011000", rank="Pembina")
SARI = OfficerSeed(
    "Sari Contoh, S.Sos.",
    ("sekretaris-camat",),
    nip="198002022003022000",
    rank="Penata Tingkat I",
)
BAYU = OfficerSeed(
    "Bayu Contoh, S.H.", ("kasi-pemerintahan",), nip="198103032005031000", rank="Penata"
)
RINI = OfficerSeed("Rini Contoh", ("petugas-loket", "petugas-informasi"), nip="199007072014072000")
TONO = OfficerSeed("Tono Contoh", ("operator",), nip="199209092017091000")
DEWI = OfficerSeed("Dewi Contoh", ("petugas-loket",), nip="199310102018102000")

OFFICE = OfficeSeed(
    code="99.01.01",
    name="Kecamatan Rejowangi",
    regency="Kabupaten Rekaan",
    province="Provinsi Rekaan",
    seat="Rejowangi",
    prefix="RJW",
    unit_code="999.51",
    zone="Asia/Jakarta",
    policy=OfficePolicy(administered_by=("camat", "sekretaris-camat")),
    address="Jalan Pendopo No. 1 Rejowangi",
    office_hours=NATIONAL_HOURS,
    contacts=(ContactSeed("phone", "(021) 000000", "Telp."),),
    services=("surat-a", "surat-b"),
    villages=(
        VillageSeed("99.01.01.2001", "Sumberwangi", "desa"),
        VillageSeed("99.01.01.2002", "Karangasri", "desa"),
        VillageSeed("99.01.01.1003", "Rejowangi", "kelurahan"),
    ),
    positions=(
        PositionSeed("camat", "Camat", ("camat",), "III.a"),
        PositionSeed("sekretaris-camat", "Sekretaris Camat", ("sekretaris-camat",), "III.b"),
        PositionSeed(
            "kasi-pemerintahan",
            "Kepala Seksi Pemerintahan",
            ("kasi", "kasi-pemerintahan", "petugas-verifikasi"),
            "IV.a",
        ),
        PositionSeed("petugas-loket", "Petugas Loket", ("petugas-loket",)),
        PositionSeed("petugas-informasi", "Petugas Informasi", ("petugas-informasi",)),
        PositionSeed("operator", "Operator", ("operator",)),
    ),
    signing=(
        SigningSeed("camat", "camat"),
        SigningSeed("sekretaris-camat", "camat", "a.n.", excepted=("surat-b",)),
        SigningSeed("kasi-pemerintahan", "camat", "u.b.", services=("surat-a",)),
    ),
    books=(
        BookSeed(
            "register-surat-a",
            "Buku Register Surat A",
            template="{klas}/{urut:03}/{unit}/{tahun}",
            classification="300.1",
        ),
        BookSeed("agenda-luar", "Agenda Sistem Lain", mode=NumberMode.EXTERNAL),
        BookSeed("buku-pengambilan", "Buku Pengambilan", mode=NumberMode.NONE),
    ),
    demo_officers=(HADI, SARI, BAYU, RINI, TONO),
)
"""Surat A may be signed by all three, Surat B by the Camat alone."""

OTHER_OFFICE = OfficeSeed(
    code="99.02.01",
    name="Kecamatan Tanjungsari",
    regency="Kota Rekaan",
    province="Provinsi Rekaan",
    seat="Tanjungsari",
    prefix="TJS",
    unit_code="998.51",
    zone="Asia/Jayapura",
    address="Jalan Pantai No. 2 Tanjungsari",
    office_hours=NATIONAL_HOURS,
    positions=(
        PositionSeed("camat", "Camat", ("camat",)),
        PositionSeed("petugas-loket", "Petugas Loket", ("petugas-loket",)),
    ),
    signing=(SigningSeed("camat", "camat"),),
    demo_officers=(DEWI,),
)
"""A far-off office, two hours ahead, with nobody as its Camat."""

YEAR_2026 = YearSeed(
    year=2026,
    cite="SKB rekaan untuk pengujian",
    holidays=(
        Holiday(date(2026, 12, 24), "Cuti bersama Natal", HolidayKind.CUTI_BERSAMA),
        Holiday(date(2026, 12, 25), "Kelahiran Yesus Kristus"),
    ),
)
