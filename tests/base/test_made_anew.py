# SPDX-License-Identifier: EUPL-1.2
"""Pictures made anew: not larger than they may be, and one after the other."""

from __future__ import annotations

import io
import threading

from PIL import Image

from pendopo.base import made_anew
from pendopo.base.made_anew import LONG_EDGE, Clean, cleaned

ORIENTATION, ON_ITS_SIDE = 0x0112, 6


def photo(width: int, height: int) -> bytes:
    out, told = io.BytesIO(), Image.Exif()
    told[ORIENTATION] = ON_ITS_SIDE
    Image.new("RGB", (width, height), "teal").save(out, "JPEG", exif=told)
    return out.getvalue()


def test_a_large_photo_that_lies_on_its_side_is_made_small_and_upright() -> None:
    made = cleaned(photo(4800, 3600))
    assert isinstance(made, Clean)
    with Image.open(io.BytesIO(made.content)) as picture:
        assert picture.size == (LONG_EDGE * 3 // 4, LONG_EDGE)
        assert not picture.getexif()


def test_of_several_pictures_sent_at_once_one_is_unfolded_at_a_time() -> None:
    other = threading.Thread(target=cleaned, args=(photo(40, 30),))
    with made_anew._turn:
        other.start()
        other.join(0.5)
        assert other.is_alive()
    other.join()
