# SPDX-License-Identifier: EUPL-1.2
"""Files seed, rows hold: loading, loading again, and what is refused."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from pendopo.base import clock
from pendopo.domain.vocabulary import Kind
from pendopo.offices.calendars import calendar_of
from pendopo.offices.models import Assignment, Book, KnownYear, Office, Village
from pendopo.standards import versions
from pendopo.standards.loading import Loaded, load_all, load_folder
from pendopo.standards.models import DecreeVersion, NationalList, StandardVersion
from pendopo.standards.national import NotLoaded, complaint_classes, laws, outside_roles, role_title
from tests.standards.reading import EXAMPLE, OFFICE, national

CODE, SLUG = "99.01.01", "surat-contoh"


@pytest.fixture
def files(tmp_path: Path, db: None, stopped_clock: clock.Clock) -> Path:
    """A copy of the example that a test may change, and an empty database."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "standards"))


def change(files: Path, name: str, old: str, new: str) -> None:
    """Change one file of the office."""
    path = files / OFFICE.name / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def load(files: Path) -> Loaded:
    """Load everything as a demonstration."""
    return load_all(files, demo=True)


def test_a_first_load_makes_the_office_its_decree_and_its_standards(files: Path) -> None:
    (loaded,) = load(files).offices
    assert loaded.seeded and loaded.decree and not loaded.refused
    assert loaded.published == (SLUG, "pengaduan")
    standing = versions.current(CODE, SLUG)
    assert standing is not None and standing.number == 1 and standing.in_force
    assert standing.standard.name == "Surat Contoh"
    assert standing.effective_date == date(2025, 1, 6)
    assert DecreeVersion.objects.get(office_id=CODE).decree_number == "188/1/400.1/2025"


def test_an_office_is_seeded_with_all_its_rows(files: Path) -> None:
    load(files)
    office = Office.objects.get(code=CODE)
    assert office.services == [SLUG] and office.demo
    assert office.policy_values.late_after_minutes == 20
    assert [v.name for v in Village.objects.filter(office_id=CODE)] == ["Sukacontoh", "Sukarekaan"]
    assert Book.objects.get(office_id=CODE).classification == "400.9"
    assert {a.capacity for a in Assignment.objects.filter(office_id=CODE)} == {"definitif", "Plt."}
    calendar = calendar_of(office)
    assert [str(span) for span in calendar.office_hours.days[0]] == ["07.30–12.00", "13.00–16.00"]
    assert calendar.known_years == {2026}
    assert [season.name for season in calendar.seasons] == ["Ramadan"]


def test_loading_again_changes_nothing(files: Path) -> None:
    load(files)
    again = load(files)
    assert (again.lists, again.years) == ((), ())
    assert list(again) == ["99.01.01-contoh: tidak ada yang berubah."]
    assert StandardVersion.objects.count() == 2 and KnownYear.objects.count() == 1


def test_other_bytes_are_a_new_version_and_the_old_one_stays_readable(
    files: Path, stopped_clock: clock.Clock
) -> None:
    load(files)
    first = versions.current(CODE, SLUG)
    stopped_clock.advance(timedelta(days=1))
    change(files, "surat-contoh.yaml", "15 menit, value: 15", "20 menit, value: 20")
    (loaded,) = load(files).offices
    assert loaded.published == (SLUG,) and not loaded.seeded and not loaded.decree
    second = versions.current(CODE, SLUG)
    assert first is not None and second is not None
    old = versions.version(CODE, first.id)
    assert (old.number, second.number) == (1, 2)
    assert old.superseded_at == second.published_at == stopped_clock.at
    assert old.standard.duration is not None and old.standard.duration.value == 15
    assert second.standard.duration is not None and second.standard.duration.value == 20
    assert [standing.number for standing in versions.history(CODE, SLUG)] == [2, 1]
    assert "15 menit" in versions.source(CODE, first.id)


def test_going_back_to_earlier_bytes_is_a_version_of_its_own(files: Path) -> None:
    load(files)
    change(files, "surat-contoh.yaml", "value: 15,", "value: 20,")
    load(files)
    change(files, "surat-contoh.yaml", "value: 20,", "value: 15,")
    load(files)
    history = versions.history(CODE, SLUG)
    assert [standing.number for standing in history] == [3, 2, 1]
    assert history[0].sha256 == history[2].sha256 != history[1].sha256


