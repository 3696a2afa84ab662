# SPDX-License-Identifier: EUPL-1.2
"""Files seed, rows hold: standards/ into the database, an office whole or not at all.

A file with other bytes than those in force becomes a new version. A malformed file refuses the
load of its office and of nothing else; what was loaded before stays in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from pendopo.base import clock
from pendopo.base.ids import new_id
from pendopo.offices.arms import set_arms
from pendopo.offices.models import Office
from pendopo.offices.seeding import CannotSeed, seed_office, seed_year
from pendopo.standards import versions
from pendopo.standards.adoption import adopted, wordings_of
from pendopo.standards.checks import check_folder, check_national, check_offices
from pendopo.standards.files import (
    File,
    Folder,
    National,
    office_folders,
    read_folder,
    read_national,
)
from pendopo.standards.models import DecreeVersion, StandardVersion
from pendopo.standards.national import store_lists
from pendopo.standards.office_schema import Decree
from pendopo.standards.problems import Problem, Severity, errors
from pendopo.standards.schema import Service
from pendopo.standards.seeds import office_seed, year_seed
from pendopo.standards.stored import WordingFiles, digest, stored


@dataclass(frozen=True, slots=True)
class OfficeLoad:
    """What loading one folder did. `problems` hold errors only where it was refused.

    `without_file`: services still in force whose file is gone; only `versions.withdraw` ends one.
    """

    folder: str
    office: str = ""
    seeded: bool = False
    decree: bool = False
    published: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    without_file: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether nothing of it was loaded."""
        return bool(errors(self.problems))

    @property
    def told(self) -> str:
        """One line for an operator."""
        if self.refused:
            return f"{self.folder}: tidak dimuat; yang sudah berlaku tetap berlaku."
        deeds = (
            (self.seeded, "kantor dibuat"),
            (self.decree, "keputusan baru"),
            (bool(self.published), f"standar baru: {', '.join(self.published)}"),
            (bool(self.withdrawn), f"diganti layanan sendiri: {', '.join(self.withdrawn)}"),
            (bool(self.without_file), f"tanpa berkas lagi: {', '.join(self.without_file)}"),
        )
        done = [words for happened, words in deeds if happened]
        return f"{self.folder}: {'; '.join(done) or 'tidak ada yang berubah'}."


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading everything did; with problems of the national files nothing was loaded."""

    offices: tuple[OfficeLoad, ...] = ()
    lists: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether anything was refused."""
        return bool(errors(self.problems)) or any(office.refused for office in self.offices)

    def __iter__(self) -> Iterator[str]:
        """What to tell an operator, line by line."""
        yield from (str(problem) for problem in errors(self.problems))
        if errors(self.problems):
            yield "Data nasional tidak dimuat, jadi tidak ada kantor yang dimuat."
        for office in self.offices:
            yield from (str(problem) for problem in errors(office.problems))
            yield office.told


def load_all(root: Path | None = None, *, demo: bool | None = None) -> Loaded:
    """Load the national files and every office below `root`; as a demo with invented officers.

    Both are the settings' where they are not given.
    """
    root = settings.PENDOPO_STANDARDS if root is None else root
    demo = settings.PENDOPO_DEMO if demo is None else demo
    national = read_national(root / "national")
    if not isinstance(national, National):
        return Loaded(problems=national)
    problems = check_national(national)
    if errors(problems):
        return Loaded(problems=problems)
    lists, years = load_national(national)
    read = [(path.name, read_folder(path)) for path in office_folders(root)]
    clashes = check_offices(tuple(folder for _, folder in read if isinstance(folder, Folder)))
    offices = [_loaded(name, folder, national, clashes, demo=demo) for name, folder in read]
    return Loaded(tuple(offices), lists, years, problems)


