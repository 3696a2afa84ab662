# SPDX-License-Identifier: EUPL-1.2
"""A case before its applicant: what was promised, where it stands, what she may do, what was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.cases.composing.visits import hours_line
from pendopo.cases.queries import CaseFile
from pendopo.domain.events import RESERVED, REWORDED
from pendopo.domain.handing_over import owed_at_hand_over
from pendopo.domain.offers import Offer
from pendopo.domain.vocabulary import Verb
from pendopo.domain.wording import format_date, format_moment, localize
from pendopo.portal import contacts
from pendopo.portal.following.standing import Standing, standing_of
from pendopo.portal.opening import Opening, opening
from pendopo.portal.words import Words
from pendopo.screens import plain_words as words
from pendopo.screens.case_view import CaseView, view_of
from pendopo.screens.forms.told import ToldSection, told_form
from pendopo.screens.telling.due_words import Due
from pendopo.screens.telling.promise_page import Clock, PromisePage, promise_page
from pendopo.screens.telling.standing import Lack, lacks
from pendopo.screens.telling.unnamed import Unnamed, unnamed
from pendopo.screens.tracking import grouped

INTERNAL = frozenset({RESERVED, REWORDED})
"""What happens to paper inside the office and tells a citizen nothing."""

ASIDES: Mapping[str, tuple[Words, Words]] = MappingProxyType(
    {
        "amend": (
            gettext_lazy("Perbaiki isian"),
            gettext_lazy("Betulkan atau lengkapi yang Anda tulis."),
        ),
        "withdraw": (
            gettext_lazy("Tarik permohonan"),
            gettext_lazy("Bila tidak jadi. Berkasnya lalu tidak diproses lagi."),
        ),
        "take-back": (
            gettext_lazy("Urungkan yang terakhir Anda kirim"),
            gettext_lazy("Selama kantor belum mengerjakan lanjutannya."),
        ),
    }
)
"""What may be done beside the steps, as its applicant reads it; others by the office's words."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that she may do now. `name` is the step's key or the aside's."""

    name: str
    title: str
    help: str
    href: str
    main: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened: the day, the hour, the sentence."""

    day: str
    clock: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A photo or a scan that came along, told without its content."""

    label: str
    day: str
    pages: int


@dataclass(frozen=True, slots=True)
class Wanting:
    """One thing that lacks, and where a photo of it is sent."""

    lack: Lack
    href: str
    again: bool


@dataclass(frozen=True, slots=True)
class FollowPage:
    """Everything that the page shows. `remarks` is what the office said when it sent it back."""

    view: CaseView
    ref: str
    service: str
    service_href: str
    applicant: str
    filed: str
    standing: Standing
    promise: PromisePage
    due: Due
    deeds: tuple[Deed, ...]
    wanting: tuple[Wanting, ...]
    remarks: tuple[str, ...]
    told: tuple[Told, ...]
    form: tuple[ToldSection, ...]
    sent: tuple[Sent, ...]
    to_bring: tuple[str, ...]
    opening: Opening
    hours: str
    ways: tuple[contacts.Way, ...]
    may_send_photos: bool

    @property
    def file(self) -> CaseFile:
        """The case."""
        return self.view.file

    @property
    def main(self) -> Deed | None:
        """The step that is hers to pass."""
        return next((one for one in self.deeds if one.main), None)

    @property
    def mends(self) -> tuple[Deed, ...]:
        """What may be done beside it, but for what ends the case."""
        return tuple(one for one in self.deeds if not one.main and not one.ends)

    @property
    def endings(self) -> tuple[Deed, ...]:
        """What ends the case."""
        return tuple(one for one in self.deeds if one.ends)


def follow_page(file: CaseFile) -> FollowPage:
    """The page of a case for its applicant. A fixed number of queries beside those of the file."""
    view = view_of(file)
    world, row, scene = file.world, file.row, view.scene
    veil = unnamed(view.words, world.outside)
    promise = public_promise(file, veil)
    return FollowPage(
        view=view,
        ref=grouped(row.reference),
        service=words.short_name(file.standard.name),
        service_href=reverse("service", args=[row.office_id, file.standard.slug]),
        applicant=row.applicant,
        filed=format_moment(row.filed_at, world.office.zone),
        standing=standing_of(scene),
        promise=promise,
        due=_due(file, promise),
        deeds=deeds_of(file),
        wanting=tuple(_wanting(view)),
        remarks=tuple(_remarks(view)),
        told=tuple(_told(view)),
        form=told_form(file.standard, file.values, scene.setting.villages, None),
        sent=tuple(_sent(view)),
        to_bring=tuple(_to_bring(view)),
        opening=opening(world.calendar, world.now),
        hours=hours_line(world.calendar, world.today),
        ways=contacts.direct(contacts.ways(_channels(file))),
        may_send_photos=not file.case.ended,
    )


