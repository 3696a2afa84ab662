# SPDX-License-Identifier: EUPL-1.2
"""Python reads this first in every process of a journey's server, and moves the program's clock.

So it is the same Monday morning there, whatever day it is where the tests run, and from then on
the time passes.
"""

import os
from datetime import UTC, datetime, timedelta

from pendopo.base import clock

_ahead = timedelta(seconds=float(os.environ["SECONDS_AHEAD"]))
clock.now = lambda: datetime.now(UTC) + _ahead
