# SPDX-License-Identifier: EUPL-1.2
"""Forms of steps made from the engine: what they ask, and that what they send is accepted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain.books import NumberMode
from pendopo.domain.case import Case
from pendopo.domain.chains import chain, stuck_at
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Accepted, Act, Decision, Refused
from pendopo.domain.decide import decide
from pendopo.domain.vocabulary import Verb
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.deeds.forms import StepForm, step_form
from pendopo.screens.deeds.reading import Reading, read_steps
from pendopo.screens.deeds.troubles import placed, with_troubles
from pendopo.screens.scenes import Scene
from tests.people import TODAY
from tests.screens.page_filling import filled, names
from tests.screens.stage import (
    ZONE,
    all_standards,
    carried_to,
    counter,
    do_all,
    filed,
    scene,
    standard,
)

EVERY = sorted(all_standards())
PANDAAN, KESAMBEN = "35.14.11-pandaan", "35.17.12-kesamben"
SKCK = f"{PANDAAN}/skck"


def form_of(before: Scene, typed: Typed | None = None) -> StepForm:
    form = step_form(before, typed)
    assert form is not None
    return form


def act(before: Scene, typed: Typed, applicant: str = "") -> Act:
    """The command that a form's answer makes."""
    links = chain(before.standard, before.case, before.circumstances)
    body = read_steps(typed, Reading(links, TODAY, applicant))
    sent = commands.read_sent(body, ZONE)
    assert isinstance(sent, commands.Sent), sent
    command = commands.several_deeds(sent)
    assert isinstance(command, Act), command
    return command


def decided(before: Scene, typed: Typed, applicant: str = "") -> Decision:
    command = act(before, typed, applicant)
    return decide(before.standard, before.case, command, before.circumstances)


def sent(before: Scene, typed: Typed, applicant: str = "") -> Accepted:
    decision = decided(before, typed, applicant)
    assert isinstance(decision, Accepted), decision
    return decision


def told(before: Scene, typed: Typed) -> dict[str, str]:
    """Where the form says what is wrong, and what."""
    command = act(before, typed)
    decision = decide(before.standard, before.case, command, before.circumstances)
    assert isinstance(decision, Refused), decision
    part = stuck_at(before.standard, before.case, command, before.circumstances)
    form = form_of(before, typed)
    return {one.where: one.text for one in placed(form, decision.reasons, before, part)}


def before(name: str, step: str, actor: Actor | None = None, **changes: object) -> Scene:
    of = standard(name)
    case, seen = carried_to(of, step, **changes)
    return scene(of, case, seen, actor)


# Over every standard: whatever a form asks for, filled in, is accepted


def everywhere(name: str) -> list[Scene]:
    """A scene at each step that ways onward, back and away lead to."""
    of = standard(name)
    case, seen = filed(of)
    found: dict[str, Scene] = {}
    waiting = [case]
    while waiting:
        here = scene(of, waiting.pop(), seen)
        if here.case.step is None or here.case.step in found:
            continue
        found[here.case.step] = here
        form = form_of(here)
        for way in form.ways:
            if _possible(form, way.outcome):
                waiting.append(sent(here, filled(form, way, form.here.key)).case)
    return list(found.values())


def _possible(form: StepForm, outcome: str) -> bool:
    """A way of a table leads nowhere when none of its cells does."""
    table = form.here.link.step.table
    return not table or any(cell.outcome == outcome for cell in table)


@pytest.mark.parametrize("name", EVERY)
def test_every_way_of_every_step_is_gone_by_filling_in_its_form(name: str) -> None:
    met = {here.case.step for here in everywhere(name)}
    of = standard(name)
    assert met | {of.first.key} == {step.key for step in of.steps}


@pytest.mark.parametrize("name", EVERY)
def test_every_chain_is_passed_by_filling_in_its_form(name: str) -> None:
    for here in everywhere(name):
        form = form_of(here)
        if not form.onward or not _possible(form, form.onward[0].outcome):
            continue
        answer = sent(here, filled(form))
        assert len(answer.events) == (len(form.parts) if form.here.link.to else 1)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_that_is_owed_can_be_left_out_unnoticed(name: str) -> None:
    for here in everywhere(name):
        form = form_of(here)
        empty = Typed({"version": [str(form.version)], "outcome": [form.onward[0].outcome]})
        owed = [one for part in form.parts for one in part.controls if one.owed]
        if owed or not all(row.verdict for row in form.here.checklist):
            assert isinstance(decided(here, empty), Refused), here.case.step


@pytest.mark.parametrize("name", EVERY)
def test_every_control_has_its_own_name_and_words(name: str) -> None:
    for here in everywhere(name):
        controls = list(form_of(here).controls)
        shared = [one.name for one in controls if not one.name.endswith(".reasons")]
        assert len(shared) == len(set(shared))
        assert all(str(one.label) for one in controls)


# What a form shows


