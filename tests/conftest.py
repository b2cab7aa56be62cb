"""What holds for every test.

Every run tries the same made-up examples, so that a change alone decides whether its tests pass.
To look for new ones: `pytest --hypothesis-profile=search`, as often as you like.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("same")
