# SPDX-License-Identifier: EUPL-1.2
"""An answer for whatever goes wrong, and words for what pydantic says of a request."""

from __future__ import annotations

import logging

from django.core.exceptions import (
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import OperationalError
from django.http import Http404, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja.errors import HttpError, ValidationError

from pendopo.api import problems
from pendopo.api.problems import Refusal, refuse, unfit
from pendopo.base.room import has_no_room
from pendopo.base.sealing import NoKey, Unreadable
from pendopo.domain.forms import Trouble

logger = logging.getLogger(__name__)

_SAYS = {
    "missing": "Isi dahulu.",
    "string_type": "Tulis sebagai teks.",
    "string_too_long": "Terlalu panjang.",
    "string_too_short": "Terlalu pendek.",
    "int_type": "Tulis angka bulat.",
    "int_parsing": "Tulis angka bulat.",
    "int_from_float": "Tulis angka bulat.",
    "bool_type": "Jawab true atau false.",
    "bool_parsing": "Jawab true atau false.",
    "dict_type": "Tulis sebagai objek JSON: {…}.",
    "model_attributes_type": "Tulis sebagai objek JSON: {…}.",
    "model_type": "Tulis sebagai objek JSON: {…}.",
    "list_type": "Tulis sebagai daftar: […].",
    "uuid_parsing": "Ini bukan nomor yang pernah diberikan.",
    "uuid_type": "Ini bukan nomor yang pernah diberikan.",
    "extra_forbidden": "Isian ini tidak dikenal; periksa namanya.",
}


_OTHER_KEY = (
    "Data berkas ini tersandi, dan kunci di server ini tidak membukanya. Beri tahu pengelola "
    "Pendopo kantor ini: kunci yang dulu perlu dikembalikan. Datanya sendiri tetap ada."
)
_NO_ROOM = (
    "Tempat penyimpanan di server penuh. Belum ada yang tersimpan; beri tahu petugas, lalu kirim "
    "lagi nanti."
)


def problem_for(fault: BaseException) -> Refusal:
    """The answer for whatever was raised. What nobody expected is logged and told to no one."""
    match fault:
        case Refusal():
            return fault
        case ValidationError():
            return unfit(_places(fault))
        case HttpError():
            cause = fault.__cause__
            return cause if isinstance(cause, Refusal) else _of_status(fault.status_code)
        case Http404():
            return problems.not_found()
        case RequestDataTooBig() | TooManyFieldsSent() | TooManyFilesSent():
            return refuse(413, "Isi lebih besar dari yang dapat diterima. Kirim sebagian-sebagian.")
        case Unreadable() | NoKey():
            logger.error("API: sealed values cannot be opened with the key at hand")
            return refuse(503, _OTHER_KEY)
        case OSError() | OperationalError() if has_no_room(fault):
            logger.error("API: no room left where the data is kept")
            return refuse(507, _NO_ROOM)
        case MultiPartParserError() | UnreadablePostError() | SuspiciousOperation():
            return refuse(400, "Isi permintaan terputus atau tidak dapat dibaca. Kirim ulang.")
        case _:
            logger.error("API: %s", type(fault).__name__, exc_info=fault)
            return refuse(500, "Maaf, ada yang salah di pihak kami. Coba lagi sebentar lagi.")


def _of_status(status: int) -> Refusal:
    known = status if status in problems.TITLES else 400
    return refuse(known, "Permintaan tidak dapat dibaca. Periksa isinya, lalu kirim lagi.")


def _places(fault: ValidationError) -> list[Trouble]:
    return [
        Trouble(
            "/".join(str(part) for part in one["loc"][1:]) or str(one["loc"][0]),
            _SAYS.get(one["type"], "Isian ini tidak sesuai; periksa bentuknya."),
        )
        for one in fault.errors
    ]
