"""Walls that answer 200, and the living pages that speak of them."""

from __future__ import annotations

import pytest

from curator.evidence import Attempt
from curator.judge.cases import Case, case_of
from curator.probes.contract import Ask
from probes.answering import LISTED, Reply, by_url, drive, html, redirect

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


SAID = {
    "english": ("One second", "Please verify that you are human before you go on."),
    "thinks": ("Hello", "Something made us think you were a bot."),
    "checks": ("heron.example", "Checking if the site connection is secure"),
    "queries": ("Sorry", "Your network may be sending automated queries."),
    "denied": ("heron.example", "Your request was blocked. Incident ID: 5f00aa12"),
    "french": ("Un moment", "Confirmez que vous êtes bien un être humain."),
    "german": ("Kurze Prüfung", "Bestätigen Sie, dass Sie kein Roboter sind."),
    "spanish": ("Un segundo", "Confirma que no eres un robot"),
    "portuguese": ("Um momento", "Confirme que você não é um robô."),
    "polish": ("Chwila", "Potwierdź, że jesteś człowiekiem."),
    "russian": ("Проверка", "Подтвердите, что вы не робот"),
    "turkish": ("Bir an", "Lütfen robot olmadığınızı doğrulayın"),
    "japanese": ("確認", "ロボットではないことを確認します"),
    "korean": ("확인", "로봇이 아님을 확인해 주세요"),
    "chinese": ("提示", "当前网络环境存在异常，请完成安全验证"),
    "chinese, too often": ("提示", "您的访问过于频繁，请稍后再来"),
    "chinese, refused": ("提示", "请求已被管理员设置的策略阻断"),
    "chinese, yours": ("云防护", "您提交的请求存在威胁，已被拦截"),
    "of a site": ("安全验证 - 苍鹭", "向右移动"),
    "of a site, too": ("Heron | Access Denied", "Error 15"),
}


@pytest.mark.parametrize(("title", "text"), SAID.values(), ids=SAID)
def test_what_walls_of_every_make_say(title: str, text: str) -> None:
    assert _case(html(title, text=text)) is Case.BLOCKED


SPOKEN_OF = {
    "visitors": ("A captcha for Go", "It tells whether your visitors are human."),
    "a form": ("Write to us", "Confirm that you are not a robot.<textarea name=text></textarea>"),
    "a mail": ("News", "Please verify that you are human <input class=x type='email'>"),
    "workers": ("Service Worker 入门", "请求被拦截后可以返回缓存。"),
    "fingers": ("指纹工具", "用手机指纹完成身份验证的开源工具。"),
    "policy": ("内容安全策略", "浏览器按照安全策略加载脚本，降低网络安全风险。"),
    "tale": ("三定律", "他不是机器人，是真人。"),
    "limits": ("接口说明", "请求过多时返回 429。"),
    "slider": ("滑块组件", "拖动滑块可以调节音量，完成拼图即可过关。"),
    "song": ("I Am Not a Robot", "Chords and lyrics."),
    "film": ("Access Denied (1997)", "A short film about a door."),
    "hold": ("Reset the lamp", "Press and hold the button, then drag the slider to the left."),
    "library": ("Captcha", "Draws letters. Install it, and call draw()."),
}


@pytest.mark.parametrize(("title", "text"), SPOKEN_OF.values(), ids=SPOKEN_OF)
def test_what_speaks_of_them(title: str, text: str) -> None:
    assert _case(html(title, text=text)) is Case.GOOD


def test_long_pages_say_what_they_like() -> None:
    text = "Verify that you are human. " + "Herons stand in the water. " * 80
    assert _case(html("A short history of captchas", text=text)) is Case.GOOD


def _end(body: bytes, status: int = 200, **headers: str) -> Attempt:
    reply = Reply(status=status, body=body, headers=headers)
    return drive(lambda _: reply).evidence.attempts[-1]


_ONLY_A_COOKIE = (
    b"<script>var a='t1';document.cookie='__k='+a+';path=/';"
    b"location.href=location.pathname+location.search</script>"
)


