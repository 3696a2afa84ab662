# SPDX-License-Identifier: EUPL-1.2
"""What a citizen types without an account: kept sealed until it is sent, or forgotten.

Nobody can list these rows by whom they are of: one is found by the signed cookie of the browser
that began it, or by the code that was written down. Sending makes a case once, however often
the button is pressed; the row then remembers which.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from pendopo.base import clock
from pendopo.base.canonical import canonical_text
from pendopo.base.sealing import Unreadable, blind_index, blind_indexes, seal, unseal
from pendopo.cases.models import Application, Upload
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.filing import Filing, file_case
from pendopo.cases.services.kept_files import forget_files
from pendopo.cases.services.uploads import Unfit, attach_uploads, keep_upload
from pendopo.domain.return_codes import make_return_code
from pendopo.offices.models import Office

KEPT_DAYS = 14
"""So long what was typed is kept after the last change; said on every page that promises it."""
MOST_LETTERS = 200_000
MOST_PHOTOS = 30
_KEPT_FOR = timedelta(days=KEPT_DAYS)
_PURPOSE, _CODE = "application", "application-code"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in an application. `fields`: name of a field → its text.

    `seen`: the places that were sent, and the names of other pages; `told`: what is said beside
    the form (`secrecy`, reasons); `photos`: ids of files; `code`: the one to come back with.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)
    photos: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class TooMuch:
    """More was typed than an application can hold; nothing of it was kept."""


Change = Callable[[Typed], Typed]


def begin_application(*, office: str, service: str, standard_id: UUID, typed: Typed) -> Application:
    """Keep the first answers. What is too old is forgotten on the way."""
    forget_old_drafts(office)
    row = Application(
        office_id=office,
        service=service,
        standard_id=standard_id,
        content=_sealed(office, typed),
        changed_at=clock.now(),
    )
    row.save(force_insert=True)
    return row


def application_of(office: str, service: str, id: UUID) -> Application | None:
    """The application of this id, as long as it is kept. One query."""
    return _kept(office).filter(service=service, id=id).first()


def application_by_code(code: str) -> Application | None:
    """The application of a code as `parse_return_code` gives it, unless it was sent."""
    office = Office.objects.filter(prefix=code[:3]).values_list("code", flat=True).first()
    if office is None:
        return None
    indexes = blind_indexes(office, _CODE, code)
    return _kept(office).filter(code__in=indexes, case_id=None).first()


def typed_in(row: Application) -> Typed:
    """What was typed so far. Raises Unreadable."""
    if not row.content:
        return Typed()
    content: dict[str, Any] = json.loads(unseal(row.office_id, _PURPOSE, row.content))
    lists = {key: tuple(content[key]) for key in ("seen", "photos")}
    return Typed(**{**content, **lists})


@transaction.atomic
def keep_typed(
    *, row: Application, change: Change, standard_id: UUID | None = None
) -> Application | TooMuch | None:
    """Change what is kept, on top of what another window kept meanwhile.

    None where it was sent or forgotten in the meantime. `standard_id`: the version answered now.
    """
    locked = _locked(row)
    if locked is None or locked.case_id:
        return None
    typed = change(typed_in(locked))
    if _letters(typed) > MOST_LETTERS:
        return TooMuch()
    locked.content = _sealed(locked.office_id, typed)
    locked.standard_id = standard_id or locked.standard_id
    locked.changed_at = clock.now()
    locked.save(update_fields=["content", "standard_id", "changed_at"])
    return locked


@transaction.atomic
def code_to_return(*, row: Application) -> str | None:
    """The code of this application, drawn when it is asked for the first time; None once sent."""
    locked = _locked(row)
    if locked is None or locked.case_id:
        return None
    typed = typed_in(locked)
    if typed.code:
        return typed.code
    prefix = Office.objects.values_list("prefix", flat=True).get(code=locked.office_id)
    code = make_return_code(prefix, secrets.randbelow)
    locked.code = blind_index(locked.office_id, _CODE, code)
    locked.content = _sealed(locked.office_id, replace(typed, code=code))
    locked.changed_at = clock.now()
    locked.save(update_fields=["code", "content", "changed_at"])
    return code


def add_photo(*, row: Application, ask: str, content: bytes) -> Upload | Unfit:
    """Keep one photo or scan for an ask, at once."""
    current = _kept(row.office_id).filter(id=row.id).first()
    if current is None or len(typed_in(current).photos) >= MOST_PHOTOS:
        return Unfit("too-many", f"Sudah {MOST_PHOTOS} berkas. Hapus dahulu yang tidak perlu.")
    kept = keep_upload(
        office=row.office_id, content=content, by=_bringer(row.id), ask=ask, public=True
    )
    if isinstance(kept, Unfit):
        return kept
    joined = keep_typed(row=row, change=lambda t: replace(t, photos=(*t.photos, str(kept.id))))
    if not isinstance(joined, Application):
        _delete_photos(row.office_id, [str(kept.id)])
        return Unfit("sent", "Permohonan ini sudah terkirim; foto tidak dapat ditambah lagi.")
    return kept


def remove_photo(*, row: Application, id: str) -> bool:
    """Delete one photo of this application, its bytes too; False for any other."""
    if id not in typed_in(row).photos:
        return False
    left = keep_typed(
        row=row, change=lambda t: replace(t, photos=tuple(p for p in t.photos if p != id))
    )
    if isinstance(left, Application):
        _delete_photos(row.office_id, [id])
    return isinstance(left, Application)


def photos_of(office: str, typed: Typed) -> tuple[Upload, ...]:
    """The photos in the order in which they came. One query, none where there are none."""
    if not typed.photos:
        return ()
    found = Upload.objects.filter(office_id=office, id__in=typed.photos, case_id=None)
    return tuple(found.order_by("created_at", "id"))


def send_application(
    *, row: Application, values: Mapping[str, object], data: Mapping[str, Any]
) -> Recorded | NotRecorded | NotFound | UUID:
    """Make a case of it, once: the id of the case where it was made before."""
    with transaction.atomic():
        locked = _locked(row)
        if locked is None:
            return NotFound()
        if locked.case_id:
            return locked.case_id
        answer = file_case(filing=Filing(row.office_id, row.service, values, data), actor=None)
        if not isinstance(answer, Recorded):
            return answer
        wanted = ((photo.id, photo.ask) for photo in photos_of(row.office_id, typed_in(locked)))
        attach_uploads(case=answer.row, wanted=tuple(wanted))
        locked.case_id, locked.content, locked.code = answer.row.id, "", None
        locked.changed_at = clock.now()
        locked.save(update_fields=["case_id", "content", "code", "changed_at"])
        return answer


@transaction.atomic
def drop_application(*, row: Application) -> None:
    """Forget it at once, with its photos."""
    locked = _locked(row)
    if locked is not None:
        _forget(locked)


def forget_old_drafts(office: str) -> int:
    """Forget what nobody went on with for KEPT_DAYS, photos too; how many there were.

    `upkeep` comes by every day; beginning another one calls it as well.
    """
    old = Application.objects.filter(
        office_id=office, changed_at__lte=clock.now() - _KEPT_FOR
    ).values_list("id", flat=True)
    return sum(_forgotten(office, id) for id in list(old))


def still_bringing(office: str) -> list[str]:
    """By whom the photos are that applications still hold, as their rows say. One query."""
    return [_bringer(id) for id in _kept(office).filter(case_id=None).values_list("id", flat=True)]


@transaction.atomic
def _forgotten(office: str, id: UUID) -> bool:
    row = Application.objects.select_for_update().filter(office_id=office, id=id).first()
    if row is None or row.changed_at > clock.now() - _KEPT_FOR:
        return False
    _forget(row)
    return True


def _forget(row: Application) -> None:
    try:
        photos = typed_in(row).photos
    except Unreadable:
        photos = ()
    _delete_photos(row.office_id, photos)
    row.delete()


def _delete_photos(office: str, ids: Iterable[str]) -> None:
    """Those that no case has; their bytes once this has happened for good."""
    rows = Upload.objects.filter(office_id=office, id__in=list(ids), case_id=None)
    names = list(rows.values_list("sha256", flat=True))
    rows.delete()
    transaction.on_commit(partial(forget_files, office, names))


def _bringer(application: UUID) -> str:
    return f"application:{application}"


def _kept(office: str) -> QuerySet[Application]:
    since = clock.now() - _KEPT_FOR
    return Application.objects.filter(office_id=office, changed_at__gt=since)


def _locked(row: Application) -> Application | None:
    rows = Application.objects.select_for_update()
    return rows.filter(office_id=row.office_id, id=row.id).first()


def _letters(typed: Typed) -> int:
    pairs = (*typed.fields.items(), *typed.told.items())
    return sum(len(name) + len(text) for name, text in pairs)


def _sealed(office: str, typed: Typed) -> str:
    return seal(office, _PURPOSE, canonical_text(asdict(typed)))
