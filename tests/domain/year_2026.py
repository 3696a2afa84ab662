# SPDX-License-Identifier: EUPL-1.2
"""The real year 2026 for tests: SKB holidays, Ramadan and an invented office's own closures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import Holiday, HolidayKind, Span

WIB = "Asia/Jakarta"
WIT = "Asia/Jayapura"

NATIONAL = {
    date(2026, 1, 1): "Tahun Baru 2026 Masehi",
    date(2026, 1, 16): "Isra Mikraj Nabi Muhammad SAW",
    date(2026, 2, 17): "Tahun Baru Imlek 2577 Kongzili",
    date(2026, 3, 19): "Hari Suci Nyepi (Saka 1948)",
    date(2026, 3, 21): "Idulfitri 1447 H",
    date(2026, 3, 22): "Idulfitri 1447 H",
    date(2026, 4, 3): "Wafat Yesus Kristus",
    date(2026, 4, 5): "Kebangkitan Yesus Kristus",
    date(2026, 5, 1): "Hari Buruh Internasional",
    date(2026, 5, 14): "Kenaikan Yesus Kristus",
    date(2026, 5, 27): "Iduladha 1447 H",
    date(2026, 5, 31): "Hari Raya Waisak 2570 BE",
    date(2026, 6, 1): "Hari Lahir Pancasila",
    date(2026, 6, 16): "1 Muharam 1448 H",
    date(2026, 8, 17): "Proklamasi Kemerdekaan",
    date(2026, 8, 25): "Maulid Nabi Muhammad SAW",
    date(2026, 12, 25): "Kelahiran Yesus Kristus",
}
CUTI_BERSAMA = {
    date(2026, 2, 16): "Imlek",
    date(2026, 3, 18): "Nyepi",
    date(2026, 3, 20): "Idulfitri",
    date(2026, 3, 23): "Idulfitri",
    date(2026, 3, 24): "Idulfitri",
    date(2026, 5, 15): "Kenaikan Yesus Kristus",
    date(2026, 5, 28): "Iduladha",
    date(2026, 12, 24): "Natal",
}
MEETING_DAY = date(2026, 9, 8)
MEETING = Holiday(
    MEETING_DAY,
    "Rapat kerja kecamatan",
    HolidayKind.LOCAL_CLOSURE,
    Span.of("12.00", "16.00"),
)
HOLIDAYS = (
    *(Holiday(day, name) for day, name in NATIONAL.items()),
    *(Holiday(day, name, HolidayKind.CUTI_BERSAMA) for day, name in CUTI_BERSAMA.items()),
    MEETING,
)
RAMADAN = (date(2026, 2, 19), date(2026, 3, 20))


def calendar(zone: str = WIB, *, cuti_bersama_closes: bool = True) -> OfficeCalendar:
    """An office with the national hours in 2026; 2027 is not yet decided."""
    return OfficeCalendar.national(
        zone,
        ramadan=(RAMADAN,),
        holidays=HOLIDAYS,
        known_years=frozenset({2026}),
        cuti_bersama_closes=cuti_bersama_closes,
    )


def at(text: str, zone: str = WIB) -> datetime:
    """A wall clock time such as `2026-11-23 09.40`, as UTC."""
    local = datetime.fromisoformat(text.replace(".", ":"))
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(moment: datetime | None, zone: str = WIB) -> str:
    """The wall clock of a moment, written as `at` reads it."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H.%M}" if moment else "-"
