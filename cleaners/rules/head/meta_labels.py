"""The labels of the lines of dates, sources and counters above a text. Such lines: `heads`. No rule here."""

import re
from collections.abc import Mapping
from functools import cache

from cleaners.facts.label_parts import shapes
from cleaners.facts.labels import MEANINGS, fact_of
from cleaners.regex import regex

_LABELS = (
    "发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|添加时间|上传时间|上传日期|撰写时间|成文日期|日期|时间|来源"
    "|稿源|文章来源|信息来源|作者|编辑|责任编辑|责编"
    "|浏览量|浏览次数|浏览|阅读量|阅读次数|阅读|阅读数|点击量|点击次数|点击|点击数|人气|热度|查看次数|查看|访问量"
    "|访问次数|下载次数|下载|评论数|评论|收藏|点赞|字号|字体"
    "|栏目|分类|类别|所属栏目|标签|关键词|关键字|投稿|录入|编号|供稿|审核|作者单位|字数|分享到|分享"
    "|發布時間|發佈時間|發布日期|發佈日期|發表時間|更新時間|時間|來源|點擊|點擊數|閱讀|瀏覽|瀏覽次數|人氣|欄目|分類"
)
LABEL = regex(rf"(?P<label>{'|'.join(sorted(_LABELS.split('|'), key=len, reverse=True))})\s*[:：]")
"""A label of a meta line, longest first."""
_RARER = (
    "进入专题|版块|所属版块|所在版块|报纸编辑|版面编辑|主题分类|出自何处|出自|文章出自|作者名|本章字数|章节字数|译者|著者|本文关键词|本文关键字|文章关键词|文章关键字|文章标签|本文标签|发布于|发表于|释出于|釋出于|释出时间|釋出时间|源自|发布|添加日期|录入时间|发稿时间|最后更新|更新于|出处|文章出处|记者|撰稿|撰稿人|通讯员|供稿人|供稿单位"
    "|投稿人|网站编辑|文字编辑|编审"
    "|终审|初审|复审|校对|摄影|发布人|发布者|发布单位|发布机构|发布机关|信息员|上传|上传者|上传人|分享者|小编|人气值|点击率"
    "|阅读人数|浏览数|浏览数量|推荐访问"
    "|浏览人数|评论次数|已阅|回复|回复数|点赞数|收藏数|字数统计|总字数|全文字数|访问|下载量|频道|所属频道|所属分类"
    "|文章分类"
    "|信息类别|打印|标签云|TAG标签|Tags?|TAGS?|ID|文章编号|字体大小|文字大小|保护色|背景色|视力保护色|语音阅读|语音朗读|语音播报|语音|扫一扫|微信|微博"
    "|被引量|被引|软件大小|软件语言|授权方式|推荐星级|资料等级|资料类型|文档热度|文档标签|系统标签|文档分类|大小|文件大小|文档大小|资料大小|文档格式|文件格式|文件类型|页数|文档页数|总页数|文件页数|上传用户|上传会员|查看人数|阅览|阅览次数|阅览量|浏览人次|访问人次|点击人次|阅读人次|阅读时间|阅读时长|预计阅读|访客|围观|播放|转发|转载"
    "|推荐人|推荐者|整理人|整理者|分享人|提供者|编者|贡献者|本文作者|发布科室|发布部门|发布员|发布处室|编发|编制|签发|审签|核发|拟稿|制作|所属部门|来源部门|来源单位|信息分类|文章类型|文章类别|所属类别|期刊|刊名|期号|年期|见习记者|特约记者|文章作者|撰写人|初审人|复审人|终审人|审核人|审稿|审稿人|图文|文图|一审|二审|三审|监制|主编|总编|值班主任"
    "|点击数量|点击量数|新闻作者|新闻来源|新闻编辑|新闻时间|新闻日期|信息作者|信息发布人|信息发布时间|文章时间|文章日期|文章编辑|本文作者|本文来源|稿件来源|稿件作者|内容来源"
    "|来源媒体|原文来源|原文出处|出版日期|出版时间|发刊日期|刊发日期|见报日期"
    "|作者/编辑|编辑/作者|来源/作者|作者/来源|发表单位|发表部门|发表人|发表者|发稿单位|发文单位|稿件来源|新闻来源|作者与来源|供稿部门|信息提供|本文来源|拍摄"
    "|文字作者|图片作者|文图作者|属于|纠错|举报|网站|移动端|格式|页码|出版社|归档时间|创建时间|创建于|原作者|来自|文作者|文作者二|文作者三|图作者|图作者二|图作者三|阅读权限|查看权限|下载权限|下载积分|所需积分"
)
WIDE_CHARS = 4
"""Characters of a label that a page may set wide: `来　源`."""
_WIDE = "[ \\u3000\\u00a0]{0,4}"
_KNOWN = sorted(sorted({*_LABELS.split("|"), *_RARER.split("|")}), key=len, reverse=True)
_NAMES = frozenset(_KNOWN)
_SPACED = (_WIDE.join(label) if len(label) <= WIDE_CHARS and label.isalpha() else label for label in _KNOWN)
META_LABEL = regex(
    rf"(?P<label>{'|'.join(_SPACED)}|(?<![一-鿿])(?:{shapes()})|(?<![一-鿿])阅"
    r"|书名(?=[:：][^\n:：]{2,40}\s(?:作者名?|著者|译者|出版社)[:：])|文字(?=[:：]\s?[【\[(（]?[大中小])|有效期(?=[:：]\s?不限))"
    r"[ \u3000\u00a0]{0,3}[:：]"
)
"""Those, rarer ones and composed ones, which count only beside others: looked for in a line folded to simplified
characters. `时 间` is set wide as pages do; bounded."""
_CANONICAL = {
    "published": "发布时间", "updated": "更新时间", "uploaded": "上传时间", "source": "来源", "author": "作者",
    "uploader": "上传者", "contributor": "供稿", "editor": "编辑", "reviewer": "审核", "issuer": "发布单位",
    "views": "浏览次数", "category": "栏目", "document_id": "编号", "unread": "字号",
}  # fmt: skip
"""The label that stands for all composed ones of a fact."""