@transaction.atomic
def load_national(national: National) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Keep the national lists and calendars; the names and years that changed."""
    lists = store_lists(national)
    seeds = [year_seed(file.word) for file in national.calendars]
    return lists, tuple(seed.year for seed in seeds if seed_year(seed))


def load_folder(path: Path, national: National, *, demo: bool) -> OfficeLoad:
    """Load one office: all of it, or nothing and the reasons."""
    return _loaded(path.name, read_folder(path), national, (), demo=demo)


def _loaded(
    name: str,
    read: Folder | tuple[Problem, ...],
    national: National,
    clashes: Iterable[Problem],
    *,
    demo: bool,
) -> OfficeLoad:
    if not isinstance(read, Folder):
        return OfficeLoad(name, problems=read)
    own = tuple(problem for problem in clashes if problem.file.startswith(f"{name}/"))
    problems = (*own, *check_folder(read, national))
    if errors(problems):
        return OfficeLoad(name, read.office.word.code, problems=problems)
    try:
        return store_folder(read, national, problems, demo=demo)
    except CannotSeed as fault:
        refused = Problem(read.office.name, 1, "", str(fault), "", Severity.ERROR, "kantor")
        return OfficeLoad(name, read.office.word.code, problems=(*problems, refused))


@transaction.atomic
def store_folder(
    folder: Folder, national: National, problems: tuple[Problem, ...], *, demo: bool
) -> OfficeLoad:
    """Store one office's folder, read and checked: its seed once, its decree and new versions.

    Within the caller's transaction, which the lock on the office's row needs.
    """
    seed = office_seed(folder.office.word)
    seeded = seed_office(seed, demo=demo)
    if seeded.created and folder.arms:
        set_arms(seed.code, folder.arms)
    office = Office.objects.select_for_update().get(code=seed.code)
    new_decree = _decree(office, folder.decree) if folder.decree else False
    taken = adopted(folder, national)
    words = wordings_of(folder, national)
    published = [
        *_published(office, folder.services, national, words, adopted=False),
        *_published(office, taken, national, words, adopted=True),
    ]
    return OfficeLoad(
        folder.name,
        office.code,
        seeded.created,
        new_decree,
        tuple(published),
        tuple(_replaced(office, taken)),
        _without_file(office, (*folder.services, *taken)),
        problems,
    )


def _decree(office: Office, file: File[Decree]) -> bool:
    """Keep the decree's text when it is new; whether it was."""
    rows = DecreeVersion.objects.filter(office_id=office.code)
    standing = rows.filter(superseded_at=None).first()
    if standing and standing.sha256 == file.sha256:
        return False
    now = clock.now()
    rows.filter(superseded_at=None).update(superseded_at=now)
    dumped = file.word.model_dump(mode="json", by_alias=True, exclude_unset=True)
    DecreeVersion(
        office_id=office.code,
        id=new_id(),
        number=int(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        sha256=file.sha256,
        text=file.text,
        document=json.dumps(dumped, ensure_ascii=False, separators=(",", ":")),
        decree_number=file.word.number,
        effective_date=file.word.effective,
        published_at=now,
    ).save(force_insert=True)
    return True


def _published(
    office: Office,
    files: Iterable[File[Service]],
    national: National,
    wordings: WordingFiles,
    *,
    adopted: bool,
) -> list[str]:
    decree = DecreeVersion.objects.filter(office_id=office.code, superseded_at=None).first()
    own = decree if not adopted else None
    effective = decree.effective_date if decree else _today(office)
    slugs = []
    for file in files:
        draft = versions.Draft(
            office=office.code,
            slug=file.word.slug,
            sha256=digest(file, national.classes, wordings),
            text=file.text,
            document=stored(file, national.classes, wordings),
            effective_date=effective,
            decree_id=_id(own),
            adopted=adopted,
        )
        if versions.publish(draft):
            slugs.append(draft.slug)
    return slugs


def _id(decree: DecreeVersion | None) -> UUID | None:
    return decree.id if decree else None


def _today(office: Office) -> date:
    return clock.now().astimezone(ZoneInfo(office.zone)).date()


def _replaced(office: Office, taken: Iterable[File[Service]]) -> list[str]:
    """National services that the office needs no more, because it has one of its own."""
    needed = {file.word.slug for file in taken}
    rows = StandardVersion.objects.filter(office_id=office.code, adopted=True, superseded_at=None)
    gone = sorted(set(rows.values_list("slug", flat=True)) - needed)
    return [slug for slug in gone if versions.withdraw(office.code, slug)]


def _without_file(office: Office, files: Iterable[File[Service]]) -> tuple[str, ...]:
    in_files = {file.word.slug for file in files}
    return tuple(sorted(versions.digests(office.code).keys() - in_files))
