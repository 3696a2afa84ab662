# SPDX-License-Identifier: EUPL-1.2
"""What a version keeps: one JSON text from which the engine's standard is made again.

The order of keys is kept, not sorted: that of components is the decree's, that of steps is the
procedure's. The national classes that the file draws on are kept with it, so that a list that
changes later does not change a case that is running.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pendopo.domain.standard import Standard
from pendopo.standards.compiling import to_domain
from pendopo.standards.files import File
from pendopo.standards.office_schema import ComplaintClass, ComplaintClasses
from pendopo.standards.schema import COMPONENTS, SelectedCeilings, Service


@dataclass(frozen=True, slots=True)
class Compiled:
    """A service ready to run. `order` are the components in the decree's own order."""

    service: Service
    standard: Standard
    order: tuple[str, ...]


def stored(file: File[Service], classes: File[ComplaintClasses]) -> str:
    """The JSON text of a service as a version keeps it."""
    dumped = file.word.model_dump(mode="json", by_alias=True, exclude_unset=True)
    written = file.tree.data if isinstance(file.tree.data, dict) else {}
    kept: dict[str, Any] = {"service": {key: dumped[key] for key in written if key in dumped}}
    if draws_on_classes(file.word):
        kept["complaint_classes"] = [
            one.model_dump(mode="json", by_alias=True) for one in classes.word.classes
        ]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def draws_on_classes(service: Service) -> bool:
    """Whether its legal ceilings come from the national list of complaint classes."""
    return any(isinstance(ceiling, SelectedCeilings) for ceiling in service.ceilings)


def digest(file: File[Service], classes: File[ComplaintClasses]) -> str:
    """What tells one version from another: SHA-256 of the file's bytes.

    Where the file draws on the national classes, their bytes count as well.
    """
    if not draws_on_classes(file.word):
        return file.sha256
    return hashlib.sha256(f"{file.sha256}{classes.sha256}".encode()).hexdigest()


def compiled(document: str) -> Compiled:
    """Make the standard again. Raises pydantic.ValidationError for any other text."""
    kept: Mapping[str, Any] = json.loads(document)
    service = Service.model_validate(kept["service"])
    classes = [ComplaintClass.model_validate(one) for one in kept.get("complaint_classes", ())]
    order = tuple(key for key in kept["service"] if key in COMPONENTS)
    return Compiled(service, to_domain(service, classes), order)
