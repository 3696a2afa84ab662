# SPDX-License-Identifier: EUPL-1.2
"""Writes the generated pages of docs/reference: `make docs`.

What the program knows is not written down a second time; tests/rules compares the pages that
are kept with what is generated here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pendopo.cases.office_events import STREAM_EVENTS
from pendopo.domain.events import EVENTS, EventSpec
from pendopo.settings import SETTINGS
from pendopo.standards import json_schema
from pendopo.standards.files import National, read_national

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
GENERATED = "*Made from the program by `make docs`; do not edit by hand.*"

DATA_FIELDS: Mapping[str, str] = {
    "allowed_by": "ask → role that let it follow",
    "anonymous": "handed in without a name, where the standard allows it",
    "what": "the kind of row that was changed, as `village`",
    "row": "how that row is called in the office",
    "fields": "the names of what differs",
    "approved_by": "who allowed the number to be inserted",
    "ask": "key of the requirement that was added for this one file",
    "asks": "keys of all that this form asks for from now on",
    "book": "key of the book",
    "brought_by": "what whoever brought the file is to the applicant",
    "changed": "keys of the fields whose values changed",
    "channel": "by which way it came in, or the answer went out",
    "code": "code of the bundle",
    "confidential": "to be kept from all but those who handle it",
    "facts": "fact of the decision table → yes or no",
    "forms": "paper → the form that was chosen for it",
    "from": "the first of the numbers that stand in another book",
    "lacks": "keys of all asks that are missing or wrong: once and completely",
    "letter_date": "date on the letter, where it differs from that of the register",
    "line": "id of the line of the book",
    "method": "signed: `basah` or `elektronik`; paid: `titipan`, `teller`, `qris`, `va`",
    "number": "the number as it is written; of a folder, its own",
    "outcome": "outcome of the step; null where it has only one way on",
    "papers": "keys of the papers that the deed is about",
    "position": "key of the position: that left or came back, whose disposition or folder it is",
    "officer": "id of an officer, in all positions that she holds",
    "positions": "keys of the positions that got the letter",
    "received": "keys of the asks that came only now, when the product was fetched",
    "recorded_for": "role whose deed it is, when somebody of the office recorded it",
    "reference": "reference of the case",
    "references": "references of the cases that were handed over, or lie in the folder",
    "relation": "what the collector is to the applicant",
    "reminders": "keys of the limits and cautions that stood when the step was passed",
    "results": "`signed`, `unsigned`, `returned`, `moved` → how many sheets of the folder",
    "returns": "whether the file went back",
    "role": "role that holds the file from now on",
    "roles": "roles that were charged with it; the first holds the file",
    "scheduled_at": "the day and hour that were set",
    "service": "key of the service",
    "signer": "who signed or put a paraf: officer, position and line (a.n., u.b., Plt. …)",
    "step": "key of the step that was passed, or taken back",
    "system": "the other system in which it was done",
    "to": "step or end that the case stands at afterwards",
    "told_by": "how somebody was told: `lembar`, `whatsapp`, `lisan`",
    "unjudged": "asks whose verdict no longer holds, because the list of members changed",
    "upto": "the last of the numbers that stand in another book",
    "verdicts": "ask → `ada`, `asli-ditunjukkan`, `menyusul`, `kurang`, `salah`, `tidak-perlu`",
    "village": "code of the village, or null",
    "year": "year of the book",
    "way": "how the applicant was told: `whatsapp`, `surat`, `telepon` or `desa`",
}
PRIVATE_FIELDS: Mapping[str, str] = {
    "after": "how the row of the office stands now; missing where it was taken away",
    "amount": "how much was paid, in rupiah",
    "answer": "the answer as it was given",
    "before": "how the row of the office stood; missing where it is new",
    "bringer": "name of whoever brought the file",
    "collector": "name of whoever collected",
    "content": "what a line of no case says, by the word of its column; sealed",
    "follow_up": "what is planned to follow",
    "instruction": "what the head of the office wrote on the disposition",
    "note": "a note within the office, with the reasons given for going on in spite of a limit",
    "place": "where it will be",
    "reasons": "why; the applicant may read it",
    "reference": "number in the other system, or of the bank",
    "remarks": "ask → what is wrong with it",
    "result": "what came of it",
    "says": "what the decision table tells the applicant to mend",
    "values": "the whole form as it stands from now on; identity numbers sealed",
    "what": "the requirement that was added, in words",
    "wishes": "what is wished on a disposition, of the nation's list",
    "words": "the body of the letter as somebody wrote it for this case; sealed",
}


SETTINGS_TEXT = """\
Setelan dibaca sekali dari lingkungan saat Pendopo dijalankan, atau ditulis di belakang
perintah: `make run PORT=8001`. Setelan yang kosong dianggap tidak ada. Nama yang diawali
`PENDOPO_` dan tidak ada di sini dilaporkan; nilai yang tidak dapat dipakai menghentikan
Pendopo dengan penjelasan.

