"""Rules for dumps of download portals: the block above the preview text and the one below it.

`portal_fields` tells what a line of that block states, for the reader as well; keywords and notices likewise.
"""

import re
from collections.abc import Iterable, Sequence

from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.titles import FILE_END, is_same_title

PORTAL = frozenset({"wenku"})
FIELD = re.compile(
    r"(?P<label>文档编号|资源编号|资源ID|文档ID|编号|ID|文件大小|资源大小|文档大小|大小|全文页数|文档页数|总页数|页数|文件格式|资源格式|文档格式|文件类型"
    r"|格式|类型|上传时间|更新时间|发布时间|上传日期|时间|下载积分|所需积分|积分|价格|售价|金币|上传人|上传者|分享者|文档热度|浏览次数|浏览|下载次数|下载量)"
    r"\s*[:：]\s*(?P<value>[^\s:：]{1,24}(?:\s\d{1,2}:\d{2}(?::\d{2})?|\s(?:[KMG]?B|[页次分元豆]|金币|积分|下载币))?|)(?=\s|$)",
    re.IGNORECASE,
)
"""One `label: value` of a portal's box. Bounded."""
BARE = re.compile(r"(?P<size>\d{1,6}(?:\.\d{1,2})?\s?[KM]B)|(?P<pages>\d{1,4}\s?页)", re.IGNORECASE)
BARE_SIZE, BARE_PAGES = "文件大小", "总页数"
"""The labels of a size and a number of pages that stand alone on their lines."""
NUMBER = re.compile(r"\d{1,5}(?:\.\d)?\+?|[\d.]{1,5}\s?(?:金币|积分|元)")
"""A price, a mark or a counter without its label."""
BUTTON = re.compile(
    r"(?:相关|资源描述|资源目录|内容描述|资源简介|下载(?:文档|本文|此文档|原文件|资源|全文)?|立即下载|免费下载|会员下载|VIP(?:免费)?下载|收藏|加入收藏|分享赚钱|分享|举报|投诉|纠错|预览|在线预览|全屏|赞助?"
    r"|点击查看更多>*|收起|展开(?:全文|阅读全文)?|开通VIP|上传文档|登录|注册|加入VIP|VIP|免费|会员登录|快捷|三方|微信|开放平台|QQ|支付宝|扫码|版权申诉|申诉|文档分类|资源|描述|关注|[,，:：!！>]|首页|返回|复制|打印|搜索|WORD下载|PDF下载|海报|展开阅读全文|文档简介|文档介绍|文档描述|内容预览|格式转换"
    r"|\d{1,4}\s*/\s*\d{1,4}|\d+(?:\.\d)?分|[|｜\s·])++"
)
"""Buttons alone on a line. Possessive: one pass."""
NOTICE_HEAD = re.compile(r"(?:温馨|友情|特别|下载|重要)?(?:提示|提醒|说明|须知|声明|申明敬告)\s*[:：]")
NOTICE_ITEM = re.compile(
    r"(?:\(?\d{1,2}[)、.．:：]\s*|[①-⑩]\s*|[-·•●*]\s*)(?=.{0,200}(?:下载|预览|文档|付费|积分|客服|上传|版权|网站|本站|用户|侵权|讲稿|OFFICE|著作权)).{6,240}"
)
"""A numbered item of a portal's notice: it must speak of files, pay or the site. Bounded."""
SERVICE = re.compile(
    r"(?:网站|在线|平台|本站)?(?:客服|投诉|举报|联系)(?:QQ|电话|热线|邮箱|微信)?\s*[:：]\s*(?P<contact>[\w.@+-]{5,40}).{0,40}"
)
"""`网站客服:` and a number or address; bounded."""
KEYWORDS = re.compile(r"[-·•●*\s]{0,4}(?:标\s{0,4}签|关\s{0,4}键\s{0,4}[词字])\s?[:：]\s*(?P<words>.{0,80})")
RIGHTS = re.compile(
    r"版权说明[:：].{0,200}|(?:声明[:：])?本文档(?:由|为)(?:用户|会员|网友).{0,160}|《.{2,80}》由会员分享.{0,160}"
)
PREVIEW = re.compile(
    r".{2,80}_第\d{1,4}页|(?:已阅读|亲，该文档总共|第)\s*\d{1,4}\s*页.{0,40}|还剩\s*\d{1,4}\s*页未读.{0,30}"
)
TAIL_START = re.compile(
    r"关\s?键\s?词\s?[:：].{0,80}|关于本文|展开(?:阅读)?全文.{0,10}|本文标题[:：].{0,80}|链接地址[:：].{0,200}|(?:声明[:：])?本文档(?:由|为)(?:用户|会员|网友).{0,160}|此文档下载收益归作者所有|(?:.{0,6}(?:相关|关注|喜欢|感兴趣|推荐)的?(?:文档|资源|资料|文章)[:：]?)|版权说明[:：].{0,200}|试读结束.{0,40}"
    r"|.{0,12}还剩\s*\d{1,4}\s*页.{0,40}"
    r"|.{0,10}(?:未完|未经授权).{0,20}(?:全文|下载).{0,40}|.{0,10}(?:更多内容|剩余|阅读全文|完整内容).{0,20}(?:下载|付费|登录).{0,40}"
)
"""Lines with which the block below a preview begins; whole line, bounded."""
CUT = re.compile(r"试读结束|未完|更多内容|剩余|完整内容|还剩\s*\d+\s*页未读|阅读全文")
"""Words that say that the preview is not the whole text."""
QUIET_CHARS = 60
PORTAL_WORDS = re.compile(r"本站|上传|下载|用户|版权|客服|会员|积分")
"""Words of a portal's own sentences below a preview."""
STRANGERS = 3
STRANGER_CHARS = 40


