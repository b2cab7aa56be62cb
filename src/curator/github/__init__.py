"""GitHub: the one living issue and the one pull request that curator keeps."""

from curator.github.client import GitHub
from curator.github.issue import publish_issue
from curator.github.outcome import Action, Outcome
from curator.github.pull_request import publish_pull_request

__all__ = ["Action", "GitHub", "Outcome", "publish_issue", "publish_pull_request"]
