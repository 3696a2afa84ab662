# SPDX-License-Identifier: EUPL-1.2
"""What waits for a signature or a paraf, as a list from which many can be taken at once.

A row shows what differs from its neighbours: whose it is, from where, what for, when it is due,
who checked it, and which hands it has had before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pendopo.cases import models
from pendopo.cases.composing.signatures import AT_NAME, BY_NAME
from pendopo.cases.queries import case_files
from pendopo.cases.waiting import waiting_at
from pendopo.domain.circumstances import Actor, Capacity
from pendopo.domain.hands import BY_HAND
from pendopo.domain.vocabulary import Verb
from pendopo.domain.wording import localize
from pendopo.offices.models import Position, Village
from pendopo.screens.listings import may_see
from pendopo.screens.plain_words import short_name
from pendopo.screens.signing.differing import differing
from pendopo.screens.signing.hands import Hand, May, hands_of
from pendopo.screens.telling.due_words import Due, due_words
from pendopo.screens.tracking import grouped
from pendopo.screens.words import Audience, Words, words_of


@dataclass(frozen=True, slots=True)
class Row:
    """One file in the list. `kept_back`: the name is, for the matter is confidential.

    `folder` is the number of the folder in which its sheet lies; `may` what can be done with
    many at once; `positions` whose hand it could be.
    """

    reference: str
    ref: str
    version: int
    slug: str
    service: str
    applicant: str
    kept_back: bool
    village_code: str
    village: str
    purpose: str
    due: Due
    checker: str
    checked: str
    complete: str
    initialled: str
    approved: str
    folder: int | None
    step: str
    verb: Verb
    own: bool
    may: frozenset[May]
    capacities: tuple[Capacity, ...]
    positions: frozenset[str]

    @property
    def many(self) -> bool:
        """Whether it can be done among others; what needs a choice is done on its own page."""
        return bool(self.may & {May.APPROVE, May.SIGN, May.INITIAL})


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one service that wait for the same deed, the oldest promise first."""

    verb: Verb
    slug: str
    service: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """Which rows are wanted: `recorded` those of others' hands; a service; a village."""

    recorded: bool = False
    service: str = ""
    village: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Every row that a reader may treat, the oldest promise first, and the words for them."""

    rows: tuple[Row, ...]
    words: Words

    def among(self, reference: str) -> Row | None:
        """The row of one file; None where it does not wait for this reader."""
        return next((row for row in self.rows if row.reference == reference), None)


@dataclass(frozen=True, slots=True)
class SigningList:
    """What a reader finds. `own` and `recorded` count all, whatever is sought."""

    sought: Sought
    own: int
    recorded: int
    fresh: tuple[Group, ...]
    approved: tuple[Group, ...]
    services: tuple[tuple[str, str], ...]
    villages: tuple[tuple[str, str], ...]
    capacities: tuple[tuple[str, str], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in the order in which they are shown."""
        return tuple(row for group in (*self.fresh, *self.approved) for row in group.rows)

    @property
    def in_place_of_another(self) -> bool:
        """Whether some of them are signed a.n. or u.b."""
        held = (one.line for row in self.rows for one in row.capacities)
        return bool({AT_NAME, BY_NAME}.intersection(held))

    @property
    def may(self) -> frozenset[May]:
        """What can be done with at least one of them."""
        return frozenset(one for row in self.rows for one in row.may)


def waiting_for(actor: Actor, zone: str) -> Waiting:
    """Every file that waits for this officer's hand, or whose signature she may record.

    As many queries for sixty files as for two.
    """
    hands = hands_of(case_files(waiting_at(actor.office, BY_HAND), actor))
    words = words_of(actor.office, zone, (p.actor for h in hands if (p := h.checked)))
    villages = dict(Village.objects.filter(office_id=actor.office).values_list("code", "name"))
    folders = folders_of(actor.office, (hand.file.row for hand in hands))
    posts = tuple(Position.objects.filter(office_id=actor.office))
    rows = tuple(_row(hand, words, villages, folders, posts) for hand in hands)
    return Waiting(rows, words)


def signing_list(waiting: Waiting, sought: Sought) -> SigningList:
    """The rows that are sought, in groups, and what they can be sifted by."""
    rows = waiting.rows
    of_kind = [row for row in rows if row.own is not sought.recorded]
    shown = [
        row
        for row in of_kind
        if sought.service in ("", row.slug) and sought.village in ("", row.village_code)
    ]
    return SigningList(
        sought=sought,
        own=sum(row.own for row in rows),
        recorded=sum(not row.own for row in rows),
        fresh=grouped_rows(row for row in shown if not row.approved),
        approved=grouped_rows(row for row in shown if row.approved),
        services=_choices((row.slug, row.service) for row in of_kind),
        villages=_choices((row.village_code, row.village) for row in of_kind if row.village),
        capacities=capacity_choices(of_kind, waiting.words),
    )


def capacity_choices(rows: Iterable[Row], words: Words) -> tuple[tuple[str, str], ...]:
    """In which capacities these may be signed, in the order of the matrix: position and words."""
    held = (one for row in rows if row.verb is Verb.SIGN for one in row.capacities)
    return tuple({one.position: capacity_words(one, words) for one in held}.items())


