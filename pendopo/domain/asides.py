# SPDX-License-Identifier: EUPL-1.2
"""Commands that pass no step: taking back, amending, withdrawing, correcting and the like."""

from __future__ import annotations

from typing import cast

from pendopo.domain import commands as cm
from pendopo.domain import events as ev
from pendopo.domain.book_lines import voided
from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.case import Case, apply, papers_of
from pendopo.domain.circumstances import ActorKind, Circumstances
from pendopo.domain.commands import Accepted, Decision, Reason, Refused
from pendopo.domain.duty_fields import TOLD_BY
from pendopo.domain.events import Entry, Event, Json, PaperMove
from pendopo.domain.mending import changed_fields, unjudged_after, unseen_asks
from pendopo.domain.permits import acting_role, may_pass, of_the_office
from pendopo.domain.procedure import asks_for
from pendopo.domain.signing import signer
from pendopo.domain.standard import Standard, Step, Values
from pendopo.domain.verifying import unwritten
from pendopo.domain.vocabulary import End, Verb


def refuse(code: str, text: str, where: str = "") -> Refused:
    """A refusal for a single reason."""
    return Refused((Reason(code, text, where),))


def accept(standard: Standard, case: Case, *events: Event) -> Accepted:
    """These events, and the case that they lead to."""
    for event in events:
        case = apply(standard, case, event)
    return Accepted(events, case)


def _plainly(
    standard: Standard,
    case: Case,
    circumstances: Circumstances,
    name: str,
    data: dict[str, Json],
    private: dict[str, Json] | None = None,
    entries: tuple[Entry, ...] = (),
    papers: tuple[PaperMove, ...] = (),
) -> Accepted:
    """An event that passes no step, happening now; never earlier than the one before."""
    kept = {key: value for key, value in (private or {}).items() if value or key == "values"}
    at = max(circumstances.now, case.last_at) if case.last_at else circumstances.now
    event = Event(name, at, circumstances.actor.key, data, kept, entries, papers)
    return accept(standard, case, event)


def take_back(
    standard: Standard, case: Case, command: cm.TakeBack, circumstances: Circumstances
) -> Decision:
    """Undo one's own last step, while nobody acted on it; never the filing itself."""
    previous = case.before
    if previous is None or previous.step is None:
        return refuse("nothing-to-take-back", "Tidak ada langkah yang dapat ditarik kembali.")
    if case.trail[-1].actor != circumstances.actor.key:
        text = "Hanya yang mengerjakan langkah terakhir yang dapat menariknya kembali."
        return refuse("not-your-step", text)
    if may_pass(standard.step(previous.step), previous, circumstances) is None:
        text = "Akun ini tidak lagi memegang peran untuk langkah itu."
        return refuse("not-yours", text, "role")
    if any(e.mark is RowStatus.CANCELLED for e in case.entries):
        text = "Nomor berkas ini sudah batal di buku dan tidak dapat dihidupkan lagi."
        return refuse("number-void", text)
    data: dict[str, Json] = {"step": case.trail[-1].step, "to": previous.state}
    private: dict[str, Json] = {"reasons": command.reason.strip()}
    return _plainly(standard, case, circumstances, ev.TAKEN_BACK, data, private)


def add_requirement(
    standard: Standard, case: Case, command: cm.AddRequirement, circumstances: Circumstances
) -> Decision:
    """Ask for more than the standard does: by the one who checks, with a name and a reason."""
    here = standard.step(case.step) if case.step else None
    if here is None or here.do is not Verb.VERIFY or may_pass(here, case, circumstances) is None:
        text = "Syarat tambahan hanya dapat diminta saat berkas diperiksa, oleh pemeriksanya."
        return refuse("not-while-checking", text)
    if not command.what.strip() or not command.reason.strip():
        text = "Tulis nama syarat dan alasannya; syarat di luar standar ikut dihitung."
        return refuse("what-and-why", text, "reason" if command.what.strip() else "what")
    key = f"tambahan-{len(case.extra) + 1}"
    private: dict[str, Json] = {"what": command.what.strip(), "reasons": command.reason.strip()}
    return _plainly(standard, case, circumstances, ev.REQUIREMENT_ADDED, {"ask": key}, private)


def amend(
    standard: Standard, case: Case, command: cm.Amend, circumstances: Circumstances
) -> Decision:
    """Complete or change the form before anything is signed."""
    if refused := _not_amendable(standard, case, command, circumstances):
        return refused
    before, after = circumstances.values, command.values
    unseen = unseen_asks(standard, case, before, after)
    if unseen:
        text = f"Isian baru membuat syarat baru ({', '.join(unseen)}); kembalikan berkas dahulu."
        return refuse("new-asks", text, "values")
    data: dict[str, Json] = {
        "asks": [ask.key for ask in asks_for(standard, after)],
        "changed": cast("Json", changed_fields(before, after)),
    }
    if forgotten := unjudged_after(standard, before, after):
        data["unjudged"] = list(forgotten)
    private: dict[str, Json] = {"values": cast("Json", dict(after))}
    again = tuple(PaperMove(p.key, p.stage) for p in case.papers if p.stage)
    return _plainly(standard, case, circumstances, ev.AMENDED, data, private, papers=again)


