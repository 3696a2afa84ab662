# SPDX-License-Identifier: EUPL-1.2
"""The standards as the bureau shows them: in force and past, read, compared, checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from pendopo.base import clock
from pendopo.standards import versions
from pendopo.standards.components import TITLES
from pendopo.standards.models import StandardVersion
from tests.cases.counter import SERVICE
from tests.counter.real_desks import desk
from tests.real_offices import KESAMBEN, PANDAAN, STANDARDS, real_offices

__all__ = ["real_offices"]

LIST = "/kantor/standar/"
READ, COMPARE, CHECK = f"{LIST}{SERVICE}/", f"{LIST}{SERVICE}/banding/", f"{LIST}pemeriksaan/"


@pytest.fixture(autouse=True)
def _open_office(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def head() -> Client:
    return desk("sekretaris-camat")


def text_of(client: Client, page: str) -> str:
    return " ".join(client.get(page).content.decode().split())


def another_version() -> None:
    """The service once more, with another price and another first requirement line."""
    row = StandardVersion.objects.get(office_id=PANDAAN, slug=SERVICE, superseded_at=None)
    first = versions.version(PANDAAN, row.id).service
    assert first.fee is not None and first.requirements
    document = row.document.replace(first.fee.text, "Rp0, gratis")
    draft = versions.Draft(PANDAAN, SERVICE, "f" * 64, row.text, document, row.effective_date)
    assert versions.publish(draft)


def test_all_in_force_are_listed_with_what_the_decree_does_not_print(
    head: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    head.get(LIST)
    with django_assert_max_num_queries(9):
        page = text_of(head, LIST)
    standing = versions.current(PANDAAN, SERVICE)
    assert standing is not None
    assert standing.service.name in page and standing.sha256[:12] in page
    assert "lengkap 14 komponen" in page
    other = text_of(desk("camat", KESAMBEN), LIST)
    assert "komponen tidak tercetak" in other and "standar nasional" in other
    assert "pendopo standards load" in page


def test_a_standard_is_read_whole_with_its_sources(head: Client) -> None:
    page = text_of(head, READ)
    assert all(title in page for title in TITLES.values())
    assert "Langkah yang dijalankan" in page
    assert '<span class="source">tafsiran</span>' in page


def test_every_standard_of_both_offices_can_be_read() -> None:
    for office in (PANDAAN, KESAMBEN):
        client = desk("camat", office)
        for one in versions.catalogue(office):
            assert client.get(f"{LIST}{one.slug}/").status_code == 200


def test_two_versions_are_compared_by_what_they_say(head: Client) -> None:
    before = versions.current(PANDAAN, SERVICE)
    assert before is not None and before.service.fee is not None
    another_version()
    assert "1 versi sebelumnya" in text_of(head, LIST)
    (one,) = head.get(COMPARE).context["differences"]
    assert one.title == TITLES["fee"]
    assert one.gone[0].startswith(before.service.fee.text)
    assert one.come[0].startswith("Rp0, gratis")
    old = text_of(head, f"{READ}?versi=1")
    assert "tidak berlaku lagi" in old and before.service.fee.text in old


def test_the_same_version_twice_says_how_to_choose(head: Client) -> None:
    assert "Pilih dua versi yang berbeda." in text_of(head, COMPARE)


def test_no_such_service_is_not_found(head: Client) -> None:
    assert head.get(f"{LIST}tidak-ada/").status_code == 404


def test_the_check_tells_place_and_mend_of_this_office_alone(head: Client) -> None:
    found = head.get(CHECK).context
    assert found["counts"]
    files = {file.file.partition("/")[0] for file in found["files"]}
    assert not any(name.startswith(KESAMBEN) for name in files)
    assert found["found"].newer == ()


def test_a_broken_and_a_newer_file_are_told(
    head: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.PENDOPO_STANDARDS = shutil.copytree(STANDARDS, tmp_path / "standards")
    (folder,) = settings.PENDOPO_STANDARDS.glob(f"{PANDAAN}*")
    file = folder / f"{SERVICE}.yaml"
    file.write_text(f"{file.read_text()}\n# lebih baru\n")
    page = text_of(head, CHECK)
    assert "dapat dimuat dengan pendopo standards load" in page
    file.write_text("language: 1\nslug: [\n")
    page = text_of(head, CHECK)
    assert "harus dibetulkan" in page and f"{SERVICE}.yaml" in page


def test_without_its_folder_what_was_loaded_stays(
    head: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.PENDOPO_STANDARDS = tmp_path
    shutil.copytree(STANDARDS / "national", tmp_path / "national")
    assert "Yang sudah dimuat tetap berlaku." in text_of(head, CHECK)


def test_it_is_for_those_who_keep_the_settings() -> None:
    assert desk("petugas-loket").get(LIST).status_code == 403
