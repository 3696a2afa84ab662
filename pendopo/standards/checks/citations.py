# SPDX-License-Identifier: EUPL-1.2
"""Rules of laws as cited: one law printed one way, of the right kind, still in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from pendopo.standards.checks.rules import FOLDER, Finding, FolderView
from pendopo.standards.files import File
from pendopo.standards.office_schema import Law
from pendopo.standards.problems import Severity, Where

_NUMBER = re.compile(r"(?:nomor|nomer|no\.?)\s*:?\s*(\d+)\S*\s+tahun\s+(\d{4})", re.IGNORECASE)
_TITLE = re.compile(r"[\s,]*tentang\s+(.*?)(?=\(|;|\bsebagaimana\b|\bjo\b|$)", re.I | re.S)
_GAZETTE = re.compile(r"\s*\([^()]*tambahan lembaran [^()]*?nomor\s*(\d+)", re.IGNORECASE)
_KINDS = (
    ("undang-undang", r"undang\s*[-–]?\s*undang|\buu\b"),
    ("peraturan pemerintah", r"peraturan pemerintah(?! daerah)|\bpp\b"),
    ("peraturan presiden", r"peraturan presiden|perpres"),
    ("keputusan presiden", r"keputusan presiden|keppres"),
    ("peraturan menteri", r"peraturan menteri|permen|\bpma\b"),
    ("keputusan menteri", r"keputusan menteri"),
    ("peraturan daerah", r"peraturan daerah|perda\b"),
    ("peraturan bupati", r"peraturan bupati|perbup"),
)
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Citation:
    """One law as a line cites it. `kind` is coarse: a ministry or a regency is not part of it."""

    file: File[Any]
    where: Where
    line: str
    kind: str
    number: int
    year: int
    title: str
    gazette: str

    @property
    def name(self) -> str:
        """As people say it."""
        return f"{self.kind.title()} {self.number}/{self.year}"


def citations(file: File[Any], where: Where, text: str) -> Iterator[Citation]:
    """Every law that a line cites by number and year, but not those that a title names."""
    line = " ".join(text.split())
    end = 0
    for match in _NUMBER.finditer(line):
        kind = _kind(line[end : match.start()])
        if match.start() < end or kind is None:
            continue
        title = _TITLE.match(line, match.end())
        end = title.end() if title else match.end()
        gazette = _GAZETTE.match(line, end)
        yield Citation(
            file,
            where,
            line,
            kind,
            int(match[1]),
            int(match[2]),
            title[1].strip(" .,;") if title else "",
            gazette[1] if gazette else "",
        )


def _kind(before: str) -> str | None:
    """The kind named last before the number."""
    places = [
        (match.start(), kind)
        for kind, pattern in _KINDS
        for match in re.finditer(pattern, before, re.IGNORECASE)
    ]
    return max(places)[1] if places else None


def _cited(view: FolderView) -> list[Citation]:
    found: list[Citation] = []
    decree = view.folder.decree
    for n, text in enumerate(decree.word.references if decree else ()):
        found += citations(decree, ("references", n), text) if decree else ()
    for file in view.folder.services:
        for n, line in enumerate(file.word.legal_basis or ()):
            found += citations(file, ("legal_basis", n), line.text)
    return found


def _plain(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", title.casefold()).strip()


@FOLDER.add("satu-judul", Severity.NOTE, "Satu peraturan tercetak dengan satu judul.")
def one_title(view: FolderView) -> Iterator[Finding]:
    yield from _differing(view, "title", "judul")


@FOLDER.add("satu-lembaran", Severity.NOTE, "Satu peraturan tercetak dengan satu nomor lembaran.")
def one_gazette(view: FolderView) -> Iterator[Finding]:
    yield from _differing(view, "gazette", "nomor tambahan lembaran")


def _differing(view: FolderView, word: str, name: str) -> Iterator[Finding]:
    first: dict[tuple[str, int, int], dict[str, Citation]] = {}
    for cited in _cited(view):
        if printed := _plain(getattr(cited, word)):
            key = (cited.kind, cited.number, cited.year)
            first.setdefault(key, {}).setdefault(printed, cited)
    for ways in first.values():
        if len(ways) > 1:
            spelt = "; ".join(f"«{getattr(cited, word)}»" for cited in ways.values())
            cited = list(ways.values())[1]
            what = f"{cited.name} tercetak dengan {name} yang berbeda: {spelt}."
            yield Finding(cited.file, cited.where, what)


def _known(view: FolderView, cited: Citation) -> Law | None:
    """The law of the national list that a citation means; a local one must be of this regency.

    Ministries number alike, so that the likest title decides.
    """
    candidates = [
        law
        for law in view.national.laws.word.laws
        if (law.number, law.year) == (str(cited.number), cited.year)
        and _kind(law.kind) == cited.kind
        and _of_here(view, law)
    ]
    return max(candidates, key=lambda law: _likeness(law.title, cited.title), default=None)


def _of_here(view: FolderView, law: Law) -> bool:
    local = _kind(law.kind) in ("peraturan daerah", "peraturan bupati")
    return not local or law.kind.split()[-1] in view.office.regency


@FOLDER.add("jenis-peraturan", Severity.NOTE, "Jenis peraturan sesuai dengan daftar nasional.")
def right_kind(view: FolderView) -> Iterator[Finding]:
    for cited in _cited(view):
        if _known(view, cited):
            continue
        for law in view.national.laws.word.laws:
            same = (law.number, law.year) == (str(cited.number), cited.year)
            if same and _alike(law.title, cited.title):
                what = (
                    f"{cited.name} mungkin {law.kind} {law.number}/{law.year} tentang {law.title}."
                )
                yield Finding(cited.file, cited.where, what, "Mohon diperiksa.")


@FOLDER.add("judul-peraturan", Severity.NOTE, "Judul peraturan sesuai dengan daftar nasional.")
def right_title(view: FolderView) -> Iterator[Finding]:
    for cited in _cited(view):
        law = _known(view, cited)
        if law and cited.title and not _alike(law.title, cited.title):
            what = f"{cited.name} menurut daftar nasional tentang {law.title}."
            yield Finding(cited.file, cited.where, what, "Mohon diperiksa.")


def _alike(one: str, other: str) -> bool:
    return _likeness(one, other) >= _ALIKE


def _likeness(one: str, other: str) -> float:
    """1 for a title inside the other, else how far they agree."""
    left, right = _plain(one), _plain(other)
    return 1.0 if left in right else SequenceMatcher(None, left, right).ratio()


@FOLDER.add("peraturan-berlaku", Severity.NOTE, "Peraturan yang disebut masih berlaku.")
def still_in_force(view: FolderView) -> Iterator[Finding]:
    names = {law.key: f"{law.kind} {law.number}/{law.year}" for law in view.national.laws.word.laws}
    told: set[str] = set()
    for cited in _cited(view):
        law = _known(view, cited)
        if law is None or law.key in told:
            continue
        told.add(law.key)
        later = ", ".join(names[key] for key in law.replaced_by if key in names)
        changed = ", ".join(names[key] for key in law.amended_by if key in names)
        if later:
            what = f"{cited.name} telah diganti oleh {later} (tingkat kepastian: {law.sure})."
            yield Finding(cited.file, cited.where, what, "Mohon diperiksa.")
        elif changed and "ubah" not in cited.line:
            what = f"{cited.name} telah diubah oleh {changed} (tingkat kepastian: {law.sure})."
            yield Finding(cited.file, cited.where, what, "Mohon diperiksa.")
