# SPDX-License-Identifier: EUPL-1.2
"""What a careful reader of a decree would remark: never an error, a question to the office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pendopo.domain.vocabulary import Verb
from pendopo.standards.checks.rules import FOLDER, SERVICE, Finding, FolderView, ServiceView
from pendopo.standards.components import TITLES, is_printed, lacking
from pendopo.standards.files import File
from pendopo.standards.problems import Severity, Where
from pendopo.standards.schema import COMPONENTS, PrintedText, Service

ORDINALS = (
    "KESATU",
    "KEDUA",
    "KETIGA",
    "KEEMPAT",
    "KELIMA",
    "KEENAM",
    "KETUJUH",
    "KEDELAPAN",
    "KESEMBILAN",
    "KESEPULUH",
)


@SERVICE.add("komponen", Severity.NOTE, "Ke-14 komponen tercetak.")
def components_are_printed(view: ServiceView) -> Iterator[Finding]:
    missing = lacking(view.service)
    if 0 < len(missing) < len(COMPONENTS):
        yield view.at((), f"Belum tercetak: {', '.join(missing)}.")


@SERVICE.add(
    "survei", Severity.NOTE, "Survei kepuasan pada evaluasi dan kode QR pada sarana sejalan."
)
def survey_has_a_code(view: ServiceView) -> Iterator[Finding]:
    survey = _mentions(view.service.evaluation, "survei|survey")
    code = _mentions(view.service.facilities, r"\bqr\b")
    if survey and not code and view.service.facilities:
        yield view.at(("facilities",), "Evaluasi memakai survei, tetapi sarana tidak memuat QR.")
    if code and not survey and view.service.evaluation:
        yield view.at(("evaluation",), "Sarana memuat QR survei, tetapi evaluasi tidak memakainya.")


@SERVICE.add("sarana-register", Severity.NOTE, "Langkah register dan Buku Register sejalan.")
def register_has_its_book_printed(view: ServiceView) -> Iterator[Finding]:
    registers = any(
        step.do is Verb.REGISTER and step.source == "printed" for step in view.steps.values()
    )
    book = _mentions(view.service.facilities, "buku register")
    if view.service.facilities and registers and not book:
        yield view.at(
            ("facilities",), "Prosedur meregister, tetapi sarana tidak memuat Buku Register."
        )
    if book and not registers:
        yield view.at(
            ("facilities",), "Sarana memuat Buku Register, tetapi tidak ada yang meregister."
        )


def _mentions(lines: Iterable[PrintedText] | None, pattern: str) -> bool:
    return any(re.search(pattern, line.text, re.IGNORECASE) for line in lines or ())


@SERVICE.add("hari", Severity.NOTE, "Jangka waktu menyebut jenis hari.")
def kind_of_day(view: ServiceView) -> Iterator[Finding]:
    duration = view.service.duration
    if duration and duration.unit == "day":
        what = f"«{duration.text}» tidak menyebut hari kerja atau hari kalender."
        yield view.at(("duration", "text"), what)


@SERVICE.add("kanal-pengaduan", Severity.NOTE, "Pengaduan menyebut nama petugas dan saluran.")
def complaints_name_an_officer(view: ServiceView) -> Iterator[Finding]:
    channels = view.service.complaint_channels
    if channels and not any(channel.kind == "officer" for channel in channels):
        yield view.at(
            ("complaint_channels",), "Saluran pengaduan tidak menyebut petugas.", key=True
        )


@SERVICE.add("produk-langkah", Severity.NOTE, "Langkah terakhir menyebut produknya.")
def last_step_names_product(view: ServiceView) -> Iterator[Finding]:
    product, text = view.service.product, view.service.procedure.text
    if product and text and not _words(product.text) & _words(text[-1]):
        where: Where = ("procedure", "text", len(text) - 1)
        yield view.at(where, f"Langkah terakhir tidak menyebut produknya, «{product.text}».")


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", text.casefold()) if len(word) > 3}


@FOLDER.add("urutan-komponen", Severity.NOTE, "Komponen tercetak dalam urutan yang sama.")
def same_order(view: FolderView) -> Iterator[Finding]:
    orders = {file.name: _order(file) for file in view.folder.services}
    whole = Counter(order for order in orders.values() if len(order) == len(COMPONENTS))
    if not whole:
        return
    usual = whole.most_common(1)[0][0]
    for file in view.folder.services:
        order = orders[file.name]
        expected = tuple(name for name in usual if name in order)
        if order != expected:
            moved = next(
                name for name, wanted in zip(order, expected, strict=True) if name != wanted
            )
            what = f"«{TITLES[moved]}» tercetak pada urutan yang lain daripada layanan lain."
            yield Finding(file, (moved,), what, key=True)


def _order(file: File[Service]) -> tuple[str, ...]:
    data = file.tree.data
    written = data if isinstance(data, dict) else {}
    return tuple(name for name in written if name in COMPONENTS and is_printed(file.word, name))


@FOLDER.add("layanan-lain", Severity.NOTE, "Kompetensi dan jaminan tidak menyebut layanan lain.")
def no_other_service_named(view: FolderView) -> Iterator[Finding]:
    terms = {file.name: _terms(file.word) for file in view.folder.services}
    uses = Counter(term for own in terms.values() for term in own)
    for file in view.folder.services:
        foreign = {term for term in uses if uses[term] == 1} - terms[file.name]
        for where, text in _promises(file.word):
            for term in sorted(foreign):
                if re.search(rf"\b{re.escape(term)}\b", text, re.IGNORECASE):
                    yield Finding(file, where, f"Di sini disebut «{term}», nama layanan lain.")


def _terms(service: Service) -> set[str]:
    """What a text would call this service: its initials, or its one-word name."""
    initials = set(re.findall(r"\b[A-Z]{3,}\b", service.name))
    return initials | ({service.name.casefold()} if " " not in service.name else set())


def _promises(service: Service) -> Iterator[tuple[Where, str]]:
    for n, competence in enumerate(service.competence or ()):
        for i, item in enumerate(competence.items):
            yield ("competence", n, "items", i), item
    for word in ("service_guarantee", "safety_guarantee", "evaluation"):
        for n, line in enumerate(getattr(service, word) or ()):
            yield (word, n), line.text


@FOLDER.add("masa-pengawasan", Severity.NOTE, "Layanan yang serupa diawasi dalam masa yang sama.")
def same_shape_same_supervision(view: FolderView) -> Iterator[Finding]:
    shapes: dict[tuple[Verb, ...], dict[str, File[Service]]] = {}
    for file in view.folder.services:
        steps = file.word.procedure.steps.values()
        period = _months(file.word)
        if period:
            shapes.setdefault(tuple(s.do for s in steps), {}).setdefault(period, file)
    for periods in shapes.values():
        if len(periods) > 1:
            file = list(periods.values())[-1]
            what = f"Layanan yang langkahnya sama diawasi tiap {' dan tiap '.join(periods)} bulan."
            yield Finding(file, ("internal_supervision",), what, key=True)


def _months(service: Service) -> str | None:
    text = " ".join(line.text for line in service.internal_supervision or ())
    found = re.search(r"(\d+)\s*(?:\([^)]*\)\s*)?bulan", text, re.IGNORECASE)
    return found[1] if found else None


@FOLDER.add("diktum", Severity.NOTE, "Diktum bernomor urut dan menyebut lampiran.")
def dictums_follow(view: FolderView) -> Iterator[Finding]:
    decree = view.folder.decree
    if decree is None:
        return
    labels = [dictum.label.strip().upper() for dictum in decree.word.dictums]
    expected = list(ORDINALS[: len(labels)])
    if labels != expected:
        n = next(i for i, (a, b) in enumerate(zip(labels, expected, strict=True)) if a != b)
        what = f"Sesudah diktum ke-{n} tercetak {labels[n]}, bukan {expected[n]}."
        yield Finding(decree, ("dictums", n, "label"), what)
    if not any("lampiran" in dictum.text.casefold() for dictum in decree.word.dictums):
        yield Finding(decree, ("dictums",), "Tidak ada diktum yang menyebut lampiran.", key=True)


@FOLDER.add("tanda-baca", Severity.NOTE, "Butir daftar berakhir dengan tanda baca yang seragam.")
def lists_end_alike(view: FolderView) -> Iterator[Finding]:
    decree = view.folder.decree
    if decree is None:
        return
    lists: list[tuple[Where, list[str]]] = [
        (("considerations",), decree.word.considerations),
        (("references",), decree.word.references),
    ]
    lists += [(("dictums", n, "items"), d.items) for n, d in enumerate(decree.word.dictums)]
    for where, items in lists:
        for n, item in enumerate(items[:-1]):
            if not item.endswith(";"):
                what = f"Butir ke-{n + 1} berakhir dengan «{item[-1]}», bukan titik koma."
                yield Finding(decree, (*where, n), what)


@FOLDER.add("moto", Severity.NOTE, "Huruf awal moto membentuk kata motonya.")
def motto_spells_its_word(view: FolderView) -> Iterator[Finding]:
    decree = view.folder.decree
    motto = decree.word.motto if decree else None
    if decree is None or motto is None:
        return
    initials = "".join(word[0] for word in motto.words if word).upper()
    if initials != motto.word.upper():
        what = f"Huruf awal kata-katanya {initials}, bukan {motto.word}."
        yield Finding(decree, ("motto", "word"), what)


@FOLDER.add("ada-keputusan", Severity.WARNING, "Kantor punya keputusan (decree.yaml).")
def office_has_a_decree(view: FolderView) -> Iterator[Finding]:
    if view.folder.decree is None:
        yield view.at((), "Berkas decree.yaml belum ada.", "Tambahkan keputusan Camatnya.")


@FOLDER.add(
    "daftar-keputusan", Severity.NOTE, "Layanan yang didaftar keputusan diuraikan, dan sebaliknya."
)
def listed_is_described(view: FolderView) -> Iterator[Finding]:
    for file in view.folder.services:
        if not any(is_printed(file.word, name) for name in COMPONENTS):
            yield Finding(file, (), "Layanan ini didaftar, tetapi tidak diuraikan keputusan.")
    decree = view.folder.decree
    described = len(view.folder.services)
    if decree and decree.word.services and len(decree.word.services) != described:
        what = f"Keputusan mendaftar {len(decree.word.services)} layanan, berkasnya {described}."
        yield Finding(decree, ("services",), what, key=True)
