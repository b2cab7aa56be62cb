"""How error pages say that a thing is not there, language by language: words, no rules.

`notfound` reads them. All strings are phrases with `|` between them; case, accents, apostrophes and
punctuation don't matter.
"""

from __future__ import annotations

from typing import Final

from curator.probes.wordings.english import APOLOGIES, AROUND, BARE, CODED, ENGLISH
from curator.probes.wordings.european import OTHER_EUROPEAN
from curator.probes.wordings.germanic import GERMANIC
from curator.probes.wordings.romance import ROMANCE
from curator.probes.wordings.slavic import SLAVIC
from curator.probes.wordings.southern import SOUTHERN
from curator.probes.wordings.unspaced import SIMPLER, UNSPACED
from curator.probes.wordings.wording import Wording

__all__ = ["APOLOGIES", "AROUND", "BARE", "CODED", "SIMPLER", "SPACED", "UNSPACED", "Wording"]

SPACED: Final = (ENGLISH, *GERMANIC, *ROMANCE, *SLAVIC, *OTHER_EUROPEAN, *SOUTHERN)
"""Of languages that put spaces between words."""
