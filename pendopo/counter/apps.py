# SPDX-License-Identifier: EUPL-1.2
"""The counter as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class CounterConfig(AppConfig):
    """The desk of the officers."""

    name = "pendopo.counter"
    verbose_name = "Loket"
