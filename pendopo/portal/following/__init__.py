# SPDX-License-Identifier: EUPL-1.2
"""A citizen follows her case: where it stands, what she may do now, and whether a paper is true."""
