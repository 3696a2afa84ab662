# SPDX-License-Identifier: EUPL-1.2
"""Services that law gives everybody: an office whose decree lists none of a kind runs these."""

from __future__ import annotations

from pendopo.standards.files import File, Folder, National
from pendopo.standards.schema import Service


def adopted(folder: Folder, national: National) -> tuple[File[Service], ...]:
    """The national services of kinds that none of the office's own services has."""
    own = {file.word.kind for file in folder.services}
    return tuple(file for file in national.services if file.word.kind not in own)
