"""The web itself: a loopback address for each host, one thread, everything counted."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from web.case import Case
from web.certificates import Authority
from web.connections import Host, Moment, serve
from web.counts import Count
from web.handlers import refused, unreachable
from web.listeners import Blackhole, OldServer, Serve, answer_in_plain, refuse_handshake
from web.names import NameServer
from web.places import Place, Way, fill, places, urls_by_address, urls_by_name
from web.proxy import Proxy, serve_secret
from web.reachable import RECORDS
from web.sealed import METADATA_ADDRESS, MUTE_ADDRESS, NAME_SERVER


class _Closable(Protocol):
    def close(self) -> object: ...


class Web:
    """`with Web(cases, folder) as web:` and the hosts of all cases answer."""

    def __init__(
        self,
        cases: Sequence[Case],
        folder: Path,
        *,
        scale: float = 1.0,
        way: Way = Way.ADDRESS,
        ports: tuple[int, int] = (0, 0),
    ) -> None:
        """`scale` shortens delays."""
        self.cases = tuple(cases)
        self.way = way
        self.authority = Authority(folder)
        self.moment = Moment(scale=scale)
        self.metadata = Count()
        """What came for a cloud's metadata service."""
        self.proxy_url = ""
        self.hosts: dict[tuple[str, str], Host] = {}
        """By case and role."""
        self._urls: dict[str, Mapping[str, str]] = {}
        self._by_host: dict[str, Host] = {}
        self._ports = ports
        self._open: list[_Closable] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._run(self._start())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def links(self) -> Iterator[tuple[Case, str]]:
        """Every case with the URL to list, in order."""
        for case in self.cases:
            yield case, self.fill(case, case.url)

    def fill(self, case: Case, template: str) -> str:
        """A template of `case` as it stands in this web."""
        return fill(template, self._urls[case.name])

    def set_day(self, day: int) -> None:
        """Another simulated day: turns are counted anew."""
        self.moment.day = day
        for host in self.hosts.values():
            host.turns.clear()

    def requests(self) -> int:
        return sum(host.count.requests for host in self.hosts.values())

    def forget(self) -> None:
        """Count from zero, for the next visitor."""
        for host in self.hosts.values():
            host.count.clear()
            host.turns.clear()
        self.metadata.clear()

    async def _start(self) -> None:
        every = places(self.cases)
        port, tls_port = _free_ports(every[0].address) if self._ports == (0, 0) else self._ports
        for case in self.cases:
            mine = [place for place in every if place.case is case]
            urls = self._plain_urls(mine, port, tls_port)
            urls = self._urls[case.name] = {**self._urls.get(case.home, {}), **urls}
            for place in mine:
                host = Host(
                    place=place, handler=case.hosts[place.role], urls=urls, moment=self.moment
                )
                self.hosts[case.name, place.role] = host
                self._by_host |= {place.name: host, place.address: host}
                await self._listen(host, port)
                await self._listen_tls(host, port, tls_port)
        await self._listen_proxy(port, tls_port)
        if self.way is Way.NAMES:
            await self._listen_sealed()

    def _plain_urls(self, mine: Sequence[Place], port: int, tls_port: int) -> Mapping[str, str]:
        if self.way is Way.ADDRESS:
            return urls_by_address(mine, port, tls_port)
        return urls_by_name(mine)

    async def _listen(self, host: Host, port: int) -> None:
        if host.handler is unreachable:
            self._open.append(Blackhole(host.place.address, port))
        elif host.handler is not refused:
            await self._serve(partial(serve, host), host.place.address, port)

    async def _listen_tls(self, host: Host, port: int, tls_port: int) -> None:
        place = host.place
        match place.case.tls.get(place.role):
            case None:
                return
            case "alert":
                await self._serve(refuse_handshake, place.address, tls_port)
            case "plain":
                await self._serve(answer_in_plain, place.address, tls_port)
            case "tls10":
                context = self.authority.context("tls10", place.name, place.address)
                self._open.append(OldServer(place.address, tls_port, context, port))
            case kind:
                context = self.authority.context(kind, place.name, place.address)
                await self._serve(partial(serve, host), place.address, tls_port, context)

    async def _listen_proxy(self, port: int, tls_port: int) -> None:
        proxy = Proxy(
            host_of=self._by_host.get,
            port_of=lambda host, named: tls_port if named in (443, tls_port) else port,
            metadata=self.metadata,
        )
        server = await self._serve(proxy.serve, "127.0.0.1", 0)
        self.proxy_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def _listen_sealed(self) -> None:
        """The name server, the metadata service that nobody must call, and a host that is mute."""
        names = {host.place.name: host.place for host in self.hosts.values()}
        records = {
            name: (place.address, *(place.case.extra_addresses if place.role == "self" else ()))
            for name, place in names.items()
        }
        await self._loop.create_datagram_endpoint(
            lambda: NameServer(records={**records, **RECORDS}), (NAME_SERVER, 53)
        )
        await self._serve(partial(serve_secret, self.metadata), METADATA_ADDRESS, 80)
        self._open.append(Blackhole(MUTE_ADDRESS, 80))

    async def _serve(
        self, talk: Serve, address: str, port: int, context: ssl.SSLContext | None = None
    ) -> asyncio.Server:
        server = await asyncio.start_server(talk, address, port, ssl=context, backlog=64)
        self._open.append(server)
        return server

    async def _stop(self) -> None:
        for listener in self._open:
            listener.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result()


def _free_ports(address: str) -> tuple[int, int]:
    """Two ports that are free on one loopback address, and so very likely on all."""
    with socket.create_server((address, 0)) as one, socket.create_server((address, 0)) as two:
        return one.getsockname()[1], two.getsockname()[1]
