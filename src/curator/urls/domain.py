"""Whose a host is: the part of its name that somebody registered.

A rule of thumb and no copy of the Public Suffix List: it tells whether two pages have one owner,
never what may be asked.
"""

from __future__ import annotations

from typing import Final

# fmt: off
_SECOND_LEVEL: Final = frozenset((
    "ac", "co", "com", "edu", "gen", "go", "gob", "gov", "gouv", "ltd", "me", "mil", "ne", "net",
    "nom", "or", "org", "plc", "sch", "school", "web",
))
"""Below a country's two letters these are for everybody: example.co.uk, example.com.cn."""
_SHARED: Final = frozenset((
    "github.io", "gitlab.io", "gitee.io", "gitbook.io", "readthedocs.io", "readthedocs.org",
    "blogspot.com", "wordpress.com", "tumblr.com", "substack.com", "medium.com", "ghost.io",
    "bearblog.dev", "hashnode.dev", "notion.site", "super.site", "webflow.io", "wixsite.com",
    "weebly.com", "squarespace.com", "myshopify.com", "netlify.app", "vercel.app", "pages.dev",
    "workers.dev", "web.app", "firebaseapp.com", "herokuapp.com", "appspot.com", "run.app",
    "fly.dev", "onrender.com", "surge.sh", "glitch.me", "repl.co", "streamlit.app", "hf.space",
    "azurewebsites.net", "cloudfront.net", "amazonaws.com", "sourceforge.net", "sourceforge.io",
    "cnblogs.com", "csdn.net", "iteye.com", "lofter.com", "coding.me", "coding-pages.com",
    "hatenablog.com", "fc2.com", "livejournal.com", "narod.ru", "ucoz.ru", "tistory.com",
))
"""Below these every name has an owner of its own."""
# fmt: on


def owner_of(host: str) -> str:
    """`example.co.uk` for `www.docs.example.co.uk`; an address, or a bare name, is its own."""
    labels = host.lower().rstrip(".").split(".")
    if len(labels) < 3 or labels[-1].isdigit() or host.startswith("["):
        return ".".join(labels)
    shared = ".".join(labels[-2:]) in _SHARED
    national = len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if shared or national else labels[-2:])
