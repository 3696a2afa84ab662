# SPDX-License-Identifier: EUPL-1.2
"""The history of a case, told to the office and to whoever holds the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pendopo.cases.office_events import STREAM_EVENTS
from pendopo.domain.books import RowStatus
from pendopo.domain.events import EVENTS, Entry, Event
from pendopo.screens.telling.event_words import SAID
from pendopo.screens.telling.past import Past, Telling
from pendopo.screens.telling.sentences import history
from pendopo.screens.words import Audience, Held, Words
from tests.people import NOW
from tests.screens.stage import ZONE, standard, titles

RINI = "officer:rini"
WORDS = Words(
    zone=ZONE,
    roles=titles(),
    positions={"camat": "Camat Rejowangi", "sekretaris-camat": "Sekretaris Kecamatan"},
    books={"register-skck": "Register Pengantar SKCK"},
    officers={"rini": "Rini Contoh"},
    held={
        "rini": (
            Held("Petugas Loket", date(2024, 1, 1), None),
            Held("Operator", date(2020, 1, 1), date(2023, 12, 31)),
        )
    },
)
OFFICE = Telling(standard("35.14.11-pandaan/skck"), WORDS, Audience.OFFICE, {"foto": "Pas foto"})
PUBLIC = replace(OFFICE, audience=Audience.PUBLIC)


def told(
    name: str,
    data: Mapping[str, Any] | None = None,
    private: Mapping[str, Any] | None = None,
    *,
    to: Telling = OFFICE,
    actor: str = RINI,
    **others: Any,
) -> str:
    event = Event(name, NOW, actor, data or {}, private or {}, **others)
    return history([Past(event, NOW + timedelta(hours=2), event.private)], to)[0].sentence


def test_the_office_reads_who_and_in_which_position() -> None:
    assert told("letter.stamped", {"step": "stempel"}) == (
        "Distempel oleh Rini Contoh, Petugas Loket."
    )


def test_the_public_reads_the_position_and_never_the_name() -> None:
    assert told("letter.stamped", to=PUBLIC) == "Distempel oleh Petugas Loket."


def test_a_return_says_what_lacks_and_to_whom_it_goes() -> None:
    data = {
        "step": "verifikasi",
        "outcome": "tidak-lengkap",
        "lacks": ["foto", "kk"],
        "returns": True,
        "to": "ajukan",
    }
    private = {"remarks": {"foto": "latar bukan merah"}}
    assert told("case.verified", data, private, to=PUBLIC) == (
        "Berkas diperiksa oleh Petugas Loket: tidak lengkap; "
        "yang kurang: Pas foto (latar bukan merah), kk; dikembalikan kepada Pemohon."
    )


def test_a_signature_names_its_position_and_capacity_and_who_recorded_it() -> None:
    signer = {"officer": "sari", "position": "sekretaris-camat", "line": "a.n."}
    data = {"step": "tanda-tangan", "signer": signer, "recorded_for": "pejabat-berwenang"}
    assert told("letter.signed", data, to=PUBLIC) == (
        "Ditandatangani oleh Sekretaris Kecamatan (a.n.) (dicatat oleh Petugas Loket)."
    )


def test_a_sentence_does_not_say_its_outcome_twice() -> None:
    assert told("letter.signed", {"outcome": "ditandatangani"}).count("itandatangani") == 1
    assert told("case.assessed", {"outcome": "tidak-dikuasai"}).endswith(": tidak dikuasai.")


def test_an_acting_head_is_named_as_one() -> None:
    signer = {"officer": "sari", "position": "camat", "line": "Plt."}
    assert told("letter.signed", {"signer": signer}) == "Ditandatangani oleh Plt. Camat Rejowangi."


def test_it_is_said_who_brought_a_file_and_the_name_to_the_office_alone() -> None:
    data = {"step": "ajukan", "to": "verifikasi", "brought_by": "keluarga"}
    private = {"bringer": "Joko Rekaan"}
    assert "dibawa oleh keluarga pemohon, Joko Rekaan" in told("case.filed", data, private)
    assert told("case.filed", data, private, to=PUBLIC).endswith("dibawa oleh keluarga pemohon.")
    assert "dibawa" not in told("case.filed", {**data, "brought_by": "sendiri"})


def test_what_was_recorded_for_the_applicant_says_so() -> None:
    data = {"step": "ajukan", "to": "verifikasi", "recorded_for": "pemohon"}
    assert told("case.filed", data) == (
        "Permohonan diajukan oleh Pemohon (dicatat oleh Rini Contoh, Petugas Loket)."
    )


def test_what_the_applicant_did_herself_is_hers() -> None:
    assert told("case.filed", actor="applicant:RJW") == "Permohonan diajukan oleh pemohon."


def test_a_late_entry_says_when_it_was_noted() -> None:
    assert told("letter.stamped", late=True).endswith(
        " Dicatat kemudian, Senin, 23 November 2026 pukul 11.40 WIB."
    )


def test_a_number_stands_with_its_book() -> None:
    entries = (Entry("register-skck", RowStatus.ENTERED, "pengantar", "12 / XI / 2026"),)
    assert told("letter.registered", to=PUBLIC, entries=entries) == (
        "Dicatat dalam register oleh Petugas Loket: "
        "Register Pengantar SKCK nomor 12 / XI / 2026 (tercatat)."
    )


def test_only_the_office_reads_who_collected_and_the_notes() -> None:
    data = {"relation": "keluarga", "to": "diserahkan"}
    private = {"collector": "Joko Rekaan", "note": "kartu dilihat"}
    office, public = (
        told("product.handed-over", data, private),
        told("product.handed-over", data, private, to=PUBLIC),
    )
    assert "keluarga pemohon, Joko Rekaan" in office
    assert "catatan: kartu dilihat" in office
    assert "keluarga pemohon" in public
    assert "Joko" not in public
    assert "kartu" not in public
    assert public.endswith("kepada keluarga pemohon. Selesai: sudah diserahkan.")
    assert "berakhir" not in office


def test_the_words_of_every_event_can_be_translated() -> None:
    spoken = [spec.says for spec in EVENTS.values()]
    spoken += [spec.says for events in STREAM_EVENTS.values() for spec in events.values()]
    assert set(SAID) == set(spoken)
    assert len(SAID) == len(set(SAID))


def test_reasons_are_for_everybody() -> None:
    private = {"reasons": "Di luar wewenang kecamatan."}
    assert "alasan: Di luar wewenang kecamatan." in told("case.assessed", {}, private, to=PUBLIC)


def test_a_disposition_names_its_roles_and_its_words_only_inside() -> None:
    data, private = {"roles": ["kasi-kesos", "camat"]}, {"instruction": "Segera."}
    assert "kepada Kepala Seksi Kesejahteraan Sosial, Camat" in told("case.disposed", data, private)
    assert "Segera" not in told("case.disposed", data, private, to=PUBLIC)


def test_a_payment_says_how_much_and_how() -> None:
    sentence = told("payment.received", {"method": "titipan"}, {"amount": "125000"})
    assert "Rp 125.000; lewat titipan" in sentence


def test_an_appointment_says_when_and_where() -> None:
    data = {"scheduled_at": "2026-11-30T09:00+07:00"}
    sentence = told("case.scheduled", data, {"place": "Aula"}, to=PUBLIC)
    assert "Senin, 30 November 2026 pukul 09.00 WIB; di Aula" in sentence


def test_an_appointment_without_an_offset_is_told_as_it_was_written() -> None:
    assert "2026-11-30 pukul 09:00" in told("case.scheduled", {"scheduled_at": "2026-11-30T09:00"})


def test_a_change_names_the_lines_of_the_form() -> None:
    assert "yang berubah: Nama" in told("case.amended", {"changed": ["nama"]})


def test_what_was_erased_is_no_longer_told() -> None:
    assert told("case.answered", {"channel": "surat"}, {}) == (
        "Dijawab oleh Rini Contoh, Petugas Loket."
    )


def test_a_step_of_whoever_it_was_forwarded_to_is_told_as_theirs() -> None:
    forward = Event("case.forwarded", NOW, RINI, {"role": "kasi-kesos"})
    data = {"recorded_for": "forwarded", "step": "verifikasi"}
    answered = Event("case.consulted", NOW, RINI, data)
    past = [Past(one, NOW, {}) for one in (forward, answered)]
    assert history(past, OFFICE)[1].by == "Kepala Seksi Kesejahteraan Sosial"


def test_every_event_has_a_sentence_for_both_readers() -> None:
    for name in EVENTS:
        for to in (OFFICE, PUBLIC):
            sentence = told(name, to=to)
            assert sentence[0].isupper() and sentence.endswith("."), name


def test_an_event_of_a_later_release_is_told_by_its_name() -> None:
    assert told("case.dreamt", to=PUBLIC) == "case.dreamt oleh Petugas Loket."