def portal_fields(words: str) -> tuple[tuple[str, str], ...]:
    """Give the labels and values of a line that is nothing else; empty for any other line."""
    bare_value = BARE.fullmatch(words)
    if bare_value:
        return ((BARE_SIZE if bare_value["size"] else BARE_PAGES, words),)
    fields = tuple((m["label"], m["value"]) for m in FIELD.finditer(words))
    rest = FIELD.sub("", words).strip(" |｜,，;；\t\u00a0\u3000-")
    return fields if fields and not rest else ()


def is_keyword_line(words: str, title: str | None) -> bool:
    """Say whether a line is the title's words set apart: True when all of three or more of them are in the title."""
    parts = words.split()
    return bool(title) and len(parts) >= 3 and all(len(part) <= 10 and part in (title or "") for part in parts)


def head_end(lines: Sequence[Line], title: str | None) -> int:
    """Give the index behind the last known line of a portal's head; 0 where no field stands there.

    Up to STRANGERS short lines of unknown kind in a row may stand between known ones.
    """
    end = strangers = 0
    has_fields = False
    for index, line in enumerate(lines):
        if not line.words:
            continue
        if is_head_line(line.words, title):
            end, strangers = index + 1, 0
            has_fields = has_fields or bool(portal_fields(line.words))
        elif strangers < STRANGERS and len(line.words) <= STRANGER_CHARS and not is_sentence(line.words):
            strangers += 1
        else:
            break
    return end if has_fields else 0


def is_head_line(words: str, title: str | None) -> bool:
    """Say whether a line is of a portal's head: field, button, notice, keywords, file name or title."""
    if portal_fields(words) or is_keyword_line(words, title):
        return True
    if title and is_same_title(words, title):
        return True
    shapes = (BUTTON, NUMBER, KEYWORDS, NOTICE_HEAD, NOTICE_ITEM, SERVICE, RIGHTS, PREVIEW)
    is_file = bool(FILE_END.search(words)) and len(words) <= 80
    return is_file or any(shape.fullmatch(words) for shape in shapes)


def tail_start(lines: Sequence[Line]) -> int:
    """Give the index where a portal's foot begins; the number of lines where there is none."""
    for index in range(len(lines)):
        if _begins_foot(lines, index) and _is_quiet(lines[index + 1 :]):
            return _above_buttons(lines, index)
    return _above_buttons(lines, len(lines))


def _begins_foot(lines: Sequence[Line], index: int) -> bool:
    """Say whether the foot may begin here; a head of notices alone is none, its items must follow."""
    words = lines[index].words
    if NOTICE_HEAD.fullmatch(words):
        below = next((line.words for line in lines[index + 1 :] if line.words), "")
        return bool(NOTICE_ITEM.fullmatch(below))
    return bool(TAIL_START.fullmatch(words))


