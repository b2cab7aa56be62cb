"""Walls that answer 200, and the living pages that speak of them."""

from __future__ import annotations

import pytest

from curator.judge.cases import Case, case_of
from probes.answering import Reply, drive, html

_LEGACY = '<form id="challenge-form"><input type="hidden" name="jschl_vc" value="8f"/></form>'
_REFERENCE = (
    'You don\'t have permission to access "http://a.example/x" on this server.<p>'
    "Reference #18.5d3c1702.1700000000.1a2b3c"
)
_RAY = "<h2>You are being rate limited</h2>"


def _case(body: bytes) -> Case:
    return case_of(drive(lambda _: Reply(body=body)).evidence.attempts[-1])


@pytest.mark.parametrize(
    "body",
    [
        html("One moment", body=_LEGACY),
        html("", heading="Error 1015 Ray ID: 8a0b1c2d3e4f5a6b", body=_RAY),
        html("Access denied | a.example used Cloudflare to restrict access"),
        html("", heading="Access Denied", text=_REFERENCE),
        html("", body="<script src=//www.google.com/recaptcha/challengepage/a.js></script>"),
        html("Error 403 (Forbidden)!!1"),
        html("Attention Required! | 百度云加速"),
        b'<meta http-equiv="refresh" content="9;/.well-known/sgcaptcha/?r=%2Fx">',
        html("", body="<script>location.href='/.well-known/sgcaptcha/?r=%2F'</script>"),
        html(
            "",
            body="<script>window.location.replace("
            '"https://a.example:443//x/_____tmd_____/punish?x5secdata=a")</script>',
        ),
    ],
)
def test_walls(body: bytes) -> None:
    assert _case(body) is Case.BLOCKED


@pytest.mark.parametrize(
    "body",
    [
        html(
            "Old challenges",
            text='The form had an <input name="jschl_vc"> in it'.replace("<", "&lt;"),
        ),
        html("Error 1015", heading="Error 1015: you are being rate limited", text="Wait a while."),
        html("How to read “Access denied | used Cloudflare to restrict access”"),
        html("Akamai", text="What does Reference #18.5d3c1702.1700000000 mean on a denied page?"),
        html("Error 403 (Forbidden)!!1 explained", text="403. That's an error."),
        html("百度云加速 | 产品文档", heading="百度云加速", text="加速与安全。"),
        html("Captchas", text="We were sent to /.well-known/sgcaptcha/ and back."),
        html("x5sec", body="<script>var path = '/_____tmd_____/punish'; watch(path)</script>"),
    ],
)
def test_pages_about_walls(body: bytes) -> None:
    assert _case(body) is Case.GOOD