def test_the_bureau_holds_what_office_yaml_seeded(files: Path) -> None:
    load(files)
    Office.objects.filter(code=CODE).update(address="Jalan Baru Nomor 2")
    change(files, "office.yaml", "Jalan Rekaan Nomor 1", "Jalan Rekaan Nomor 9")
    load(files)
    assert Office.objects.get(code=CODE).address == "Jalan Baru Nomor 2"


def test_a_new_decree_takes_the_place_of_the_old_one(files: Path) -> None:
    load(files)
    change(files, "decree.yaml", "188/1/400.1/2025", "188/2/400.1/2026")
    (loaded,) = load(files).offices
    assert loaded.decree and loaded.published == ()
    assert [d.superseded_at is None for d in DecreeVersion.objects.order_by("number")] == [
        False,
        True,
    ]


def test_a_malformed_file_refuses_its_office_and_leaves_what_was_in_force(files: Path) -> None:
    load(files)
    change(files, "surat-contoh.yaml", "do: verify", "do: verifi")
    change(files, "decree.yaml", "188/1/400.1/2025", "188/2/400.1/2026")
    loaded = load(files)
    assert loaded.refused and loaded.offices[0].refused
    assert "verifi" in next(iter(loaded))
    assert versions.current(CODE, SLUG) is not None
    assert DecreeVersion.objects.count() == 1


def test_a_rule_that_is_broken_refuses_an_office_too(files: Path) -> None:
    change(files, "office.yaml", "roles: [petugas-loket]", "roles: [kasi-umum]")
    loaded = load(files)
    assert loaded.refused and not Office.objects.exists()


def test_a_refused_office_does_not_touch_another(files: Path) -> None:
    other = Path(shutil.copytree(files / OFFICE.name, files / "99.01.02-lain"))
    office = other / "office.yaml"
    office.write_text(office.read_text().replace("99.01.01", "99.01.02").replace("CTH", "SBH"))
    change(files, "surat-contoh.yaml", "do: verify", "do: verifi")
    first, second = load(files).offices
    assert first.refused and not second.refused
    assert [row.code for row in Office.objects.all()] == ["99.01.02"]


def test_of_two_folders_with_one_code_the_second_is_refused(files: Path) -> None:
    shutil.copytree(files / OFFICE.name, files / "99.01.01-salinan")
    first, second = load(files).offices
    assert not first.refused and second.refused
    assert StandardVersion.objects.filter(slug=SLUG).count() == 1


def test_a_prefix_that_an_earlier_office_holds_is_told_as_a_problem(files: Path) -> None:
    load(files)
    path = files / OFFICE.name / "office.yaml"
    text = path.read_text().replace("99.01.01", "99.01.03")
    path.write_text(text)
    path.parent.rename(files / "99.01.03-baru")
    loaded = load(files)
    assert loaded.refused and "CTH" in next(iter(loaded))
    assert Office.objects.count() == 1


def test_a_malformed_national_file_loads_nothing_and_breaks_nothing(files: Path) -> None:
    load(files)
    path = files / "national" / "roles.yaml"
    path.write_text(path.read_text().replace("title: Camat", "titel: Camat"))
    loaded = load(files)
    assert loaded.refused and loaded.offices == ()
    assert "Mungkin maksudnya «title»" in next(iter(loaded))
    assert outside_roles() == {"pemohon"}


def test_national_lists_are_rows_and_change_with_their_files(files: Path) -> None:
    with pytest.raises(NotLoaded):
        outside_roles()
    lists = {"roles", "laws", "exclusions", "complaint-classes", "books"}
    assert set(load(files).lists) == lists
    assert role_title("kasi-umum") == "Kepala Seksi Umum" and role_title("tiada") == "tiada"
    assert len(laws()) == 3
    path = files / "national" / "roles.yaml"
    path.write_text(path.read_text().replace("camat: {title: Camat}", "camat: {title: Bu Camat}"))
    assert load(files).lists == ("roles",)
    assert role_title("camat") == "Bu Camat" and NationalList.objects.count() == 5


