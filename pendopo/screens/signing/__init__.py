# SPDX-License-Identifier: EUPL-1.2
"""Signing, folders that go out to be signed, and handing over several files at once."""
