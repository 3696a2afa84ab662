# SPDX-License-Identifier: EUPL-1.2
"""No table of its own: Django calls an app after a migration only if it has this module."""
