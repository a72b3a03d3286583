"""The stamps that document libraries, and those who upload, put into the text of files. Taking them: `portal_dump`.

Exact phrases: they stand between the lines, at the head of each page or glued to a title (realtext 3b).
"""

import re

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.folding import folded

_ASKED = r"如有侵权[,，]?\s?(?:请|可)?(?:联系)?(?:网站|本站|我们|作者)?(?:进行)?(?:删除|处理)"
_LEARN = r"[仅只]供(?:学习|参考|交流)(?:[与和、](?:学习|参考|交流))?(?:使用|之用)?"
WATERMARK = regex(
    r"(?:精选|优质|优选|精品|推荐){1,2}(?:文档|资料|文件)\s?[-—]{1,12}\s?(?:倾情|用心|专心|竭诚|诚心|倾心)[为给][您你]"
    r"?(?:奉上|送上|奉献|献上|整理|服务)|专心[-—]{1,5}专注[-—]{1,5}专业|(?:内容)?来自淘豆网\s?www\.taodocs\.com\s?(?:转载)?请标明出处[.。]?"
    r"|精品文档[,， ]仅供(?:学习与交流[,，]如有侵权请联系网站删除|参考)|原创整理[,，]仅供参考\s{0,2}(?:PAGE\s?\d{0,3})?"
    r"|文档仅供参考[,，]不当之处[,，]请联系改正。?"
    rf"|【精品文档】\s?{_ASKED}[,，]\s?{_LEARN}|[.．]{{1,8}}精品文档[.．]{{1,8}}|精品文档就在这里"
    r"|[-—]{2,40}各类专业好文档[,，]值得你下载[^-—。\n]{0,50}应有尽有[-—]{0,200}(?:\s{0,4}[-—]{20,200})?"
    r"|文[档件]来源(?:为|于)?[:：]?从?网络(?:收集|搜集)?整理[.．。,，]?\s?word版本可编辑[.．。,，]?(?:欢迎下载支持[.．。]?)?"
    rf"|(?:此|本)?(?:文档|资料|内容)(?:仅供)?(?:收集|来源|来自|整理)(?:整理)?[于自](?:互联)?网络?[,，]\s?{_ASKED}[.．。]?"
    r"|资料内容仅供您学习参考[,，]如有不当(?:之处|或者侵权)?[,，]请联系改正或者(?:网站)?删除[.．。]?"
    r"|word\s?(?:格式|文档|版本)[-—\s]{0,4}可(?:自由)?编辑[-—\s]{0,4}(?:感谢|欢迎)下载(?:支持)?"
    r"|学习必备\s{1,6}欢迎下载|名师精编\s{1,6}(?:优秀教案|欢迎下载)|精品(?:资料|文档)\s{1,6}(?:值得|欢迎)下载"
    r"|书山有路勤为径[,，]学海无涯苦作舟(?=\s{0,4}页码)"
)
"""What is stamped into files, in simplified characters. Exact phrases with bounded gaps, each from a rare word on."""
STAMP_MARKS = by_rarest((
    "倾情为你奉上", "淘豆网", "精品文档", "原创整理", "文档仅供参考", "专注-", "专注—", "专业好文档", "版本可编辑",
    "网络,如有侵权", "网络，如有侵权", "网,如有侵权", "网，如有侵权", "资料内容仅供", "感谢下载", "欢迎下载",
    "学习必备", "名师精编",
    "精品资料", "书山有路勤为径",
    "你奉上", "您奉上", "您送上", "你送上", "您奉献", "你奉献", "您献上", "您整理", "您服务",
    "淘豆網", "精品文檔", "原創整理", "文檔僅供參考", "專註", "專注-", "專注—",
))  # fmt: skip
"""Each stamp holds one of them, in the script of its page: others cost no search."""


def stamps_in(text: str) -> list[re.Match[str]]:
    """Find what portals stamp into a text, in either script; places are those of the text."""
    if not has_any(text, STAMP_MARKS):
        return []
    return list(WATERMARK.finditer(folded(text)))


def unstamped(words: str) -> str:
    """Take a portal's stamps out of a line, in either script, and the blanks at its ends."""
    pieces, at = [], 0
    for stamp in stamps_in(words):
        pieces.append(words[at : stamp.start()])
        at = stamp.end()
    return "".join([*pieces, words[at:]]).strip()
