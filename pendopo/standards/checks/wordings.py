# SPDX-License-Identifier: EUPL-1.2
"""Rules of the words of letters: each form has its own, and every placeholder can be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pendopo.domain.vocabulary import PaperForm
from pendopo.papers import body
from pendopo.standards.checks.names import unknown
from pendopo.standards.checks.rules import FOLDER, NATION, SERVICE, Finding, FolderView, ServiceView
from pendopo.standards.files import File, National
from pendopo.standards.placeholders import ROOTS, only_known, placeholders
from pendopo.standards.problems import Severity, Where
from pendopo.standards.wording_schema import Wording

_LINE = re.compile(r"Baris (\d+): ")


@SERVICE.add(
    "kalimat-surat", Severity.ERROR, "wording menyebut kalimat yang ada, satu untuk tiap bentuk."
)
def wordings_exist(view: ServiceView) -> Iterator[Finding]:
    for key, paper in view.service.papers.items():
        seen: dict[PaperForm, str] = {}
        for n, name in enumerate(paper.wording):
            where: Where = ("papers", key, "wording")
            where = (*where, n) if (*where, n) in view.file.tree.places else where
            if name not in view.wordings:
                yield view.at(where, *unknown("Kalimat surat", name, sorted(view.wordings)))
                continue
            form = view.wordings[name].word.form
            if form not in paper.form:
                what = f"Kalimat «{name}» untuk bentuk {form}, yang tidak dipakai surat ini."
                yield view.at(where, what, f"Bentuk surat ini: {', '.join(paper.form)}.")
            elif form in seen:
                what = f"Bentuk {form} sudah punya kalimat «{seen[form]}»."
                yield view.at(where, what, "Hapus salah satu.")
            seen.setdefault(form, name)


@SERVICE.add(
    "kalimat-belum-ada", Severity.NOTE, "Setiap bentuk yang ditulis kantor punya kalimat sendiri."
)
def written_forms_have_words(view: ServiceView) -> Iterator[Finding]:
    for key, paper in view.service.papers.items():
        has = {view.wordings[n].word.form for n in paper.wording if n in view.wordings}
        lacking = [form for form in paper.form if form.written_here and form not in has]
        if lacking:
            what = f"Surat «{key}» belum punya kalimat untuk bentuk {', '.join(lacking)}."
            mend = "Tanpa itu isinya disusun dari isian formulir saja; tambahkan wording."
            yield view.at(("papers", key), what, mend, key=True)


@SERVICE.add("isian-surat", Severity.ERROR, "Setiap isian {…} pada kalimat surat dapat diisi.")
def placeholders_are_known(view: ServiceView) -> Iterator[Finding]:
    known = placeholders(view.standard)
    for name in dict.fromkeys(n for p in view.service.papers.values() for n in p.wording):
        if name in view.wordings:
            yield from _unfillable(view, view.wordings[name], known)


def _unfillable(
    view: ServiceView, file: File[Wording], known: Mapping[str, str]
) -> Iterator[Finding]:
    for where, text in texts_of(file.word):
        for said in body.problems(only_known(text, known), known):
            line = _LINE.match(said)
            below = int(line[1]) if line and where == ("body",) else 0
            what = f"{said[line.end() :] if line else said} (layanan {view.service.slug})"
            yield Finding(file, where, what[0].upper() + what[1:], below=below)


def texts_of(wording: Wording) -> Iterator[tuple[Where, str]]:
    """Every text of a wording that may hold placeholders, with its place in the file."""
    for name in ("heading", "subject", "nature", "attachments", "body", "on_behalf", "over"):
        if text := getattr(wording, name):
            yield (name,), text
    if wording.responsibility:
        yield ("responsibility",), wording.responsibility
    yield from ((("to", n), text) for n, text in enumerate(wording.to))
    for n, row in enumerate(wording.rows):
        for word in ("what", "count", "remark"):
            if text := getattr(row, word):
                yield ("rows", n, word), text
    yield from ((("lines", n, "value"), line.value) for n, line in enumerate(wording.lines))
    for group in ("parties", "knowing"):
        for n, one in enumerate(getattr(wording, group)):
            for word in ("title", "name", "rank", "nip", "heading"):
                if text := getattr(one, word):
                    yield (group, n, word), text


@SERVICE.add(
    "isian-terpakai", Severity.ERROR, "Isian dan kelompok tidak bernama seperti isian surat."
)
def names_are_free(view: ServiceView) -> Iterator[Finding]:
    for n, field in enumerate(view.service.fields):
        if field.group is None and field.key in ROOTS:
            yield view.at(("fields", n, "key"), *_taken(field.key))
    for key in view.service.groups:
        if key in ROOTS:
            yield view.at(("groups", key), *_taken(key), key=True)


def _taken(name: str) -> tuple[str, str]:
    return f"«{name}» sudah dipakai sebagai isian surat ({{{name}.…}}).", "Pilih nama lain."


@SERVICE.add("isi-kalimat", Severity.ERROR, "Kalimat punya isi menurut bentuknya.")
def wordings_say_something(view: ServiceView) -> Iterator[Finding]:
    used = dict.fromkeys(n for p in view.service.papers.values() for n in p.wording)
    for name in used:
        if name not in view.wordings:
            continue
        file = view.wordings[name]
        word = "rows" if file.word.form is PaperForm.TRANSMITTAL else "body"
        if file.word.form.written_here and not getattr(file.word, word):
            what = f"Kalimat untuk {file.word.form} belum punya {word}."
            yield Finding(file, ("form",), what, f"Tambahkan {word}.")


@FOLDER.add("kalimat-menganggur", Severity.WARNING, "Kalimat kantor dipakai oleh sebuah surat.")
def own_wordings_are_used(view: FolderView) -> Iterator[Finding]:
    used = {n for file in view.services for p in file.word.papers.values() for n in p.wording}
    for file in view.folder.wordings:
        if file.stem not in used:
            what = f"Kalimat «{file.stem}» tidak dipakai surat mana pun."
            yield Finding(file, (), what, "Sebut pada wording sebuah surat, atau hapus.")


@NATION.add(
    "bentuk-kalimat", Severity.ERROR, "Kalimat surat berbentuk yang ditulis atau distempel."
)
def wordings_have_a_form(national: National) -> Iterator[Finding]:
    for file in national.wordings:
        if file.word.form in (PaperForm.EXTERNAL, PaperForm.NONE):
            what = f"Bentuk {file.word.form} tidak memuat kalimat kantor."
            yield Finding(file, ("form",), what, "Pakai letter, transmittal, minutes, countersign.")
