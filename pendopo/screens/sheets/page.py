# SPDX-License-Identifier: EUPL-1.2
"""The page of one paper: how it stands, what is missing, what was put on paper before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.cases import models
from pendopo.cases.composing.letters import Composition
from pendopo.cases.composing.marks import mark_of
from pendopo.cases.composing.words import WORDED, Words, words_of
from pendopo.cases.queries import CaseFile
from pendopo.cases.services.sheets import KeptSheet, sheets_of, standing_sheet
from pendopo.domain.case import PaperState
from pendopo.domain.circumstances import Actor, ActorKind
from pendopo.domain.events import CORRECTED, Stage
from pendopo.domain.identity import mask_nik
from pendopo.domain.permits import acting_role
from pendopo.domain.standard import Paper as StandardPaper
from pendopo.domain.vocabulary import FieldType, PaperForm, Verb
from pendopo.offices.models import Officer
from pendopo.papers import printing
from pendopo.papers.filling import PLACEHOLDER
from pendopo.papers.printing import CannotPrint
from pendopo.papers.values import Countersign, Paper
from pendopo.screens.listings import may_read_file, read_applicant
from pendopo.standards.placeholders import placeholders, without_marks

STAGES: Mapping[str, Lazy] = {
    Stage.KONSEP: gettext_lazy("konsep"),
    Stage.NASKAH: gettext_lazy("naskah"),
    Stage.TERBITAN: gettext_lazy("terbitan"),
}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A sheet as it was put on paper once."""

    number: int
    stage: str
    at: datetime
    by: str
    edited: bool
    shown: bool = False


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What the page of a paper shows. `trouble` says why it cannot be printed, where it cannot.

    `tone` and `state` are the words and the shape of how it stands. `pages` counts its pictures.
    """

    file: CaseFile
    paper: StandardPaper
    sheet: Paper
    applicant: str
    tone: str
    state: str
    about: str
    pages: tuple[int, ...]
    missing: tuple[str, ...]
    earlier: tuple[Earlier, ...]
    edited: bool
    may_reword: bool
    may_reserve: bool
    mark: str
    trouble: str = ""

    @property
    def written_here(self) -> bool:
        """Whether the office writes it; else its words go onto somebody else's sheet."""
        return not isinstance(self.sheet, Countersign)

    @property
    def on_label(self) -> bool:
        """Whether this office prints a countersign on a label instead of over the sheet."""
        return isinstance(self.sheet, Countersign) and self.sheet.label

    @property
    def form(self) -> PaperForm:
        """In which form the paper is given in this case."""
        return self.file.case.paper(self.paper.key).form

    @property
    def signed_by_hand(self) -> bool:
        """Whether it goes round to be signed."""
        return _is_signed_ever(self.file, self.paper.key)

    @property
    def has_words(self) -> bool:
        """Whether the office chooses its words."""
        return self.form in WORDED

    @property
    def shown_earlier(self) -> Earlier | None:
        """The earlier sheet that is looked at; None for the one that stands."""
        return next((one for one in self.earlier if one.shown), None)


def sheet_page(file: CaseFile, paper: str, shown: KeptSheet | None = None) -> SheetPage:
    """The page of a paper that the standard has; of an earlier sheet where one is given."""
    own, state = file.standard.paper(paper), file.case.paper(paper)
    standing = shown or standing_sheet(file, paper)
    pages, trouble = _pages(standing.paper)
    tone, words, about = _state(file, state)
    offered = {(offer.name, offer.paper) for offer in file.offers}
    rows = list(sheets_of(file, paper).defer("content"))
    return SheetPage(
        file=file,
        paper=own,
        sheet=standing.paper,
        applicant=read_applicant(file),
        tone=tone,
        state=words,
        about=about,
        pages=tuple(range(1, pages + 1)),
        missing=tuple(_missing(file, standing)),
        earlier=tuple(_earlier(rows, shown.row.number if shown else None))[::-1],
        edited=standing.row.edited if isinstance(standing, KeptSheet) else standing.edited,
        may_reword=("reword", paper) in offered,
        may_reserve=("reserve", paper) in offered,
        mark=mark_of(file.row.reference, paper),
        trouble=trouble,
    )


def _pages(paper: Paper) -> tuple[int, str]:
    """How many pages, or why there are none. The smallest picture tells."""
    try:
        return printing.png(paper, ppi=10)[1], ""
    except CannotPrint as fault:
        return 0, str(fault)


def _state(file: CaseFile, state: PaperState) -> tuple[str, str, str]:
    """Shape, word and sentence of how a paper stands."""
    if not state.form.written_here:
        return _of_countersign(state)
    if state.signed:
        if any(one.event.name == CORRECTED for one in file.history):
            return "done", _("terbit, sudah dibetulkan"), _("Nomornya tetap.")
        if state.stage is Stage.TERBITAN:
            return "done", _("terbit"), _("Disimpan persis seperti diterbitkan.")
        return "done", _("ditandatangani"), _("Terbit sesudah langkah terakhirnya.")
    if file.case.ended and _is_signed_ever(file, state.key):
        return "off", _("batal"), _("Berkasnya berakhir sebelum surat ini ditandatangani.")
    if state.approved:
        return "due", _("disetujui, menunggu tanda tangan"), _("Cetak untuk ditandatangani.")
    if state.stage is Stage.NASKAH:
        return "due", _("siap ditandatangani"), _("Cetak bersih, tanpa tulisan DRAF.")
    if not _is_signed_ever(file, state.key):
        return "done", _("tanpa tanda tangan pejabat"), _("Diberikan petugas yang menerima.")
    return "waiting", _("draf"), _("Bertulisan DRAF sampai berkasnya sampai ke penanda tangan.")


