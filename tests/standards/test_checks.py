# SPDX-License-Identifier: EUPL-1.2
"""Rules across files: what an office, its decree and the nation must agree on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pendopo.standards.checks import (
    MODULES,
    all_rules,
    check_folder,
    check_national,
    check_offices,
    check_service,
)
from pendopo.standards.checks.rules import FOLDER, NATION, OFFICES, SERVICE, Rules
from pendopo.standards.files import File, Folder, National, read_folder, read_national, read_text
from pendopo.standards.problems import Problem, Severity, errors
from pendopo.standards.schema import Service
from tests.standards.reading import EXAMPLE, OFFICE, folder, national

Spoil = Callable[[str, str, str], tuple[Problem, ...]]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Replace a text in one file of the office and check the whole of it."""

    def spoiled(name: str, old: str, new: str) -> tuple[Problem, ...]:
        copy = Path(shutil.copytree(OFFICE, tmp_path / OFFICE.name, dirs_exist_ok=True))
        text = (copy / name).read_text()
        assert old in text
        (copy / name).write_text(text.replace(old, new, 1))
        found = read_folder(copy)
        assert isinstance(found, Folder), found
        return check_folder(found, national())

    return spoiled


def test_the_example_office_is_sound() -> None:
    assert check_folder(folder(), national()) == ()
    assert check_national(national()) == ()
    assert check_offices((folder(),)) == ()


TITLE = "title: Buku Register Contoh"


def with_columns(columns: str) -> tuple[str, str]:
    """What to replace in office.yaml, and with what, so that its book has these columns."""
    return TITLE, f"{TITLE}\n    columns: [{columns}]"


MISTAKES = [
    ("daftar-layanan", "[surat-contoh]", "[surat-contoh, surat-lain]", "surat-lain.yaml"),
    ("daftar-layanan", "services: [surat-contoh]\nv", "services: []\nv", "office.yaml"),
    ("daftar-layanan", "[surat-contoh]\nv", "[surat-contoh, surat-contoh]\nv", "dua kali"),
    ("kunci-jabatan", "key: loket", "key: camat", "«camat» ada dua kali"),
    ("kunci-jabatan", "name: Sukacontoh", "name: Sukarekaan", "«Sukarekaan» ada dua kali"),
    ("peran-jabatan", "roles: [kasi-umum]", "roles: [kasi-umu]", "«kasi-umum»"),
    ("peran-jabatan", "roles: [kasi-umum]", "roles: [pemohon]", "luar kantor"),
    ("peran-jabatan", "policy: {", "policy: {follow_allowed_by: [lurah], ", "«lurah»"),
    ("peran-terisi", "roles: [petugas-loket]", "roles: [kasi-umum]", "«petugas-loket»"),
    ("matriks", "{position: kasi-umum, on", "{position: kasi, on", "«kasi-umum»"),
    ("matriks", "on_behalf_of: camat, line: a.n.", "on_behalf_of: bupati, line: a.n.", "«bupati»"),
    ("matriks", "line: a.n., ", "", "a.n."),
    ("matriks", "line: a.n., services: [surat-contoh]", "line: a.n., services: [surat]", "«surat»"),
    ("kode-desa", '"99.01.01.2002"', '"99.01.02.2002"', "99.01.01"),
    ("awalan", "prefix: CTH", "prefix: COI", "mudah tertukar"),
    ("nama-folder", 'code: "99.01.01"', 'code: "99.01.02"', "99.01.02-"),
    ("jam", '"13:00", to: "16:00"', '"13:00", to: "11:00"', "tidak berurutan"),
    ("jam", '"13:00", to: "16:00"', '"11:00", to: "16:00"', "sudah mulai"),
    ("pejabat-contoh", "positions: [loket], cap", "positions: [lokt], cap", "«loket»"),
    ("buku", "  register-contoh:", "  register-lain:", "«register-lain»"),
    (
        "buku-menganggur",
        "hours:\n",
        "  ekspedisi: {title: Ekspedisi, mode: none}\nhours:\n",
        "ekspedisi",
    ),
    ("bentuk-nomor", "{urut:03}", "{urutan}", "{urut}"),
    ("bentuk-nomor", '\n    classification: "400.9"', "", "classification"),
    ("buku-bernomor", '\n    template: "{klas}/{urut:03}/{unit}/{tahun}"', "", "template"),
    ("kolom-buku", *with_columns("{title: Penanda, from: [number, signr]}"), "«signer»"),
    ("kolom-buku", *with_columns("{title: Nama, from: number, or: form.nma}"), "«form.nama»"),
    ("kolom-buku", *with_columns("{title: Nama, from: form.calon.nama}"), "«form.calon.nama»"),
    ("judul-kolom", *with_columns("{title: A, from: number}, {title: A, from: date}"), "«A»"),
    ("nomor-di-kolom", *with_columns("{title: Nama, from: name}"), "from: number"),
    ("pemegang-buku", TITLE, f"{TITLE}\n    head: kasi", "«kasi-umum»"),
    ("pemegang-buku", TITLE, f"{TITLE}\n    keepers: [pemohon]", "«pemohon»"),
]


