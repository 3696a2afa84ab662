# SPDX-License-Identifier: EUPL-1.2
"""Rules of an office: its services, positions, signatures, villages and hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pendopo.domain.references import LETTERS, is_prefix
from pendopo.domain.standard import AUTHORISED_SIGNER, FORWARDED
from pendopo.domain.vocabulary import Verb
from pendopo.standards.checks.names import unknown
from pendopo.standards.checks.rules import FOLDER, OFFICES, Finding, FolderView
from pendopo.standards.files import Folder
from pendopo.standards.office_schema import Hours, OpenSpan
from pendopo.standards.problems import Severity, Where
from pendopo.standards.schema import Service


@FOLDER.add(
    "daftar-layanan", Severity.ERROR, "Layanan pada office.yaml sama dengan berkas yang ada."
)
def services_are_files(view: FolderView) -> Iterator[Finding]:
    files = {file.stem: file for file in view.folder.services}
    listed = view.office.services
    for n, slug in enumerate(listed):
        if slug not in files:
            what = f"Layanan «{slug}» tidak punya berkas {slug}.yaml."
            yield view.at(("services", n), what, "Buat berkasnya, atau hapus dari daftar.")
        if slug in listed[:n]:
            yield view.at(("services", n), f"Layanan «{slug}» didaftar dua kali.", "Hapus satu.")
    for stem, file in files.items():
        if stem not in listed:
            what = f"Berkas {stem}.yaml tidak ada pada daftar services di office.yaml."
            yield Finding(file, (), what, "Tambahkan pada office.yaml, atau hapus berkasnya.")


@FOLDER.add("nama-berkas", Severity.ERROR, "Nama berkas sama dengan slug di dalamnya.")
def slug_is_file_name(view: FolderView) -> Iterator[Finding]:
    for file in view.folder.services:
        if file.word.slug != file.stem:
            what = f"Slug «{file.word.slug}» tidak sama dengan nama berkas «{file.stem}»."
            yield Finding(file, ("slug",), what, "Samakan keduanya.")


@FOLDER.add("slug-nasional", Severity.ERROR, "Slug layanan nasional yang dipakai tidak terpakai.")
def adopted_slugs_are_free(view: FolderView) -> Iterator[Finding]:
    taken = {file.word.slug for file in view.adopted}
    for file in view.folder.services:
        if file.word.slug in taken:
            what = f"«{file.word.slug}» adalah slug layanan nasional yang dipakai kantor ini."
            yield Finding(file, ("slug",), what, "Ganti slug, atau samakan kind-nya.")


@FOLDER.add("lanjutan", Severity.ERROR, "Layanan lanjutan (follow_up) ada di kantor ini.")
def follow_ups_exist(view: FolderView) -> Iterator[Finding]:
    slugs = [file.word.slug for file in view.services]
    for file in view.services:
        for n, follow in enumerate(file.word.follow_up):
            if follow.service not in slugs:
                what, mend = unknown("Layanan", follow.service, slugs)
                yield Finding(file, ("follow_up", n, "service"), what, mend)


@FOLDER.add("kunci-jabatan", Severity.ERROR, "Kunci jabatan dan kode desa tidak ganda.")
def unique_keys(view: FolderView) -> Iterator[Finding]:
    yield from _twice(view, "positions", "key", (p.key for p in view.office.positions))
    yield from _twice(view, "villages", "code", (v.code for v in view.office.villages))
    yield from _twice(view, "villages", "name", (v.name for v in view.office.villages))


def _twice(view: FolderView, list_: str, word: str, values: Iterable[str]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for n, value in enumerate(values):
        seen[value] += 1
        if seen[value] == 2:
            yield view.at((list_, n, word), f"«{value}» ada dua kali.", "Betulkan salah satu.")


@FOLDER.add(
    "peran-jabatan", Severity.ERROR, "Peran pada jabatan dan kebijakan ada dan di dalam kantor."
)
def positions_fill_roles(view: FolderView) -> Iterator[Finding]:
    roles = view.national.roles.word.roles
    places: list[tuple[Where, str]] = [
        (("positions", n, "roles", i), role)
        for n, position in enumerate(view.office.positions)
        for i, role in enumerate(position.roles)
    ]
    policy = view.office.policy
    for word in (
        "follow_allowed_by",
        "signature_recorded_by",
        "letters_changed_by",
        "administered_by",
    ):
        places += [(("policy", word, n), role) for n, role in enumerate(getattr(policy, word))]
    for where, role in places:
        if role not in roles:
            yield view.at(where, *unknown("Peran", role, roles))
        elif roles[role].outside:
            what = f"«{role}» peran di luar kantor, tidak dapat dipegang jabatan kantor."
            yield view.at(where, what, "Pakai peran kantor.")


def _inside_roles(view: FolderView, service: Service) -> Iterator[tuple[Where, str]]:
    """The office roles that the steps need, with the place that names each."""
    roles = view.national.roles.word.roles
    for key, step in service.procedure.steps.items():
        where: Where = ("procedure", "steps", key)
        named: list[tuple[Where, str]] = [((*where, "by"), step.by)]
        named += [((*where, "via"), step.via)] if step.via else []
        named += [
            ((*where, "to", "one_of", n), role)
            for n, role in enumerate(step.to.one_of if step.to else ())
        ]
        for place, role in named:
            if role in roles and not roles[role].outside:
                yield place, role


@FOLDER.add(
    "peran-terisi", Severity.ERROR, "Setiap peran kantor yang dipakai langkah diisi sebuah jabatan."
)
def roles_are_filled(view: FolderView) -> Iterator[Finding]:
    filled = {role for position in view.office.positions for role in position.roles}
    for file in view.services:
        told: set[str] = set()
        for where, role in _inside_roles(view, file.word):
            if role in filled | told | {AUTHORISED_SIGNER, FORWARDED}:
                continue
            told.add(role)
            what = f"Peran «{role}» tidak dipegang jabatan mana pun di kantor ini."
            yield Finding(file, where, what, "Tambahkan pada roles sebuah jabatan di office.yaml.")


@FOLDER.add(
    "matriks", Severity.ERROR, "Matriks tanda tangan menyebut jabatan dan layanan yang ada."
)
def signing_names_known(view: FolderView) -> Iterator[Finding]:
    positions = {position.key: position.roles for position in view.office.positions}
    slugs = [file.word.slug for file in view.services]
    for n, row in enumerate(view.office.signing):
        if row.position not in positions:
            yield view.at(("signing", n, "position"), *unknown("Jabatan", row.position, positions))
        elif row.line == "" and row.on_behalf_of not in positions[row.position]:
            what = f"«{row.position}» menandatangani sebagai «{row.on_behalf_of}» tanpa a.n. / u.b."
            yield view.at(("signing", n), what, 'Isi line: "a.n." atau line: "u.b.".')
        yield from _signing_role(view, n, row.on_behalf_of)
        listed = [] if row.services == "all" else [("services", slug) for slug in row.services]
        for word, slug in [*listed, *(("except", slug) for slug in row.except_)]:
            if slug not in slugs:
                yield view.at(("signing", n, word), *unknown("Layanan", slug, slugs))


def _signing_role(view: FolderView, n: int, role: str) -> Iterator[Finding]:
    """Who signs, signs as a role that some position of the office fills."""
    filled = {role for position in view.office.positions for role in position.roles}
    if role not in filled:
        where: Where = ("signing", n, "on_behalf_of")
        yield view.at(where, *unknown("Peran", role, sorted(filled)))


@FOLDER.add(
    "ada-penanda-tangan", Severity.ERROR, "Setiap langkah sign punya pejabat yang berwenang."
)
def every_signature_has_a_signer(view: FolderView) -> Iterator[Finding]:
    for file in view.services:
        for key, step in file.word.procedure.steps.items():
            if step.do is Verb.SIGN and not _able(view, file.word.slug, step.by):
                what = f"Tidak ada pejabat yang berwenang menandatangani langkah «{key}»."
                mend = "Tambahkan baris pada signing di office.yaml."
                yield Finding(file, ("procedure", "steps", key, "by"), what, mend)


def _able(view: FolderView, slug: str, role: str) -> bool:
    return any(
        (row.services == "all" or slug in row.services)
        and slug not in row.except_
        and role in (row.on_behalf_of, AUTHORISED_SIGNER, FORWARDED)
        for row in view.office.signing
    )


@FOLDER.add("kode-desa", Severity.ERROR, "Kode desa diawali kode kecamatan.")
def villages_lie_inside(view: FolderView) -> Iterator[Finding]:
    for n, village in enumerate(view.office.villages):
        if not village.code.startswith(f"{view.office.code}."):
            what = f"Kode {village.code} bukan bagian dari {view.office.code}."
            yield view.at(("villages", n, "code"), what, "Betulkan kode desanya.")


@FOLDER.add("awalan", Severity.ERROR, "Awalan nomor berkas hanya huruf yang jelas terdengar.")
def prefix_is_clear(view: FolderView) -> Iterator[Finding]:
    if not is_prefix(view.office.prefix):
        what = f"Awalan «{view.office.prefix}» memuat huruf yang mudah tertukar."
        yield view.at(("prefix",), what, f"Pakai tiga huruf dari {LETTERS}.")


@FOLDER.add("nama-folder", Severity.WARNING, "Nama folder diawali kode kantor.")
def folder_begins_with_code(view: FolderView) -> Iterator[Finding]:
    if not view.folder.name.startswith(f"{view.office.code}-"):
        what = f"Folder «{view.folder.name}» tidak diawali {view.office.code}-."
        yield view.at(("code",), what, "Samakan nama folder dengan kode kantor.")


@FOLDER.add("jam", Severity.ERROR, "Jam buka berurutan dan tidak bertindih.")
def hours_are_in_order(view: FolderView) -> Iterator[Finding]:
    yield from _layers(view, ("hours",), view.office.hours)
    for n, season in enumerate(view.office.seasons):
        if season.to < season.from_:
            what = f"«{season.name}» berakhir sebelum mulai."
            yield view.at(("seasons", n, "to"), what, "Tukar tanggalnya.")
        yield from _layers(view, ("seasons", n, "hours"), season.hours)


def _layers(view: FolderView, where: Where, hours: Hours) -> Iterator[Finding]:
    for word, week in (
        ("office", hours.office),
        ("counter", hours.counter),
        ("signing", hours.signing),
    ):
        for day, spans in (week or {}).items():
            yield from _day(view, (*where, word, day), spans)


def _day(view: FolderView, where: Where, spans: list[OpenSpan]) -> Iterator[Finding]:
    for n, span in enumerate(spans):
        if span.to <= span.from_:
            what = f"Jam {span.from_:%H:%M} sampai {span.to:%H:%M} tidak berurutan."
            yield view.at((*where, n), what, "Betulkan from atau to.")
    for n, (before, after) in enumerate(pairwise(spans)):
        if after.from_ < before.to:
            what = f"Jam {after.from_:%H:%M} sudah mulai sebelum {before.to:%H:%M}."
            yield view.at((*where, n + 1), what, "Urutkan, dan jangan bertindih.")


@FOLDER.add("pejabat-contoh", Severity.ERROR, "Pejabat contoh memegang jabatan yang ada.")
def demo_officers_hold_positions(view: FolderView) -> Iterator[Finding]:
    positions = [position.key for position in view.office.positions]
    for n, officer in enumerate(view.office.demo_officers):
        for i, key in enumerate(officer.positions):
            if key not in positions:
                where: Where = ("demo_officers", n, "positions", i)
                yield view.at(where, *unknown("Jabatan", key, positions))


@OFFICES.add("kantor-ganda", Severity.ERROR, "Kode dan awalan kantor berbeda di semua folder.")
def offices_differ(folders: tuple[Folder, ...]) -> Iterator[Finding]:
    for word in ("code", "prefix"):
        first: dict[str, Folder] = {}
        for folder in folders:
            value = getattr(folder.office.word, word)
            other = first.setdefault(value, folder)
            if other is not folder:
                what = f"«{value}» sudah dipakai {other.name}."
                yield Finding(folder.office, (word,), what, "Pakai yang lain.")
