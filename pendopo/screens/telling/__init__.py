# SPDX-License-Identifier: EUPL-1.2
"""A case told in sentences: what happened, where it stands, when it is due and why."""
