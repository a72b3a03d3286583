"""Each word by which lists, talk below a text and folders are told, on pages. All pages are made up."""

# ruff: noqa: E501 - words in rows of tables

import pytest

from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM
from cleaners.platforms.generic.below import LIST_HEAD, TALK_HEAD, TALK_WORD
from cleaners.platforms.platform import Findings
from cleaners.reading import PageKind
from cleaners.sheet import open_sheet
from tests.tables import table

TEXT = (
    "今年以来，全局干部职工围绕年初定下的目标，分工合作，按月对账，各项工作有序推进。",
    "每周五下午集中学习，学完交流体会，把学到的方法用到窗口服务上来，受到群众好评。",
    "窗口中午不休息，办件时间由三天减到一天，群众少跑了许多路，来信表扬的有十二封。",
)
BODY = "<div>" + "".join(f"<p>{words}</p>" for words in TEXT * 2) + "</div>"
ROWS = "<ul>" + "".join(f"<li><a href='/x/{n}.html'>青禾县第{n}季度河道清理情况通报</a></li>" for n in range(6)) + "</ul>"
TALK = "".join(f"<div class='t'><b>山人</b><div>写得真好，读了两遍，很受启发，谢谢分享给大家。{n}</div></div>" for n in "一二三")


def read(body: str, *, title: str = "半年总结") -> Findings:
    html = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    sheet = open_sheet(Page(body=html.encode(), url="http://docs.example/zj/7.html", media=Media.HTML), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    return PLATFORM.read(sheet, guess)


def shown(body: str) -> str:
    return "\n".join(draft.shown for draft in read(f"<h1>半年总结</h1>{body}").drafts)


@table(
    "head",
    ["相关阅读", "相關閱讀", "推荐新闻", "延伸阅读：", "【热门文章】", "熱門文章", "热点新闻", "最新资讯", "精彩内容", "精选文章", "随机文章", "同类文档", "本类推荐", "相关搜索", "相关词条", "更多相关信息", "猜你喜欢",
     "猜您喜欢", "您可能感兴趣的文章", "你可能还喜欢", "也许你会喜欢".replace("也许你会", "你也许会"), "大家都在看", "网友还在搜", "为您推荐", "看了本文的人还看了", "相关", "推荐", "更多精彩", "更多文章", "点击排行", "阅读排行榜", "热度排名",
     "热搜榜单", "人气排行", "一周热文", "本周热点", "今日热榜", "24小时热文", "实时热搜", "热榜", "热搜榜", "排行榜", "阅读下一篇", "友情链接", "文章导航", "标签云", "■相关新闻", "相关阅读更多>>", "猜你喜欢换一批"],
)  # fmt: skip
def test_a_line_above_a_list_of_other_texts(head: str) -> None:
    text = "<div>" + "".join(f"<p>{words}</p>" for words in TEXT * 2) + f"<h3>{head}</h3>{ROWS}</div>"
    assert LIST_HEAD.fullmatch(head)
    found = shown(text)
    assert TEXT[2] in found
    assert head not in found
    assert "河道清理" not in found


@pytest.mark.parametrize("head", ["相关工作", "推荐人选", "一、热门行业", "更多群众", "看了之后", "排行", "点击率", "最新", "热榜第一", "您可能知道"])
def test_a_like_heading_is_of_the_text(head: str) -> None:
    assert LIST_HEAD.fullmatch(head) is None
    text = "<div>" + "".join(f"<p>{words}</p>" for words in TEXT) + f"<h3>{head}</h3>" + "".join(f"<p>{words}</p>" for words in TEXT) + "</div>"
    assert head in shown(text)


@table(
    "head",
    ["网友评论", "網友評論", "全部评论", "所有留言", "最新跟帖", "热门跟贴", "熱門回应", "精彩回應", "文章点评", "用户评论(12)", "读者留言", "讀者留言", "发表评论", "發表評論", "我要评论", "查看评论", "添加评论", "参与评论", "我来评论",
     "共12条评论", "评论区", "评论列表", "评论（3条）", "【评论】", "12条评论", "3則留言", "5则回复", "发表回复", "撰写回覆", "取消回复", "说点什么吧", "来说两句吧", "我有话说", "抢沙发！", "全部评论只看作者"],
)  # fmt: skip
def test_a_line_above_talk(head: str) -> None:
    assert TALK_HEAD.fullmatch(head)
    found = shown(f"{BODY}<div><h3>{head}</h3>{TALK}</div>")
    assert TEXT[2] in found
    assert "读了两遍" not in found


@pytest.mark.parametrize("head", ["评论员文章", "网友说", "最新精神", "发表意见", "留言簿管理", "我要办事", "抢修", "回应关切"])
def test_a_like_heading_is_of_no_talk(head: str) -> None:
    assert TALK_HEAD.fullmatch(head) is None


@table(
    "word", ["回复", "回覆", "举报", "檢舉", "赞", "讚", "顶(0)", "踩", "楼主", "沙发", "支持", "反对", "说：", "说道：", "评论：", "发表于昨天", "网友", "網友", "3楼", "#12楼", "第5樓", "3F", "7#"]
)
def test_a_word_of_each_comment(word: str) -> None:
    assert TALK_WORD.search(word)
    talk = "".join(f"<li class='x'><div>山人{n} {word}</div><div>这一篇我读了两遍，写得很实在，{n}个字都不多。</div></li>" for n in "一二三四")
    assert "读了两遍" not in shown(f"{BODY}<ul>{talk}</ul>")
    other = talk.replace(word, "昨天")
    assert TALK_WORD.search("山人一 昨天") is None
    assert other != talk


@pytest.mark.parametrize("title", ["Index of /doc", "index of /", "Directory listing for /doc", "Directory Listing of /a", " 目录列表"])
def test_a_folder_that_a_server_lists_is_a_list(title: str) -> None:
    assert read(f"<h1>半年总结</h1>{BODY}", title=title).page_kind is PageKind.LIST
    assert read(f"<h1>半年总结</h1>{BODY}", title=f"论{title}").page_kind is PageKind.ARTICLE


@table(
    "words",
    ["本栏目收录各单位的总结", "该频道每天更新", "此专题由青禾社编", "这个分类收的是计划", "本版块欢迎投稿", "该专栏每周一期", "本标签下是总结", "本网站每天更新", "该站收录总结", "为您提供总结范文", "供大家参考的总结", "为广大会员整理总结", "供各位学习参考",
     "为网友推荐总结", "共找到35条总结", "为您搜索到7条", "共有99篇总结", "共收录7篇总结", "欢迎访问青禾社", "欢迎光临青禾社", "欢迎浏览总结", "欢迎使用青禾文库", "小编为大家写的", "小编给各位带来", "小编整理的总结"],
)  # fmt: skip
def test_what_a_list_says_of_itself(words: str) -> None:
    said = f"{words}，内容实在，写法规范，常看常新，可以收藏，写的时候不妨对照着看一看。"
    assert read(f"<h1>总结</h1><div><p>{said}</p></div>{ROWS}").page_kind is PageKind.LIST


@pytest.mark.parametrize("words", ["本局收录各单位的总结", "该村每天更新", "供水站提供热水", "共修渠三十五条", "欢迎来信来访", "小张整理的总结"])
def test_what_a_notice_says_is_a_text(words: str) -> None:
    said = f"{words}，内容实在，写法规范，常看常新，可以收藏，写的时候不妨对照着看一看。"
    assert read(f"<h1>通知</h1><div><p>{said}</p></div>{ROWS}").page_kind is PageKind.ARTICLE


@pytest.mark.parametrize("end", ["...", "……", "详细", "[详情]", "更多", "[更多>>]", "阅读全文", "查看全文»", "查看详情", "全文"])
def test_the_end_of_a_teaser(end: str) -> None:
    rows = "".join(f"<div><h3><a href='/x/{n}.html'>青禾县第{n}季度情况通报</a></h3></div>" for n in range(4))
    said = "".join(f"<p>第{n}季度各村清理河道三公里，清运垃圾二十车，村民自发参加{end}</p>" for n in "一二三")
    assert read(f"{rows}<div>{said}</div>", title="青禾").page_kind is PageKind.LIST
    whole = said.replace(end, "。")
    assert read(f"{rows}<div>{whole}</div>", title="青禾").page_kind is PageKind.ARTICLE


@pytest.mark.parametrize("date", ["(2021-12-08)", "[2021-12-08]", "（2021年12月8日）", "2021-12-08"])
def test_a_date_alone_is_no_text(date: str) -> None:
    short = "各村清理河道三公里，清运垃圾二十车。河水清了"
    assert read(f"<h1>通知</h1><div><p>{short}</p><p>{date}</p></div>").page_kind is PageKind.OTHER
