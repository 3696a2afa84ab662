# SPDX-License-Identifier: EUPL-1.2
"""Photos and scans: those that come with a page, and where they belong in a file."""
