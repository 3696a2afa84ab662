# SPDX-License-Identifier: EUPL-1.2
"""A cap on the size of one uploaded file, while it comes in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class CappedUpload(FileUploadHandler):
    """Gives up a request with RequestDataTooBig as soon as one of its files is too big.

    Stands first in FILE_UPLOAD_HANDLERS, so that no more than the cap ever reaches the disk.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count again: the cap is for each file."""
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Count, and pass the bytes on to the next handler."""
        self.received += len(raw_data)
        if self.received > settings.PENDOPO_UPLOAD_MAX:
            most = settings.PENDOPO_UPLOAD_MAX // 1_000_000
            raise RequestDataTooBig(f"Berkas yang diunggah lebih besar dari {most} MB.")
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
