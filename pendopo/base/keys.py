# SPDX-License-Identifier: EUPL-1.2
"""The secret of an installation: read, made once, and stretched into one key per purpose.

One secret stands alone; after a rotation several stand beside each other, each with its
version, as in `2:newer… 1:older…`. The newest writes, all of them read.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from base64 import urlsafe_b64encode
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from pendopo.base.environment import BadSetting

Secrets: TypeAlias = tuple[tuple[int, str], ...]
"""(version, secret), newest first."""

LEAST = 32
"""Characters of a secret that cannot be guessed."""


def read_secrets(name: str, text: str) -> Secrets:
    """One secret, or several as `version:secret` with spaces between. Raises BadSetting."""
    words = text.split()
    versioned = dict(word.partition(":")[::2] for word in words)
    if len(words) == 1 and not words[0].partition(":")[0].isdigit():
        versioned = {"1": words[0]}
    if len(versioned) != len(words) or not words or not all(map(_sound, versioned.items())):
        raise BadSetting(
            name,
            f"tulis satu rahasia acak paling sedikit {LEAST} karakter, "
            "atau beberapa dengan versinya: 2:baru… 1:lama…",
            f"write one random secret of at least {LEAST} characters, "
            "or several with their versions: 2:newer… 1:older…",
        )
    return tuple(sorted(((int(v), secret) for v, secret in versioned.items()), reverse=True))


def _sound(item: tuple[str, str]) -> bool:
    version, secret = item
    return version.isascii() and version.isdigit() and len(secret) >= LEAST


def kept_secrets(path: Path) -> Secrets:
    """The secrets of a key file; none when there is no file. Raises BadSetting.

    Nothing is made here: whoever lost the key of a database must not be given another.
    """
    try:
        text = path.read_text()
    except FileNotFoundError:
        return ()
    return read_secrets(str(path), text)


def made_secrets(path: Path) -> Secrets:
    """The secrets of a key file, which is made when there is none, readable by its owner only."""
    if not path.exists():
        _make(path)
    return kept_secrets(path)


def django_keys(found: Secrets) -> list[str]:
    """What Django signs with, newest first. Without a secret, a key that ends with the process."""
    if not found:
        return [secrets.token_urlsafe(48)]
    return [urlsafe_b64encode(stretched(secret, "django", 48)).decode() for _, secret in found]


def _make(path: Path) -> None:
    """Write a whole new file and give it its name only if nobody else did: starts race here."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(f"1:{secrets.token_urlsafe(48)}\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(draft)


@lru_cache(maxsize=4096)
def stretched(secret: str, purpose: str, length: int = 32) -> bytes:
    """The key for one purpose: HKDF-SHA256 of the secret. Other purposes tell nothing of it."""
    kdf = HKDF(algorithm=SHA256(), length=length, salt=None, info=f"pendopo/{purpose}".encode())
    return kdf.derive(secret.encode())
