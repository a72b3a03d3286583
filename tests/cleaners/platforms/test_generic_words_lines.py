"""Each word by which lines round a text, its marks and what lists say of themselves are told. All words are made up."""

# ruff: noqa: E501 - words in rows of tables


import pytest
from lxml.html import HtmlElement, fromstring

from cleaners.platforms.generic import around, below, dense, kinds
from cleaners.platforms.generic.around import is_end_line, is_interruption, is_meta_line, is_stamp, starts_end
from cleaners.platforms.generic.below import LIST_HEAD, TALK_HEAD, TALK_WORD
from cleaners.platforms.generic.dense import VERSE_POINTS, densest, is_prose, points_of
from cleaners.platforms.generic.kinds import INDEX, INTRO, MORE
from cleaners.platforms.generic.places import Places, places_of
from tests.tables import table
from tests.timing import assert_quick

PROSE = "今年以来，全局干部职工围绕年初定下的目标，分工合作，按月对账，各项工作有序推进。"


def tree(inside: str) -> HtmlElement:
    root = fromstring(f"<html><body>{inside}</body></html>").find("body")
    assert root is not None
    return root


def line_of(words: str) -> Places:
    return places_of(tree(f"<p>{words}</p>"))


@table(
    "line",
    ["发布时间：2021-12-08", "发表时间：2021-12-08", "更新时间：2021-12-08", "添加时间：2021-12-08", "上传时间：2021-12-08", "来源：青禾社2021-12-08", "浏览：35次2021-12-08",
     "点击：35次2021-12-08", "阅读：35次2021-12-08", "發布時間：2021-12-08", "發佈時間：2021-12-08", "發表時間：2021-12-08", "來源：青禾社2021-12-08", "字体：大中小2021-12-08",
     "字号：大中小2021-12-08", "作者：山人2021-12-08", "编辑：山人2021-12-08", "栏目：通知2021-12-08", "分类：通知2021-12-08", "人气：35 2021-12-08",
     "录入：山人2021-12-08"],
)  # fmt: skip
def test_a_sites_own_label_with_a_date_is_a_line_of_labels(line: str) -> None:
    assert is_meta_line(line, is_paragraph=True)
    bare = line.replace("2021-12-08", "")
    assert not is_meta_line(bare, is_paragraph=True)


@pytest.mark.parametrize("line", ["时间：2021-12-08", "日期：2021-12-08", "编号：35 2021-12-08", "会期：2021-12-08", "2021-12-08", "青禾县2021年12月8日"])
def test_a_label_of_minutes_with_a_date_is_none(line: str) -> None:
    assert not is_meta_line(line, is_paragraph=True)
    assert is_meta_line(line, is_paragraph=False)


@table(
    ("line", "is_one"),
    [("来源：青禾社作者：山人", True), ("标题：停水通知", True), ("原标题：停水通知", True), ("標題：停水", True), ("原題：停水", True), ("您的位置：通知", True), ("當前位置：通知", True),
     ("位置：通知", True), ("当前位置：通知", True), ("您现在的位置：通知", True), ("首页>通知", True), ("首页»通知", True), ("位置不当", False), ("标题党", False),
     ("来源：青禾社", False), ("来源：青禾社作者：山人。", False), ("来源：青禾社作者：" + "山" * 90, False), ("12-08 09:15", True), ("3小时前", True), ("09:15", True),
     ("3天", False), ("2021/12/08", True), ("2021.1.8", True), ("12月8日09:15", True), ("比分3:2", False), ("2021-12-08" + "于" * 60, False)],
)  # fmt: skip
def test_a_line_of_labels(line: str, is_one: bool) -> None:
    assert is_meta_line("".join(line.split()), is_paragraph=False) is is_one


@pytest.mark.parametrize(
    ("words", "is_one"),
    [("2021-12-0809:15", True), ("(2021-12-0809:15:30)", True), ("[2021/12/809:15]", True), ("（2021年12月8日09：15）", True), ("1999.1.19:15", True),
     ("2021-12-08", False), ("09:15", False), ("2021-12-0809:15会议", False), ("3021-12-0809:15", False)],
)  # fmt: skip
def test_a_stamp_is_a_date_with_its_time(words: str, is_one: bool) -> None:
    assert is_stamp(words) is is_one