@pytest.mark.parametrize(("id", "old", "new", "told"), MISTAKES)
def test_a_mistake_in_an_office_is_found(
    spoil: Spoil, id: str, old: str, new: str, told: str
) -> None:
    found = [str(problem) for problem in spoil("office.yaml", old, new) if problem.id == id]
    assert any(told in words for words in found)


def test_a_step_that_nobody_may_sign_is_found(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(OFFICE, tmp_path / OFFICE.name))
    path = copy / "office.yaml"
    text = path.read_text().replace("services: all}", "services: []}")
    path.write_text(
        text.replace("line: a.n., services: [surat-contoh]", "line: a.n., services: []")
    )
    found = read_folder(copy)
    assert isinstance(found, Folder)
    assert [p.id for p in errors(check_folder(found, national()))] == ["ada-penanda-tangan"]


@pytest.mark.parametrize(
    ("id", "old", "new"),
    [
        ("nama-berkas", "slug: surat-contoh", "slug: surat-lain"),
        ("lanjutan", "notes:", "follow_up: [{after: diserahkan, service: tiada, text: x}]\nnotes:"),
        ("buku", "do: hand-over", "do: hand-over, book: buku-pengambilan"),
    ],
)
def test_a_service_that_does_not_fit_its_office_is_found(
    spoil: Spoil, id: str, old: str, new: str
) -> None:
    assert id in {problem.id for problem in spoil("surat-contoh.yaml", old, new)}


NOTES = [
    ("surat-contoh.yaml", "evaluation: [Survei kepuasan", "evaluation: [Rapat", "survei"),
    ("surat-contoh.yaml", ", QR Code Survei]", "]", "survei"),
    ("surat-contoh.yaml", "Buku Register, ", "", "sarana-register"),
    ("surat-contoh.yaml", "do: register, papers", "do: archive, papers", "sarana-register"),
    ("surat-contoh.yaml", "value: 15, unit: minute", "value: 1, unit: day", "hari"),
    ("surat-contoh.yaml", "kind: officer", "kind: phone", "kanal-pengaduan"),
    (
        "surat-contoh.yaml",
        "meregister dan menyerahkan surat contoh",
        "menutup loket",
        "produk-langkah",
    ),
    ("surat-contoh.yaml", "product: {text: Surat Contoh}\n", "", "komponen"),
    (
        "surat-contoh.yaml",
        "by: petugas-loket\n      do: verify",
        "by: kasi-umum\n      do: verify",
        "pelaksana-langkah",
    ),
    ("surat-contoh.yaml", "by: pejabat-berwenang", "by: kasi-umum", "pelaksana-menganggur"),
    (
        "surat-contoh.yaml",
        "- Undang-Undang Nomor 25",
        "- Peraturan Pemerintah Nomor 25",
        "jenis-peraturan",
    ),
    (
        "surat-contoh.yaml",
        "2009 tentang Pelayanan Publik.",
        "2009 tentang Kesehatan Hewan.",
        "judul-peraturan",
    ),
    (
        "surat-contoh.yaml",
        "2009 tentang Pelayanan Publik.",
        "2009 tentang Pelayanan Publiq.",
        "satu-judul",
    ),
    (
        "surat-contoh.yaml",
        "- Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
        "- PermenPAN Nomor 16 Tahun 2014 tentang Pedoman Survei Kepuasan Masyarakat;",
        "peraturan-berlaku",
    ),
    ("decree.yaml", "label: KEDUA", "label: KETIGA", "diktum"),
    ("decree.yaml", "dalam Lampiran", "di bawah ini", "diktum"),
    (
        "decree.yaml",
        "bahwa perlu standar pelayanan;",
        "bahwa perlu standar pelayanan.",
        "tanda-baca",
    ),
    ("decree.yaml", "Santun, Ikhlas", "Ikhlas, Santun", "moto"),
    (
        "decree.yaml",
        "services: [SURAT CONTOH]",
        "services: [SURAT CONTOH, SURAT LAIN]",
        "daftar-keputusan",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "id"), NOTES)
