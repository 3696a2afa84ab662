# SPDX-License-Identifier: EUPL-1.2
"""The file in hand: all that its page shows, in words, as one officer may read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.bookshelf import books_to_write
from pendopo.cases.queries import CaseFile
from pendopo.domain.book_words import BookKind
from pendopo.domain.books import RowStatus
from pendopo.domain.case import PaperState
from pendopo.domain.permits import acting_role
from pendopo.domain.vocabulary import PaperForm, Verb
from pendopo.domain.wording import format_moment
from pendopo.screens import plain_words as words
from pendopo.screens.case_view import CaseView, view_of
from pendopo.screens.deeds.asides import AsideForm, aside_forms
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.deeds.forms import StepForm, step_form
from pendopo.screens.desk.checklist import ask_notes, by_ask
from pendopo.screens.desk.presence import signing_now
from pendopo.screens.forms.told import ToldSection, told_form
from pendopo.screens.forms.words import PAPER_FORMS
from pendopo.screens.listings import may_read_file
from pendopo.screens.photos.places import SIGNED
from pendopo.screens.scenes import Scene
from pendopo.screens.telling.due_words import Due, day_words, due_words
from pendopo.screens.telling.past import Line, Past, Telling
from pendopo.screens.telling.sentences import history
from pendopo.screens.telling.standing import Lack, lacks
from pendopo.screens.telling.whatsapp import lacking_words, message_link, phone_of
from pendopo.screens.tracking import grouped
from pendopo.screens.words import Audience

_TONES = {"ada": "done", "asli-ditunjukkan": "done", "menyusul": "soon"}


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was asked for, and what was last said of it."""

    label: str
    notes: tuple[str, ...]
    verdict: str
    state: str
    photos: tuple[models.Upload, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line in a book. `status` is that of the line, in words."""

    book: str
    number: str
    status: str
    void: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper of the file: what it is, how far it is, and its number.

    `written_here`: the office writes the sheet; `overprint`: it puts its number on somebody
    else's. `photos` are those of the signed sheet.
    """

    key: str
    title: str
    form: str
    stage: str
    done: tuple[str, ...]
    numbers: tuple[Numbered, ...]
    written_here: bool
    overprint: bool
    photos: tuple[models.Upload, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the history: when in short, the whole moment, and the sentence."""

    when: str
    moment: str
    sentence: str
    late: bool


@dataclass(frozen=True, slots=True)
class FilePage:
    """One case before one officer. `form` is None where it is not her turn.

    `kept_back`: the matter is confidential and the reader may not know whose it is. `signers`
    says who can sign now, where it waits for the hand of somebody else. `sent_on` are the books,
    by key and title, in which she may write down that a letter of it is carried away. `message`
    opens WhatsApp with what lacks.
    """

    view: CaseView
    ref: str
    applicant: str
    kept_back: bool
    service: str
    village: str
    filed: str
    standing: str
    returned: bool
    due: Due
    lacks: tuple[Lack, ...]
    checked: tuple[Checked, ...]
    told: tuple[ToldSection, ...]
    sheets: tuple[Sheet, ...]
    numbers: tuple[Numbered, ...]
    lines: tuple[Told, ...]
    loose: tuple[models.Upload, ...]
    form: StepForm | None
    asides: tuple[AsideForm, ...]
    signers: str = ""
    sent_on: tuple[tuple[str, str], ...] = ()
    message: str = ""

    @property
    def tells(self) -> bool:
        """Whether it can be noted that the applicant was told what lacks."""
        return any(one.name == "tell" for one in self.asides)

    @property
    def row(self) -> models.Case:
        """The row of the case."""
        return self.view.file.row

    @property
    def draft_key(self) -> str:
        """Where what is typed for the step is kept until it is sent."""
        return f"berkas/{self.row.reference}/{self.row.state}"

    @property
    def ended(self) -> bool:
        """Whether the case has ended."""
        return self.view.file.case.ended

    @property
    def checks(self) -> bool:
        """Whether verdicts may be given now."""
        return self.form is not None and any(part.checklist for part in self.form.parts)

    @property
    def judged(self) -> bool:
        """Whether a step of the procedure looks at what was brought."""
        return any(step.do is Verb.VERIFY for step in self.view.file.standard.steps)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a look at a file brings along: what was typed and by which form, if any."""

    typed: Typed | None = None
    aside: str = ""
    all_present: bool = False


def file_page(file: CaseFile, asked: Asked | None = None) -> FilePage:
    """The page of a file. A fixed number of queries beside those of the file itself."""
    asked = asked or Asked()
    actor = file.circumstances.actor
    view = view_of(file)
    known = may_read_file(file)
    if not known:
        view = replace(view, past=tuple(replace(one, private={}) for one in view.past))
    scene, photos = view.scene, by_ask(file.uploads if known else ())
    return FilePage(
        view=view,
        ref=grouped(file.row.reference),
        applicant=file.row.applicant if known else "",
        kept_back=not known,
        service=words.short_name(file.standard.name),
        village=scene.setting.villages.get(file.row.village, ""),
        filed=day_words(file.row.filed_at, file.world.now, file.world.office.zone),
        standing=standing_words(scene),
        returned=_returned(scene),
        due=_due(file),
        lacks=lacks(scene, view.past),
        checked=tuple(_checked(scene, photos)),
        told=told_form(file.standard, file.values, scene.setting.villages, actor.roles),
        sheets=tuple(_sheets(view, photos)),
        numbers=tuple(_numbers(view, None)),
        lines=told_history(view),
        loose=photos.get("", ()),
        form=step_form(
            scene,
            asked.typed if not asked.aside else None,
            photos,
            all_present=asked.all_present,
        ),
        asides=aside_forms(scene, asked.typed, asked.aside),
        signers=_signers(file),
        sent_on=_sent_on(file) if known else (),
        message=_message(file, lacks(scene, view.past)) if known else "",
    )


def _message(file: CaseFile, lacking: Iterable[Lack]) -> str:
    """The address that opens WhatsApp with what lacks; nothing where nothing does."""
    told = [f"{one.label}: {one.text}" if one.text else one.label for one in lacking]
    if not told:
        return ""
    office, service = file.world.office.name, words.short_name(file.standard.name)
    text = lacking_words(office, service, told, grouped(file.row.reference))
    return message_link(text, phone_of(file.standard, file.values))


def _sent_on(file: CaseFile) -> tuple[tuple[str, str], ...]:
    """The dispatch books, once a letter of the file bears a number under which it can go out."""
    numbered = {one.paper for one in file.case.entries if one.number and one.paper}
    if not numbered:
        return ()
    return books_to_write(file.circumstances.actor, BookKind.DISPATCH)


def _signers(file: CaseFile) -> str:
    """The honest sentence on who is in, for a file that waits for another's signature."""
    step = file.standard.step(file.case.step) if file.case.step else None
    own = any(not link.recorded_for for link in file.chain[:1])
    if step is None or step.do is not Verb.SIGN or own:
        return ""
    return signing_now(file.world.office, file.standard.slug).sentence


def standing_words(scene: Scene) -> str:
    """Where the case stands, for the office: what it waits for and whose turn it is."""
    case = scene.case
    if case.step is None:
        return words.ended(case.end or "").capitalize()
    step = scene.standard.step(case.step)
    role = acting_role(step, case)
    what = words.lowered(step.title) or str(words.WAITING[step.do])
    if role in scene.circumstances.actor.roles:
        return _("Giliran Anda: %(what)s") % {"what": step.title or words.deed(step)}
    return _("Menunggu %(whom)s: %(what)s") % {"whom": scene.role_title(role), "what": what}


def _returned(scene: Scene) -> bool:
    """Whether the last thing that happened was that it went back."""
    trail = scene.case.trail
    return bool(trail) and trail[-1].returns


def _due(file: CaseFile) -> Due:
    reckoning, world = file.reckoning, file.world
    if file.case.ended or reckoning.stopped_at:
        return _kept(file)
    return due_words(reckoning.due_at, reckoning.state.value, world.now, world.office.zone)


def _kept(file: CaseFile) -> Due:
    reckoning, zone = file.reckoning, file.world.office.zone
    moment = due_words(reckoning.due_at, "stopped", file.world.now, zone).moment
    if reckoning.kept is None:
        return Due(_("tanpa janji waktu"), "off", moment)
    if reckoning.kept:
        return Due(_("janji ditepati"), "done", moment)
    return Due(_("selesai lewat waktu"), "late", moment)


def _checked(scene: Scene, photos: Mapping[str, tuple[models.Upload, ...]]) -> Iterable[Checked]:
    for key, label in scene.ask_labels().items():
        verdict = scene.case.verdict(key)
        yield Checked(
            label=label,
            notes=tuple(ask_notes(scene, key)),
            verdict=str(words.VERDICTS[verdict]) if verdict else "",
            state=_TONES.get(verdict.value, "late" if verdict.lacking else "off")
            if verdict
            else "off",
            photos=photos.get(key, ()),
        )


def _sheets(view: CaseView, photos: Mapping[str, tuple[models.Upload, ...]]) -> Iterable[Sheet]:
    for paper in view.scene.case.papers:
        if _passed_by(view.scene, paper):
            continue
        yield Sheet(
            key=paper.key,
            title=view.scene.standard.paper(paper.key).title,
            form=str(PAPER_FORMS[paper.form]),
            stage=str(words.STAGES[paper.stage]) if paper.stage else "",
            done=tuple(_done(paper)),
            numbers=tuple(_numbers(view, paper.key)),
            written_here=paper.form.written_here,
            overprint=paper.form is PaperForm.COUNTERSIGN,
            photos=photos.get(f"{SIGNED}{paper.key}", ()),
        )


def _passed_by(scene: Scene, paper: PaperState) -> bool:
    """Whether the case ended on a way that never led to this paper."""
    case = scene.case
    steps = {step.key for step in scene.standard.steps if paper.key in step.papers}
    reached = bool(steps & {passed.step for passed in case.trail})
    return case.ended and bool(steps) and not reached and paper.stage is None


def _done(paper: PaperState) -> Iterable[str]:
    if paper.initialled:
        yield _("diparaf")
    if paper.approved and not paper.signed:
        yield _("disetujui ditandatangani")
    if paper.signed:
        yield _("ditandatangani")
    if paper.stamped:
        yield _("distempel")


def _numbers(view: CaseView, paper: str | None) -> Iterable[Numbered]:
    for entry in view.scene.case.entries:
        if entry.paper == paper and entry.number:
            void = entry.mark is RowStatus.CANCELLED
            yield Numbered(
                view.words.book(entry.book), entry.number, str(words.LINES[entry.mark]), void
            )


def told_history(view: CaseView, past: Iterable[Past] | None = None) -> tuple[Told, ...]:
    """The history in sentences, the newest first."""
    telling = Telling(view.file.standard, view.words, Audience.OFFICE, view.scene.ask_labels())
    lines = history(view.past if past is None else past, telling)
    return tuple(_told(view.file, line) for line in lines[::-1])


def _told(file: CaseFile, line: Line) -> Told:
    now, zone = file.world.now, file.world.office.zone
    return Told(
        day_words(line.at, now, zone), format_moment(line.at, zone), line.sentence, line.late
    )
