"""Whether a run learnt anything: did the hosts fail, or did our own network?

One silent host says nothing about our network, so a run's hosts are weighed together. A host whose
links were failing before is expected to fail again: its answer proves the network, its silence
proves nothing while others answer. Else the run that asks again what failed yesterday would be
void because it still fails.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from curator.evidence import Cause, Failure
from curator.probes.contract import Answer
from curator.urls import host_key

_MANY = 10
"""From so many hosts on, chance is no explanation for all of them being silent."""

_OURS = frozenset({Cause.NAME_TRY_AGAIN, Cause.NO_ROUTE, Cause.CONNECT_TIMEOUT, Cause.PROXY})
"""What a host that is well looks like through a network that is not."""

_SILENT = _OURS | {Cause.NO_SUCH_NAME}
"""What no other machine had a part in: some resolvers deny every name when offline."""

_NOT_ASKED = frozenset(
    {Cause.HELD_OFF, Cause.UNSAFE_ADDRESS, Cause.UNSAFE_REDIRECT, Cause.UNUSABLE_URL}
)
"""Nothing went out, so nothing is known."""


class Connectivity:
    """What the hosts of a run tell together about the network in between."""

    def __init__(self, failed_before: Container[str] = ()) -> None:
        """`failed_before`: the URLs that failed when they were last asked."""
        self._failed_before = failed_before
        self._answered: set[str] = set()
        self._vouched_for = False
        self._failed: dict[str, Cause] = {}
        self._failed_again: dict[str, Cause] = {}
        self._asking: Counter[str] = Counter()

    def ask(self, url: str, *, listed: str) -> str:
        """`url` is about to be asked on behalf of the `listed` one. Returns its host."""
        host = host_key(url)
        if listed not in self._failed_before:
            self._asking[host] += 1
        return host

    def hear(self, host: str, reply: Answer | Failure | None, *, listed: str) -> None:
        """What came of an `ask`; None when it was given up."""
        failed_then = listed in self._failed_before
        if not failed_then:
            self._asking[host] -= 1
        if isinstance(reply, Answer):
            self._answered.add(host)
        elif reply is not None and reply.cause not in _NOT_ASKED:
            (self._failed_again if failed_then else self._failed)[host] = reply.cause

    def vouch(self) -> None:
        """Somebody answered by another way than a page's: a few silent hosts are no dead network.

        Many still are; the other way may be the only one that works.
        """
        self._vouched_for = True

    @property
    def is_proven(self) -> bool:
        """Somebody answered."""
        return bool(self._answered)

    def first_wave_is_lost(self, at_once: int) -> bool:
        """Many hosts were asked by now and no machine has spoken.

        `at_once`: how many asks can be out at the same time; the others wait for their turn.
        """
        if self._answered or not _SILENT.issuperset(self._all_causes().values()):
            return False
        waited_for = {host for host, asks in self._asking.items() if asks} - self._failed.keys()
        return len(self._failed) + min(len(waited_for), at_once) >= _MANY

    def is_void(self) -> bool:
        """Nothing that was seen may be held against a link."""
        if not self._answered:
            causes = self._all_causes()
            is_ours = bool(causes) and _OURS.issuperset(causes.values())
            return len(causes) >= _MANY or (is_ours and not self._vouched_for)
        silent = self._failed.keys() - self._answered
        ours = sum(self._failed[host] in _OURS for host in silent)
        hosts = len(silent) + len(self._answered)
        return hosts >= _MANY and 2 * ours > hosts

    def _all_causes(self) -> dict[str, Cause]:
        return self._failed_again | self._failed
