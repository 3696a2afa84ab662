# SPDX-License-Identifier: EUPL-1.2
"""A paper of a case as the value that is printed: words filled in, number, date, signatures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pendopo.cases.composing.facts import Facts, facts_of
from pendopo.cases.composing.filling import Fillings, clerk_of, fillings
from pendopo.cases.composing.look import Look, look_of
from pendopo.cases.composing.main_text import USUAL_LINES
from pendopo.cases.composing.marks import address_of, mark_of
from pendopo.cases.composing.signatures import block
from pendopo.cases.composing.text import Filled, filler
from pendopo.cases.composing.words import Words, words_of
from pendopo.cases.queries import CaseFile
from pendopo.domain.standard import Party
from pendopo.domain.vocabulary import PaperForm
from pendopo.domain.wording import MONTHS, format_date
from pendopo.papers.body import BLANK
from pendopo.papers.values import (
    Block,
    Common,
    Correspondence,
    Countersign,
    Dated,
    Letter,
    Mark,
    Minutes,
    Paper,
    Signature,
    Slip,
    Transmittal,
)

BLANK_DAY = "……"
_NONE = "-"
_USUAL_NATURE = "Biasa"


@dataclass(frozen=True, slots=True)
class Composition:
    """What would be printed now. `missing` are placeholders for which nothing is known yet.

    `arms` is the name of the arms on its letterhead.
    """

    paper: Paper
    words: Words
    facts: Facts
    arms: str = ""
    missing: tuple[str, ...] = ()

    @property
    def edited(self) -> bool:
        """Whether somebody changed the words for this one letter."""
        return self.words.edited


def compose(
    file: CaseFile, paper: str, *, words: Words | None = None, look: Look | None = None
) -> Composition:
    """The paper as it stands now. `words` in place of its own, for a preview.

    Raises KeyError for a paper that the standard does not have.
    """
    facts = facts_of(file, paper)
    said = words or words_of(file, facts.paper, facts.state.form)
    sheet = _Sheet(file, facts, said, look or look_of(file.world.office))
    made = sheet.made()
    return Composition(made, said, facts, sheet.look.arms.name, sheet.missing)


def dated(seat: str, on: date | None, today: date) -> Dated:
    """Place and date; while nobody knows the day there is room for it."""
    if on is None:
        return Dated(seat, f"{BLANK_DAY} {MONTHS[today.month - 1]} {today.year}")
    return Dated(seat, format_date(on))


class _Sheet:
    """One paper being composed."""

    def __init__(self, file: CaseFile, facts: Facts, words: Words, look: Look) -> None:
        self.file, self.facts, self.words, self.look = file, facts, words, look
        self.wording = words.wording
        self.known: Fillings = fillings(file, facts)
        self._filler: Filled = filler(self.known)

    @property
    def missing(self) -> tuple[str, ...]:
        return self._filler.missing

    def made(self) -> Paper:
        match self.facts.state.form:
            case PaperForm.TRANSMITTAL:
                return self._transmittal()
            case PaperForm.MINUTES:
                return self._minutes()
            case PaperForm.COUNTERSIGN | PaperForm.EXTERNAL | PaperForm.NONE:
                return self._countersign()
            case PaperForm.LETTER:
                if self.wording.slip:
                    return self._slip()
                return self._correspondence() if self.wording.to else self._letter()

    def _mark(self, reference: str) -> Mark:
        """The QR; where there is room, with what is typed where nothing can scan it."""
        paper, has_room = self.facts.paper.key, self.facts.state.form.written_here
        typed = f" atau ketik {mark_of(reference, paper)}" if has_room else ""
        return Mark(address_of(reference, paper), _SCAN + typed)

    def _common(self) -> Common:
        stationery, reference = self.look.stationery, self.file.row.reference
        mark = self._mark(reference) if stationery.qr else None
        on = self.facts.dated or self.look.today
        title = f"{self.facts.paper.title} {reference}"
        return self.look.common(title, mark=mark, draft=self.facts.is_draft, made_on=on.isoformat())

    def _letter(self) -> Letter:
        return Letter(
            self._common(),
            self._heading(),
            self.facts.number,
            self._body(),
            self._dated(),
            (self._ours(), *self._others(self.wording.parties)),
            self._copies(),
        )

    def _correspondence(self) -> Correspondence:
        line = self._filler.line
        return Correspondence(
            self._common(),
            self.facts.number,
            line(self.wording.nature) or _USUAL_NATURE,
            line(self.wording.attachments) or _NONE,
            line(self.wording.subject),
            self._to(),
            self._body(),
            self._dated(),
            (self._ours(),),
            self._copies(),
        )

    def _transmittal(self) -> Transmittal:
        return Transmittal(
            self._common(),
            self.facts.number,
            self._to(),
            tuple(row for one in self.wording.rows for row in self._filler.rows(one)),
            self._dated(),
            (self._ours(),),
            self._copies(),
        )

    def _minutes(self) -> Minutes:
        return Minutes(
            self._common(),
            self._heading(),
            self.facts.number,
            self._body(),
            Dated("", ""),  # its first sentence says the day
            (*self._others(self.wording.parties), self._ours()),
            self._others(self.wording.knowing),
        )

    def _slip(self) -> Slip:
        return Slip(
            self._common(),
            self.look.stationery.slip,
            self._heading(),
            str(self.known["pendaftaran.nomor"] or self.known["berkas.nomor"]),
            self._body(),
            self.look.foot,
            (self._ours(),),
        )

    def _countersign(self) -> Countersign:
        stationery, line = self.look.stationery, self._filler.line
        lines = self.wording.lines or USUAL_LINES
        when = dated("", self.facts.dated, self.look.today).date
        number = self.facts.number if self.facts.row or not self.facts.paper.book else BLANK
        filled = filler({**self.known, "surat.nomor": number, "surat.tanggal": when})
        said = ((label, filled.line(value)) for label, value in lines)
        return Countersign(
            self._common(),
            tuple((label, value) for label, value in said if value),
            self._ours(),
            note=line(self.wording.responsibility),
            label=stationery.countersign == "label",
            left_mm=stationery.overprint_left,
            top_mm=stationery.overprint_top,
            width_mm=stationery.label_width,
            height_mm=stationery.label_height,
        )

    def _heading(self) -> str:
        return self._filler.line(self.wording.heading) or self.facts.paper.title.upper()

    def _body(self) -> tuple[Block, ...]:
        return self._filler.blocks(self.wording.body)

    def _to(self) -> tuple[str, ...]:
        """To whom; where nobody said so, there is room to write it."""
        first, *others = (self._filler.line(one) for one in self.wording.to or ("",))
        if not first and self.wording.to:
            self._filler.lacks(self.wording.to[0])
        return (first or BLANK, *(line for line in others if line))

    def _copies(self) -> tuple[str, ...]:
        return tuple(self._filler.line(one) for one in self.words.copies_to)

    def _dated(self) -> Dated:
        return dated(self.look.office.seat, self.facts.dated, self.look.today)

    def _ours(self) -> Signature:
        """The office's signature: of who signs, or of the clerk who gave what nobody signs."""
        over = self._filler.line(self.wording.over)
        if self.facts.signing is None:
            name, title = clerk_of(self.file, self.facts.paper.key)
            return Signature((f"{title}," if title else "",), name, heading=over)
        wanted = self.look.stationery.on_behalf and self.wording.on_behalf
        on_behalf = self._filler.line(self.wording.on_behalf) if wanted else ""
        heading = over or (self._countersign_head() if self._countersigns else "")
        return block(self.file, self.facts.signing, on_behalf, heading)

    @property
    def _countersigns(self) -> bool:
        return not self.facts.state.form.written_here

    def _countersign_head(self) -> str:
        return self._filler.line(self.wording.heading) or "Mengetahui"

    def _others(self, parties: tuple[Party, ...]) -> tuple[Signature, ...]:
        line = self._filler.line
        return tuple(
            Signature(
                (f"{line(one.title)},",),
                line(one.name),
                line(one.rank),
                line(one.nip),
                line(one.heading),
            )
            for one in parties
        )


_SCAN = "Pindai untuk memeriksa lembar ini"