ENDS = (
    "相关阅读", "相关推荐：", "【相关新闻】", "相关文章", "相关报道", "相关链接", "相关内容", "相关帖子", "延伸阅读", "推荐阅读", "热门推荐", "热门文章", "热门新闻", "猜你喜欢",
    "大家都在看", "为你推荐", "精彩推荐", "更多精彩", "更多新闻", "更多内容", "上一篇：某文", "下一条", "上一页", "责任编辑山人", "（责编：山人", "编辑：山人", "扫一扫", "扫描二维码",
    "分享到", "打印本页", "关闭窗口", "网友评论", "我要评论", "最新评论", "免责声明", "版权声明", "特别声明", "平台声明", "郑重声明", "【特别提示】", "转载声明：", "温馨提示：", "风险提示：",
    "本文系作者原创", "文章为转载", "以上内容来自青禾网友上传", "该文观点仅代表作者本人", "本站部分文章转载自网络", "本网站尊重版权", "©归青禾所有", "著作权归某人", "版权所有某社",
)  # fmt: skip


@table("words", ENDS)
def test_a_stretch_begins_as_what_stands_below_texts(words: str) -> None:
    text = f"前文。{words}"
    assert starts_end(text, 3, len(text))
    assert not starts_end(text, 0, len(text))


@table(
    "words", ["相关部门", "延伸服务", "推荐人选", "热门话题很多", "更多人参与", "上一级", "编辑部", "分享会", "打印材料", "网友说", "声明如下", "本文共三节", "本站设三个岗", "版权保护", "扫黑除恶"]
)
def test_a_like_beginning_is_of_the_text(words: str) -> None:
    assert not starts_end(words, 0, len(words))


@table(
    "words",
    ["责任编辑：山人", "（责任编辑：山人）", "[责编：山人]", "文字编辑：山人", "图片编辑:山人", "本期编辑：山人", "值班编辑：山人", "编审：山人", "初审：山人", "二审：山人", "复审：山人", "终审：山人", "审核：山人",
     "审签：山人", "校对：山人", "监制：山人", "录入：山人", "文章录入：山人", "信息录入：山人", "責任編輯：山人", "編輯：山人", "核稿人：山人", "编辑：山人审核：白露", "作者：山人责任编辑：白露", "一审：甲".replace("一审", "初审") + "二审：乙三审：丙",
     "【打印本页】【关闭窗口】", "责任编辑：山人｜打印本页", "[编辑：山人][审核：白露]", "打印", "返回顶部", "我要纠错", "加入收藏", "字号：大中小", "点赞", "分享到微信朋友圈", "微博QQ空间分享", "收藏|举报|赞(35)", "转发给好友".replace("给好友", ""), "评论(3)喜欢", "告诉好友",
     "返回首页", "返回搜狐，查看更多", "微信扫一扫关注", "长按识别二维码关注我们", "用手机扫描二维码打开当前页", "点击下载青禾客户端", "打开青禾APP", "更多内容请关注青禾公众号", "关注青禾公众号：qinghe", "未经许可不得转载", "未经本社书面授权，禁止转载使用。",
     "点击阅读原文", "阅读原文", "轻触查看原文", "预览时标签不可点", "读更多请下载青禾APP看", "青禾新闻客户端", "分享此文章：", "分享此文：", "点击分享到微信", "来源：青禾社版权归原作者转载请注明", "本文版权归青禾社所有", "转载请注明出处", "欢迎转载", "谢绝转载", "违者必究", "侵权必究",
     "分享：", "转载：某社", "标签：停水", "关键词：停水", "关键字：停水", "Tags：停水", "tag:停水", "本文链接：某", "本文标签：某", "话题：停水", "栏目：通知", "（免责声明】文章仅代表作者", "本文由作者授权发布"],
)  # fmt: skip
def test_a_line_that_belongs_to_no_text_at_its_end(words: str) -> None:
    assert is_end_line(words)


@table(
    "words",
    ["特此通知", "青禾县人民政府", "2021年12月6日", "编辑部全体同志", "审核通过", "校对三遍", "打印三份", "大中小学", "请下载表格。后附客户端说明", "关注民生", "分享经验", "转载率", "话题很多", "（以下无正文）",
     "附件：名单", "一、打印", "责任编辑：山人｜特此通知", "联系人：山人", "本文" + "由作者" + "长" * 300],
)  # fmt: skip
def test_a_line_that_a_text_may_end_with(words: str) -> None:
    assert not is_end_line(words)