@pytest.mark.parametrize("status", [200, 503, 521])
def test_a_script_that_sets_a_cookie_and_asks_again(status: int) -> None:
    assert case_of(_end(_ONLY_A_COOKIE, status)) is Case.BLOCKED


@pytest.mark.parametrize(
    "body",
    [
        b"<div id=root></div><script>document.cookie='tz=1';location.reload()</script>",
        b"<script>document.cookie='lang=de';location.href='/de/'</script>",
        html("Herons", body="<script>document.cookie='seen=1';location.reload()</script>"),
    ],
)
def test_cookies_of_others(body: bytes) -> None:
    assert case_of(_end(body)) is Case.GOOD


_JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("data", "case"),
    [
        ('{"code":-352,"message":"\\u98ce\\u63a7","ttl":1}', Case.BLOCKED),
        ('{ "code" : -412, "message":"请求被拦截" }', Case.BLOCKED),
        ('{"error":{"message":"请求存在异常","code":40362}}', Case.BLOCKED),
        ('{"code":0,"message":"ok","data":{"code":-352}}', Case.GOOD),
        ('{"rows":[-352,-412],"message":"a table"}', Case.GOOD),
        ('{"message":"Your request was denied: no key"}', Case.GOOD),
    ],
)
def test_data_in_place_of_a_page(data: str, case: Case) -> None:
    assert case_of(_end(data.encode(), **_JSON)) is case


@pytest.mark.parametrize("status", [404, 410, 500])
def test_what_a_wall_leads_on_to_is_a_test_and_not_asked_for(status: int) -> None:
    refresh = (
        '<meta http-equiv="refresh" content="1; url=/.within.website/x/cmd/anubis/api/pass?id=7">'
    )
    wall = html("One moment", head=refresh, body='<script id="anubis_challenge"></script>')
    seen = drive(lambda ask: Reply(body=wall) if ask.url == LISTED else Reply(status=status))
    assert case_of(seen.evidence.attempts[-1]) is Case.BLOCKED
    assert seen.urls == [LISTED]


def test_a_wall_that_leads_to_itself_under_ever_new_names_is_one() -> None:
    def web(ask: Ask) -> Reply:
        again = f"/page?bm-verify={len(ask.url)}x{ask.url[-9:]}"
        token = f'<meta http-equiv=refresh content="5; url={again}">'
        return Reply(body=html("", head=token, body="<script>'/_sec/verify?provider=x'</script>"))

    assert case_of(drive(web).evidence.attempts[-1]) is Case.BLOCKED


def test_a_refresh_with_a_title_of_a_wall_is_a_redirect_all_the_same() -> None:
    there = "https://a.example/new"
    stub = html("Just a moment...", head=f"<meta http-equiv=refresh content='0; url={there}'>")
    seen = drive(by_url({LISTED: Reply(body=stub), there: Reply()}))
    assert case_of(seen.evidence.attempts[-1]) is Case.GOOD


DOORS = {
    "consent": ("/zustimmung?url=https%3A%2F%2Fa.example%2Fpage", "Mit Werbung weiterlesen"),
    "risk": (
        "/handler/0310/?returnurl=https%3A%2F%2Fa.example%2Fpage%3Fx%3D1",
        "快速验证，马上就好",
    ),
    "age": ("/over?dest=/page", "Tell us how old you are, and we show you the rest."),
    "members": ("/enter?then=%2Fpage", "Mitglieder haben hier Zutritt, alle anderen bald."),
}


@pytest.mark.parametrize(("to", "text"), DOORS.values(), ids=DOORS)
def test_a_door_that_knows_the_way_back(to: str, text: str) -> None:
    door = f"https://a.example{to}"
    seen = drive(by_url({LISTED: redirect(door, 302), door: Reply(body=html("Hm", text=text))}))
    assert case_of(seen.evidence.attempts[-1]) is Case.GATED


