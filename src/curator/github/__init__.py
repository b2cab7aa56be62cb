"""GitHub: the one living issue and the one pull request that curator keeps, and what is there."""

from curator.github.client import GitHub
from curator.github.graphql import GraphQL, graphql_url, token_from
from curator.github.issue import publish_issue
from curator.github.outcome import Action, Outcome
from curator.github.pull_request import publish_pull_request

__all__ = [
    "Action",
    "GitHub",
    "GraphQL",
    "Outcome",
    "graphql_url",
    "publish_issue",
    "publish_pull_request",
    "token_from",
]
