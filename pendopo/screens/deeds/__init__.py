# SPDX-License-Identifier: EUPL-1.2
"""What may be done with a case: offered, asked for, read, refused in words, told when done."""