def test_what_a_careful_reader_would_remark_is_noted_and_never_refused(
    spoil: Spoil, name: str, old: str, new: str, id: str
) -> None:
    found = [problem for problem in spoil(name, old, new) if problem.id == id]
    assert found and all(p.severity is not Severity.ERROR for p in found)


CHART = """
  chart:
    nodes: {A: Pemohon mengajukan, B: Petugas memverifikasi, C: Camat memaraf, D: Diserahkan}
    arrows:
      - {from: A, to: B, label: Ya}
      - {from: B, to: C}
      - {from: B, to: A, label: Tidak}
  steps:
"""


def test_a_chart_that_tells_another_story_is_noted(spoil: Spoil) -> None:
    found = {p.id for p in spoil("surat-contoh.yaml", "\n  steps:\n", CHART)}
    assert {"cabang-bagan", "ujung-bagan", "bagan-keterangan", "kembali-bagan"} <= found


def test_a_gazette_number_printed_in_two_ways_is_noted(spoil: Spoil) -> None:
    cited = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
    one = f"- {cited} (LN 2009, Tambahan Lembaran Negara Nomor 5038);\n  - {cited} (LN 2009, "
    found = spoil("surat-contoh.yaml", f"- {cited}.", f"{one}Tambahan Lembaran Negara Nomor 5083)")
    assert "satu-lembaran" in {problem.id for problem in found}


def _twice(tmp_path: Path, old: str, new: str) -> tuple[Problem, ...]:
    """The example office with a second service that is the first, but for one text."""
    copy = Path(shutil.copytree(OFFICE, tmp_path / OFFICE.name))
    text = (copy / "surat-contoh.yaml").read_text()
    assert old in text
    other = text.replace("slug: surat-contoh", "slug: surat-lain").replace(old, new, 1)
    (copy / "surat-lain.yaml").write_text(other)
    office = copy / "office.yaml"
    listed = "services: [surat-contoh, surat-lain]\nvill"
    office.write_text(office.read_text().replace("services: [surat-contoh]\nvill", listed))
    found = read_folder(copy)
    assert isinstance(found, Folder), found
    return check_folder(found, national())


@pytest.mark.parametrize(
    ("old", "new", "id"),
    [
        ("tiap 1 (satu) bulan", "tiap 3 (tiga) bulan", "masa-pengawasan"),
        ("{role: STAF PELAYANAN, items", "{role: PETUGAS, items", "nama-peran"),
    ],
)
def test_services_of_one_office_are_compared(tmp_path: Path, old: str, new: str, id: str) -> None:
    found = {problem.id for problem in _twice(tmp_path, old, new)}
    assert id in found


def test_a_component_out_of_the_usual_order_is_noted(tmp_path: Path) -> None:
    last = "evaluation: [Survei kepuasan tiap tribulan]\n"
    copy = Path(shutil.copytree(OFFICE, tmp_path / OFFICE.name))
    text = (copy / "surat-contoh.yaml").read_text()
    for n in range(2):
        (copy / f"surat-{n}.yaml").write_text(
            text.replace("slug: surat-contoh", f"slug: surat-{n}")
        )
    facilities = "facilities: [Komputer 1 unit, Buku Register, QR Code Survei]\n"
    text = text.replace(facilities, "").replace(last, last + facilities)
    (copy / "surat-contoh.yaml").write_text(text)
    found = read_folder(copy)
    assert isinstance(found, Folder)
    notes = [p for p in check_folder(found, national()) if p.id == "urutan-komponen"]
    assert [p.file for p in notes] == ["99.01.01-contoh/surat-contoh.yaml"]


