# SPDX-License-Identifier: EUPL-1.2
"""Who an office is: its villages, positions and officers, when it is open, and who may do what."""
