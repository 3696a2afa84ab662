# SPDX-License-Identifier: EUPL-1.2
"""What the check says of one office's files as they lie on the disk, and what is not loaded yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pendopo.standards import versions
from pendopo.standards.adoption import adopted, wordings_of
from pendopo.standards.checks import check_folder, check_national
from pendopo.standards.files import Folder, National, office_folders, read_folder, read_national
from pendopo.standards.problems import Problem, in_order
from pendopo.standards.stored import digest


@dataclass(frozen=True, slots=True)
class Findings:
    """The problems of an office's files, in the order of a reader. `newer` are the services whose
    file differs from what is in force; `folder` is None where the office has none on this server.
    """

    folder: Path | None
    problems: tuple[Problem, ...]
    newer: tuple[str, ...] = ()


def findings(root: Path, office: str) -> Findings:
    """Read and check the office's folder below `root`; nothing is loaded."""
    national = read_national(root / "national")
    if not isinstance(national, National):
        return Findings(None, in_order(national))
    whole = (*check_national(national),)
    for path in office_folders(root):
        read = read_folder(path)
        if isinstance(read, Folder) and read.office.word.code == office:
            problems = in_order((*whole, *check_folder(read, national)))
            return Findings(path, problems, _newer(read, national, office))
        if not isinstance(read, Folder) and path.name.startswith(office):
            return Findings(path, in_order((*whole, *read)))
    return Findings(None, in_order(whole))


def _newer(folder: Folder, national: National, office: str) -> tuple[str, ...]:
    standing, words = versions.digests(office), wordings_of(folder, national)
    files = (*folder.services, *adopted(folder, national))
    made = {one.word.slug: digest(one, national.classes, words) for one in files}
    return tuple(slug for slug, sha256 in made.items() if standing.get(slug) != sha256)
