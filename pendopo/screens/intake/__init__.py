# SPDX-License-Identifier: EUPL-1.2
"""Taking a file in: the service, the form with its checklist, many at once, who goes home."""
