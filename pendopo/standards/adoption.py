# SPDX-License-Identifier: EUPL-1.2
"""What an office takes from the nation: services that law gives everybody, and words of letters."""

from __future__ import annotations

from pendopo.standards.files import File, Folder, National
from pendopo.standards.schema import Service
from pendopo.standards.wording_schema import Wording


def adopted(folder: Folder, national: National) -> tuple[File[Service], ...]:
    """The national services of kinds that none of the office's own services has."""
    own = {file.word.kind for file in folder.services}
    return tuple(file for file in national.services if file.word.kind not in own)


def wordings_of(folder: Folder | None, national: National) -> dict[str, File[Wording]]:
    """The wordings that the office's papers may refer to: its own before those of the nation."""
    own = folder.wordings if folder else ()
    return {file.stem: file for file in (*national.wordings, *own)}
