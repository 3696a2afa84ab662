# SPDX-License-Identifier: EUPL-1.2
"""From a case to what is printed: plain values for `pendopo.papers`, nothing rendered here."""
