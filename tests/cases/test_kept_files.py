# SPDX-License-Identifier: EUPL-1.2
"""The bytes of uploads: they go when the last row that names them is erased, and not before."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from pendopo.cases import models
from pendopo.cases.services.bundles import Bringer, Received, take_in
from pendopo.cases.services.erasing import erase_case
from pendopo.cases.services.filing import Filing
from pendopo.cases.services.kept_files import forget_files, kept_files
from pendopo.cases.services.uploads import keep_upload, path_of
from tests.cases import counter
from tests.real_offices import KESAMBEN, PANDAAN


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


def brought(case: models.Case | None = None, office: str = PANDAAN, shade: int = 0) -> Path:
    """A grey photo is uploaded; where its bytes stand."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (shade, shade, shade)).save(out, "PNG")
    case_id = case.id if case else None
    row = keep_upload(office=office, content=out.getvalue(), by="x", case_id=case_id)
    assert isinstance(row, models.Upload)
    return path_of(office, row.sha256)


def erased(case: models.Case, callbacks: DjangoCaptureOnCommitCallbacks) -> models.Case:
    """The case after its erasure has been committed."""
    with callbacks(execute=True):
        gone = erase_case(
            reference=case.reference, reason="Retensi", actor=counter.officer("camat")
        )
    assert isinstance(gone, models.Case)
    return gone


def ended() -> models.Case:
    """A case that was handed over."""
    return counter.carried_to_the_end().row


def test_erasing_a_case_deletes_its_bytes_after_the_commit(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    case = ended()
    place, elsewhere = brought(case), brought(None, KESAMBEN)
    with django_capture_on_commit_callbacks():
        erase_case(reference=case.reference, reason="Retensi", actor=counter.officer("camat"))
    assert place.exists()
    assert forget_files(PANDAAN, [place.name]) == 1
    assert list(place.parent.iterdir()) == []
    assert elsewhere.exists()
    assert list(kept_files()) == [f"{KESAMBEN}/{elsewhere.name}"]


def test_bytes_that_another_case_names_stay(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    first, second = ended(), ended()
    place = brought(first)
    assert brought(second) == place
    erased(first, django_capture_on_commit_callbacks)
    assert [file.name for file in place.parent.iterdir()] == [place.name]
    erased(second, django_capture_on_commit_callbacks)
    assert not place.exists()


def test_a_file_that_is_already_gone_does_not_hold_up_an_erasure(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    case = ended()
    gone, still = brought(case), brought(case, shade=200)
    gone.unlink()
    erased(case, django_capture_on_commit_callbacks)
    assert not still.exists()


def test_who_brought_a_bundle_is_forgotten_with_its_last_case(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    filings = (Filing(PANDAAN, counter.SERVICE, counter.FORM),) * 2
    answer = take_in(
        bringer=Bringer("Joko Rekaan", "perangkat-desa"),
        filings=filings,
        actor=counter.officer("petugas-loket"),
    )
    assert isinstance(answer, Received)
    bundle = answer.bundle
    first, second = models.Case.objects.filter(bundle_id=bundle.id)
    models.Case.objects.filter(id=first.id).update(ended_at=first.filed_at)
    erased(first, django_capture_on_commit_callbacks)
    bundle.refresh_from_db()
    assert bundle.bringer == "Joko Rekaan"
    models.Case.objects.filter(id=second.id).update(ended_at=second.filed_at)
    erased(second, django_capture_on_commit_callbacks)
    bundle.refresh_from_db()
    assert bundle.bringer == ""
