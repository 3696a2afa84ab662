# SPDX-License-Identifier: EUPL-1.2
"""PDFs of strangers are read where they can harm nobody."""

from __future__ import annotations

import resource
import struct
import zlib

from pendopo.base.made_anew import Clean, Unfit, cleaned
from pendopo.base.pdf_bounded import found_in_pdf

GIGABYTE = 1024**3


def unfolding_to(size: int) -> bytes:
    """A PDF of one page whose object stream unfolds to so many bytes."""
    packer = zlib.compressobj(9)
    head = b"10 0 11 4 "
    packed = packer.compress(head + b"null 1 ")
    for _ in range(size >> 20):
        packed += packer.compress(b" " * (1 << 20))
    packed += packer.flush()
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R/X 10 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Y 10 0 R>>",
        4: b"<</Type/ObjStm/N 2/First %d/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream"
        % (len(head), len(packed), packed),
    }
    made, at = b"%PDF-1.5\n", {}
    for number, body in bodies.items():
        at[number] = len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    at[5] = len(made)
    rows = b"".join(
        struct.pack(">BIH", 1, at[n], 0)
        if n in at
        else struct.pack(">BIH", 2, 4, n - 10)
        if n >= 10
        else struct.pack(">BIH", 0, 0, 65535)
        for n in range(12)
    )
    packed = zlib.compress(rows)
    made += (
        b"5 0 obj\n<</Type/XRef/Size 12/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length %d>>\n"
        b"stream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(packed), packed, at[5])
    )
    return made


def held() -> int:
    """The most bytes that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def test_a_small_file_of_this_kind_is_an_ordinary_pdf() -> None:
    made = cleaned(unfolding_to(1 << 20))
    assert isinstance(made, Clean)
    assert made.pages == 1


def test_a_pdf_that_unfolds_to_gigabytes_takes_no_memory_of_the_server() -> None:
    swelling = unfolding_to(GIGABYTE)
    before = held()
    cleaned(swelling)
    found_in_pdf(swelling, "(cek)")
    assert held() - before < GIGABYTE // 4


def test_what_is_no_pdf_but_says_so_is_told_to_be_broken() -> None:
    made = cleaned(b"%PDF-1.7\nnothing of the kind")
    assert isinstance(made, Unfit)
    assert made.code == "broken"