def capacity_words(capacity: Capacity, words: Words) -> str:
    """`Plt. Camat`, `Sekretaris Kecamatan, a.n. Camat`, `Kepala Seksi …, u.b. (untuk Camat)`."""
    principal = words.role(capacity.role)
    if capacity.line == AT_NAME:
        return f"{capacity.title}, {AT_NAME} {principal}"
    if capacity.line == BY_NAME:
        return _("%(title)s, u.b. (untuk %(whom)s)") % {
            "title": capacity.title,
            "whom": principal,
        }
    return f"{capacity.line} {capacity.title}".strip()


def folders_of(office: str, rows: Iterable[models.Case]) -> dict[str, int]:
    """The open folder in which each of these files lies, by reference. One query."""
    items = models.FolderItem.objects.filter(
        office_id=office, case_id__in=[row.id for row in rows], result=""
    )
    return dict(items.values_list("case__reference", "folder__number"))


def _row(
    hand: Hand,
    words: Words,
    villages: Mapping[str, str],
    folders: Mapping[str, int],
    posts: Iterable[Position],
) -> Row:
    file, row = hand.file, hand.file.row
    actor = file.circumstances.actor
    kept_back = not hand.own and not may_see(row, actor)
    promise = file.reckoning
    return Row(
        reference=row.reference,
        ref=grouped(row.reference),
        version=row.version,
        slug=file.standard.slug,
        service=short_name(file.standard.name),
        applicant="" if kept_back else row.applicant,
        kept_back=kept_back,
        village_code=row.village,
        village=villages.get(row.village, ""),
        purpose="" if kept_back else differing(file.standard, file.values, actor.roles),
        due=due_words(promise.due_at, promise.state.value, file.world.now, words.zone),
        checker=checker_words(hand, words),
        checked=checked_words(hand, words),
        complete=complete_words(hand),
        initialled=initialled_words(hand, words),
        approved=approved_words(hand, words),
        folder=folders.get(row.reference),
        step=hand.step.key,
        verb=hand.step.do,
        own=hand.own,
        may=hand.may,
        capacities=hand.capacities,
        positions=frozenset(p.key for p in posts if hand.could_be_of(p.key, p.roles)),
    )


def checked_words(hand: Hand, words: Words) -> str:
    """Who checked it and when: `Rini Contoh, Petugas Loket · 09.12`."""
    passed = hand.checked
    if passed is None:
        return ""
    step = hand.file.standard.step(passed.step)
    roles = frozenset(filter(None, (step.by, step.via)))
    who = words.actor(passed.actor, passed.at, Audience.OFFICE, roles)
    return f"{who} · {clock_words(passed.at, hand.file.world.now, words.zone)}"


def checker_words(hand: Hand, words: Words) -> str:
    """The same as short as a list has room for: `Rini Contoh · 09.12`."""
    whole, passed = checked_words(hand, words), hand.checked
    name = words.officers.get(passed.actor.partition(":")[2], "") if passed else ""
    return f"{name} · {whole.rpartition(' · ')[2]}" if name else whole


def complete_words(hand: Hand) -> str:
    """How complete the file is: `berkas lengkap, 1 menyusul`."""
    case = hand.file.case
    if not case.verdicts:
        return ""
    following = len(case.to_follow())
    if not following:
        return _("berkas lengkap")
    return ngettext(
        "berkas lengkap, %(n)d menyusul", "berkas lengkap, %(n)d menyusul", following
    ) % {"n": following}


def initialled_words(hand: Hand, words: Words) -> str:
    """Whose paraf the sheet has."""
    passed = hand.initialled
    if passed is None:
        return ""
    by = words.role(hand.file.standard.step(passed.step).by)
    return _("paraf %(by)s") % {"by": by}


def approved_words(hand: Hand, words: Words) -> str:
    """Who consented from afar, and when: it is no signature."""
    told = hand.approval
    if told is None:
        return ""
    signer = told.event.data.get("signer")
    position = str(signer.get("position") or "") if isinstance(signer, dict) else ""
    when = clock_words(told.event.happened_at, hand.file.world.now, words.zone)
    return _("disetujui %(by)s, %(when)s") % {"by": words.position(position), "when": when}


def clock_words(at: datetime, now: datetime, zone: str) -> str:
    """A moment that is past: `09.12` today, else `Senin 09.12` or `3 Nov 09.12`."""
    here, today = localize(at, zone), localize(now, zone)
    if here.date() == today.date():
        return f"{here:%H.%M}"
    return f"{here.day}/{here.month} {here:%H.%M}"


def grouped_rows(rows: Iterable[Row]) -> tuple[Group, ...]:
    """By deed and service; what holds the oldest promise first."""
    found: dict[tuple[Verb, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.verb, row.slug), []).append(row)
    return tuple(
        Group(verb, slug, mine[0].service, tuple(mine)) for (verb, slug), mine in found.items()
    )


def _choices(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(set(pairs), key=lambda pair: pair[1]))
