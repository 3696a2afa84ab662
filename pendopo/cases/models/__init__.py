# SPDX-License-Identifier: EUPL-1.2
"""The rows of cases: what was asked, what happened, the books, the papers, the desk."""

from pendopo.cases.models.applications import Application
from pendopo.cases.models.books import BookDetail, BookRow, BookYear, Disposition
from pendopo.cases.models.case import (
    BlindIndex,
    Bundle,
    Case,
    Event,
    EventPrivate,
    IdempotencyKey,
    Upload,
)
from pendopo.cases.models.desk import Draft, Folder, FolderItem
from pendopo.cases.models.sheets import PaperSheet, PaperWording

__all__ = [
    "Application",
    "BlindIndex",
    "BookDetail",
    "BookRow",
    "BookYear",
    "Bundle",
    "Case",
    "Disposition",
    "Draft",
    "Event",
    "EventPrivate",
    "Folder",
    "FolderItem",
    "IdempotencyKey",
    "PaperSheet",
    "PaperWording",
    "Upload",
]
