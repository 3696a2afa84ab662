# SPDX-License-Identifier: EUPL-1.2
"""Tracking codes: derived from the reference, so that nothing is stored and none can be stolen."""

from __future__ import annotations

from pendopo.base.sealing import derived_keys
from pendopo.domain.identity import Problem
from pendopo.domain.references import parse_reference, same_code, tracking_code

_PURPOSE = "tracking-code"


def code_of(reference: str) -> str:
    """The code that is printed on the receipt of this case, by the newest secret."""
    return tracking_code(derived_keys(_PURPOSE)[0], reference)


def is_code_of(given: str, reference: str) -> bool:
    """Whether this is the case's code, also where the secret has been changed since."""
    answers = [same_code(given, tracking_code(key, reference)) for key in derived_keys(_PURPOSE)]
    return any(answers)


def read_reference(typed: str) -> str | None:
    """The reference as tables keep it, however it was typed; None when it cannot be one."""
    found = parse_reference(typed)
    return None if isinstance(found, Problem) else found.compact


def grouped(reference: str) -> str:
    """A reference in groups of three, as people read it: `PDN 7K3 F9Q`."""
    return str(parse_reference(reference))
