# SPDX-License-Identifier: EUPL-1.2
"""The rows of offices."""

from pendopo.offices.models.days import KnownYear, LocalClosure, NationalHoliday
from pendopo.offices.models.desks import (
    Absence,
    AccessToken,
    Assignment,
    AssignmentKind,
    Officer,
    Position,
    SigningRule,
)
from pendopo.offices.models.office import Book, Office, OfficeFile, User, Village

__all__ = [
    "Absence",
    "AccessToken",
    "Assignment",
    "AssignmentKind",
    "Book",
    "KnownYear",
    "LocalClosure",
    "NationalHoliday",
    "Office",
    "OfficeFile",
    "Officer",
    "Position",
    "SigningRule",
    "User",
    "Village",
]