@pytest.mark.parametrize(
    ("to", "text"),
    [
        ("/?from=/page", "The front page knows where its reader came from."),
        ("/handbook?from=/page", "Herons stand in the water. " * 80),
        ("/handbook?from=/other", "A short page."),
        ("/search?q=/page", "A short page."),
    ],
)
def test_not_every_address_in_an_address_is_a_way_back(to: str, text: str) -> None:
    there = f"https://a.example{to}"
    seen = drive(by_url({LISTED: redirect(there, 302), there: Reply(body=html("Hm", text=text))}))
    assert case_of(seen.evidence.attempts[-1]) is Case.GOOD


TAGS = {
    "imperva": "<script src='/_Incapsula_Resource?SWJIYLWA=7&ns=2'></script>",
    "human": "<script>window._pxAppId='PX7';</script><script src='/7/init.js'></script>",
    "kasada": "<script>window.KPSDK={}</script><script src='/a/p.js'></script>",
    "datadome": "<script>window.ddjskey='7'</script><script src=//js.datadome.co/tags.js></script>",
    "cloudflare": "<script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script>",
}


@pytest.mark.parametrize("tag", TAGS.values(), ids=TAGS)
def test_what_vendors_put_on_living_pages(tag: str) -> None:
    hidden = "<meta name=robots content=noindex>"
    assert _case(html("Herons", text="They stand.", head=hidden, body=tag)) is Case.GOOD


@pytest.mark.parametrize(
    ("body", "case"),
    [
        (b"<script>location.href='/authwall?trk=x'</script>", Case.GATED),
        (b'<script>window.location.replace("https://a.example/signin")</script>', Case.GATED),
        (b"<script>location.href='/new'</script>", Case.GOOD),
        (b"<div id=app></div><script>if(!me)location.href='/login'</script>", Case.GOOD),
        (b"<script src=/app.js></script><script>out=()=>location='/login'</script>", Case.GOOD),
        (html("Herons", text="They stand.", body="<script>location='/login'</script>"), Case.GOOD),
    ],
)
def test_a_script_that_leads_to_a_login(body: bytes, case: Case) -> None:
    assert case_of(_end(body)) is case


WEIXIN = '<div class="weui-msg"><div class="weui-msg__title warn">{}</div></div>'


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("该内容已被发布者删除", Case.SOFT),
        ("此内容因违规无法查看", Case.SOFT),
        ("此帐号已被屏蔽, 内容无法查看", Case.SOFT),
        ("该公众号已迁移", Case.SOFT),
        ("操作成功", Case.GOOD),
        ("该内容很受读者欢迎", Case.GOOD),
    ],
)
def test_what_weixin_shows_for_what_was_taken_down(words: str, case: Case) -> None:
    assert _case(html("", body=WEIXIN.format(words))) is case


@pytest.mark.parametrize(
    ("status", "body", "case"),
    [
        (202, b"<html><script src=/c.js></script></html>", Case.BLOCKED),
        (202, html("Accepted", text="The job was taken."), Case.GOOD),
        (202, b"", Case.ODD),
        (200, b"<html><script src=/c.js></script></html>", Case.GOOD),
        (200, b"<html><script>$_ts=window['$_ts'];</script></html>", Case.BLOCKED),
    ],
)
def test_accepted_and_nothing_to_read(status: int, body: bytes, case: Case) -> None:
    assert case_of(_end(body, status)) is case


@pytest.mark.parametrize(
    ("to", "case"),
    [("age-gate", Case.GATED), ("maintenance.html", Case.GOOD), ("harbour", Case.SOFT)],
)
def test_where_every_name_but_the_front_page_leads(to: str, case: Case) -> None:
    home, door = "https://a.example/", f"https://a.example/{to}"

    def web(ask: Ask) -> Reply:
        if ask.url == door:
            return Reply(body=html("Herons", text="Welcome, stranger."))
        return Reply() if ask.url in (home, f"{home}robots.txt") else redirect(door, 302)

    assert case_of(drive(web, consulted=True).evidence.attempts[-1]) is case
