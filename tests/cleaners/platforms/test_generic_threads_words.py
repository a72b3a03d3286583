"""What stands in a post and is none of its text, word by word and tag by tag, each on a page."""

import pytest

from tests.cleaners.platforms.generic_word_pages import BARE, BOXED, LINES, MORE, TITLE, floor, thread
from tests.tables import table

ALONE = [LINES[1], MORE]
BUTTONS = (
    "点赞 首赞 抢首赞 赞 赞同 踩 顶 评论 收藏 收藏夹 喜欢 感谢 举报 回复 引用 分享 浏览 阅读 管理 回覆 回应 "
    "手机查看 倒序浏览 倒序看帖 倒序排列 正序浏览 正序看帖 正序排列 阅读模式 看楼主 只看楼主 仅看楼主 只看该作者 "
    "看全部 楼主 沙发 板凳 地板 题主 作者 博主 发布 发布于 发表 发表于 發表 發表於 编辑 编辑于 删除 更多 展开 "
    "展开全部 展开全文 展开查看 阅读全文 收起 收起全部 查看全部 查看对话 转发 关注 私信 加好友 发消息 收听TA 送花 "
    "支持 反对 有帮助 打赏 赞赏 已采纳 被采纳 最佳答案 推荐答案 置顶 精华 使用道具 只看他 只看她 只看TA 来自青禾 "
    "电梯直达 只看大图 显示全部楼层 跳转到指定楼层 复制链接 复制此楼 埋红包 主题 帖子 积分 等级 回帖 举报违规 页首 "
    "顶部 返回顶部 写回复 写评论 我来答 添加评论 暂无评论 3个 3条 3次 3人 3楼 3层 2021年 3月 5日 前天 昨天 今天 "
    "刚刚 Reply quote Quote report Report like Likes share Share edit Edit permalink Permalink Like reply likes "
    "delete Delete top Top Re: 12 #12 ＃12 (3) （3） [3] 3:20 3：20 1.2 1/2 顶|踩 · • 1,200 ， < > « » ▲3 ▼1 +1 -1 "
    "2021年3月5日 5分钟前 2小时前 3天前 2周前 4个月前 4月前 1年前"
)


@table("word", BUTTONS.split())
def test_a_row_of_buttons_is_no_text(word: str) -> None:
    bar = f"<div><a href='#a'>reply</a> <a href='#b'>回复</a> <i>{word.replace('<', '&lt;')}</i></div>"
    assert floor(thread(BOXED, bar)) == ALONE


@pytest.mark.parametrize(
    "words",
    ["支持你的看法", "我来答谢", "顶层漏水", "浏览器", "三个人", "来自", "编辑部", "更多水", "Topic", "5分钟后"],
)
def test_a_row_of_links_that_says_something_is_text(words: str) -> None:
    bar = f"<div><a href='#a'>reply</a> <a href='#b'>回复</a> <i>{words}</i></div>"
    assert floor(thread(BOXED, bar)) == [LINES[1], f"reply 回复 {words}", MORE]


@pytest.mark.parametrize(
    ("button", "is_one"),
    [
        ("<span>举报</span>", True), ("<span>\ue001举报</span>", True), ("<span>\u200b\ufeff举报</span>", True),
        ("<div>|</div>", True), ("<label>请先登记住户信息</label>", True),
        ("<span>……</span>", False), ("<span>举报了两回</span>", False),
    ],
)  # fmt: skip
def test_a_button_outside_a_box_of_text(button: str, is_one: bool) -> None:
    assert (floor(thread(BARE, button)) == ALONE) is is_one


@pytest.mark.parametrize("tag", ["form", "nav", "footer", "aside", "header"])
def test_a_tag_of_what_is_no_text(tag: str) -> None:
    assert floor(thread(BOXED, f"<{tag}>本楼由西边单元的住户发起，欢迎补充。</{tag}>")) == ALONE


def test_another_tag_is_text() -> None:
    assert floor(thread(BOXED, "<section>本楼由西边单元的住户发起。</section>"))[1] == "本楼由西边单元的住户发起。"


@table(
    "name",
    [
        "author", "creator", "datePublished", "dateCreated", "dateModified", "upvoteCount", "commentCount",
        "answerCount", "interactionStatistic", "headline", "url", "publisher", "mainEntityOfPage",
    ],
)  # fmt: skip
def test_a_property_of_what_is_no_text(name: str) -> None:
    assert floor(thread(BOXED, f"<div itemprop='{name}'>本楼由西边单元发起，欢迎补充。</div>")) == ALONE


