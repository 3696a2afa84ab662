# SPDX-License-Identifier: EUPL-1.2
"""The slips of one case: what each is called, and the paper that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from pendopo.cases import models
from pendopo.cases.composing import slips
from pendopo.cases.composing.filling import grouped
from pendopo.cases.composing.letters import compose
from pendopo.cases.composing.look import Look, look_of
from pendopo.cases.composing.marks import address_of
from pendopo.cases.composing.visits import hours_line
from pendopo.cases.queries import CaseFile
from pendopo.domain.book_words import BookKind
from pendopo.domain.books import RowStatus
from pendopo.domain.case import Verdict, papers_of
from pendopo.domain.offers import step_title
from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import PaperForm, Verb
from pendopo.domain.wording import format_moment
from pendopo.offices.models import Book
from pendopo.papers.values import Countersign, Mark, Paper
from pendopo.screens.case_view import CaseView, view_of
from pendopo.screens.listings import read_applicant
from pendopo.screens.telling.standing import lacks
from pendopo.screens.tracking import code_of

WIDTHS: Mapping[str, str] = MappingProxyType({"a5": "a5", "roll": "roll", "sepertiga": "third-f4"})
"""The word in the address → the width of a slip."""


def disposition_line(file: CaseFile) -> models.BookRow | None:
    """The line of the case in the agenda of incoming letters, which its disposition is about."""
    books = Book.objects.filter(office_id=file.row.office_id).values_list("key", "kind")
    agendas = [key for key, kind in books if BookKind(kind).disposes]
    rows = models.BookRow.objects.filter(case_id=file.row.id, book__in=agendas)
    return rows.filter(office_id=file.row.office_id, status=RowStatus.ENTERED.value).first()


def slip_of(file: CaseFile, name: str, width: str = "", paper: str = "") -> Paper | None:
    """One slip of a case; None where there is nothing to say on it.

    `width` is a word of WIDTHS, the office's own where empty; `paper` the paper that a countersign
    is about, the first one where empty. Raises KeyError for a slip that does not exist.
    """
    look = look_of(file.world.office)
    return _MADE[name](file, look, WIDTHS.get(width, look.stationery.slip), paper)


def _receipt(file: CaseFile, look: Look, width: str, paper: str) -> Paper:
    rows = (
        ("Layanan", file.standard.name),
        ("Nama", read_applicant(file)),
        ("Diterima", format_moment(file.row.filed_at, file.world.office.zone)),
        *_completeness(view_of(file)),
        ("Janji selesai", _promised(file)),
        ("Kode lacak", code_of(file.row.reference)),
    )
    return slips.receipt(look, width, large=_grouped(file), rows=rows, mark=_progress(file, look))


def _promised(file: CaseFile) -> str:
    due = file.reckoning.due_at
    if due:
        return format_moment(due, file.world.office.zone)
    return f"{file.standard.duration.text} sejak lengkap" if file.standard.duration else ""


def _completeness(view: CaseView) -> Iterator[tuple[str, str]]:
    """What was found of it, once it was checked; what may still come is named."""
    case, labels = view.scene.case, view.scene.ask_labels()
    said = {key: verdict for key in case.all_asks if (verdict := case.verdict(key)) is not None}
    if not said:
        return
    if any(one.lacking for one in said.values()):
        yield "Kelengkapan", "masih ada yang kurang, lihat lembar kekurangan"
        return
    later = [labels.get(key, key) for key, one in said.items() if one is Verdict.TO_FOLLOW]
    yield "Kelengkapan", "lengkap" if not later else "lengkap, kecuali yang menyusul"
    if later:
        yield "Menyusul", "; ".join(later)


def _progress(file: CaseFile, look: Look) -> Mark | None:
    """The QR of the product: whoever holds the receipt sees how far it has come."""
    product = next((p for p in file.standard.papers if p.product), None)
    if product is None or not look.stationery.qr:
        return None
    says = "Pindai untuk melihat apakah sudah selesai"
    return Mark(address_of(file.row.reference, product.key), says)


def _lacking(file: CaseFile, look: Look, width: str, paper: str) -> Paper | None:
    view = view_of(file)
    found = tuple(_lacks(view))
    if not found:
        return None
    rows = (
        ("Nama", read_applicant(file)),
        ("Layanan", file.standard.name),
    )
    return slips.lacks_slip(
        look,
        width,
        large=_grouped(file),
        rows=rows,
        missing=found,
        hours=hours_line(file.world.calendar, look.today),
    )


def _lacks(view: CaseView) -> Iterator[slips.Missing]:
    for one in lacks(view.scene, view.past):
        ask = view.scene.ask(one.ask)
        yield slips.Missing(one.label, ask is not None and ask.may_follow, one.text)


def _control(file: CaseFile, look: Look, width: str, paper: str) -> Paper:
    """Through whose hands the paper goes: those of the standard, with what was done already."""
    view = view_of(file)
    about = _paper(file, paper)
    rows = (
        ("Surat", file.standard.paper(about).title if about else file.standard.name),
        ("Nama", read_applicant(file)),
        ("Nomor berkas", _grouped(file)),
    )
    hands = tuple(_hand(view, step) for step in _on_paper(file, about))
    return slips.control_sheet(look, title=_grouped(file), rows=rows, hands=hands)


def _on_paper(file: CaseFile, paper: str) -> Iterator[Step]:
    handled = (Verb.DRAFT, Verb.INITIAL, Verb.SIGN, Verb.REGISTER, Verb.STAMP)
    for step in file.standard.steps:
        if step.do in handled and (not paper or paper in papers_of(file.standard, step)):
            yield step


def _hand(view: CaseView, step: Step) -> tuple[str, str, str]:
    passed = [p for p in view.scene.case.trail if p.step == step.key and not p.returns]
    role = view.words.role(step.by)
    zone = view.file.world.office.zone
    if not passed:
        return role, step_title(step), ""
    last = passed[-1]
    return role, step_title(step), format_moment(last.at, zone)


def _overprint(file: CaseFile, look: Look, width: str, paper: str) -> Paper | None:
    made = _countersign(file, look, paper)
    return replace(made, label=False) if made else None


def _label(file: CaseFile, look: Look, width: str, paper: str) -> Paper | None:
    made = _countersign(file, look, paper)
    return replace(made, label=True) if made else None


def _countersign(file: CaseFile, look: Look, paper: str) -> Countersign | None:
    about = _paper(file, paper, PaperForm.COUNTERSIGN)
    made = compose(file, about, look=look).paper if about else None
    return made if isinstance(made, Countersign) else None


def _paper(file: CaseFile, paper: str, form: PaperForm | None = None) -> str:
    """The paper that is meant, or the first, of a form where one is wanted."""
    keys = [p.key for p in file.case.papers if form is None or p.form is form]
    return paper if paper in keys else next(iter(keys), "")


def _grouped(file: CaseFile) -> str:
    return grouped(file.row.reference)


_MADE: Mapping[str, Callable[[CaseFile, Look, str, str], Paper | None]] = MappingProxyType(
    {
        "tanda-terima": _receipt,
        "kekurangan": _lacking,
        "kontrol": _control,
        "cetak-tindih": _overprint,
        "label": _label,
    }
)

SLIPS = frozenset(_MADE)
"""What can be printed of a case beside its papers."""
