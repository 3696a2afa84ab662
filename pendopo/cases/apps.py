# SPDX-License-Identifier: EUPL-1.2
"""The app of cases, events and books."""

from __future__ import annotations

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases, their events, the books and what else happened at the counter."""

    name = "pendopo.cases"
    label = "cases"
    verbose_name = "Berkas"

    def ready(self) -> None:
        """Have the day's work known."""
        from pendopo.cases.services import safekeeping, upkeep  # noqa: F401