@pytest.mark.parametrize(
    ("name", "is_text"),
    [("text", True), ("articleBody", True), ("commentText", True), ("reviewBody", True), ("keywords", False)],
)
def test_a_property_of_a_text(name: str, is_text: bool) -> None:
    """Beside it each post has a motto, which only the name of the box tells from the text."""
    html = thread(f"<div itemprop='{name}'><p>{{line}}</p></div><div>签：{{line:.6}}</div>")
    assert (floor(html) == [LINES[1]]) is is_text


@pytest.mark.parametrize("tag", ["pre", "code"])
def test_code_keeps_what_is_named_as_no_text(tag: str) -> None:
    code = f"<{tag}>rate = <span class='number'>7</span></{tag}>"
    assert "rate = 7" in "\n".join(floor(thread(BARE, code)))


@table(
    "words",
    [
        *(f"{word}最后由 山人 于 2021-03-09 10:00 编辑"
          for word in ("本帖", "此帖", "该帖", "本帖子", "本主题", "本文", "本回复", "本楼", "本内容", "本回答")),
        "本帖被 山人 于 2021-03-09 编辑", "[ 此帖被 山人 在 2021-03-09 重新编辑 ]", "最后修改：2021-03-09",
        "最后更新于 2021-03-09", "本帖已被 山人 修改", "本帖已经被 山人 修改", "本帖已经于 2021-03-09 修改",
        "此帖由 山人 更新", "此帖于 2021-03-09 修改", "本帖最後由 山人 編輯", "最后编辑于 2021-03-09",
        "最後編輯於 2021-03-09 編輯", "最后由 山人 编辑", "Last edited by shanren",
        "last edited 2021-03-09 by shanren", "Edited by shanren", "edited on 2021-03-09, edited",
        "[本帖最后由 山人 编辑]", "【此帖由 山人 更新】", "(本帖由 山人 编辑)", "（本帖由 山人 编辑）",
    ],
)  # fmt: skip
def test_a_note_of_an_edit(words: str) -> None:
    assert floor(thread(BOXED, f"<div>{words}</div>")) == ALONE


@pytest.mark.parametrize("words", ["本帖由我和邻居一起写成", "本楼已停水两天", "由物业修改", "最后由大家表决"])
def test_no_note_of_an_edit(words: str) -> None:
    assert floor(thread(BOXED, f"<div>{words}</div>")) == [LINES[1], words, MORE]


@pytest.mark.parametrize(
    ("words", "is_title"),
    [
        (TITLE, True), (f"Re: {TITLE}", True), (f"RE：{TITLE}", True), (f"re:{TITLE}", True), (f"回复：{TITLE}", True),
        (f"回覆：{TITLE}", True), (f"主题：{TITLE}", True), (f"标题: {TITLE}", True), (f"回复：Re: {TITLE}", True),
        (f"关于：{TITLE}", False), (f"{TITLE}，我也有", False),
    ],
)  # fmt: skip
def test_the_thread_s_title_in_a_post(words: str, is_title: bool) -> None:
    assert floor(thread(BOXED, f"<div>{words}</div>")) == ([*ALONE] if is_title else [LINES[1], words, MORE])


@pytest.mark.parametrize(("tag", "is_step"), [("div", True), ("span", True), ("cc", True), ("td", True), ("u", False)])
def test_a_tag_that_holds_a_text(tag: str, is_step: bool) -> None:
    """Beside it each post says where its author lives."""
    box = f"<table><tr><td>{{line}}</td><th>{MORE[:3]}</th></tr></table>" if tag == "td" else f"<{tag}>{{line}}</{tag}>"
    places = iter(("东街", "西街", "南街", "北街"))
    posts = thread(f"{box}<b>%s</b>") % tuple(places) if tag != "td" else thread(box)
    assert (floor(posts) == [LINES[1]]) is is_step


@table(
    "name",
    ["quote", "quoted", "quotebox", "bbcodequote", "blockquote", "citation", "reply-to", "replyto", "reply-quote",
     "bbcode_quote", "quote-box", "quote wide", "wide quote"],
)  # fmt: skip
def test_what_repeats_another_post(name: str) -> None:
    put = f"<div class='{name}'>原话：夜里停水。</div>"
    assert floor(thread(BOXED, put)) == ALONE
    assert floor(thread(BOXED, put, at=1), 1) == [LINES[0], "原话：夜里停水。", MORE]


@pytest.mark.parametrize("name", ["quotation", "misquote", "reply-topic", "citations"])
def test_what_repeats_nothing(name: str) -> None:
    assert "原话：夜里停水。" in floor(thread(BOXED, f"<section><div class='{name}'>原话：夜里停水。</div></section>"))