def test_the_counter_is_asked_for_everything_from_the_signature_to_the_hand_over() -> None:
    form = form_of(before(SKCK, "tanda-tangan", counter()))
    assert [part.key for part in form.parts] == ["tanda-tangan", "register", "stempel", "serahkan"]
    assert [part.word for part in form.parts] == [
        "Catat tanda tangan",
        "Register",
        "Stempel",
        "Serahkan",
    ]
    assert form.here.whose == "Pejabat yang berwenang"
    assert {"tanda-tangan.signed_by", "register.letter_date", "serahkan.collector"} <= set(
        names(form.controls)
    )


def test_an_officer_may_stop_earlier() -> None:
    here = before(SKCK, "tanda-tangan", counter())
    typed = filled(form_of(here), until="register")
    assert sent(here, typed).case.step == "stempel"
    assert [part.beyond for part in form_of(here, typed).parts] == [False, False, True, True]


def test_a_way_back_passes_one_step_alone_whatever_else_was_filled_in() -> None:
    here = before(SKCK, "tanda-tangan", counter())
    form = form_of(here)
    (back,) = form.others
    answer = sent(here, filled(form, back))
    assert [event.data["outcome"] for event in answer.events] == ["dikembalikan"]
    assert back.label == "Kembalikan kepada Petugas loket"


def test_a_check_shows_each_ask_with_the_verdicts_it_allows() -> None:
    form = form_of(before(SKCK, "verifikasi", counter()))
    rows = {row.key: row for row in form.here.checklist}
    assert [one.value for one in rows["foto"].options] == [
        "ada",
        "asli-ditunjukkan",
        "menyusul",
        "kurang",
        "salah",
    ]
    assert "menyusul" not in [one.value for one in rows["formulir"].options]
    assert rows["foto"].notes == ("4x6", "6 lembar", "dikembalikan")
    assert rows["foto"].leave is None, "the counter may allow it herself"


def test_all_present_fills_in_what_nothing_was_said_of() -> None:
    here = before(SKCK, "verifikasi", counter())
    typed = Typed({"verifikasi.verdicts.foto": ["kurang"]})
    form = step_form(here, typed, all_present=True)
    assert form is not None
    verdicts = {row.key: row.verdict for row in form.here.checklist}
    assert verdicts.pop("foto") == "kurang"
    assert set(verdicts.values()) == {"ada"}


def test_what_was_settled_stands_and_what_lacked_is_looked_at_anew() -> None:
    here = before(SKCK, "verifikasi", do_all())
    form = form_of(here)
    typed = filled(form, form.others[0])
    returned = sent(here, typed).case
    again = scene(here.standard, returned, here.circumstances)
    resubmitted = sent(again, filled(form_of(again), until="ajukan")).case
    rows = form_of(scene(here.standard, resubmitted, here.circumstances)).here.checklist
    assert [row.verdict for row in rows] == ["", *["ada"] * (len(rows) - 1)]
    assert rows[0].last == "Kurang"


def test_somebody_else_s_book_asks_for_its_number() -> None:
    here = before(SKCK, "register", counter())
    world = replace(here.circumstances, books={"register-skck": NumberMode.EXTERNAL})
    control = names(form_of(replace(here, circumstances=world)).controls)
    assert control["register.external.register-skck"].label.startswith("Nomor untuk buku")


def test_a_caution_that_needs_a_reason_asks_for_it_and_one_that_advises_only_speaks() -> None:
    here = before(f"{PANDAAN}/ahli-waris", "verifikasi", sengketa=True)
    control = names(form_of(here).controls)["verifikasi.reminders.sengketa"]
    assert control.kind == "reason"
    assert control.owed  # type: ignore[union-attr]


def test_every_cell_of_a_table_says_what_its_answers_lead_to() -> None:
    form = form_of(before(f"{PANDAAN}/rekomendasi-pencairan-dana-desa", "verifikasi"))
    cells = form.here.cells
    assert len(cells) == 4
    assert cells[0].names == "verifikasi.facts.berkas-sesuai=ya verifikasi.facts.spj-selesai=ya"
    assert (cells[0].outcome, cells[0].kind) == ("lengkap", "onward")
    assert {cell.kind for cell in cells[1:]} == {"back"}
    assert all(cell.say for cell in cells[1:])


def test_several_ways_onward_are_each_a_button() -> None:
    form = form_of(before(f"{PANDAAN}/konsultasi", "konsultasi-staf", counter()))
    assert [way.label for way in form.onward] == [
        "Dapat diselesaikan",
        "Tidak dapat diselesaikan",
    ]
    assert form.onward[0].note == "selesai"


def test_whoever_it_will_be_forwarded_to_is_no_word_of_the_engine() -> None:
    of = standard(f"{PANDAAN}/konsultasi")
    step = next(one for one in of.steps if one.do is Verb.FORWARD)
    case, seen = filed(of)
    form = form_of(scene(of, replace(case, step=step.key), seen))
    assert form.then.endswith(", yang ditunjuk")


