# SPDX-License-Identifier: EUPL-1.2
"""Papers: plain values in, bytes out. Knows no case, no office row and no service."""
