# SPDX-License-Identifier: EUPL-1.2
"""Where a case stands, in words."""

from __future__ import annotations

from pendopo.screens.telling.past import Past
from pendopo.screens.telling.standing import Progress, lacks, timeline, waiting_for
from pendopo.screens.words import Audience, Words
from tests.people import NOW
from tests.screens.stage import (
    ZONE,
    applicant,
    carried_to,
    done,
    filed,
    offered,
    scene,
    standard,
    titles,
)

SKCK = standard("35.14.11-pandaan/skck")
WORDS = Words(zone=ZONE, roles=titles())


def test_the_office_reads_whose_turn_it_is() -> None:
    case, seen = filed(SKCK)
    (waiting,) = waiting_for(scene(SKCK, case, seen), WORDS, Audience.OFFICE)
    assert (waiting.step, waiting.by) == ("verifikasi", "petugas-loket")
    assert waiting.text == "Menunggu Petugas loket: Periksa kelengkapan"


def test_the_public_reads_that_a_signature_is_awaited_and_never_whose() -> None:
    of = standard("35.14.11-pandaan/dispensasi-nikah")
    case, seen = carried_to(of, "tanda-tangan")
    (waiting,) = waiting_for(scene(of, case, seen, applicant()), WORDS, Audience.PUBLIC)
    assert waiting.text == "Menunggu tanda tangan pejabat"
    assert waiting.by == "pejabat-berwenang"
    (inside,) = waiting_for(scene(of, case, seen), WORDS, Audience.OFFICE)
    assert inside.by == "camat"


def test_the_applicant_reads_that_it_waits_for_her() -> None:
    case, seen = filed(SKCK)
    before = scene(SKCK, case, seen)
    returned = done(before, offered(before).schema["examples"][-1]).case
    (waiting,) = waiting_for(scene(SKCK, returned, seen, applicant()), WORDS, Audience.PUBLIC)
    assert waiting.text == "Menunggu Anda: Ajukan"


def test_what_lacks_is_listed_once_and_complete_until_it_is_in_order() -> None:
    case, seen = filed(SKCK)
    before = scene(SKCK, case, seen)
    everything = dict.fromkeys(case.all_asks, "ada")
    wrong = {"verdict": "salah", "reason": "latar bukan merah"}
    said = {**everything, "foto": wrong, "ktp": "kurang"}
    returned = done(before, {"verdicts": said})
    past = [Past(event, NOW, event.private) for event in returned.events]
    found = lacks(scene(SKCK, returned.case, seen), past)
    assert {one.ask: one.text for one in found} == {"foto": "latar bukan merah", "ktp": ""}
    again = done(scene(SKCK, returned.case, seen), {}).case
    mended = done(scene(SKCK, again, seen), {"verdicts": everything}).case
    assert lacks(scene(SKCK, mended, seen), past) == ()


def test_the_timeline_tells_passed_here_and_ahead() -> None:
    case, _ = carried_to(SKCK, "register")
    points = timeline(SKCK, case)
    assert [(p.step, p.progress) for p in points] == [
        ("ajukan", Progress.PASSED),
        ("verifikasi", Progress.PASSED),
        ("tanda-tangan", Progress.PASSED),
        ("register", Progress.HERE),
        ("stempel", Progress.AHEAD),
        ("serahkan", Progress.AHEAD),
    ]
    assert points[0].at == NOW


def test_a_case_that_went_back_has_its_later_steps_ahead_again() -> None:
    case, seen = carried_to(SKCK, "tanda-tangan")
    before = scene(SKCK, case, seen)
    back = next(e for e in offered(before).schema["examples"] if e.get("outcome") == "dikembalikan")
    points = {p.step: p.progress for p in timeline(SKCK, done(before, back).case)}
    assert points["verifikasi"] is Progress.HERE
    assert points["tanda-tangan"] is Progress.AHEAD


def test_a_case_that_ended_early_shows_only_what_was_passed() -> None:
    of = standard("35.14.11-pandaan/dispensasi-nikah")
    case, seen = filed(of)
    before = scene(of, case, seen)
    away = next(
        e for e in offered(before).schema["examples"] if e.get("outcome") == "bukan-wewenang"
    )
    points = timeline(of, done(before, away).case)
    assert [p.step for p in points] == ["ajukan", "verifikasi"]
