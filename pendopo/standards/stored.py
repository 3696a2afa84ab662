# SPDX-License-Identifier: EUPL-1.2
"""What a version keeps: one JSON text from which the engine's standard is made again.

The order of keys is kept, not sorted: that of components is the decree's, that of steps is the
procedure's. The national classes and the wordings that the file draws on are kept with it, so
that a list or a letter that changes later does not change a case that is running.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pendopo.domain.standard import Standard
from pendopo.standards.compiling import to_domain
from pendopo.standards.files import File
from pendopo.standards.office_schema import ComplaintClass, ComplaintClasses
from pendopo.standards.schema import COMPONENTS, SelectedCeilings, Service
from pendopo.standards.wording_schema import Wording

WordingFiles = Mapping[str, File[Wording]]
NONE: WordingFiles = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Compiled:
    """A service ready to run. `order` are the components in the decree's own order."""

    service: Service
    standard: Standard
    order: tuple[str, ...]


def stored(
    file: File[Service], classes: File[ComplaintClasses], wordings: WordingFiles = NONE
) -> str:
    """The JSON text of a service as a version keeps it. `wordings` are the office's by name."""
    dumped = file.word.model_dump(mode="json", by_alias=True, exclude_unset=True)
    written = file.tree.data if isinstance(file.tree.data, dict) else {}
    kept: dict[str, Any] = {"service": {key: dumped[key] for key in written if key in dumped}}
    if draws_on_classes(file.word):
        kept["complaint_classes"] = [
            one.model_dump(mode="json", by_alias=True) for one in classes.word.classes
        ]
    if drawn := _drawn(file.word, wordings):
        kept["wordings"] = {
            name: one.word.model_dump(mode="json", by_alias=True, exclude_unset=True)
            for name, one in drawn.items()
        }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def draws_on_classes(service: Service) -> bool:
    """Whether its legal ceilings come from the national list of complaint classes."""
    return any(isinstance(ceiling, SelectedCeilings) for ceiling in service.ceilings)


def _drawn(service: Service, wordings: WordingFiles) -> dict[str, File[Wording]]:
    """The wordings that its papers refer to, in the order of their names."""
    names = {name for paper in service.papers.values() for name in paper.wording}
    return {name: wordings[name] for name in sorted(names & wordings.keys())}


def digest(
    file: File[Service], classes: File[ComplaintClasses], wordings: WordingFiles = NONE
) -> str:
    """What tells one version from another: SHA-256 of the file's bytes.

    The bytes of the national classes and of the wordings that it draws on count as well.
    """
    also = [classes.sha256] if draws_on_classes(file.word) else []
    also += [one.sha256 for one in _drawn(file.word, wordings).values()]
    if not also:
        return file.sha256
    return hashlib.sha256("".join((file.sha256, *also)).encode()).hexdigest()


def compiled(document: str) -> Compiled:
    """Make the standard again. Raises pydantic.ValidationError for any other text."""
    kept: Mapping[str, Any] = json.loads(document)
    service = Service.model_validate(kept["service"])
    classes = [ComplaintClass.model_validate(one) for one in kept.get("complaint_classes", ())]
    words = {name: Wording.model_validate(one) for name, one in kept.get("wordings", {}).items()}
    order = tuple(key for key in kept["service"] if key in COMPONENTS)
    return Compiled(service, to_domain(service, classes, words), order)