def _not_amendable(
    standard: Standard, case: Case, command: cm.Amend, circumstances: Circumstances
) -> Refused | None:
    if case.step is None:
        return refuse("ended", "Berkas ini sudah berakhir; pakai pembetulan.")
    if any(paper.signed for paper in case.papers):
        return refuse("signed", "Berkas sudah ditandatangani; kembalikan atau betulkan sesudahnya.")
    here = standard.step(case.step)
    if may_pass(here, case, circumstances) is None and not of_the_office(circumstances):
        return refuse("not-yours", "Isian tidak dapat diubah dari sini pada langkah ini.")
    if not changed_fields(circumstances.values, command.values):
        return refuse("nothing-changed", "Isian tidak berubah; tidak ada yang disimpan.", "values")
    return _unfinished(standard, case, here, command.values)


def _unfinished(standard: Standard, case: Case, here: Step, values: Values) -> Refused | None:
    """A letter that is being written may not lose what it prints."""
    under_way = [paper for paper in case.papers if paper.stage]
    lost = () if here.do is Verb.SUBMIT else unwritten(standard, under_way, values)
    return Refused(lost) if lost else None


def withdraw(
    standard: Standard, case: Case, command: cm.Withdraw, circumstances: Circumstances
) -> Decision:
    """The applicant does not want it any more; an officer records it for her."""
    if case.step is None:
        return refuse("ended", "Berkas ini sudah berakhir.")
    applicant = circumstances.actor.kind is ActorKind.APPLICANT
    if not applicant and not of_the_office(circumstances):
        return refuse("not-yours", "Hanya pemohon, atau petugas yang mencatatnya.")
    data: dict[str, Json] = {} if applicant else {"recorded_for": standard.first.by}
    return _ending(standard, case, circumstances, ev.WITHDRAWN, End.WITHDRAWN, command.reason, data)


def close_abandoned(
    standard: Standard, case: Case, command: cm.CloseAbandoned, circumstances: Circumstances
) -> Decision:
    """Close a file that waits for somebody outside who does not come back."""
    if case.step is None:
        return refuse("ended", "Berkas ini sudah berakhir.")
    waiting = acting_role(standard.step(case.step), case) in circumstances.outside
    if not waiting or not of_the_office(circumstances):
        text = "Hanya berkas yang menunggu pemohon yang dapat ditutup, oleh petugas."
        return refuse("not-abandoned", text)
    if not command.reason.strip():
        return refuse("reasons-needed", "Tulis alasan penutupan.", "reasons")
    return _ending(standard, case, circumstances, ev.ABANDONED, End.EXPIRED, command.reason, {})


def _ending(
    standard: Standard,
    case: Case,
    circumstances: Circumstances,
    name: str,
    end: End,
    reason: str,
    data: dict[str, Json],
) -> Accepted:
    private: dict[str, Json] = {"reasons": reason.strip()}
    entries = voided(standard, case, end)
    told: dict[str, Json] = {**data, "to": end.value}
    return _plainly(standard, case, circumstances, name, told, private, entries)


def correct(
    standard: Standard, case: Case, command: cm.Correct, circumstances: Circumstances
) -> Decision:
    """Mend a slip in what was issued, under the same number."""
    signed = [paper for paper in case.papers if paper.signed]
    if case.end not in (End.HANDED_OVER, End.DONE) and not signed:
        text = "Belum ada yang diterbitkan; ubah isian saja."
        return refuse("nothing-issued", text)
    if not of_the_office(circumstances):
        return refuse("not-yours", "Pembetulan dicatat oleh petugas kecamatan.")
    if not command.reason.strip():
        return refuse("reasons-needed", "Tulis apa yang keliru.", "reason")
    changed = changed_fields(circumstances.values, command.values)
    if not changed:
        text = "Isian tidak berubah; tidak ada yang dibetulkan."
        return refuse("nothing-changed", text, "values")
    if lost := unwritten(standard, signed, command.values):
        return Refused(lost)
    data: dict[str, Json] = {"changed": cast("Json", changed), "papers": [p.key for p in signed]}
    values = cast("Json", dict(command.values))
    private: dict[str, Json] = {"values": values, "reasons": command.reason.strip()}
    again = tuple(PaperMove(p.key, p.stage) for p in signed if p.stage)
    return _plainly(standard, case, circumstances, ev.CORRECTED, data, private, papers=again)