def test_a_changed_national_class_is_a_new_version_of_what_draws_on_it(files: Path) -> None:
    load(files)
    first = versions.current(CODE, "pengaduan")
    path = files / "national" / "complaint-classes.yaml"
    path.write_text(path.read_text().replace("value: 60", "value: 30"))
    assert load(files).offices[0].published == ("pengaduan",)
    second = versions.current(CODE, "pengaduan")
    assert first is not None and second is not None
    assert versions.version(CODE, first.id).standard.ceilings[1].value == 60
    assert second.standard.ceilings[1].value == 30 and complaint_classes()[1].value == 30


def test_an_office_adopts_the_complaint_until_it_has_one_of_its_own(files: Path) -> None:
    load(files)
    (adopted,) = versions.of_kind(CODE, Kind.COMPLAINT)
    assert adopted.adopted and adopted.slug == "pengaduan"
    text = (files / "national" / "services" / "pengaduan.yaml").read_text()
    own = files / OFFICE.name / "keluhan.yaml"
    own.write_text(text.replace("slug: pengaduan", "slug: keluhan"))
    change(
        files,
        "office.yaml",
        "services: [surat-contoh]\nvill",
        "services: [surat-contoh, keluhan]\nvill",
    )
    (loaded,) = load(files).offices
    assert (loaded.published, loaded.withdrawn) == (("keluhan",), ("pengaduan",))
    assert [s.slug for s in versions.of_kind(CODE, Kind.COMPLAINT)] == ["keluhan"]


def test_a_file_that_is_gone_is_told_and_its_standard_stays_in_force(files: Path) -> None:
    load(files)
    text = (files / OFFICE.name / "surat-contoh.yaml").read_text()
    (files / OFFICE.name / "surat-lain.yaml").write_text(
        text.replace("slug: surat-contoh", "slug: surat-lain")
    )
    (files / OFFICE.name / "surat-contoh.yaml").unlink()
    path = files / OFFICE.name / "office.yaml"
    path.write_text(path.read_text().replace("[surat-contoh]", "[surat-lain]"))
    (loaded,) = load(files).offices
    assert loaded.without_file == (SLUG,)
    assert versions.current(CODE, SLUG) is not None
    assert versions.withdraw(CODE, SLUG) and not versions.withdraw(CODE, SLUG)
    assert versions.current(CODE, SLUG) is None


def test_one_folder_can_be_loaded_alone(files: Path) -> None:
    loaded = load_folder(files / OFFICE.name, national(), demo=False)
    assert loaded.seeded and not Assignment.objects.exists()
    assert not load_folder(files / OFFICE.name, national(), demo=False).seeded


def test_a_catalogue_is_in_the_order_of_the_office_with_adopted_services_last(files: Path) -> None:
    load(files)
    assert [standing.slug for standing in versions.catalogue(CODE)] == [SLUG, "pengaduan"]


def test_versions_of_another_office_are_no_answer(files: Path) -> None:
    load(files)
    standing = versions.current(CODE, SLUG)
    assert standing is not None and versions.current("99.99.99", SLUG) is None
    with pytest.raises(StandardVersion.DoesNotExist):
        versions.version("99.99.99", standing.id)


@pytest.mark.parametrize("column", ["text", "document", "sha256", "number"])
def test_a_published_version_cannot_be_changed(files: Path, column: str) -> None:
    load(files)
    rows = StandardVersion.objects.filter(office_id=CODE, slug=SLUG)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**{column: 7 if column == "number" else "lain"})
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.delete()


def test_two_versions_of_one_service_cannot_be_in_force_together(files: Path) -> None:
    load(files)
    row = StandardVersion.objects.get(office_id=CODE, slug=SLUG)
    with pytest.raises(IntegrityError), transaction.atomic():
        StandardVersion.objects.create(
            office_id=CODE,
            slug=SLUG,
            number=2,
            sha256=row.sha256,
            text="",
            document="",
            complete=False,
            effective_date=row.effective_date,
            published_at=row.published_at,
        )


def test_finding_a_version_again_compiles_nothing(
    files: Path, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    load(files)
    standing = versions.current(CODE, SLUG)
    assert standing is not None
    with django_assert_num_queries(1):  # type: ignore[operator]
        again = versions.version(CODE, standing.id)
    assert again.standard is standing.standard
