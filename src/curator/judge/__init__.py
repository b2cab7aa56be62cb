"""From evidence to a verdict: the only place that concludes anything.

`judge` is a pure function of one URL's evidence and a policy. Verdicts are never stored, so a new
policy applies to the past.
"""

from curator.judge.cascade import Asked, cascade
from curator.judge.conclude import is_readable, judge, last_good
from curator.judge.verdict import Policy, Status, Strikes, Verdict

__all__ = [
    "Asked",
    "Policy",
    "Status",
    "Strikes",
    "Verdict",
    "cascade",
    "is_readable",
    "judge",
    "last_good",
]
