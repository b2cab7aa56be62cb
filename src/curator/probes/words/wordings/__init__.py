"""How error pages say that a thing is not there, language by language: words, no rules.

`notfound` reads them. All strings are phrases with `|` between them; case, accents, apostrophes and
punctuation don't matter.
"""

from __future__ import annotations

from typing import Final

from curator.probes.words.wordings.english import APOLOGIES, AROUND, BARE, CODED, ENGLISH
from curator.probes.words.wordings.european import OTHER_EUROPEAN
from curator.probes.words.wordings.germanic import GERMANIC
from curator.probes.words.wordings.romance import ROMANCE
from curator.probes.words.wordings.slavic import SLAVIC
from curator.probes.words.wordings.southern import SOUTHERN
from curator.probes.words.wordings.unspaced import SIMPLER, UNSPACED
from curator.probes.words.wordings.wording import Wording

__all__ = ["APOLOGIES", "AROUND", "BARE", "CODED", "SIMPLER", "SPACED", "UNSPACED", "Wording"]

SPACED: Final = (ENGLISH, *GERMANIC, *ROMANCE, *SLAVIC, *OTHER_EUROPEAN, *SOUTHERN)
"""Of languages that put spaces between words."""
