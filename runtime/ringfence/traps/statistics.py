"""The quantile of the normal distribution (Wichura 1988, AS241), as the host's own module has it."""

from __future__ import annotations

import statistics
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap


@trap("statistics.normal_quantile")
def normal_quantile(context: TrapContext, p: Any, mu: Any, sigma: Any) -> float:
    """The number below which a share p of a normal distribution lies."""
    if type(p) is not float or type(mu) is not float or type(sigma) is not float:
        raise TrapDeclined
    return statistics.NormalDist(mu, sigma).inv_cdf(p)