def labels_in(line: str) -> list[re.Match[str]]:
    """Give the labels of a folded line; of `某某发布 时间:` the second word, as the first ends a name."""
    return [_own(mark) for mark in META_LABEL.finditer(line)]


def _own(mark: re.Match[str]) -> re.Match[str]:
    label = mark["label"]
    parts = label.split()
    if len(parts) < 2 or len(parts[0]) < 2 or not HAN.match(mark.string[max(0, mark.start() - 1)]):
        return mark
    return META_LABEL.match(mark.string, mark.start() + len(label) - len(parts[-1])) or mark


HAN = regex(r"[一-鿿]")


def plain_label(label: str) -> str:
    """Give a label without its blanks; a composed one (`信息发布日期`) as the label that all know (`发布时间`)."""
    label = "".join(label.split())
    return label if label in _NAMES else _CANONICAL.get(fact_of(label), label)


def with_plain_labels(words: str) -> str:
    """Give a line with the commonest label of each kind: `信息来源：` as `来源:`; for judging it, not to keep."""
    return META_LABEL.sub(_with_commonest, words)


def _with_commonest(mark: re.Match[str]) -> str:
    label = _COMMONEST.get(fact_of(mark["label"] or ""))
    return f"{label}:" if label else mark[0]


_COMMONEST = {**_CANONICAL, "unread": "", "published": "时间", "updated": "时间", "uploaded": "时间", "views": "浏览"}


def labels_of(*facts: str) -> frozenset[str]:
    """Give all labels of some facts."""
    return frozenset().union(*(_by_fact()[fact] for fact in facts))


@cache
def _by_fact() -> Mapping[str, frozenset[str]]:
    """Give the labels of each fact; seven thousand labels are gone through once, not for each set of facts."""
    found: dict[str, set[str]] = {}
    for label, (_, fact) in MEANINGS.items():
        found.setdefault(fact, set()).add(label)
    return {fact: frozenset(labels) for fact, labels in found.items()}


SEEN = labels_of("views")
"""Counters whose number a script was to print; alone below a title they are the page's."""
SOURCES = labels_of("source")
SHARED = ("分享", "下载本文", "我要投稿")
"""Buttons behind a nickname where the time is missing: `时间： 青禾 分享` (realtext, family 14)."""
NAMING = labels_of("author", "uploader", "editor", "contributor") | {
    "栏目", "所属栏目", "所在栏目", "频道", "所属频道", "发布单位",
}  # fmt: skip
"""Labels that right below a title are the page's even alone; `来源：…` may be a note on data but for a paper's name."""
