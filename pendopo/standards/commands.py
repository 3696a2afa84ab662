# SPDX-License-Identifier: EUPL-1.2
"""`pendopo standards load | check | show | docs`: what an operator does with standards."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.conf import settings

from pendopo.offices.models import Office
from pendopo.standards import versions
from pendopo.standards.checks import check_folder, check_national, check_offices
from pendopo.standards.files import Folder, National, office_folders, read_folder, read_national
from pendopo.standards.json_schema import write_pages
from pendopo.standards.loading import load_all
from pendopo.standards.problems import Problem, Severity, errors, in_order
from pendopo.standards.reading import pages

DONE, FAILED = 0, 1


def load(words: Sequence[str]) -> int:
    """Load all files into the database; 1 when anything was refused."""
    options = _parser("load", "Muat berkas standar ke basis data.").parse_args(list(words))
    loaded = load_all(options.folder)
    for line in loaded:
        print(line)
    return FAILED if loaded.refused else DONE


def check(words: Sequence[str]) -> int:
    """Check files without loading them; 1 when there is anything to mend."""
    parser = _parser("check", "Periksa berkas standar tanpa memuatnya.")
    parser.add_argument("--notes", action="store_true", help="tampilkan juga catatan")
    options = parser.parse_args(list(words))
    problems = check_files(options.folder or settings.PENDOPO_STANDARDS)
    wanted = [p for p in problems if options.notes or p.severity is not Severity.NOTE]
    for problem in wanted:
        print(f"[{problem.severity.label}: {problem.id}] {problem}")
    print(_counted(problems))
    return FAILED if errors(problems) else DONE


def check_files(root: Path) -> tuple[Problem, ...]:
    """Everything that reading and checking all files below `root` finds; nothing is loaded."""
    national = read_national(root / "national")
    read = [read_folder(path) for path in office_folders(root)]
    found: list[Problem] = []
    folders = [folder for folder in read if isinstance(folder, Folder)]
    for folder in read:
        found += () if isinstance(folder, Folder) else folder
    if not isinstance(national, National):
        return in_order((*national, *found))
    found += check_national(national)
    for folder in folders:
        found += check_folder(folder, national)
    return in_order((*found, *check_offices(tuple(folders))))


def show(words: Sequence[str]) -> int:
    """Print the standard of one service as a person reads it; 1 when there is none."""
    parser = argparse.ArgumentParser(
        prog="pendopo standards show", description="Tampilkan standar yang berlaku."
    )
    parser.add_argument("office", metavar="KANTOR", help="kode kantor, misalnya 35.14.11")
    parser.add_argument("slug", metavar="LAYANAN", nargs="?", help="kunci layanan")
    options = parser.parse_args(list(words))
    if not Office.objects.filter(code=options.office).exists():
        print(f"Kantor {options.office} belum dimuat. {_known_offices()}")
        return FAILED
    standing = versions.current(options.office, options.slug) if options.slug else None
    if standing is None:
        return _list(options.office, options.slug)
    for line in pages(standing):
        print(line)
    return DONE


def docs(words: Sequence[str]) -> int:
    """Write the pages of docs/reference that are made from the program."""
    parser = argparse.ArgumentParser(
        prog="pendopo standards docs", description="Tulis halaman acuan dari program."
    )
    parser.add_argument(
        "folder", metavar="FOLDER", nargs="?", type=Path, default=Path("docs/reference")
    )
    for path in write_pages(parser.parse_args(list(words)).folder):
        print(path)
    return DONE


def _list(office: str, slug: str | None) -> int:
    """The services to choose from; a service that was asked for and is not there is a failure."""
    if slug:
        print(f"Layanan «{slug}» tidak ada di {office}. Yang ada:")
    for standing in versions.catalogue(office):
        print(f"  {standing.slug:<40} {standing.service.name}")
    return FAILED if slug else DONE


def _known_offices() -> str:
    codes = list(Office.objects.values_list("code", flat=True))
    if not codes:
        return "Jalankan dahulu `pendopo standards load`."
    return f"Yang ada: {', '.join(codes)}."


def _parser(name: str, about: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"pendopo standards {name}", description=about)
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=Path,
        help="folder berkas standar; tanpa ini: setelan PENDOPO_STANDARDS",
    )
    return parser


def _counted(problems: Iterable[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    words = [f"{counts[severity]} {severity.label}" for severity in Severity]
    return f"Selesai diperiksa: {', '.join(words)}."