def public_promise(file: CaseFile, veil: Unnamed) -> PromisePage:
    """The reckoning of a case, in words that name nobody of the office."""
    page = promise_page(file)
    return replace(
        page,
        promised=veil.of(page.promised),
        condition=veil.of(page.condition),
        promise=_veiled(page.promise, veil),
        ceilings=tuple(_veiled(one, veil) for one in page.ceilings),
        notes=tuple(veil.of(note) for note in page.notes),
    )


def _veiled(clock: Clock, veil: Unnamed) -> Clock:
    lines = tuple(replace(line, text=veil.of(line.text)) for line in clock.lines)
    return replace(clock, name=veil.of(clock.name), lines=lines)


def _due(file: CaseFile, promise: PromisePage) -> Due:
    """How the promise stands; what has been kept or not is said plainly."""
    over = file.case.ended or file.reckoning.stopped_at
    if not over:
        return promise.promise.due
    kept, moment = file.reckoning.kept, promise.promise.due.moment
    if kept is None:
        return Due(_("tidak dihitung lagi"), "off")
    if kept:
        return Due(_("janji waktu ditepati"), "done", moment)
    return Due(_("selesai lewat dari waktu yang dijanjikan"), "late", moment)


def deeds_of(file: CaseFile) -> tuple[Deed, ...]:
    """What the engine offers her, in its order; nothing more and nothing less."""
    return tuple(_deed(file, offer) for offer in file.offers)


def _deed(file: CaseFile, offer: Offer) -> Deed:
    reference = file.row.reference
    if offer.step:
        step = file.standard.step(offer.step)
        back = bool(file.case.trail) and file.case.trail[-1].returns
        again = step.do is Verb.SUBMIT and back
        title = _("Kirim kembali ke kantor") if again else offer.title
        about = _("Sesudah semuanya diperbaiki.") if step.do is Verb.SUBMIT else ""
        href = reverse("follow-step", args=[reference, offer.step])
        return Deed(offer.step, title, about, href, main=True)
    said, explained = ASIDES.get(offer.name) or words.ASIDES[offer.name]
    href = reverse("follow-aside", args=[reference, offer.name])
    return Deed(offer.name, str(said), str(explained), href, ends=offer.name == "withdraw")


def _wanting(view: CaseView) -> Iterator[Wanting]:
    """All that lacks, once and complete, each with the place where a photo of it is sent."""
    trail = view.scene.case.trail
    since = trail[-1].at if trail else view.file.row.filed_at
    photos = {one.ask for one in view.file.uploads if one.created_at >= since}
    for one in lacks(view.scene, view.past):
        href = reverse("follow-photo", args=[view.file.row.reference, one.ask])
        yield Wanting(one, href, one.ask in photos)


def _remarks(view: CaseView) -> Iterator[str]:
    """What the office said with the return that stands, beside the list of what lacks."""
    trail = view.scene.case.trail
    if view.scene.case.ended or not (trail and trail[-1].returns):
        return
    for one in reversed(view.past):
        if one.event.data.get("returns"):
            for key in ("says", "reasons"):
                said = one.private.get(key)
                texts = said if isinstance(said, list) else [said]
                yield from (str(text) for text in texts if text)
            return


def _told(view: CaseView) -> Iterator[Told]:
    """What happened, the newest first."""
    zone = view.file.world.office.zone
    for line in reversed(view.told_to_citizen):
        if line.name not in INTERNAL:
            at = localize(line.at, zone)
            yield Told(format_date(at.date()), f"{at:%H.%M}", line.sentence)


def _sent(view: CaseView) -> Iterator[Sent]:
    labels = view.scene.ask_labels()
    zone = view.file.world.office.zone
    for one in view.file.uploads:
        label = labels.get(one.ask) or _("Berkas tambahan")
        yield Sent(label, format_date(localize(one.created_at, zone).date()), one.pages)


def _to_bring(view: CaseView) -> Iterator[str]:
    """What must come along when it is fetched: what was to follow, and what is due then."""
    labels = view.scene.ask_labels()
    for key in owed_at_hand_over(view.scene.standard, view.scene.case):
        yield labels.get(key, key)


def _channels(file: CaseFile) -> Iterator[tuple[str, str]]:
    for one in file.world.office.contacts:
        yield str(one["kind"]), str(one["value"])
