# SPDX-License-Identifier: EUPL-1.2
"""The form of a standard for programs: its JSON Schema together with an accepted example."""

from __future__ import annotations

from pendopo.domain.standard import Standard
from pendopo.screens.forms.examples import Desk, example_form
from pendopo.screens.forms.schema import DIALECT, Schema, form_schema


def intake_form(standard: Standard, desk: Desk) -> Schema:
    """What must be filled in to open a case, with an example that this desk accepts today."""
    schema = form_schema(standard, desk.setting.villages)
    intake = standard.intake
    return {
        "$schema": DIALECT,
        **schema,
        "x-service": standard.slug,
        "x-anonymous": intake.anonymous,
        "x-confidential": intake.confidential,
        "examples": [example_form(standard, desk)],
    }
