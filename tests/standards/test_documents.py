# SPDX-License-Identifier: EUPL-1.2
"""What the API tells of a service."""

from __future__ import annotations

import json

from pendopo.standards.components import TITLES, is_complete, is_printed, lacking
from pendopo.standards.documents import service_document, summary
from pendopo.standards.files import File, read_text
from pendopo.standards.schema import COMPONENTS, Service
from pendopo.standards.stored import Compiled, compiled, stored
from tests.standards.reading import OFFICE, folder, national

TEXT = (OFFICE / "surat-contoh.yaml").read_text()


def compile_text(text: str) -> Compiled:
    """A service made of a text."""
    found = read_text(text, "contoh/surat-contoh.yaml", Service)
    assert isinstance(found, File), found
    return compiled(stored(found, national().classes))


LETTER = compiled(stored(folder().services[0], national().classes))
DOCUMENT = service_document(LETTER, version=3)


def test_a_document_is_plain_json() -> None:
    assert json.loads(json.dumps(DOCUMENT)) == DOCUMENT


def test_components_come_in_the_order_of_the_file() -> None:
    keys = [key for key in DOCUMENT if key in COMPONENTS]
    assert keys == list(LETTER.order)
    moved = (
        TEXT.replace("fee: {text: Gratis, amount: 0}\n", "") + "fee: {text: Gratis, amount: 0}\n"
    )
    document = service_document(compile_text(moved), version=1)
    assert [key for key in document if key in COMPONENTS][-1] == "fee"


def test_a_component_that_the_decree_lacks_is_null_and_nothing_else_is() -> None:
    bare = TEXT.replace("product: {text: Surat Contoh}\n", "")
    document = service_document(compile_text(bare), version=1)
    assert document["product"] is None and document["complete"] is False
    assert [name for name in COMPONENTS if document[name] is None] == ["product"]
    assert all(DOCUMENT[name] is not None for name in COMPONENTS) and DOCUMENT["complete"] is True


def test_lines_are_texts_with_their_sources_beside_them() -> None:
    text = TEXT.replace(
        "facilities: [Komputer 1 unit,", "facilities: [{text: Kursi, source: inferred}, Komputer,"
    )
    document = service_document(compile_text(text), version=1)
    assert document["facilities"][:2] == ["Kursi", "Komputer"]
    assert document["sources"]["facilities"][:2] == ["inferred", "printed"]


def test_requirements_carry_their_asks_with_conditions_as_written() -> None:
    asks = DOCUMENT["requirements"][0]["asks"]
    assert [ask["key"] for ask in asks] == ["ktp", "izin-orang-tua"]
    assert asks[1]["when"] == {"usia": {"below": 21}}


def test_an_ask_shows_the_source_of_its_line() -> None:
    text = TEXT.replace(
        "  - text: Surat pengantar desa", "  - source: inferred\n    text: Surat desa"
    )
    document = service_document(compile_text(text), version=1)
    assert document["requirements"][1]["asks"][0]["source"] == "inferred"


def test_typed_components_have_the_words_of_the_api() -> None:
    assert DOCUMENT["duration"]["unit"] == "minute" and DOCUMENT["duration"]["condition"] is None
    assert DOCUMENT["fee"]["amount"] == 0
    assert DOCUMENT["competence"][0] == {"role": "CAMAT", "items": ["Memahami tugas"]}
    assert DOCUMENT["staffing"]["roles"][0] == {"role": "Camat", "count": 1, "key": "camat"}
    assert DOCUMENT["procedure"]["steps"]["periksa"]["outcomes"]["lengkap"] == "tanda-tangan"
    assert DOCUMENT["version"] == 3


def test_a_summary_fits_on_one_line_of_a_list() -> None:
    assert summary(LETTER) == {
        "slug": "surat-contoh",
        "kind": "letter",
        "name": "Surat Contoh",
        "complete": True,
        "duration": {"text": "15 menit"},
        "fee": {"text": "Gratis"},
    }


def test_a_component_of_which_every_line_is_inferred_is_not_printed() -> None:
    text = TEXT.replace(
        "facilities: [Komputer 1 unit, Buku Register, QR Code Survei]",
        "facilities: [{text: Komputer, source: inferred}]",
    ).replace("fee: {text: Gratis,", "fee: {source: national, text: Gratis,")
    service = compile_text(text).service
    assert not is_printed(service, "facilities") and not is_printed(service, "fee")
    assert lacking(service) == (TITLES["fee"], TITLES["facilities"])
    assert not is_complete(service)


def test_a_procedure_without_printed_sentences_is_not_printed() -> None:
    complaint = national().services[0].word
    assert not is_printed(complaint, "procedure")
    assert len(lacking(complaint)) == len(COMPONENTS)
