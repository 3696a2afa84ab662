# SPDX-License-Identifier: EUPL-1.2
"""The desk of an officer: the queue, the file in hand, lists, the search, who is present."""
