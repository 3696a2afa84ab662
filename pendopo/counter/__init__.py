# SPDX-License-Identifier: EUPL-1.2
"""The counter: where officers work all day in a browser. Thin: read, one service call, answer."""
