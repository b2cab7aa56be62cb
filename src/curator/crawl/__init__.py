"""Many URLs at once, each once: bounded, interruptible, and resumed by the next run."""

from curator.crawl.batches import Post, ask_at_once
from curator.crawl.due import due, failed_before, witnesses
from curator.crawl.progress import Progress
from curator.crawl.run import More, Outcome, crawl

__all__ = [
    "More",
    "Outcome",
    "Post",
    "Progress",
    "ask_at_once",
    "crawl",
    "due",
    "failed_before",
    "witnesses",
]
