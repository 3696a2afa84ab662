# SPDX-License-Identifier: EUPL-1.2
"""From the words of a file to what the engine runs, and back from what a version keeps."""

from __future__ import annotations

import json
from decimal import Decimal

from pendopo.domain.standard import Comparison, Derive, Moment
from pendopo.domain.vocabulary import (
    Derivation,
    Due,
    FieldType,
    Handling,
    Op,
    Otherwise,
    PaperForm,
    Source,
    Verb,
)
from pendopo.standards.compiling import to_domain
from pendopo.standards.files import File, read_text
from pendopo.standards.schema import COMPONENTS, Service
from pendopo.standards.stored import compiled, digest, draws_on_classes, stored
from tests.standards.reading import OFFICE, folder, national

TEXT = (OFFICE / "surat-contoh.yaml").read_text()
STANDARD = to_domain(folder().services[0].word)


def read(text: str) -> File[Service]:
    """A service that follows the language."""
    found = read_text(text, "contoh/surat-contoh.yaml", Service)
    assert isinstance(found, File), found
    return found


def test_next_outcomes_and_ends_become_exits() -> None:
    assert STANDARD.step("ajukan").exits == (("", "periksa"),)
    assert STANDARD.step("periksa").exits == (
        ("lengkap", "tanda-tangan"),
        ("tidak-lengkap", "ajukan"),
    )
    assert STANDARD.step("serahkan").exits == (("", "diserahkan"),)
    assert STANDARD.step("periksa").do is Verb.VERIFY


def test_moments_name_a_step_and_perhaps_its_outcome() -> None:
    assert STANDARD.duration is not None
    assert STANDARD.duration.starts == (Moment("periksa", "lengkap"),)
    assert STANDARD.duration.stops == (Moment("register"),)


def test_conditions_become_comparisons() -> None:
    ask = next(ask for ask in STANDARD.asks if ask.key == "izin-orang-tua")
    assert ask.when.all == (Comparison("usia", Op.BELOW, 21),)
    assert ask.each == "pihak" and ask.due is Due.INTAKE
    more = read(
        TEXT.replace("{usia: {below: 21}}", "{usia: {at_least: 5, below: 9}, nama: {given: false}}")
    )
    found = next(ask for ask in to_domain(more.word).asks if ask.key == "izin-orang-tua")
    assert set(found.when.all) == {
        Comparison("usia", Op.AT_LEAST, 5),
        Comparison("usia", Op.BELOW, 9),
        Comparison("nama", Op.GIVEN, False),
    }


def test_an_ask_comes_from_where_its_line_does_unless_it_says_otherwise() -> None:
    text = TEXT.replace(
        "  - text: Surat pengantar desa", "  - source: inferred\n    text: Surat desa"
    )
    sources = {ask.key: ask.source for ask in to_domain(read(text).word).asks}
    assert sources["ktp"] is Source.PRINTED and sources["pengantar-desa"] is Source.INFERRED
    own = text.replace("handling: keep", "handling: keep, source: national")
    kept = {ask.key: ask for ask in to_domain(read(own).word).asks}["pengantar-desa"]
    assert kept.source is Source.NATIONAL and kept.handling is Handling.KEEP


def test_options_groups_and_derived_fields_keep_their_order() -> None:
    fields = {f.key: f for f in STANDARD.fields}
    assert fields["keperluan"].options == (("sekolah", "Sekolah"), ("kerja", "Kerja"))
    assert STANDARD.group("pihak").members == (("satu", "Pihak pertama"), ("dua", "Pihak kedua"))
    assert fields["usia"].derive == Derive(Derivation.YEARS, "tanggal-lahir", "tanggal-acara")


def test_money_is_decimal_and_papers_have_a_title() -> None:
    assert STANDARD.fee == Decimal(0)
    text = TEXT.replace("{title: Surat Contoh, form: letter", "{form: [countersign, letter]")
    paper = to_domain(read(text).word).paper("surat")
    assert paper.title == "Surat Contoh"
    assert paper.forms == (PaperForm.COUNTERSIGN, PaperForm.LETTER)


def test_limits_and_cautions_say_what_they_do() -> None:
    (limit,), (caution,) = STANDARD.limits, STANDARD.cautions
    assert (limit.otherwise, limit.less_than, limit.value) == (Otherwise.REASON, False, 5)
    assert (caution.otherwise, caution.each) == (Otherwise.ADVISE, "pihak")


def test_selected_ceilings_become_one_for_each_class() -> None:
    complaint = national().services[0].word
    ceilings = to_domain(complaint, national().classes.word.classes).ceilings
    assert [(c.key, c.value, c.select) for c in ceilings] == [
        ("ringan", 3, ("kelas", "ringan")),
        ("berat", 60, ("kelas", "berat")),
    ]


def test_what_a_version_keeps_makes_the_same_standard_again() -> None:
    for file in (*folder().services, *national().services):
        again = compiled(stored(file, national().classes))
        assert again.service == file.word
        assert again.standard == to_domain(file.word, national().classes.word.classes)


def test_the_order_of_components_and_steps_survives_storing() -> None:
    moved = "fee: {text: Gratis, amount: 0}\n"
    text = TEXT.replace(moved, "").replace("requirements:\n", f"{moved}requirements:\n")
    again = compiled(stored(read(text), national().classes))
    assert again.order[:3] == ("fee", "requirements", "procedure")
    assert set(again.order) == set(COMPONENTS)
    assert [step.key for step in again.standard.steps] == list(read(text).word.procedure.steps)


def test_national_classes_are_kept_only_where_they_are_drawn_on() -> None:
    letter, complaint = folder().services[0], national().services[0]
    assert not draws_on_classes(letter.word) and draws_on_classes(complaint.word)
    assert "complaint_classes" not in json.loads(stored(letter, national().classes))
    assert digest(letter, national().classes) == letter.sha256
    assert digest(complaint, national().classes) != complaint.sha256


def test_a_field_lasts_by_its_type_unless_the_file_says_otherwise() -> None:
    lasting = {(f.group, f.key): f.lasting for f in STANDARD.fields}
    types = {(f.group, f.key): f.type for f in STANDARD.fields}
    assert all(lasting[key] is type_.lasting for key, type_ in types.items())
    assert FieldType.NIK.lasting and not FieldType.DATE.lasting
    said = read(TEXT.replace("type: name", "type: name, lasting: false", 1))
    assert any(f.type is FieldType.NAME and not f.lasting for f in to_domain(said.word).fields)