def approve(
    standard: Standard, case: Case, command: cm.Approve, circumstances: Circumstances
) -> Decision:
    """A signer's consent from afar. The sheet is signed later, by hand."""
    here = standard.step(case.step) if case.step else None
    if here is None or here.do is not Verb.SIGN:
        return refuse("not-here", "Berkas ini tidak sedang menunggu tanda tangan.")
    role = acting_role(here, case)
    own = [c for c in circumstances.actor.capacities if c.serves(role)]
    if not own:
        return refuse("not-yours", "Hanya yang berwenang menandatangani yang dapat menyetujui.")
    capacity = next((c for c in own if command.signed_by in ("", c.position)), None)
    if capacity is None:
        able = ", ".join(f"{c.title} ({c.position})" for c in own)
        text = f"Jabatan itu tidak menandatangani layanan ini. Pilih salah satu: {able}."
        return refuse("signer-needed", text, "signed_by")
    papers = [case.paper(key) for key in papers_of(standard, here)]
    if all(paper.approved for paper in papers):
        return refuse("already-approved", "Sudah disetujui.")
    if lost := unwritten(standard, papers, circumstances.values):
        return Refused(lost)
    keys: list[Json] = [paper.key for paper in papers if not paper.approved]
    data: dict[str, Json] = {"papers": keys, "signer": signer(capacity)}
    return _plainly(standard, case, circumstances, ev.APPROVED, data)


def reserve(
    standard: Standard, case: Case, command: cm.Reserve, circumstances: Circumstances
) -> Decision:
    """Take a number before the sheet is signed, so that it can be printed with it."""
    paper = next((p for p in standard.papers if p.key == command.paper), None)
    if paper is None or paper.book is None or case.step is None:
        return refuse("no-number", "Surat ini tidak memakai nomor dari buku kantor.", "paper")
    if circumstances.books.get(paper.book, NumberMode.OWN) is not NumberMode.OWN:
        text = "Buku ini tidak memberi nomor sendiri, jadi tidak ada yang dapat dipesan."
        return refuse("external-book", text, "paper")
    if case.entry(paper.book, paper.key):
        return refuse("already-numbered", "Nomor untuk surat ini sudah ada.", "paper")
    if case.paper(paper.key).signed:
        text = "Surat ini sudah ditandatangani; nomornya dicatat dalam register."
        return refuse("signed", text, "paper")
    if not _registers(standard, case) & circumstances.actor.roles:
        return refuse("not-yours", "Nomor dipesan oleh petugas yang meregister.")
    entry = Entry(paper.book, RowStatus.RESERVED, paper.key)
    data: dict[str, Json] = {"papers": [paper.key]}
    return _plainly(standard, case, circumstances, ev.RESERVED, data, entries=(entry,))


def reword(
    standard: Standard, case: Case, command: cm.Reword, circumstances: Circumstances
) -> Decision:
    """Change the words of one letter before it is signed; its paraf was given to others."""
    state = next((p for p in case.papers if p.key == command.paper), None)
    if state is None or not state.form.written_here:
        return refuse("not-ours", "Surat ini tidak ditulis kantor, jadi tidak diubah.", "paper")
    if case.step is None:
        return refuse("ended", "Berkas ini sudah berakhir; pakai pembetulan.")
    if state.signed:
        text = "Surat ini sudah ditandatangani; kembalikan, atau betulkan sesudahnya."
        return refuse("signed", text, "paper")
    if not of_the_office(circumstances):
        return refuse("not-yours", "Kalimat surat diubah oleh petugas kecamatan.")
    data: dict[str, Json] = {"papers": [state.key]}
    again = (PaperMove(state.key, state.stage),) if state.stage else ()
    private: dict[str, Json] = {"words": command.words.strip()}
    return _plainly(standard, case, circumstances, ev.REWORDED, data, private, papers=again)


def tell(
    standard: Standard, case: Case, command: cm.Tell, circumstances: Circumstances
) -> Decision:
    """Note that the applicant was told what lacks, while a returned file waits for her."""
    here = standard.step(case.step) if case.step else None
    back = bool(case.trail) and case.trail[-1].returns
    if here is None or not back or acting_role(here, case) not in circumstances.outside:
        return refuse("not-here", "Berkas ini tidak sedang dikembalikan kepada pemohon.")
    if not of_the_office(circumstances):
        return refuse("not-yours", "Yang memberi tahu pemohon adalah petugas kecamatan.")
    if command.told_by not in TOLD_BY:
        return refuse("choose", f"Diberi tahu lewat: {', '.join(TOLD_BY)}.", "told_by")
    return _plainly(standard, case, circumstances, ev.TOLD, {"told_by": command.told_by})


def _registers(standard: Standard, case: Case) -> set[str]:
    """The roles that enter papers into books here."""
    steps = [step for step in standard.steps if step.do is Verb.REGISTER]
    return {role for s in steps for role in (acting_role(s, case), s.via) if role}