@table(
    "words",
    ["请继续往下阅读", "請繼續往下閱讀...", "广告", "（广告）", "--广告--", "Advertisement", "[AD]", "点击查看大图", "点击放大", "点击查看", "點擊原图放大", "查看原图", "加载中...", "以下为广告", "未完，继续阅读", "展开全文".replace("展开全文", "全文展开全文"),
     "点我看更多", "阅读整篇文章", "播报", "播放", "编辑", "[编辑]", "播报编辑"],
)  # fmt: skip
def test_a_line_that_only_parts_a_text(words: str) -> None:
    assert is_interruption(words)


@pytest.mark.parametrize("words", ["广告费", "请继续阅读文件", "点击率", "点击大厅", "播放量", "编辑部", "加载中国", "以下是名单", "未完待续", "AD价"])
def test_a_like_line_parts_nothing(words: str) -> None:
    assert not is_interruption(words)


@pytest.mark.parametrize("mark", list("。！？”」…；"))
def test_a_scrap_that_ends_a_sentence_speaks_for_a_text(mark: str) -> None:
    places = line_of(f"天亮了，他走了{mark}")
    assert points_of(places, places.lines[0]) > VERSE_POINTS


@pytest.mark.parametrize("words", ["天亮了，他走了", "天亮了，他走了：", "天亮了，走，", "ABC，DEF"])
def test_a_scrap_that_ends_none_says_nothing(words: str) -> None:
    places = line_of(words)
    assert points_of(places, places.lines[0]) == 0


@pytest.mark.parametrize(("words", "points"), [("床前看见月光", 0.4), ("（床前看见月光）", 0.4), ("床前看见", 0), ("床前看见月光床前看见月光", 0.24), ("<a>床前看见月光</a>", 0), ("床前看A月光", 0)])
def test_verse_says_little(words: str, points: float) -> None:
    places = line_of(words)
    assert points_of(places, places.lines[0]) == pytest.approx(points)


@table("tag", ["p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figcaption"])
def test_a_paragraph_is_no_place_of_a_text(tag: str) -> None:
    root = tree(f"<div><{tag}>{PROSE}</{tag}></div>")
    found = densest(places_of(root), root)
    assert found is not None
    assert found.tag == "div"


@pytest.mark.parametrize("tag", ["section", "article", "div", "center", "main"])
def test_another_block_may_be_one(tag: str) -> None:
    root = tree(f"<div class='out'><{tag}>{PROSE}</{tag}></div>")
    found = densest(places_of(root), root)
    assert found is not None
    assert (found.tag, found.get("class")) == (tag, None)


@pytest.mark.parametrize(
    ("words", "is_one"),
    [(PROSE, True), ("今年以来，全局干部职工围绕年初定下的目标分工合作，按月对账", True), ("今年以来全局干部职工围绕年初定下的目标分工合作按月对账各项工作", False), ("今年以来，全局干部。", False),
     ("总数1,200元，其中2,300元用于全局干部职工年初定下的目标", False), ("今年；来年；全局干部职工围绕年初定下的目标分工合作按月对账", True), (f"<a>{PROSE}</a>", False)],
)  # fmt: skip
def test_running_text_has_two_marks_and_hardly_a_link(words: str, is_one: bool) -> None:
    places = line_of(words)
    assert is_prose(places, places.lines[0]) is is_one


@pytest.mark.parametrize("nasty", ["责任编辑：" * 4_000, "打印" * 20_000, "广告" * 20_000, "相关" * 20_000, "评论" * 20_000, "2021-1" * 8_000, "本文由" * 10_000, "首页" * 20_000, "[" * 40_000])
def test_no_shape_lingers(nasty: str) -> None:
    def work() -> None:
        for shape in (around.END_HEAD, around.END_LINE, around.INTERRUPTION, around.STATEMENT, around.STAMP, around.TITLED, around.PATH, LIST_HEAD, TALK_HEAD, dense.VERSE, INDEX):
            shape.fullmatch(nasty)
            shape.match(nasty)
        for shape in (around.SHORT_DATE, around.BRACKETS, TALK_WORD, dense.MARKS, INTRO, MORE):
            shape.search(nasty)

    assert_quick(work, seconds=1.0)
    assert below.MOST_HEADS < kinds.MESSAGE_LINES
