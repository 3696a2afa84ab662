# SPDX-License-Identifier: EUPL-1.2
"""Why a file cannot be read as YAML, said in Indonesian with the line."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from pendopo.standards.problems import Problem

_QUOTE = "Apit seluruh teksnya dengan tanda kutip."

# The first row whose words occur in the library's message holds; the order matters.
_EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "found character '\\t'",
        "Ada tabulator di awal baris; YAML hanya mengenal spasi.",
        "Ganti tabulator dengan spasi.",
    ),
    (
        "that cannot start any token",
        "Teks ini diawali tanda yang punya arti khusus dalam YAML (seperti @, ` atau %).",
        _QUOTE,
    ),
    (
        "mapping values are not allowed",
        "Ada titik dua diikuti spasi di tengah teks, atau baris ini menjorok terlalu dalam.",
        "Apit teksnya dengan tanda kutip; bila bukan teks, samakan jorokannya.",
    ),
    (
        "sequence entries are not allowed",
        "Tanda hubung (-) berada di tempat yang bukan awal butir.",
        "Mulai butir pada baris baru, atau apit teksnya dengan tanda kutip.",
    ),
    (
        "could not find expected ':'",
        "Baris ini tidak memuat titik dua, padahal di sini seharusnya ada kata dan isinya.",
        "Tulis kata: isi. Bila ini lanjutan teks di atas, buat lebih menjorok.",
    ),
    (
        "found unexpected end of stream",
        "Tanda kutip yang dibuka di sini tidak pernah ditutup.",
        "Tutup tanda kutipnya.",
    ),
    (
        "expected ',' or ']'",
        "Kurung siku [ yang dibuka di sini tidak ditutup, atau ada koma yang kurang.",
        "Tutup dengan ], pisahkan butir dengan koma, dan apit butir yang memuat koma dengan kutip.",
    ),
    (
        "expected ',' or '}'",
        "Kurung kurawal { yang dibuka di sini tidak ditutup, atau ada koma yang kurang.",
        "Tutup dengan }, pisahkan dengan koma, dan apit teks yang memuat koma dengan tanda kutip.",
    ),
    (
        "expected <block end>",
        "Jorokan baris ini tidak sama dengan baris sejajarnya.",
        "Samakan banyaknya spasi di depan; teks berkutip tidak boleh diikuti teks lain.",
    ),
    (
        "expected the node content",
        "Ada tanda kurung atau tanda hubung di tempat yang seharusnya isi.",
        f"Hapus tanda itu. Bila memang teks: {_QUOTE.lower()}",
    ),
    (
        "undefined alias",
        "Teks yang diawali * dibaca YAML sebagai rujukan.",
        _QUOTE,
    ),
    (
        "another document",
        "Satu berkas hanya boleh memuat satu naskah; di sini ada tanda --- kedua.",
        "Pindahkan bagian sesudah --- ke berkas sendiri.",
    ),
    (
        "escape",
        "Garis miring terbalik (\\) di dalam kutip ganda punya arti khusus.",
        "Pakai tanda kutip tunggal ('…') untuk teks ini.",
    ),
    (
        "block scalar",
        "Sesudah | atau > tidak boleh ada teks pada baris yang sama.",
        f"Pindahkan teksnya ke baris berikut. Bila | atau > bagian teks: {_QUOTE.lower()}",
    ),
    (
        "directive",
        "Baris yang diawali % dibaca YAML sebagai perintah.",
        _QUOTE,
    ),
    (
        "scanning a tag",
        "Tanda seru di awal teks dibaca YAML sebagai perintah.",
        _QUOTE,
    ),
    (
        "parsing a tag",
        "Tanda seru di awal teks dibaca YAML sebagai perintah.",
        _QUOTE,
    ),
)

_GENERAL = (
    "Susunan YAML di sini tidak dapat dibaca.",
    "Periksa jorokan, tanda kutip dan kurung pada baris ini dan baris di atasnya.",
)

# Where the fault is an opening that was never closed, its beginning is the place to look at.
_OPENED = ("end of stream", "',' or ']'", "',' or '}'")


def explain_syntax(fault: Exception, text: str, file: str) -> Problem:
    """One problem for whatever the YAML library could not read; never its own English words."""
    if isinstance(fault, ReaderError):
        return _unreadable_character(fault, text, file)
    if not isinstance(fault, MarkedYAMLError):
        return Problem(file, 1, "", *_GENERAL)
    told = f"{fault.context or ''} | {fault.problem or ''}"
    what, mend = next(((w, m) for key, w, m in _EXPLANATIONS if key in told), _GENERAL)
    return Problem(file, _line(fault, told), "", what, mend)


def _line(fault: MarkedYAMLError, told: str) -> int:
    opened = any(words in told for words in _OPENED)
    mark = (fault.context_mark if opened else None) or fault.problem_mark or fault.context_mark
    return mark.line + 1 if mark is not None else 1


def _unreadable_character(fault: ReaderError, text: str, file: str) -> Problem:
    line = text.count("\n", 0, int(fault.position)) + 1
    return Problem(
        file,
        line,
        "",
        "Ada tanda yang tidak terlihat dan tidak boleh ada dalam YAML.",
        "Hapus tanda itu, atau ketik ulang baris ini.",
    )
