# SPDX-License-Identifier: EUPL-1.2
"""Rules of papers, books and the 14 components."""

from __future__ import annotations

from collections.abc import Iterator

from pendopo.domain.procedure import Arrow
from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import End, PaperForm, Verb
from pendopo.standards.checks.graph import reachable_without
from pendopo.standards.checks.rules import SERVICE, Finding, ServiceView
from pendopo.standards.components import is_complete, lacking
from pendopo.standards.problems import Severity

WITHOUT_SIGNATURE = {PaperForm.EXTERNAL, PaperForm.NONE}
ELSEWHERE = (Verb.PERFORM, Verb.PRINT)


@SERVICE.add(
    "buku-register", Severity.ERROR, "register mencatat di buku: dari book atau dari suratnya."
)
def register_has_a_book(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        papers = [view.service.papers[p] for p in step.papers if p in view.service.papers]
        if step.do is Verb.REGISTER and not step.book and not any(p.book for p in papers):
            what = f"Langkah «{key}» mendaftarkan, tetapi tidak menyebut buku."
            yield view.at_step(key, "do", what, "Tambahkan book, atau beri book pada suratnya.")


@SERVICE.add(
    "surat-ditandatangani",
    Severity.ERROR,
    "Surat hasil ditandatangani pada setiap jalan ke penyerahan.",
)
def product_is_signed(view: ServiceView) -> Iterator[Finding]:
    for key, paper in view.service.papers.items():
        if not paper.product or set(paper.form) <= WITHOUT_SIGNATURE:
            continue
        signing = [s for s in view.standard.steps if s.do is Verb.SIGN and _concerns(s, key)]
        if signing and End.HANDED_OVER in _unsigned(view, key, signing):
            what = f"Ada jalan ke diserahkan yang tidak melewati tanda tangan surat «{key}»."
            yield view.at(("papers", key), what, "Arahkan jalan itu ke langkah sign.", key=True)


def _concerns(step: Step, paper: str) -> bool:
    """A step that names no paper concerns all of them."""
    return not step.papers or paper in step.papers


def _unsigned(view: ServiceView, paper: str, signing: list[Step]) -> frozenset[str]:
    """Where a file can come without that signature, from the draft on where there is one.

    Of two letters of which the office writes only one, the other need not be signed.
    """
    keys = {step.key for step in signing}
    drafts = [s.key for s in view.standard.steps if s.do is Verb.DRAFT and paper in s.papers]

    def signed(arrow: Arrow) -> bool:
        return arrow.step in keys and not arrow.returns

    ways = (
        reachable_without(view.standard, signed, start)
        for start in drafts or [view.standard.first.key]
    )
    return frozenset().union(*ways)


@SERVICE.add(
    "surat-tak-bertanda", Severity.WARNING, "Surat hasil yang ditulis kantor punya langkah sign."
)
def product_has_a_signer(view: ServiceView) -> Iterator[Finding]:
    named = {paper for step in view.steps.values() for paper in step.papers}
    for key, paper in view.service.papers.items():
        if (
            not paper.product
            or set(paper.form) <= WITHOUT_SIGNATURE
            or named - view.service.papers.keys()
        ):
            continue
        if not any(s.do is Verb.SIGN and _concerns(s, key) for s in view.standard.steps):
            what = f"Tidak ada langkah yang menandatangani surat «{key}»."
            yield view.at(
                ("papers", key), what, "Tambahkan langkah sign, atau form: none.", key=True
            )


@SERVICE.add("sistem-lain", Severity.WARNING, "elsewhere hanya pada perform dan print.")
def elsewhere_where_kept(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if step.elsewhere and step.do not in ELSEWHERE:
            what = f"Langkah «{key}» ({step.do}) tidak menyimpan nomor dari sistem lain."
            yield view.at_step(key, "elsewhere", what, "Pakai do: perform atau print.")


@SERVICE.add("lengkap", Severity.ERROR, "complete sesuai dengan 14 komponen yang tercetak.")
def complete_is_true(view: ServiceView) -> Iterator[Finding]:
    said = view.service.complete
    if said is None or said == is_complete(view.service):
        return
    missing = ", ".join(lacking(view.service))
    what = f"Belum tercetak: {missing}." if said else "Ke-14 komponen tercetak semua."
    mend = "Tulis complete: false." if said else "Tulis complete: true, atau hapus kata ini."
    yield view.at(("complete",), what, mend)
