"""What holds for every test, and what is too dear to be made by each file that looks at it.

Every run tries the same made-up examples, so that a change alone decides whether its tests pass.
To look for new ones: `pytest --hypothesis-profile=search`, as often as you like.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import settings

from web.days import Visited, visit_addresses, visit_names

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def visits(tmp_path_factory: pytest.TempPathFactory) -> tuple[Visited, Visited | None]:
    """The web by addresses, and by names where that can be: at once, for both mostly wait."""
    folder = tmp_path_factory.mktemp("days")
    with ThreadPoolExecutor(1) as beside:
        by_name = beside.submit(visit_names, folder / "by-name")
        by_address = visit_addresses(folder / "by-address")
        return by_address, by_name.result()