def test_whoever_fetches_her_own_paper_need_not_be_named_again() -> None:
    here = before(SKCK, "serahkan", counter())
    typed = Typed({"serahkan.relation": ["sendiri"]})
    event = sent(here, typed, applicant="Wati Rekaan").events[0]
    assert event.private["collector"] == "Wati Rekaan"


def test_what_is_chosen_is_asked_to_be_chosen() -> None:
    here = before(SKCK, "serahkan", counter())
    assert told(here, Typed({"serahkan.collector": ["Joko Rekaan"]})) == {
        "serahkan.relation": "Diambil oleh: pilih dahulu."
    }


def test_what_is_due_when_it_is_fetched_is_asked_for_then() -> None:
    of = standard(SKCK)
    case, seen = filed(of)
    here = scene(of, case, seen)
    form = form_of(here)
    later = filled(form, **{"verifikasi.verdicts.foto": "menyusul"})
    case = sent(here, later).case
    for _step in range(3):
        here = scene(of, case, seen)
        case = sent(here, filled(form_of(here), until=str(here.case.step))).case
    control = names(form_of(scene(of, case, seen)).controls)["serahkan.received"]
    assert [one.value for one in control.options] == ["foto"]


def test_money_and_moments_are_written_as_people_here_write_them() -> None:
    here = before(f"{PANDAAN}/pbb", "bayar")
    data = sent(here, filled(form_of(here), until="bayar")).events[0].private
    assert data["amount"] == "125000"
    here = before(f"{PANDAAN}/sosialisasi", "jadwal")
    scheduled = sent(here, filled(form_of(here), until="jadwal")).events[0].data
    assert scheduled["scheduled_at"] == "2026-11-24T09:00"


def test_a_late_entry_says_when_it_happened() -> None:
    here = before(SKCK, "register", counter())
    case = replace(here.case, last_at=None)
    here = replace(here, case=case)
    typed = filled(form_of(here), until="register", **{"happened.time": "8.10"})
    (event,) = sent(here, typed).events
    assert event.late
    assert event.happened_at.isoformat() == "2026-11-23T01:10:00+00:00"


# What a form says when it is not accepted


def test_what_lacks_is_said_by_its_label_and_the_way_back_stands_open() -> None:
    here = before(SKCK, "verifikasi", counter())
    typed = filled(form_of(here), **{"verifikasi.verdicts.foto": "kurang"})
    assert told(here, typed) == {
        "": "Masih kurang: Pas foto. Kembalikan berkasnya, atau betulkan putusannya."
    }


def test_every_ask_that_was_not_judged_is_named_at_its_place() -> None:
    here = before(SKCK, "verifikasi", counter())
    typed = Typed({"outcome": ["lengkap"], "verifikasi.verdicts.kk": ["ada"]})
    found = told(here, typed)
    assert "verifikasi.verdicts.kk" not in found
    assert found["verifikasi.verdicts.foto"] == "Pas foto: belum dinilai."


def test_a_trouble_of_a_later_step_stands_at_its_own_field() -> None:
    here = before(SKCK, "tanda-tangan", counter())
    typed = filled(form_of(here), **{"serahkan.collector": "", "register.letter_date": "entah"})
    assert told(here, typed) == {
        "register.letter_date": "Tanggal surat: tulis tanggal seperti 23-11-2026."
    }
    typed = filled(form_of(here), **{"serahkan.collector": "", "serahkan.relation": "kuasa"})
    assert set(told(here, typed)) == {"serahkan.collector"}


def test_what_was_typed_stands_there_still_with_its_trouble_beside_it() -> None:
    here = before(SKCK, "tanda-tangan", counter())
    typed = filled(form_of(here), **{"register.letter_date": "entah", "tanda-tangan.note": "Hm."})
    decision = decided(here, typed)
    assert isinstance(decision, Refused)
    form = form_of(here, typed)
    form = with_troubles(form, placed(form, decision.reasons, here, 1))
    control = names(form.controls)["register.letter_date"]
    assert (control.value, control.trouble) == ("entah", "Tulis tanggal seperti 23-11-2026.")  # type: ignore[union-attr]
    assert form.note.value == "Hm."


def test_a_signer_that_is_not_named_is_asked_for_at_her_field() -> None:
    here = before(SKCK, "tanda-tangan", counter())
    typed = filled(form_of(here), **{"tanda-tangan.signed_by": ""})
    assert told(here, typed)["tanda-tangan.signed_by"].endswith("pilih siapa yang menandatangani.")


def test_no_form_is_made_for_whoever_can_only_wait() -> None:
    guard = Actor("99.01.01", "9", "Joko", ("guard",), frozenset({"petugas-keamanan"}))
    assert step_form(before(SKCK, "verifikasi", guard)) is None
    ended = replace(before(SKCK, "serahkan"), case=Case(end="diserahkan"))
    assert step_form(ended) is None


def test_every_verb_has_a_form_among_the_real_standards() -> None:
    met = {step.do for name in EVERY for step in standard(name).steps[1:]}
    assert met >= set(Verb) - {Verb.SUBMIT}