def test_another_service_named_in_a_promise_is_noted(tmp_path: Path) -> None:
    named = "name: Surat PQR\n"
    copy = Path(shutil.copytree(OFFICE, tmp_path / OFFICE.name))
    text = (copy / "surat-contoh.yaml").read_text()
    other = text.replace("slug: surat-contoh", "slug: surat-lain").replace(
        "name: Surat Contoh\n", named
    )
    (copy / "surat-lain.yaml").write_text(other)
    spoilt = text.replace("[Memahami prosedur]", "[Memahami prosedur PQR]")
    (copy / "surat-contoh.yaml").write_text(spoilt)
    found = read_folder(copy)
    assert isinstance(found, Folder)
    notes = [p for p in check_folder(found, national()) if p.id == "layanan-lain"]
    assert len(notes) == 1 and "«PQR»" in notes[0].what


def test_a_slug_that_a_national_service_needs_is_found(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(OFFICE, tmp_path / OFFICE.name))
    text = (copy / "surat-contoh.yaml").read_text().replace("slug: surat-contoh", "slug: pengaduan")
    (copy / "surat-contoh.yaml").unlink()
    (copy / "pengaduan.yaml").write_text(text)
    office = copy / "office.yaml"
    office.write_text(office.read_text().replace("[surat-contoh]", "[pengaduan]"))
    found = read_folder(copy)
    assert isinstance(found, Folder)
    assert [p.id for p in errors(check_folder(found, national()))] == ["slug-nasional"]


def test_two_offices_of_one_code_or_prefix_are_found() -> None:
    other = Folder("lain", folder().office, None, ())
    assert [problem.where for problem in check_offices((folder(), other))] == ["code", "prefix"]


def test_an_office_without_a_decree_is_warned() -> None:
    bare = Folder(folder().name, folder().office, None, folder().services)
    assert [p.id for p in check_folder(bare, national())] == ["ada-keputusan"]


@pytest.mark.parametrize(
    ("name", "old", "new", "id"),
    [
        ("laws.yaml", "key: uu-25-2009", "key: permenpan-14-2017", "kunci-nasional"),
        ("laws.yaml", "replaced_by: permenpan-14-2017", "replaced_by: tiada", "peraturan"),
        ("complaint-classes.yaml", "key: berat", "key: ringan", "kunci-nasional"),
        ("calendar/2026.yaml", "year: 2026", "year: 2027", "tahun-kalender"),
        ("calendar/2026.yaml", "date: 2026-03-20", "date: 2026-01-01", "tahun-kalender"),
        ("roles.yaml", "pejabat-berwenang:", "pejabat:", "peran-khusus"),
        ("roles.yaml", "  camat:", "  forwarded: {title: X}\n  camat:", "peran-khusus"),
        ("services/pengaduan.yaml", "ends: selesai", "next: ajukan", "berakhir"),
        ("books.yaml", "from: sender", "from: sendr", "kolom-nasional"),
        ("books.yaml", "  card: {", "  # card: {", "jenis-buku"),
        ("books.yaml", "set_by: [camat]", "set_by: [pemohon]", "peran-buku"),
    ],
)
def test_a_mistake_in_the_national_files_is_found(
    tmp_path: Path, name: str, old: str, new: str, id: str
) -> None:
    copy = Path(shutil.copytree(EXAMPLE / "national", tmp_path / "national"))
    text = (copy / name).read_text()
    assert old in text
    (copy / name).write_text(text.replace(old, new, 1))
    found = read_national(copy)
    assert isinstance(found, National), found
    assert id in {problem.id for problem in errors(check_national(found))}


def test_a_problem_is_shown_with_its_file_line_and_cure() -> None:
    text = (OFFICE / "surat-contoh.yaml").read_text().replace("next: periksa", "next: perksa")
    file = read_text(text, "contoh/surat.yaml", Service)
    assert isinstance(file, File)
    (problem,) = check_service(file, national())
    assert str(problem) == (
        "contoh/surat.yaml, baris 19 (procedure › steps › ajukan › next): "
        "Langkah atau akhir «perksa» tidak ada. Mungkin maksudnya «periksa»."
    )


def test_no_rule_has_the_id_of_another() -> None:
    ids = [rule.id for rules in (SERVICE, FOLDER, NATION, OFFICES) for rule in rules.rules]
    assert len(ids) == len(set(ids)) > 60
    assert len(all_rules()) == len(SERVICE.rules) + len(FOLDER.rules)
    assert MODULES


def test_a_rule_whose_id_is_taken_is_refused() -> None:
    rules: Rules[None] = Rules()
    rules.add("satu", Severity.NOTE, "Contoh")(lambda _: iter(()))
    with pytest.raises(ValueError, match="satu"):
        rules.add("satu", Severity.NOTE, "Contoh")(lambda _: iter(()))
