# SPDX-License-Identifier: EUPL-1.2
"""What this caller may do with this case now.

No rule stands here a second time: a command is offered when `decide` would accept it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pendopo.domain import commands as cm
from pendopo.domain.case import Case
from pendopo.domain.circumstances import Circumstances
from pendopo.domain.commands import Accepted, Command
from pendopo.domain.decide import decide
from pendopo.domain.duty_fields import TOLD_BY
from pendopo.domain.permits import acting_role, may_pass
from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import Verb

TITLES: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.SUBMIT: "Ajukan",
        Verb.RECEIVE: "Terima berkas",
        Verb.VERIFY: "Periksa kelengkapan",
        Verb.ASSESS: "Nilai permohonan",
        Verb.DRAFT: "Buat konsep",
        Verb.INITIAL: "Paraf",
        Verb.SIGN: "Tanda tangan",
        Verb.REGISTER: "Catat dalam register",
        Verb.STAMP: "Stempel",
        Verb.HAND_OVER: "Serahkan",
        Verb.FORWARD: "Teruskan",
        Verb.DISPOSE: "Disposisi",
        Verb.CONSULT: "Catat hasil konsultasi",
        Verb.SCHEDULE: "Jadwalkan",
        Verb.PERFORM: "Laksanakan",
        Verb.PAY: "Catat pembayaran",
        Verb.PRINT: "Cetak",
        Verb.ANSWER: "Jawab",
        Verb.ARCHIVE: "Arsipkan",
    }
)
"""What a button says when the standard gives its step no title of its own."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One command that would be accepted. `step` and `by` are set for passing a step."""

    name: str
    title: str
    step: str | None = None
    by: str | None = None
    recorded_for: str | None = None
    paper: str | None = None


def step_title(step: Step) -> str:
    """The words for a step: its own title, or its verb's."""
    return step.title or TITLES[step.do]


def offers(standard: Standard, case: Case, circumstances: Circumstances) -> tuple[Offer, ...]:
    """All that the actor may do now, the next step first."""
    return (*_step_offers(standard, case, circumstances), *_asides(standard, case, circumstances))


def _step_offers(standard: Standard, case: Case, circumstances: Circumstances) -> Iterator[Offer]:
    if case.step is None:
        return
    step = standard.step(case.step)
    permit = may_pass(step, case, circumstances)
    if permit:
        yield Offer("act", step_title(step), step.key, acting_role(step, case), permit.recorded_for)


def _asides(standard: Standard, case: Case, circumstances: Circumstances) -> Iterator[Offer]:
    mended = {**circumstances.values, "": "?"}
    probes: list[tuple[str, str, Command]] = [
        ("approve", "Setuju ditandatangani", cm.Approve()),
        ("amend", "Lengkapi isian", cm.Amend(mended)),
        ("add-requirement", "Minta syarat tambahan", cm.AddRequirement("?", "?")),
        ("take-back", "Tarik kembali langkah terakhir", cm.TakeBack()),
        ("correct", "Betulkan yang sudah terbit", cm.Correct(mended, "?")),
        ("close-abandoned", "Tutup karena tidak dilanjutkan", cm.CloseAbandoned("?")),
        ("withdraw", "Tarik permohonan", cm.Withdraw()),
        ("tell", "Pemohon sudah diberi tahu", cm.Tell(TOLD_BY[0])),
    ]
    for name, title, command in probes:
        if isinstance(decide(standard, case, command, circumstances), Accepted):
            yield Offer(name, title)
    for paper in standard.papers:
        probe = decide(standard, case, cm.Reserve(paper.key), circumstances)
        if isinstance(probe, Accepted):
            yield Offer("reserve", f"Pesan nomor {paper.title}", paper=paper.key)
        probe = decide(standard, case, cm.Reword(paper.key, "?"), circumstances)
        if isinstance(probe, Accepted):
            yield Offer("reword", f"Ubah kalimat {paper.title}", paper=paper.key)