def _of_countersign(state: PaperState) -> tuple[str, str, str]:
    about = _("Lembar ini milik desa atau pemohon; yang dicetak hanya tanda tangan kantor.")
    if state.signed:
        return "done", _("ditandatangani"), about
    if state.form is PaperForm.COUNTERSIGN:
        return "waiting", _("belum ditandatangani"), about
    return "off", _("tidak ditulis kantor"), _("Terbit dari sistem lain; di sini hanya dicatat.")


def _is_signed_ever(file: CaseFile, paper: str) -> bool:
    """Whether the standard has somebody sign this paper."""
    signing = (step for step in file.standard.steps if step.do is Verb.SIGN)
    return any(not step.papers or paper in step.papers for step in signing)


def _missing(file: CaseFile, standing: KeptSheet | Composition) -> Iterator[str]:
    """The words for what the letter asks for and nobody said; not what comes with signing."""
    if isinstance(standing, KeptSheet):
        return
    labels = placeholders(file.standard)
    for key in standing.missing:
        if not key.startswith("surat."):
            yield labels.get(key, key)


def _earlier(rows: list[models.PaperSheet], shown: int | None) -> Iterator[Earlier]:
    names = names_of(rows[0].office_id if rows else "", {row.created_by for row in rows})
    for row in rows:
        yield Earlier(
            number=row.number,
            stage=str(STAGES.get(row.stage, row.stage)),
            at=row.created_at,
            by=names.get(row.created_by, ""),
            edited=row.edited,
            shown=row.number == shown,
        )


def names_of(office: str, actors: set[str]) -> dict[str, str]:
    """The names of the officers behind these keys. One query."""
    ids = {a.partition(":")[2]: a for a in actors if a.startswith(f"{ActorKind.OFFICER}:")}
    known = {id_: key for id_, key in ids.items() if _is_id(id_)}
    found = Officer.objects.filter(office_id=office, id__in=known) if known else ()
    return {known[str(one.id)]: one.name for one in found}


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def may_read(file: CaseFile, paper: str) -> bool:
    """Whether this officer may read the paper: the matter, and every field that it prints.

    Whoever may sign it reads it.
    """
    actor, case = file.circumstances.actor, file.case
    here = file.standard.step(case.step) if case.step else None
    if here and here.do is Verb.SIGN:
        role = acting_role(here, case)
        if any(c.serves(role) for c in actor.capacities):
            return True
    words = words_of(file, file.standard.paper(paper), case.paper(paper).form)
    return may_read_file(file) and _reads_all(file, words, actor)


def _reads_all(file: CaseFile, words: Words, actor: Actor) -> bool:
    printed = keys_in(words)
    for f in file.standard.fields:
        if f.readers and not actor.roles & set(f.readers):
            ends = f.key if f.group is None else f".{f.key}"
            if any(key == ends or (f.group and key.endswith(ends)) for key in printed):
                return False
    return True


def keys_in(words: Words) -> set[str]:
    """The keys of all placeholders of a wording."""
    wording = words.wording
    texts = [wording.heading, wording.subject, wording.attachments, wording.body, *wording.to]
    texts += [wording.over, wording.responsibility, *words.copies_to]
    texts += [cell for row in wording.rows for cell in row]
    texts += [value for _label, value in wording.lines]
    texts += [
        text for one in (*wording.parties, *wording.knowing) for text in (one.title, one.name)
    ]
    found = (PLACEHOLDER.finditer(without_marks(text)) for text in texts)
    return {match["key"] for matches in found for match in matches if match["key"]}


@dataclass(frozen=True, slots=True)
class Key:
    """A placeholder with what stands there, and what it is filled with now."""

    key: str
    label: str
    value: str = ""


def keys_for(file: CaseFile, values: Mapping[str, object]) -> tuple[Key, ...]:
    """Every placeholder of this service; identity numbers masked, what is another's to read not
    shown.
    """
    hidden = {f.key: f for f in file.standard.fields}
    actor = file.circumstances.actor
    found = []
    for key, label in placeholders(file.standard).items():
        value, f = values.get(key, ""), hidden.get(key.rpartition(".")[2])
        said = value if isinstance(value, str) else ""
        if f and f.type in (FieldType.NIK, FieldType.KK) and said:
            said = mask_nik(said)
        if f and f.readers and not actor.roles & set(f.readers):
            said = ""
        found.append(Key(key, label, said))
    return tuple(found)


def local(at: datetime, zone: str) -> datetime:
    """A moment by the clock on the office's wall."""
    return at.astimezone(ZoneInfo(zone))
