"""Pages of well-known sites that stand in place of a thing that was taken down, by their markup.

They answer 200, bear no title and no heading, and say it in words that are ordinary elsewhere.
"""

from __future__ import annotations

import re
from typing import Final

from curator.probes.signs.clues import Clue, Nature, Weight, Where

REMOVALS: Final = (
    # What mp.weixin.qq.com shows for an article that its author or the site took down
    Clue(
        name="weixin-removed",
        nature=Nature.NOT_FOUND,
        weight=Weight.PROOF,
        where=Where.MARKUP,
        pattern=re.compile(
            r"(?:weui-msg__title|global_error_msg)[^<>]{0,60}>\s{0,20}"
            r"(?:(?:该|此)(?:内容|文章)(?:已被|被|因|发送失败).{0,40}"
            r"|(?:该|此)(?:公众号|帐号|账号|微信号).{0,20}(?:迁移|屏蔽|注销|冻结|封禁|停用).{0,20}|参数错误)\s{0,20}<"
        ),
    ),
)