def _is_quiet(lines: Sequence[Line]) -> bool:
    return not any(
        len(line.words) > QUIET_CHARS and "。" in line.words and not PORTAL_WORDS.search(line.words) for line in lines
    )


def _above_buttons(lines: Sequence[Line], index: int) -> int:
    above = index
    while above > 0 and (not lines[above - 1].words or BUTTON.fullmatch(lines[above - 1].words)):
        above -= 1
    return above


def find_head(text: str, context: Context) -> Iterable[Change]:
    """Take the block above the preview."""
    lines = lines_of(text)
    end = head_end(lines, context.title)
    return taken(lines[:end]) if any(line.words for line in lines[end:]) else []


def find_tail(text: str, context: Context) -> Iterable[Change]:
    """Take the block below the preview."""
    lines = lines_of(text)
    start = tail_start(lines)
    return taken(lines[start:]) if any(line.words for line in lines[:start]) and _holds(lines[start:]) else []


def _holds(lines: Sequence[Line]) -> bool:
    return any(line.words for line in lines)


DUMP = Context(family="wenku", title="镇关于宣传工作2022年总结", is_dump=True)
HEAD = Rule(
    name="portal-head",
    version=1,
    reason="Buttons, file facts, notices and keywords stand above a portal's preview; the facts are read beforehand.",
    families=PORTAL,
    dumps_only=True,
    find=find_head,
    context=DUMP,
    examples=(
        (
            "分享\n镇关于宣传工作2022年总结.docx\n下载文档\n\nID:1234567\n大小:15.18KB\n页数:8页\n格式:DOCX\n时间:2023-05-02\n"
            "收藏 分享赚钱\n温馨提示:\n"
            "1. 下载前请仔细阅读文档内容。\n网站客服:1234567890\n关于 宣传 工作 2022 总结\n今年以来，工作有序。\n",
            "今年以来，工作有序。\n",
        ),
        (
            "总结.pdf\n文档编号：88\n大小：1.35 MB\n页数：约12页\n下载积分：15 金币\n加入VIP免费下载\n版权申诉\n"
            "资源描述：\n会员登录下载\n三方登录下载： 微信开放平台登录 QQ登录\n关键词：党建 支部\n今年以来，工作有序。",
            "今年以来，工作有序。",
        ),
        ("VIP免费\n5.0\n99+\n24.18KB\n4 页\n海报\n投诉举报\n今年以来，工作有序。", "今年以来，工作有序。"),
        (
            "总结.doc\n编号:33 大小:32.00KB 格式:DOC\n12\n金币\n- 配套讲稿：双击图标可打开文档。\n"
            "- 关 键  词：团委 总结\n资源描述：\n今年以来，工作有序。",
            "今年以来，工作有序。",
        ),
        ("文档编号：123 大小：20KB 页数：8页 格式：DOC\n今年以来，工作有序。", "今年以来，工作有序。"),
    ),
    counter_examples=(
        "温馨提示:\n1. 遇到险情请拨打电话。\n全镇张贴安全提示200份。",
        "一、下载应用2万次，大小：按规定执行。\n今年以来。",
    ),
)
TAIL = Rule(
    name="portal-tail",
    version=1,
    reason="The portal's buttons and other documents stand below its preview.",
    families=PORTAL,
    dumps_only=True,
    find=find_tail,
    context=DUMP,
    examples=(
        ("共享成果。\n\n此文档下载收益归作者所有\n\n下载文档\n你可能关注的文档\n收起\n展开\n", "共享成果。\n"),
        (
            "共享成果。\n温馨提示：\n1: 本站所有资源如无说明，都需要阅读器。\n关于本文\n本文标题：总结.doc\n",
            "共享成果。\n",
        ),
        ("共享成果。\n声明：本文档由网友提供，仅限参考学习。\n客服QQ：1234567\n收起<<\n", "共享成果。\n"),
        ("共享成果。\n相关文档\n某乡2021年工作总结.docx\n8页\n", "共享成果。\n"),
    ),
    counter_examples=(
        "共享成果。\n温馨提示：\n1. 遇到险情请拨打电话。",
        "共享成果。\n群众可在大厅下载文档。",
        "印发相关文档\n" + "各单位按照要求认真学习，结合实际抓好贯彻落实，并把落实情况及时报送办公室备案，"
        "由办公室汇总后上报县委，逾期不报的予以通报，并限期整改到位。",
    ),
)
RULES = (HEAD, TAIL)
