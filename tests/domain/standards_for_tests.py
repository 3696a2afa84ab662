# SPDX-License-Identifier: EUPL-1.2
"""Standards to try the engine on: one written by hand, one for each verb, and all real ones.

The one by hand (`LETTER`) has a word of everything: members with a condition, papers in two
forms, a limit, cautions, things that may follow, things due at pickup.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pendopo.domain.standard import (
    AUTHORISED_SIGNER,
    Ask,
    Caution,
    Comparison,
    Condition,
    Derive,
    Duration,
    Field,
    Group,
    Intake,
    Limit,
    Moment,
    Paper,
    Standard,
    Step,
)
from pendopo.domain.vocabulary import (
    Derivation,
    Due,
    FieldType,
    Kind,
    Op,
    Otherwise,
    PaperForm,
    Verb,
)
from pendopo.standards.compiling import to_domain
from pendopo.standards.files import File, National, read_national, read_service
from pendopo.standards.schema import Service

FILES = Path(__file__).parent.parent.parent / "standards"
NO_SERVICE = ("office.yaml", "decree.yaml")
OUTSIDE = frozenset({"pemohon", "desa"})
COUNTER = "petugas-loket"


def step(key: str, by: str, do: Verb, onward: str | dict[str, str], **more: object) -> Step:
    """A step with one way on, or with outcomes."""
    exits = (("", onward),) if isinstance(onward, str) else tuple(onward.items())
    return Step(key, by, do, exits, **more)  # type: ignore[arg-type]


def when(field: str, op: Op, value: object) -> Condition:
    return Condition((Comparison(field, op, value),))  # type: ignore[arg-type]


LETTER = Standard(
    slug="surat-uji",
    kind=Kind.LETTER,
    name="Surat uji",
    asks=(
        Ask("ktp", "KTP-el"),
        Ask("foto", "Pas foto"),
        Ask("pengantar", "Pengantar desa", may_follow=False),
        Ask("materai", "Materai", due=Due.PICKUP),
        Ask("surat-lain", "Surat lain", if_needed=True),
        Ask("akta", "Akta lahir", each="anak", when=when("usia", Op.BELOW, 17)),
    ),
    fields=(
        Field("nama", "Nama", FieldType.NAME, required=True),
        Field("desa", "Desa", FieldType.VILLAGE, required=True),
        Field(
            "keperluan",
            "Keperluan",
            FieldType.CHOICE,
            options=(("kerja", "Melamar kerja"), ("sekolah", "Mendaftar sekolah")),
        ),
        Field("luar-kota", "Di luar kota", FieldType.YES_NO),
        Field(
            "tempat",
            "Tempat",
            FieldType.TEXT,
            required=True,
            when=when("luar-kota", Op.IS, True),
        ),
        Field("tanggal-acara", "Tanggal acara", FieldType.DATE),
        Field("uraian", "Uraian", FieldType.LONG_TEXT, required=True, letter_only=True),
        Field("nama-anak", "Nama anak", FieldType.NAME, group="anak", required=True),
        Field("lahir", "Tanggal lahir", FieldType.DATE, group="anak"),
        Field(
            "usia",
            "Usia",
            FieldType.INTEGER,
            group="anak",
            derive=Derive(Derivation.YEARS, "lahir", "filed"),
        ),
    ),
    steps=(
        step("ajukan", "pemohon", Verb.SUBMIT, "periksa", via=COUNTER),
        step(
            "periksa",
            COUNTER,
            Verb.VERIFY,
            {"lengkap": "konsep", "tidak-lengkap": "ajukan", "bukan-wewenang": "dialihkan"},
        ),
        step("konsep", COUNTER, Verb.DRAFT, "paraf", papers=("surat",)),
        step(
            "paraf",
            "kasi",
            Verb.INITIAL,
            {"diparaf": "tanda-tangan", "dikembalikan": "periksa"},
            papers=("surat",),
        ),
        step(
            "tanda-tangan",
            AUTHORISED_SIGNER,
            Verb.SIGN,
            {"ditandatangani": "catat", "dikembalikan": "periksa"},
            papers=("surat",),
            via=COUNTER,
        ),
        step("catat", COUNTER, Verb.REGISTER, "stempel", papers=("surat",)),
        step("stempel", COUNTER, Verb.STAMP, "serahkan", papers=("surat",)),
        step(
            "serahkan",
            COUNTER,
            Verb.HAND_OVER,
            "diserahkan",
            papers=("surat",),
            book="buku-pengambilan",
        ),
    ),
    groups=(Group("anak", "Anak", at_most=5),),
    limits=(
        Limit("lima-hari", "ajukan", "tanggal-acara", 5, "working-day", Otherwise.REASON),
        Limit("hari-h", "periksa", "tanggal-acara", 0, "day", Otherwise.REFUSE, say="Sudah lewat."),
    ),
    cautions=(
        Caution(
            "luar-kota",
            "periksa",
            when("luar-kota", Op.IS, True),
            Otherwise.ADVISE,
            "Ingatkan tempatnya.",
        ),
        Caution(
            "anak",
            "periksa",
            when("usia", Op.BELOW, 17),
            Otherwise.REASON,
            "Masih anak-anak.",
            each="anak",
        ),
    ),
    papers=(
        Paper(
            "surat",
            "Surat uji",
            (PaperForm.COUNTERSIGN, PaperForm.LETTER),
            book="register-surat-uji",
            product=True,
        ),
    ),
    duration=Duration(
        "10 menit", 10, "minute", (Moment("periksa", "lengkap"),), (Moment("stempel"),)
    ),
)


def single(
    verb: Verb, onward: str | dict[str, str] = "selesai", *, by: str = COUNTER, **more: object
) -> Standard:
    """A procedure of two steps: filing, and one of this verb, named `kerja`.

    What `more` gives belongs to the standard where that has such a part, else to the step.
    """
    parts = {"asks", "papers", "fields", "intake", "limits", "cautions", "groups"}
    own = {key: value for key, value in more.items() if key not in parts}
    shared = {key: value for key, value in more.items() if key in parts}
    return Standard(
        slug="uji",
        kind=Kind.LETTER,
        name="Uji",
        **{"asks": (), "fields": (Field("nama", "Nama", FieldType.NAME),), **shared},  # type: ignore[arg-type]
        steps=(
            step("ajukan", "pemohon", Verb.SUBMIT, "kerja", via=COUNTER),
            step("kerja", by, verb, onward, **own),
        ),
    )


OPEN_TO_ALL = Intake(anonymous=True, confidential=True)


@lru_cache(maxsize=1)
def real_standards() -> dict[str, Standard]:
    """Every service of the repository, by folder and slug, as the engine runs it."""
    national = read_national(FILES / "national")
    assert isinstance(national, National), national
    classes = national.classes.word.classes
    return {
        f"{path.parent.name}/{path.stem}": to_domain(_read(path).word, classes) for path in _paths()
    }


@lru_cache(maxsize=1)
def real_outside_roles() -> frozenset[str]:
    """The roles that are not of the office."""
    national = read_national(FILES / "national")
    assert isinstance(national, National), national
    return frozenset(key for key, role in national.roles.word.roles.items() if role.outside)


def names_of_real_standards() -> list[str]:
    """Their names without reading them, so that each is its own test."""
    return [f"{path.parent.name}/{path.stem}" for path in _paths()]


def _paths() -> Iterator[Path]:
    for path in sorted([*FILES.glob("*/*.yaml"), *FILES.glob("national/services/*.yaml")]):
        if path.parent.name != "national" and path.name not in NO_SERVICE:
            yield path


def _read(path: Path) -> File[Service]:
    found = read_service(path)
    assert isinstance(found, File), found
    return found
