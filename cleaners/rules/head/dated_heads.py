"""The page's line of dates as blogs, accounts, papers and English software print it: a date among names and counters.

Told by the folded line itself, which it matches whole; the reader of dumps takes date, author and source from it.
Labelled lines: `heads`. What a journal or a forum prints: `head_lines`. All shapes are bounded.
"""

import re

from cleaners.regex import regex

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_STAMP = rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)(?:\s{{1,3}}{_CLOCK})?"
_DAY = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)|\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)"
    rf"(?:\s{{0,3}}[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?:\s{{0,3}}(?:[上下]午)?\s?{_CLOCK})?"
)
_COUNTER = (
    r"(?:[\s|｜·/,，]{0,4}(?:阅读|浏览|评论|点击|推荐|收藏|举报|编辑|转载|转发|点赞|赞|回复|人气|围观|查看|热度|留言|访问|打印|字号|分享到|分享"
    r"|只看该作者|复制链接|来自手机|正文|原创|版权声明|我要投稿|投稿|纠错|下载本文|下载|发表评论|我要评论|复制|微信|微博|语音|朗读)(?:数|量|次数|人数)?(?:\s?[:：]?\s?[(（\[]?\d{0,8}(?:\.\d{1,2})?[KkWw万]?\+?\s?[次人条]?[)）\]]?)?)"
)
_NAME = r"[^\s。，；：:,;|｜·丨]{2,20}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_ENGLISH = rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}\s{_MONTH},?\s\d{{4}})"
BRACKETED = regex(
    rf"(?:\[\s?(?P<date>{_STAMP})\s?\]|【\s?(?P<date2>{_STAMP})\s?】|[（(]\s?"
    rf"(?P<date3>{_STAMP})\s?[)）]){_COUNTER}{{0,6}}"
)
"""`[2021-03-02]`, `(2021-03-02 10:20:33)` of a blog; a day in Chinese figures and brackets is the speaker's own."""
ISO = regex(rf"(?P<date>\d{{4}}-\d{{1,2}}-\d{{1,2}}T{_CLOCK})(?:\.\d{{1,6}})?(?:Z|\s?[+-]\d{{2}}:?\d{{2}})?")
WEEKDAY = regex(
    r"(?P<date>\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日))\s{0,3}[(（]?(?:星期|周)[一二三四五六日天][)）]?"
    rf"\s{{1,3}}{_CLOCK}|(?P<date2>\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日\s{{0,2}}[上下]午\s?{_CLOCK})"
)
POSTED = regex(
    rf"(?:由|作者)\s{{0,2}}(?P<author>{_NAME})\s{{0,3}}(?:发[表布]|更新|提交|上传|创建|编辑|投稿)[于在]\s?[:：]?\s?"
    rf"(?P<date>{_DAY}){_COUNTER}{{0,8}}"
    rf"|(?P<author2>{_NAME})\s{{0,3}}发[表布][于在]\s?[:：]?\s?(?P<date2>{_DAY}){_COUNTER}{{1,8}}"
    rf"|(?:(?P<author3>{_NAME})\s{{1,3}})?(?:发布|更新|提交|上传|创建|编辑)[于在]\s?[:：]?\s?(?P<date3>{_DAY}){_COUNTER}{{0,8}}"
)
"""`由 admin 发表于 2021-03-02`, `青禾 发布于 2021-03-02 10:20 阅读(128) 评论(0)`."""
ENGLISH = regex(
    rf"(?:Posted|Published|Updated|Last updated|Written|Created|Date)?\s?(?:on|@|at|:)?\s?(?P<date>{_STAMP}"
    rf"|{_ENGLISH})\s?(?:[|·•]\s?)?(?:by\s(?P<author>[^\s。，]{{2,20}}))?"
    rf"(?:\s?[|·•]\s?(?:\d{{1,6}}|No|Leave a)\s[Cc]omments?)?"
    rf"|(?:(?:Posted|Written|Published)\s)?[Bb]y\s(?P<author2>[^\s。，]{{2,20}})\s{{0,3}}(?:on\s|[|·•,]\s?)?"
    rf"(?P<date2>{_STAMP}|{_ENGLISH})"
)
BARRED = regex(
    rf"(?P<source>{_NAME})\s{{0,3}}[|｜·丨]\s{{0,3}}(?P<date>{_DAY})(?:\s{{0,3}}[|｜·丨]\s{{0,3}}{_NAME})?{_COUNTER}{{0,6}}"
    rf"|(?P<date2>{_DAY})\s{{0,3}}[|｜·丨]\s{{0,3}}(?:[^\s。；，：:]{{2,12}}(?:创作者|爱好者|达人|博主|答主|作者)|(?P<source2>{_NAME})){_COUNTER}{{0,6}}"
)
"""`某某新闻网 | 2021-03-02 10:20` and the other way round."""
ORIGINAL = regex(
    rf"(?:原创|转载)\s{{1,4}}(?:(?P<author>{_NAME})\s{{1,4}})?(?P<source>{_NAME})\s{{1,4}}(?P<date>{_DAY})"
    rf"(?:\s{{1,3}}[一-鿿]{{2,8}})?"
)
"""`原创 青禾 某某发布 2021-03-02` of an account."""
COUNTED = regex(rf"(?P<date>{_DAY})(?:[\s|｜·/]{{0,4}}{_NAME})?{_COUNTER}{{1,8}}")
"""`2021-03-02 10:20 阅读(128) 评论(0)`: a date and counters in brackets or none."""
NAMED_AT = regex(
    rf"(?:(?P<source>{_NAME})\s{{0,3}}[|｜·丨]\s{{0,3}})?(?:(?P<author>{_NAME})\s{{0,3}}[|｜·丨]\s{{0,3}})?"
    rf"(?:发布时间|发布日期|发表时间|更新时间|更新日期)\s{{0,3}}(?P<date>{_DAY}){_COUNTER}{{0,6}}"
)
"""`某某网 · 青禾 | 发布时间2021-01-14 17:11:28`: a label that lost its colon, names before it or none."""
ABROAD = regex(
    r"(?P<date>\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?:\s{1,3}\d{1,2}:\d{2})?)|\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}(?:\s{1,3}\d{1,2}:\d{2})?"
)
"""`02.03.2021`, the day first; of `03/02/2021` nobody can tell which is the month: it is no fact."""
FROM = regex(
    r"(?:以下|本)文(?:章)?来源于\s?(?P<source>[^\s。；：:,，]{2,20})\s{0,2}(?:[,，]\s{0,2}作者\s?[:：]?\s{0,2}"
    r"(?P<author>[^\s。；：:,，]{2,12}(?:\s[^\s。；：:,，]{1,8}){0,3}))?"
)
"""`以下文章来源于某某发布，作者青禾` of an account's page."""
PAPER = regex(
    rf"(?:[《【]?\s?(?P<source>[^\s。，；：:,;|｜·丨《》【】]{{2,16}}(?:报|刊|新闻|通讯))\s?[》】]?\s{{0,4}})?[（(]?\s?(?P<date>{_DAY})"
    r"[\s,，|｜/]{0,4}(?:总?第\s?\d{1,6}\s?期[\s,，|｜/]{0,4})?第?\s?[A-Z]{0,3}\s?\d{1,3}[A-Z]?\s?版"
    r"(?:\s?[:：]?\s?[^\s。，；：:]{1,10}(?:\s[^\s。，；：:]{1,4})?)?\s?[)）]?"
    rf"|第?\s?[A-Z]?\d{{1,3}}\s?版\s?[:：]\s?[一-鿿·/]{{2,10}}\s{{1,4}}(?P<date2>{_DAY})"
    rf"|(?P<date4>{_DAY})\s?(?P<source4>[一-鿿]{{2,10}}报)\s{{1,3}}第\s?[A-Z]?\d{{1,3}}\s?版"
    rf"|[A-Z]?\d{{1,3}}\s?[:：]\s?[一-鿿·/]{{2,8}}总第\s?\d{{1,6}}\s?期\s{{0,3}}[>＞]?\s?(?P<date3>{_DAY})\s?(?:编印|出版)?"
)
"""`《 溪口日报 》( 2023年03月22日 第 04 版 )`: paper, day and sheet below a headline (realtext, family 26)."""
POSTED_COUNT = regex(
    rf"(?P<date>{_DAY})\s{{1,4}}\d{{0,8}}\s?次?(?:浏览|阅读|点击|查看)次?(?:\s{{1,4}}(?:分类|栏目|类别)\s?[:：]\s?(?P<column>[^\s。，；：:]{{0,12}}))?"
    r"(?:\s{1,4}来源\s?[:：]\s?(?P<source>[^\s。，；：:]{0,16}))?(?:\s{1,4}(?:作者|编辑)\s?[:：]\s?[^\s。，；：:]{0,16}){0,2}"
)
"""`2010/7/30 16:09:50 次浏览 分类:政府动态 来源:`, the number lost or not."""
UNYEARED = regex(
    rf"(?P<source2>[^\s。，；：:,;|｜]{{2,20}}?)(?:\s{{1,6}}\d{{1,2}}-\d{{1,2}}(?:\s{{1,3}}{_CLOCK})?\s?(?:原创|转载)|(?<=客户端)\s{{1,6}}{_CLOCK})|"
    rf"[©@]\s?(?:原创|转载)\s{{1,6}}\d{{1,2}}-\d{{1,2}}\s{{1,3}}{_CLOCK}(?:\s{{1,6}}(?P<source>{_NAME}))?"
)
"""`©原创 08-09 09:42 某某网`: an app's line of day and source without the year."""
GLUED = regex(
    rf"(?P<source2>[^\s。，；：:,;|｜]{{2,12}}(?:新闻|网|报|社|财经))\s{{1,4}}(?P<date3>{_DAY})\s{{1,4}}[一-鿿]{{2,6}}\s发[布佈]|"
    rf"(?P<source>[一-鿿]{{2,10}}(?:网|报|社|台|在线|客户端|发布|融媒|新闻))\s{{0,3}}(?P<date>{_STAMP})|(?:原创|转载)\s{{0,3}}(?P<date2>{_DAY})"
)
"""`某某网2021-03-02`, `原创2021-03-02 10:20`: a paper or a button with the day glued behind."""
ZBLOG = regex(rf"(?P<date>{_DAY})\s{{0,3}}(?P<column>(?!星期|周)[一-鿿]{{2,8}})\s{{0,3}}(?P<count>\d{{1,7}})")
"""`2021年04月15日 10:47:56行业资讯3133`: day, column and reads without their marks, as a blog's program prints them."""
HOSTED = regex(
    rf"(?P<date>{_DAY})\s{{1,4}}(?:[^\s。，；：:,;|｜·丨]{{2,16}}?\s?[-—–_|｜]\s?)?(?:https?://)?(?:www\.)?[A-Za-z0-9-]{{1,30}}"
    r"\.(?:com|cn|net|org|cc|vip|top|example)(?:\.cn)?/?(?:\s{1,4}(?P<column>[一-鿿]{2,10}))?"
    r"|[^\s。，；：:,;|｜·丨]{2,16}?\s?[-—–_|｜]\s?(?:https?://)?(?:www\.)?[A-Za-z0-9-]{1,30}"
    rf"\.(?:com|cn|net|org|cc|vip|top|example)(?:\.cn)?/?\s{{1,4}}(?P<date2>{_DAY})(?:\s{{1,4}}(?P<column2>[一-鿿]{{2,10}}))?"
    rf"|[一-鿿]{{2,8}}\s{{1,3}}(?P<date3>{_DAY})(?:https?://)?www\.[A-Za-z0-9-]{{1,30}}\.(?:com|cn|net|org|cc|vip|top)(?:\.cn)?"
    r"(?P<column3>[一-鿿]{2,10})"
)
"""`2020年12月14日 某某网-www.a.example 行业知识`: day, the site with its host, column; the day first or behind."""
CITED = regex(
    rf"(?:新闻|信息|文章|稿件)?来源\s?[:：]\s?(?P<source>[^\n。；，]{{2,40}}?)\s{{1,3}}于\s?(?P<date>{_DAY})(?:\s{{1,4}}(?:提示|声明|注)\s?[:：][^\n。]{{2,40}})?"
    rf"|(?P<date2>{_DAY})\s{{0,3}}[|｜·]\s{{0,3}}(?:[一-鿿]{{2,8}})?来源\s?[:：]\s{{0,3}}(?P<source2>[^\s。；，：:]{{2,20}})"
    rf"|[（(](?:整期|单篇|文章)?优先(?:出版)?[)）]\s?网络(?:出版|首发)时间\s?[:：]\s?(?P<date3>{_DAY})"
)
"""`新闻来源：某报 于2020-07-13 9:54:15 提示：…`, `2020-02-17 | 某省来源：某某团委`, `(整期优先)网络出版时间：…`."""
SENT = regex(rf"(?P<date>{_DAY})\s?发\s?[（(]\s?作者\s?[:：]\s?(?P<author>{_NAME})?\s?[)）]")
"""`2024年3月23日发(作者:青禾)`: how mills of copied files date them."""
READING = regex(
    rf"(?P<date>{_DAY})\s{{0,3}}[|｜·]?\s{{0,3}}(?:预计)?阅读时[间长]\s?[:：]?\s?(?:大?约)?\s?\d{{1,3}}\s?分钟?"
)
"""`2021/04/18閱讀時間約 9 分鐘`: the day and how long the reading takes, as platforms for writers print them."""
RUN_TOGETHER = regex(r"(?P<date>\d{4}-[01]\d-[0-3]\d)(?P<count>\d{1,7})")
"""`2019-04-2612573`: the day and the reads, their marks lost; month and day of two digits."""
COLUMNED = regex(rf"{_NAME}\s{{1,4}}(?P<column>{_NAME})\s{{1,4}}(?P<date>{_STAMP})\s{{1,4}}(?P<count>\d{{1,7}})")
"""`某某网 工作总结 2024-11-05 08:20 3`: site, column, time and reads without labels."""
SHAPES = (
    SENT, READING, RUN_TOGETHER, COLUMNED,
    HOSTED, NAMED_AT, ZBLOG, GLUED, PAPER, POSTED_COUNT, UNYEARED, BRACKETED, ISO, WEEKDAY, POSTED, ENGLISH, BARRED,
    ORIGINAL, COUNTED, ABROAD, FROM, CITED,
)  # fmt: skip
LINE_CHARS = 120
_SIGN = regex(r"\d{4}|\d-\d{1,2}[\s\d:]{0,12}[原转]|客户端\s|来源于|[©@]\s?[原转]")


def dated_of(line: str) -> re.Match[str] | None:
    """Give the match of a folded line that is the page's line of dates; None for any other."""
    if not 8 <= len(line) <= LINE_CHARS or "。" in line or not _SIGN.search(line):
        return None
    return next((match for shape in SHAPES if (match := shape.fullmatch(line))), None)


def named_in(match: re.Match[str], line: str) -> dict[str, str]:
    """Give date, author and source of such a line as printed in it."""
    return {name.rstrip("234"): line[slice(*match.span(name))] for name, value in match.groupdict().items() if value}
