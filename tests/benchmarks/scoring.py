"""How near an extracted text is to the text that was written down for a page, and what of the site is still in it.

The measure is the reference tools' own, so that figures can be laid beside theirs: both texts folded (NFKC, without
white space, zero-width characters and the signs of markup), then the F1 of their multisets of character 4-grams.
"""

import re
import unicodedata
from collections import Counter

GRAM = 4
POOR = 0.5
"""A page below this F1 is as good as lost."""
SOME_TEXT = 20
"""Folded characters from which an error page has been taken for content."""
# One class: linear. White space, zero-width and direction marks, soft hyphen, and what Markdown and lists use.
_IGNORED = re.compile(r"[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad|\-*#>`•·●▪◦■]+")
CHROME = tuple(
    """
Powered by|复制链接|只看该作者|使用道具|举报|电梯直达|倒序浏览|阅读模式|显示全部楼层|返回列表|发表回复
高级模式|本版积分规则|发消息|加好友|收听TA|只看大图|小黑屋|手机版|Archiver|GMT+8|Processed in
登录|登陆|注册|发表评论|查看评论|最新评论|我要评论|评论|点赞|跟贴|跟帖|加关注|收藏|打印|扫一扫|扫码|二维码
微信公众号|分享到|客户端|下载APP|下载文档
相关阅读|相关推荐|相关文章|相关新闻|推荐阅读|热门推荐|猜你喜欢|大家都在看|为你推荐|精彩推荐|延伸阅读|上一篇
下一篇|上一页|下一页|阅读全文|展开全文|热搜|排行榜
版权|ICP备|ICP证|公网安备|温馨提示|关闭窗口|返回顶部|责任编辑|免责声明|联系我们|关于我们|网站地图|广告
设为首页|当前位置|Copyright|All Rights Reserved
    """.strip().replace("\n", "|").split("|")
)
"""Words of a site's furniture: the reference tools' list, put in order. Only what the true text lacks is a leak."""


def folded(text: str | None) -> str:
    """Give the characters of a text that are compared."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text or ""))


def f1(found: str, true: str) -> float:
    """Give the F1, 0 to 1, of two folded texts; 0 where either is empty."""
    one, other = _grams(found), _grams(true)
    shared = sum((one & other).values())
    return 2 * shared / (sum(one.values()) + sum(other.values())) if shared else 0.0


def _grams(text: str) -> Counter[str]:
    """Count the 4-grams of a folded text; a shorter text is its own only one."""
    if len(text) < GRAM:
        return Counter([text] if text else [])
    return Counter(text[start : start + GRAM] for start in range(len(text) - GRAM + 1))


_CHROME = tuple(folded(word) for word in CHROME)


def leaks(found: str, true: str, noise: tuple[str, ...] = ()) -> list[str]:
    """Give the words of furniture, and of the page's own noise, that a folded text has and the true one lacks."""
    return [word for word in (*_CHROME, *noise) if word in found and word not in true]
