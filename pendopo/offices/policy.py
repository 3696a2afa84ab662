# SPDX-License-Identifier: EUPL-1.2
"""What an office may settle for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

_DAY_WORDS = {"day": "calendar-day"}
"""The word of the files, and the word of the promise clock."""

_ROLES = ("follow_allowed_by", "signature_recorded_by", "letters_changed_by", "administered_by")


@dataclass(frozen=True, slots=True)
class OfficePolicy:
    """`day`: how a printed "hari" is read, working-day or calendar-day. The rest are roles that
    may allow an ask to follow later, record a wet signature, change the office's letters or keep
    its settings (none for these two: whoever signs for all services), when an entry counts as
    late; after how many days a file that nobody mends counts as left behind, how many more it is
    kept once its applicant was told; how many years personal data are needed after the end;
    whether a signature may be electronic: no file says so, for it has to be set up first; and
    the leading colour (`pendopo.offices.hues`; "" for the usual one).
    """

    day: str = "working-day"
    cuti_bersama_closes: bool = True
    follow_allowed_by: tuple[str, ...] = ("petugas-loket",)
    signature_recorded_by: tuple[str, ...] = ("petugas-loket",)
    letters_changed_by: tuple[str, ...] = ()
    administered_by: tuple[str, ...] = ()
    late_after_minutes: int = 15
    returned_days: int = 30
    notice_days: int = 14
    personal_years: int = 5
    electronic_signing: bool = False
    hue: str = ""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> OfficePolicy:
        """From what a row keeps; words of a later release are left alone."""
        known = {f.name for f in fields(cls)}
        values = {name: value for name, value in kept.items() if name in known}
        values["day"] = _DAY_WORDS.get(values.get("day", cls().day), values.get("day", cls().day))
        for name in _ROLES:
            values[name] = tuple(values.get(name, getattr(cls(), name)))
        return cls(**values)

    def kept(self) -> dict[str, Any]:
        """What a row keeps."""
        return asdict(self)