Settings are read from the environment once, when Pendopo starts. An empty variable counts as
not set; a name that begins with `PENDOPO_` and is not listed here is reported; a value that
cannot be used stops Pendopo and says why."""

TESTS_TEXT = """\
`PENDOPO_TEST_POSTGRES` names a PostgreSQL server for `make test`, with a role that may create
databases; with `PENDOPO_REQUIRE_POSTGRES=1` the tests fail where none answers."""

EVENTS_TEXT = """\
An event is a past fact: one row, appended, never changed. Every row has `office`, `id`,
`stream` and `stream_key`, `seq` (its place), `name`, `happened_at` (when it happened),
`recorded_at` (when it was written down), `actor` (a key, never a name), `late`, `data`,
`private_digest`, and `previous` and `hash`, which chain the rows of a stream.

`data` holds no personal value. What identifies a person is the *private part*: a row of its
own that can be erased, of which the event keeps a salted digest. `data` may also hold
`entries` (lines in books: book, paper, number, mark) and `papers_moved` (stages of papers).

No event carries a field that is not declared here: `decide` and the services refuse to write
it. *passing* stands for what every passing of a step may say: `step`, `outcome`, `to`,
`returns`, `recorded_for` and `reminders` in `data`, `reasons` and `note` in the private part."""

PASSING = frozenset({"step", "outcome", "to", "returns", "recorded_for", "reminders"})
IN_PRIVATE = frozenset({"reasons", "note"})

ROLES_TEXT = """\
Sebuah langkah menyebut *peran*; jabatan kantor mengisi peran; petugas memegang jabatan lewat
penugasan, dan satu orang dapat memegang beberapa. Daftar ini ada di
`standards/national/roles.yaml`; peran baru cukup ditambahkan di sana.

`pejabat-berwenang` bukan jabatan: ia siapa pun yang menurut matriks tanda tangan kantor boleh
menandatangani layanan itu pada hari itu. `forwarded`, yang tidak ada di daftar, ialah peran
yang menerima terusan atau disposisi.
"""

_ABOUT = {
    "case": "One stream for each case.",
    "office": "One stream for each office: what belongs to no case.",
    "book": "One stream for each book and year: lines that no step makes.",
    "bundle": "One stream for each bundle of files that one person brings.",
}


def settings_page() -> str:
    """Every environment variable that Pendopo reads."""
    return _page("Setelan · Settings", _settings())


def _settings() -> Iterator[str]:
    yield SETTINGS_TEXT
    for one in SETTINGS:
        default = f"`{one.default}`" if one.default else "—"
        yield from ("", f"## `{one.name}`", "", f"Bawaan · default: {default}")
        yield from ("", one.doc_id, "", one.doc_en)
    yield from ("", "## Untuk pengujian · For the tests only", "", TESTS_TEXT)


def events_page() -> str:
    """Every event with what it may carry, for each kind of stream."""
    return _page("Events", _events())


def _events() -> Iterator[str]:
    yield EVENTS_TEXT
    for stream, specs in {"case": EVENTS, **STREAM_EVENTS}.items():
        yield from ("", f"## Stream `{stream}`", "", _ABOUT[stream], "")
        yield from _event_table(specs)
    yield from ("", "## Fields of `data`", "")
    yield from _table(("field", "what it is"), _meanings(DATA_FIELDS))
    yield from ("", "## Fields of the private part", "")
    yield from _table(("field", "what it is"), _meanings(PRIVATE_FIELDS))


def _event_table(specs: Mapping[str, EventSpec]) -> Iterator[str]:
    rows = (
        (f"`{name}`", spec.says, _coded(spec.data, PASSING), _coded(spec.private, IN_PRIVATE))
        for name, spec in specs.items()
    )
    yield from _table(("event", "in words", "data", "private"), rows)


def _coded(fields: frozenset[str], common: frozenset[str]) -> str:
    passing = common <= fields
    own = [f"`{field}`" for field in sorted(fields - common if passing else fields)]
    return " ".join([*(["*passing*"] if passing else []), *own]) or "—"


def _meanings(fields: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    return ((f"`{field}`", meaning) for field, meaning in sorted(fields.items()))


def unexplained() -> tuple[str, ...]:
    """Fields that events carry and this page does not explain, or the reverse."""
    specs = [*EVENTS.values(), *(s for kind in STREAM_EVENTS.values() for s in kind.values())]
    data = {field for spec in specs for field in spec.data}
    private = {field for spec in specs for field in spec.private}
    return tuple(sorted({*(data ^ DATA_FIELDS.keys()), *(private ^ PRIVATE_FIELDS.keys())}))


def roles_page() -> str:
    """Every role of standards/national/roles.yaml, with the names that decrees print."""
    return _page("Peran · Roles", _roles())


def _roles() -> Iterator[str]:
    national = read_national(ROOT / "standards" / "national")
    if not isinstance(national, National):
        raise SystemExit("\n".join(map(str, national)))
    yield ROLES_TEXT
    rows = (
        (f"`{key}`", role.title, "ya" if role.outside else "", ", ".join(role.aliases))
        for key, role in national.roles.word.roles.items()
    )
    yield from _table(("peran", "sebutan", "di luar kantor", "juga tercetak sebagai"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _page(title: str, lines: Iterable[str]) -> str:
    return "\n".join((f"# {title}", "", GENERATED, "", *lines)) + "\n"


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of every generated file of docs/reference."""
    yield "settings.md", settings_page()
    yield "events.md", events_page()
    yield "roles.md", roles_page()
    yield from json_schema.pages()


def main() -> int:
    """Write all pages; say which have changed."""
    for name, text in pages():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"docs/reference/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
