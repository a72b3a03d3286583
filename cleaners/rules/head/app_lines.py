"""A site's panel on telephones above a text: `微信扫一扫，进入小程序刷题`, `下载某某APP，随时学`. Kinds: `lead_lines`.

Sites name their own application in it, so no list of words has all of such a line: an act, a thing for telephones, and
besides them closed words and one name. Only above a title; with all words known: `web_words`.
"""

from cleaners.regex import regex

_ACT = "扫一扫|扫码|扫描|长按|识别|下载|打开|进入|关注|安装|搜索|添加"
_THING = "微信|小程序|公众号|二维码|APP|App|app|客户端|手机端|服务号"
_BESIDE = (
    "手机|电脑|平板|上方|下方|右侧|左侧|图片|随时|随地|在线|免费|立即|马上|快速|一键|更多|更方便|更便捷|方便|轻松|海量|试题|试卷|题库"
    "|刷题|做题|答题|搜题|练习|学习|考试|备考|模拟|查看|阅读|浏览|答案|解析|全文|本文|文章|内容|文档|范文|资料|资源|分享|收藏|订阅"
    "|领取|获取|体验|使用|即可|可以|直接|继续|官方|最新|精彩|好友|朋友圈|掌上|移动|版|端|您|你|我们|我|请|用|来|去|的|和|与|或|到|在|上|就|看|听|读|下|里|中|加|群|新|更|享|让|为"
)
_NAME = (
    r"[“”\"「」『』《》【】][^“”\"「」『』《》【】\n，。；]{1,16}[“”\"「」『』《》【】]"
    r"|[一-鿿A-Za-z0-9]{1,8}?(?=微信|小程序|公众号|APP|App|app|客户端)"
)
APP_LINE = regex(
    rf"(?=[^\n]{{4,48}}\Z)(?=[^\n]{{0,24}}(?:{_ACT}))(?=[^\n]{{0,40}}(?:{_THING}))"
    rf"(?:{_ACT}|{_THING}|{_BESIDE}|{_NAME}|[,，!！~～|｜\s/、:：▲▼↑↓→>»]){{2,30}}+"
)
"""Such words only, of a line of 48 characters at most, and one name in marks or before the thing; possessive."""
