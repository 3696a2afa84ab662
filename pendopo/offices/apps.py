# SPDX-License-Identifier: EUPL-1.2
"""Offices as a Django app, earlier than every app whose rows belong to one."""

from __future__ import annotations

from django.apps import AppConfig


class OfficesConfig(AppConfig):
    """Offices, and the people who work in them."""

    name = "pendopo.offices"
    verbose_name = "Kantor"
