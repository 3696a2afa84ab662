# SPDX-License-Identifier: EUPL-1.2
"""What everybody may see: the offices, their services, and what each of them promises."""
