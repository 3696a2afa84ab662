# SPDX-License-Identifier: EUPL-1.2
"""Personal values at rest: sealed, found again by a blind index, and vouched for by a digest."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from pendopo.base.canonical import Json, canonical_bytes
from pendopo.base.keys import Secrets, stretched

_NONCE = 12


class Unreadable(ValueError):
    """A sealed value that cannot be opened: other key, office or purpose, or changed bytes."""


class NoKey(ImproperlyConfigured):
    """There is no key yet, or no longer; nothing is sealed or opened without one."""

    def __init__(self) -> None:
        super().__init__(
            f"Kunci data {settings.PENDOPO_VAR / 'secret'} tidak ada. Jalankan `pendopo serve`: "
            "untuk pemasangan baru kunci itu dibuat, selain itu tertulis apa yang perlu dilakukan."
        )


def seal(office: str, purpose: str, text: str) -> str:
    """Encrypt with AES-256-GCM under the newest key, bound to the office and the purpose.

    Two seals of the same text differ. The answer begins with the version of the key: `1.…`.
    """
    version, secret = _secrets()[0]
    nonce = secrets.token_bytes(_NONCE)
    sealed = _cipher(secret, office).encrypt(nonce, text.encode(), _bound(office, purpose))
    return f"{version}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"


def unseal(office: str, purpose: str, sealed: str) -> str:
    """The text again. Raises Unreadable."""
    version, _, body = sealed.partition(".")
    try:
        secret = dict(_secrets())[int(version)]
        data = base64.b64decode(body, altchars=b"-_", validate=True)
        nonce, rest = data[:_NONCE], data[_NONCE:]
        return _cipher(secret, office).decrypt(nonce, rest, _bound(office, purpose)).decode()
    except (ValueError, KeyError, InvalidTag) as reason:
        raise Unreadable(
            "Isian tersandi ini tidak dapat dibuka: kuncinya lain atau isinya berubah."
        ) from reason


def sealed_with_old_key(sealed: str) -> bool:
    """Whether a rotation has passed since, so that it should be sealed again."""
    return sealed.partition(".")[0] != str(_secrets()[0][0])


def blind_index(office: str, purpose: str, value: str) -> str:
    """What to store beside a sealed value so that equal values of one office can be found.

    Nothing is tidied: give one spelling of a value (digits only, lower case …). At most 48
    characters.
    """
    return blind_indexes(office, purpose, value)[0]


def blind_indexes(office: str, purpose: str, value: str) -> tuple[str, ...]:
    """What to look for: the index under each readable key, newest first."""
    return tuple(
        f"{version}.{_index(stretched(secret, 'blind-index'), [office, purpose, value])}"
        for version, secret in _secrets()
    )


def derived_keys(purpose: str) -> tuple[bytes, ...]:
    """32 bytes for a purpose of the caller's own under each readable key, newest first."""
    return tuple(stretched(secret, f"own/{purpose}") for _, secret in _secrets())


def new_salt() -> str:
    """A salt to keep beside erasable values, and to erase with them."""
    return secrets.token_hex(16)


def salted_digest(salt: str, values: Json) -> str:
    """What an event keeps instead of values: nothing can be guessed from it without the salt."""
    return hmac.new(salt.encode(), canonical_bytes(values), hashlib.sha256).hexdigest()


def _index(key: bytes, value: Json) -> str:
    mac = hmac.new(key, canonical_bytes(value), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def _cipher(secret: str, office: str) -> AESGCM:
    # One key per office keeps random nonces far below their limit of 2³² messages per key.
    return AESGCM(stretched(secret, f"seal/{office}"))


def _bound(office: str, purpose: str) -> bytes:
    return canonical_bytes([office, purpose])


def _secrets() -> Secrets:
    found: Secrets = settings.PENDOPO_SECRETS
    if not found:
        raise NoKey
    return found
