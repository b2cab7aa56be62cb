"""A client of the small GitHub that never sleeps."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from curator.github import GitHub
from github.hub import API, REPOSITORY, Hub


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def client(hub: Hub, slept: list[float]) -> Iterator[GitHub]:
    transport = httpx.MockTransport(lambda request: hub(request))
    with GitHub(
        token="secret\n",
        repository=REPOSITORY,
        api_url=API,
        transport=transport,
        sleep=slept.append,
    ) as github:
        yield github
